"""All files of a library as one stream, and back: a tar, packed with gzip, that other programs open too.

No file of it is ever whole in memory, and none lies on the disk but at its own place.
"""

from __future__ import annotations

import os
import tarfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from store.disk import locked, port, private, regular
from store.disk.errors import LibraryError, damaged
from store.disk.whole import stray

_PIECE = 1 << 20
_BLOCK = tarfile.BLOCKSIZE
_GZIP = 31
_LEVEL = 6
_SHRINKS, _SMALL = 100, 10_000_000
"""How often a library may be as long unpacked, and the bytes that it may have in any case."""
_LONGEST = 10_000
"""Bytes of a name."""
_LOCKS = ".lock"
_PASSING = ("-journal", "-wal", "-shm")
"""What SQLite has beside its file while somebody writes."""
_NAMED = "utf-8", "surrogateescape"

Member = tuple[str, Path]
"""The name in the stream, and the file."""


def members(folder: Path) -> list[Member]:
    """Every file of the library, sorted, but those that lock it and those of a killed writer.

    Raises:
        LibraryError: there is something that is no file or folder of its own.
    """
    return sorted(_below(folder, ""))


def _below(folder: Path, before: str) -> Iterator[Member]:
    passed = {*stray(folder)}
    with os.scandir(folder) as found:
        names = sorted(one.name for one in found)
    for name in names:
        path = folder / name
        if path in passed or (not before and (name in (*locked.SEALED, locked.PUBLIC) or name.startswith(_LOCKS))):
            continue
        if name.endswith(_PASSING):
            continue
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise regular.strange(path)
        if path.is_dir():
            yield from _below(path, f"{before}{name}/")
        else:
            yield f"{before}{name}", path


class Packed:
    """The stream of these files, read by whoever encrypts it."""

    def __init__(self, of: Iterable[Member]) -> None:
        self._pieces = _squeezed(of)
        self._left = memoryview(b"")
        self._hash = sha256()

    def read(self, size: int = -1) -> bytes:
        """So many bytes at most, and none at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._hash.update(piece)
            self._left = memoryview(piece)
        taken = bytes(self._left[:size] if size >= 0 else self._left)
        self._left = self._left[len(taken) :]
        return taken

    @property
    def digest(self) -> str:
        """The hash of all that was read."""
        return self._hash.hexdigest()


def _squeezed(of: Iterable[Member]) -> Iterator[bytes]:
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for piece in _archived(of):
        if squeezed := squeeze.compress(piece):
            yield squeezed
    yield squeeze.flush()


def _archived(of: Iterable[Member]) -> Iterator[bytes]:
    for name, path in of:
        with regular.opened(path, most=1 << 62) as file:
            info = tarfile.TarInfo(name)
            info.size = left = os.fstat(file.fileno()).st_size
            info.mode = 0o600
            yield info.tobuf(tarfile.GNU_FORMAT, *_NAMED)
            while left:
                piece = file.read(min(left, _PIECE))
                if not piece:
                    raise LibraryError(path, "grew shorter while it was read", "do it again; nothing was changed")
                left -= len(piece)
                yield piece
            yield bytes(-info.size % _BLOCK)
    yield bytes(2 * _BLOCK)


class Unpacking:
    """Takes the stream piece by piece and makes the files; the folder holds none of them yet."""

    def __init__(self, place: Path, packed: int) -> None:
        """`packed`: the bytes of the encrypted file, by which what it may unpack to is bounded."""
        self._place, self._room = place, _SHRINKS * packed + _SMALL
        self._squeeze = zlib.decompressobj(_GZIP)
        self._held = bytearray()
        self._steps = self._unpacked()
        self._done = False
        self.names: list[str] = []
        next(self._steps)

    def write(self, piece: bytes) -> int:
        """Take it; what is made of it is on the disk when the stream ends."""
        try:
            rest = bytes(piece)
            while rest:
                self._held += self._squeeze.decompress(rest, _PIECE)
                rest = self._squeeze.unconsumed_tail
                self._go_on()
        except (zlib.error, tarfile.TarError) as error:
            raise self._strange(str(error)) from error
        return len(piece)

    def flush(self) -> None:
        """All is written as it comes."""

    def end(self) -> None:
        """There is no more.

        Raises:
            LibraryError: the stream was not whole.
        """
        self._held += self._squeeze.flush()
        self._go_on()
        self.close()
        if not self._done:
            raise self._strange("it ends too early")

    def close(self) -> None:
        """Close the file that is being written."""
        self._steps.close()

    def _go_on(self) -> None:
        if not self._done:
            try:
                self._steps.send(None)
            except StopIteration:
                self._done = True
        if self._done:
            self._held.clear()

    def _unpacked(self) -> Generator[None, None, None]:
        name = ""
        while (header := (yield from self._exactly(_BLOCK))) != bytes(_BLOCK):
            info = tarfile.TarInfo.frombuf(header, *_NAMED)
            self._room -= info.size
            if self._room < 0:
                raise self._strange("it unpacks to more than a library would")
            if info.type == tarfile.GNUTYPE_LONGNAME and info.size <= _LONGEST:
                name = (yield from self._exactly(info.size)).rstrip(b"\0").decode(*_NAMED)
            else:
                yield from self._file(self._checked(name or info.name, info), info.size)
                name = ""
            yield from self._exactly(-info.size % _BLOCK)

    def _file(self, path: Path, size: int) -> Generator[None, None, None]:
        for folder in (*reversed(path.relative_to(self._place).parents[:-1]),):
            private.make_part(self._place / folder)
        with private.create(path) as file:
            while size:
                piece = yield from self._some(min(size, _PIECE))
                file.write(piece)
                size -= len(piece)
            port.sync(file, path)

    def _checked(self, name: str, info: tarfile.TarInfo) -> Path:
        """Where the file goes: below the library, by a name that no system takes for another place."""
        parts = PurePosixPath(name).parts
        odd = any(part in (".", "..") or set(part) & set("\\:\0") for part in parts)
        first = parts[0] if parts else "/"
        if not info.isreg() or odd or first == "/" or first in (*locked.SEALED, locked.PUBLIC) or name in self.names:
            raise self._strange(f"it holds {name!a}, which no library has")
        self.names.append(name)
        return self._place.joinpath(*parts)

    def _exactly(self, size: int) -> Generator[None, None, bytes]:
        while len(self._held) < size:
            yield
        return self._taken(size)

    def _some(self, most: int) -> Generator[None, None, bytes]:
        while not self._held:
            yield
        return self._taken(most)

    def _taken(self, most: int) -> bytes:
        taken = bytes(self._held[:most])
        del self._held[:most]
        return taken

    def _strange(self, what: str) -> LibraryError:
        return damaged(self._place / locked.FILE, what, "put a sound copy in its place; nothing was changed")
