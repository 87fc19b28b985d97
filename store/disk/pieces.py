"""Named pieces of bytes in one file that is mapped into memory: nothing is read before it is asked for.

Derived, and so never repaired: what is cut short, of another key or has one wrong bit is as if it were not there.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from store.disk import port, private

_MAGIC = b"waqai pieces 1\n"
_ALIGN = 8
_NUMBER = 8
_STRIDE = 1 << 24


class Pieces(Mapping[str, memoryview]):
    """The pieces of a file that `write` made, by name."""

    def __init__(self, data: mmap.mmap, places: dict[str, tuple[int, int, int]], key: str) -> None:
        self._view, self._places = memoryview(data), places
        self.key = key

    def __getitem__(self, name: str) -> memoryview:
        start, size, _ = self._places[name]
        return self._view[start : start + size]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @property
    def whole(self) -> bool:
        """True if the checksum of the piece is right."""
        ends = (start + size <= len(self._view) and start >= 0 <= size for start, size, _ in self._places.values())
        return all(ends) and all(_sum(self[name]) == sum for name, (_, _, sum) in self._places.items())


def _sum(piece: memoryview) -> int:
    """The checksum; of a large piece in steps, so that other threads go on meanwhile."""
    found = 0
    for start in range(0, len(piece), _STRIDE):
        found = crc32(piece[start : start + _STRIDE], found)
    return found


def write(path: Path, key: str, pieces: Mapping[str, bytes]) -> None:
    """Put the pieces in the place of the file, whole or not at all; not durable, for it may be made again.

    Raises:
        OSError: the old file is untouched.
    """
    places, at = {}, 0
    for name, piece in pieces.items():
        places[name] = (at, len(piece), crc32(piece))
        at += len(piece) + -len(piece) % _ALIGN
    header = json.dumps({"key": key, "order": sys.byteorder, "places": places}).encode()
    beside = path.with_name(f".waqai-{os.urandom(6).hex()}.tmp")
    try:
        with private.create(beside) as file:
            file.write(_MAGIC + crc32(header).to_bytes(4, "little") + len(header).to_bytes(_NUMBER, "little") + header)
            file.write(bytes(-file.tell() % _ALIGN))
            for piece in pieces.values():
                file.write(piece)
                file.write(bytes(-len(piece) % _ALIGN))
        port.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            port.unlink(beside)
        raise


def read(path: Path, key: str, *, begins: bool = False) -> Pieces | None:
    """The pieces of the file; None where there is none, or not that of the key, or no whole one.

    Args:
        begins: any key will do that begins so.

    Cost: that of reading all of it once, and no memory.
    """
    try:
        with port.read(path) as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header, start = _header(data)
        fits = header["key"].startswith(key) if begins else header["key"] == key
        if not fits or header["order"] != sys.byteorder:
            return None
        places = {name: (start + at, size, sum) for name, (at, size, sum) in header["places"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    found = Pieces(data, places, header["key"])
    return found if found.whole else None


def _header(data: mmap.mmap) -> tuple[Any, int]:
    """The header, and where the first piece begins."""
    at = len(_MAGIC)
    size = int.from_bytes(data[at + 4 : at + 4 + _NUMBER], "little")
    start = at + 4 + _NUMBER
    header = data[start : start + size]
    if data[:at] != _MAGIC or crc32(header) != int.from_bytes(data[at : at + 4], "little"):
        raise ValueError("no header")
    return json.loads(header), start + size + -(start + size) % _ALIGN
