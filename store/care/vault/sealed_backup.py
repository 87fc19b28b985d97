"""The backup of a library that has a key: a zip of the three files that a locked library is.

It needs no passphrase to be made, and none to be restored: what is back then is a locked library.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import IO

from store.care.vault import cipher, keys, locking, packing
from store.disk import locked, migrations, port, private, regular, whole
from store.disk.errors import LibraryError, damaged

_TIME = (1980, 1, 1, 0, 0, 0)
_DERIVED, _TEXTS = "cache/", "texts/"


def is_due(folder: Path) -> bool:
    """Whether the backup of this library is to be encrypted: it is locked, or has a key."""
    return locked.is_locked(folder) or keys.has_key(folder)


def write(folder: Path, file: Path) -> None:
    """Write it.

    Raises:
        LibraryError: the locked library is not as it was when it was locked.
    """
    with private.create(file, closed=True) as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            if locked.is_locked(folder):
                _of_locked(archive, folder)
            else:
                _of_open(archive, folder)
        port.sync(stream, file)


def _of_locked(archive: zipfile.ZipFile, folder: Path) -> None:
    if wrong := locking.wrong(folder):
        raise LibraryError(folder, f"is damaged ({'; '.join(wrong)})", "no backup was written")
    for name in locked.SEALED:
        with regular.opened(folder / name, most=1 << 62) as source, _member(archive, name) as member:
            shutil.copyfileobj(source, member)


def _of_open(archive: zipfile.ZipFile, folder: Path) -> None:
    to = keys.public(folder)
    key = regular.read(folder / locked.KEY)
    with _member(archive, locked.KEY) as member:
        member.write(key)
    with closing(_held(folder)) as of, _member(archive, locked.FILE) as member:
        written = cipher.encrypt(packing.Packed(of), member, [to])
    with _member(archive, locked.SUMS) as member:
        member.write(locking.sums(folder, written))


def _member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    return archive.open(zipfile.ZipInfo(name, _TIME), "w", force_zip64=True)


def _held(folder: Path) -> Generator[packing.Member, None, None]:
    """The files but those that are derived; writers wait while the small ones are read, and texts never change."""
    with locking.still(folder):
        migrations.version(folder)
        of = [one for one in packing.members(folder) if not one[0].startswith(_DERIVED)]
        yield from (one for one in of if not one[0].startswith(_TEXTS))
    yield from (one for one in of if one[0].startswith(_TEXTS))


def is_one(names: Iterable[str]) -> bool:
    """Whether a zip with these members is one."""
    return sorted(names) == sorted(locked.SEALED)


def extract(file: Path, archive: zipfile.ZipFile, place: Path) -> None:
    """Make the folder the locked library that the zip holds.

    Raises:
        LibraryError: a byte of it is another, or there is no room.
    """
    size = sum(member.file_size for member in archive.infolist())
    if size > min(shutil.disk_usage(place).free, 2 * file.stat().st_size):
        raise LibraryError(file, f"unpacks to {size:,} bytes, and the disk has no room", "free some space")
    for name in locked.SEALED:
        with archive.open(name) as source, private.create(place / name) as target:
            shutil.copyfileobj(source, target)
            port.sync(target, place / name)
    whole.sync_folder(place)
    if locking.wrong(place):
        raise damaged(file, "its checksums are of other content", "name another one; nothing was changed")
