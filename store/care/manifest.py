"""A list of all files of a library with their hashes, which `sha256sum -c` checks without Waqai."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from store.care import sync_copies as copies
from store.disk import locked, regular
from store.disk.errors import refused

_PIECE = 1 << 20


def manifest(folder: Path) -> Iterator[str]:
    """A line a file, sorted: its SHA-256, two blanks, its name within the library.

    Raises:
        LibraryError: one cannot be read.
    """
    if locked.is_locked(folder):
        yield from (f"{_hash(folder / name)}  {name}" for name in (locked.KEY, locked.FILE))
        return
    names = [name for name in sorted(copies.OURS) if (folder / name).exists()]
    for part, fits in (("reports", copies.is_shard), ("texts", copies.is_text)):
        names += sorted(f"{part}/{path.name}" for path in (folder / part).glob("*") if fits(path.name))
    for name in names:
        yield f"{_hash(folder / name)}  {name}"


def _hash(file: Path) -> str:
    found = sha256()
    try:
        with regular.opened(file) as stream:
            while piece := stream.read(_PIECE):
                found.update(piece)
    except OSError as error:
        raise refused(file, error) from error
    return found.hexdigest()
