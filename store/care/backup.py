"""A library as one file, and back: a zip that any program opens, written whole and read again before it counts."""

from __future__ import annotations

import errno
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.care.vault import sealed_backup
from store.care.verify import verify
from store.decisions import compaction as fold
from store.decisions import stamps
from store.disk import lock, locked, migrations, port, private, regular, replaced, whole
from store.disk.errors import LibraryError, refused
from store.reports import codec, shards
from store.reports.original import digest
from timeline_core.errors import TimelineError

_MEMBER = re.compile(
    r"library\.json|decisions\.(?:json|journal)|reports/\d{4,}\.json|texts/[0-9a-f]{64}(?:\.txt)?", re.ASCII
)
_SHRINKS, _SMALL = 100, 10_000_000
"""How often a backup may be as long unpacked, and the bytes that it may have in any case."""

_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that every member bears, so that two backups of one state are the same bytes."""


def backup(folder: Path, file: Path) -> tuple[str, ...]:
    """Write the library into one file. Writers wait while the small files are taken; the texts never change.

    That of a library that is locked, or has a key, is encrypted to its key.

    Returns:
        What is wrong with the library and so with its backup, a line each.

    Raises:
        LibraryError: there is no library, or the file cannot be written; what stood there stays.
    """
    if not locked.is_locked(folder) and migrations.version(folder) is None:
        raise LibraryError(folder, "holds no library", "name one with --library")
    if file.resolve().is_relative_to(folder.resolve()):
        raise LibraryError(file, "lies in the library itself", "name a file elsewhere, better on another disk")
    temporary = whole.beside(file.resolve())
    try:
        replaced.sweep(temporary.parent)
        problems = _write_sealed(folder, temporary) if sealed_backup.is_due(folder) else _write(folder, temporary)
        _check(temporary, problems)
        port.replace(temporary, file.resolve())
        whole.sync_folder(file.resolve().parent)
    except OSError as error:
        raise refused(file, error) from error
    finally:
        with suppress(OSError):
            port.unlink(temporary)
    return tuple(problems)


def restore(file: Path, folder: Path, *, replace: bool = False) -> Path | None:
    """Make the folder the library that the file holds.

    Args:
        replace: a library that is there already is renamed; it is never deleted.

    Returns:
        Where the former library is now; None where there was none.

    Raises:
        LibraryError: the file is no sound backup, or the folder holds something and `replace` is not set.
    """
    holds = folder.is_dir() and any(folder.iterdir())
    if holds and not replace:
        raise LibraryError(
            folder, "holds something already", "name another folder with --library, or add --replace to put it aside"
        )
    if holds and not locked.is_locked(folder) and migrations.version(folder) is None:
        raise LibraryError(folder, "holds something that is no library", "name another folder with --library")
    with opened(file, folder) as taken:
        return _settle(taken, folder, holds=holds)


@contextmanager
def opened(file: Path, near: Path) -> Iterator[Path]:
    """The library of a backup in a folder of its own beside `near`, which is removed again unless it was moved.

    Raises:
        LibraryError: the file is no sound backup.
    """
    place = whole.beside(near.resolve())
    try:
        private.make_folder(place)
        replaced.sweep(place.parent)
        _extract(file, place)
        yield place
    except OSError as error:
        raise refused(file if error.filename == str(file) else near, error) from error
    finally:
        with suppress(OSError):
            port.remove_tree(place)


def _settle(taken: Path, folder: Path, *, holds: bool) -> Path | None:
    target = folder.resolve()
    port.make_folder(target.parent)
    former = None
    if holds:
        with lock.held(folder, lock.REPORTS), lock.held(folder, lock.DECISIONS):
            former = replaced.name_of(target, stamps.Stamps().next()[0])
            port.rename(target, former)
    elif target.exists():
        port.remove_folder(target)
    try:
        _move(taken, target)
    except BaseException:
        if former is not None:
            with suppress(FileNotFoundError):
                port.remove_tree(target)
            port.rename(former, target)
        raise
    whole.sync_folder(target.parent)
    return former


def _move(taken: Path, target: Path) -> None:
    """Rename it, or copy it where its place is on another disk."""
    try:
        port.rename(taken, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        port.copy_tree(taken, target)


@contextmanager
def _still(folder: Path) -> Iterator[None]:
    """Hold both locks, so that nobody writes meanwhile; none on a read-only disk, which has no writer."""
    if not os.access(folder, os.W_OK):
        yield
        return
    with lock.held(folder, lock.REPORTS), lock.held(folder, lock.DECISIONS):
        yield


def _write(folder: Path, file: Path) -> list[str]:
    problems: list[str] = []
    with private.create(file, closed=True) as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            with _still(folder):
                names = [migrations.HEADER, fold.FILE, fold.JOURNAL]
                names += [f"reports/{path.name}" for path in shards.files(folder / "reports")]
                for name in names:
                    if (folder / name).exists():
                        _member(archive, name, regular.read(folder / name))
            for _, document in shards.Shards(folder / "reports").documents():
                problems += _text(archive, folder, document)
        port.sync(stream, file)
    return problems


def _write_sealed(folder: Path, file: Path) -> list[str]:
    problems = [] if locked.is_locked(folder) else verify(folder).problems
    sealed_backup.write(folder, file)
    return problems


def _text(archive: zipfile.ZipFile, folder: Path, document: shards.Document) -> Iterator[str]:
    try:
        sha256 = codec.report(document, "").sha256
    except TimelineError as error:
        yield f"{folder}: {error}"
        return
    if f"texts/{sha256}" in archive.NameToInfo:
        return
    for name in (f"texts/{sha256}", f"texts/{sha256}.txt"):
        try:
            content = regular.read(folder / name)
        except FileNotFoundError:
            if not name.endswith(".txt"):
                yield f"{folder / name}: is gone, so «{document['id']}» is in the backup without its text"
            continue
        if not name.endswith(".txt") and digest(content) != sha256:
            yield f"{folder / name}: is not what was added as «{document['id']}»; it is in the backup as it is"
        _member(archive, name, content)


def _member(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def _check(file: Path, problems: list[str]) -> None:
    """Read the whole backup again from the disk: every original must have the hash that it is named by."""
    with _reading(file) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if _is_original(name) and digest(content) != name.removeprefix("texts/") and not problems:
                raise LibraryError(file, f"was not written as it should ({name})", "check the disk and do it again")


def _is_original(name: str) -> bool:
    """True for a member of the zip that is an original: its name is a hash."""
    return name.startswith("texts/") and not name.endswith(".txt")


def _extract(file: Path, place: Path) -> None:
    with _reading(file) as archive:
        names = archive.namelist()
        if sealed_backup.is_one(names):
            sealed_backup.extract(file, archive, place)
            return
        strange = next((name for name in names if not _MEMBER.fullmatch(name)), None)
        if strange is not None or migrations.HEADER not in names:
            raise LibraryError(file, "is no backup of a library", "name a file that «waqai library backup» wrote")
        _check_sizes(file, archive.infolist(), place)
        for part in migrations.PARTS:
            private.make_part(place / part)
        for member in archive.infolist():
            with archive.open(member) as source, private.create(place / member.filename) as target:
                shutil.copyfileobj(source, target)
                port.sync(target, place / member.filename)
    for folder in (place / "reports", place / "texts", place):
        whole.sync_folder(folder)


def _check_sizes(file: Path, members: list[zipfile.ZipInfo], place: Path) -> None:
    """Refuse what would fill memory or disk before it is unpacked: no text shrinks to a hundredth of itself."""
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if any(member.file_size > regular.MOST for member in members) or size > _SHRINKS * packed + _SMALL:
        raise LibraryError(file, f"would unpack to {size:,} bytes", "name a file that «waqai library backup» wrote")
    if size > shutil.disk_usage(place).free:
        raise LibraryError(file, f"unpacks to {size:,} bytes, and the disk has no room", "free some space")


@contextmanager
def _reading(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with port.read(file) as stream, zipfile.ZipFile(stream) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise LibraryError(file, f"is no sound backup ({error})", "name another one; nothing was changed") from error
