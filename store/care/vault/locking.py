"""Locking a library and opening it: at every moment one of its two forms is whole, and one name says which counts.

Where `library.age` stands the library is locked. Locking writes it whole, reads it again, gives it its name, and then
removes what lies in clear; opening removes what a killed one of the two has left, unpacks, and takes the name away.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from store.care import sessions
from store.care.vault import cipher, keys, packing
from store.care.vault.keys import Key
from store.disk import lock, locked, migrations, port, private, regular, whole
from store.disk.errors import LibraryError, refused

_SESSION = ".session/"
"""Where what the screen remembers of the library is packed."""
_KEPT, _SHOWN = (".json", ".drafts", ".look"), (".screen",)
"""What of it is packed, and what is only removed."""
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done."""

    files: int
    size: int
    """Of the encrypted file, in bytes."""


def close(folder: Path, to: Key, patience: float = lock.PATIENCE) -> Outcome:
    """Lock the library.

    Args:
        to: what it is locked with (`keys.public`).

    Raises:
        LibraryError: there is none, it is locked, or the system refuses; nothing is lost then.
    """
    if migrations.version(folder) is None:
        raise LibraryError(folder, "holds no library", "name one with --library")
    with still(folder, patience):
        migrations.version(folder)
        for left in whole.stray(folder):
            port.unlink(left)
        of = [*packing.members(folder), *_remembered(folder)]
        sealed = whole.beside(folder / locked.FILE)
        try:
            written = _seal(of, sealed, to)
            whole.write(folder / locked.SUMS, sums(folder, written))
            port.replace(sealed, folder / locked.FILE)
        except BaseException:
            with suppress(OSError):
                port.unlink(sealed)
            raise
        whole.sync_folder(folder)
        _clear(folder)
        _forget_screen(folder)
        return Outcome(len(of), (folder / locked.FILE).stat().st_size)


def finish(folder: Path, patience: float = lock.PATIENCE) -> int:
    """Remove what a killed lock or opening has left in clear of a locked library; how many names that were."""
    with still(folder, patience):
        if not locked.is_locked(folder):
            return 0
        _forget_screen(folder)
        return _clear(folder)


def open_up(folder: Path, key: Key, patience: float = lock.PATIENCE) -> Outcome:
    """Open the locked library.

    Raises:
        LibraryError: it is not locked, the key is another one, or it is damaged; nothing was changed then.
    """
    file = folder / locked.FILE
    if not locked.is_locked(folder):
        raise LibraryError(folder, "is not locked", "«waqai library lock» locks it")
    with still(folder, patience):
        cipher.decrypt(file, key, cipher.Nothing())
        _clear(folder)
        for part in migrations.PARTS:
            private.make_part(folder / part)
        size = file.stat().st_size
        try:
            names = _unpack(file, key, folder)
        except BaseException:
            with suppress(OSError):
                _clear(folder)
            raise
        _settle(folder)
        keys.publish(folder, key)
        port.unlink(file)
        whole.sync_folder(folder)
        port.unlink(folder / locked.SUMS)
        return Outcome(len(names), size)


def drop_key(folder: Path) -> None:
    """Let the open library have no key any more: it is not to be locked again, and its backups are in clear."""
    with still(folder, lock.PATIENCE):
        locked.check(folder)
        port.unlink(folder / locked.PUBLIC)
        port.unlink(folder / locked.KEY)
        whole.sync_folder(folder)


def wrong(folder: Path) -> list[str]:
    """What is not as it was when the library was locked, a line each; it needs no passphrase."""
    try:
        kept = regular.read(folder / locked.SUMS, _PIECE).decode("ascii", "replace")
    except FileNotFoundError:
        return [f"{folder / locked.SUMS}: is gone, so only «waqai library unlock» can tell whether all is there"]
    except OSError as error:
        raise refused(folder / locked.SUMS, error) from error
    said = dict(line.split("  ", 1)[::-1] for line in kept.splitlines() if "  " in line)
    return [
        f"{folder / name}: is not what it was when the library was locked; put a sound copy in its place"
        for name in (locked.KEY, locked.FILE)
        if said.get(name) != digest(folder / name)
    ]


def digest(file: Path) -> str:
    """The hash of a file of a locked library, whatever its size; empty where it is gone."""
    found = sha256()
    try:
        with regular.opened(file, most=1 << 62) as stream:
            while piece := stream.read(_PIECE):
                found.update(piece)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise refused(file, error) from error
    return found.hexdigest()


@contextmanager
def still(folder: Path, patience: float = lock.PATIENCE) -> Iterator[None]:
    """Hold both locks; what the system refuses is told as an error of the library."""
    with lock.held(folder, lock.REPORTS, patience), lock.held(folder, lock.DECISIONS, patience):
        try:
            yield
        except OSError as error:
            raise refused(Path(error.filename) if error.filename else folder, error) from error


def _seal(of: list[packing.Member], sealed: Path, to: Key) -> str:
    """Write the encrypted file and read it again, with a second key that nobody keeps; the hash of it."""
    witness = keys.age().x25519.Identity.generate()
    packed = packing.Packed(of)
    with private.create(sealed) as stream:
        written = cipher.encrypt(packed, stream, [to, witness.to_public()])
        port.sync(stream, sealed)
    if cipher.decrypt(sealed, witness, cipher.Nothing()) != packed.digest:
        raise LibraryError(sealed, "was not written as it should", "check the disk and do it again")
    return written


def sums(folder: Path, written: str) -> bytes:
    """What `locked.sha256` says; `written` is the hash of the encrypted file."""
    return f"{digest(folder / locked.KEY)}  {locked.KEY}\n{written}  {locked.FILE}\n".encode("ascii")


def _remembered(folder: Path) -> Iterator[packing.Member]:
    session = sessions.file(folder)
    for suffix in _KEPT:
        if (path := session.with_suffix(suffix)).is_file():
            yield f"{_SESSION}{suffix.removeprefix('.')}", path


def _clear(folder: Path) -> int:
    """Remove all that lies in clear; how many files and folders that were."""
    stays = {*locked.SEALED}
    paths = [one for one in sorted(folder.iterdir()) if one.name not in stays and not one.name.startswith(lock.REPORTS)]
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            port.remove_tree(path)
        else:
            port.unlink(path)
    whole.sync_folder(folder)
    return len(paths)


def _forget_screen(folder: Path) -> None:
    session = sessions.file(folder)
    for suffix in (*_KEPT, *_SHOWN):
        port.unlink(session.with_suffix(suffix))


def _unpack(file: Path, key: Key, folder: Path) -> list[str]:
    unpacking = packing.Unpacking(folder, file.stat().st_size)
    try:
        cipher.decrypt(file, key, unpacking)
        unpacking.end()
    finally:
        unpacking.close()
    for path in sorted({(folder / name).parent for name in unpacking.names} | {folder / p for p in migrations.PARTS}):
        whole.sync_folder(path)
    whole.sync_folder(folder)
    return unpacking.names


def _settle(folder: Path) -> None:
    """Bring back what the screen remembers; where that cannot be, nothing of value is lost but half-typed words."""
    place, session = folder / _SESSION, sessions.file(folder)
    for suffix in _KEPT:
        with suppress(FileNotFoundError):
            content = regular.read(place / suffix.removeprefix("."))
            private.make_own(session.parent)
            whole.write(session.with_suffix(suffix), content, closed=True)
    if place.is_dir():
        port.remove_tree(place)
