"""Encrypting one stream and decrypting it; the library that does so hides errors of what it reads and writes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from store.care.vault import keys
from store.care.vault.keys import Key
from store.disk import locked, port
from store.disk.errors import damaged

_REMEDY = "put a sound copy in its place; nothing was changed"


class Reading(Protocol):
    """What is read piece by piece."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes at most, and none at the end."""
        ...


class Writing(Protocol):
    """What takes pieces."""

    def write(self, piece: Any, /) -> int:  # noqa: ANN401 bytes, or a view of them
        """Take the piece; returns how much of it was taken."""
        ...


class _Frank:
    """Keeps the first error of either side, to be raised as it was."""

    def __init__(self, reading: Reading, writing: Writing) -> None:
        self._reading, self._writing = reading, writing
        self.hash = sha256()
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._reading.read(size)
        except BaseException as error:
            self.error = self.error or error
            raise

    def write(self, piece: bytes) -> int:
        try:
            taken = self._writing.write(piece)
        except BaseException as error:
            self.error = self.error or error
            raise
        self.hash.update(piece[:taken])
        return taken

    def flush(self) -> None:
        """Whoever made the stream flushes it."""


def encrypt(reading: Reading, writing: Writing, to: list[Key]) -> str:
    """Encrypt all of it.

    Args:
        to: each of these keys will open it.

    Returns:
        The hash of what was written.
    """
    frank = _Frank(reading, writing)
    try:
        keys.age().encrypt_io(frank, frank, to)
    except BaseException:
        if frank.error is not None:
            raise frank.error from None
        raise
    return frank.hash.hexdigest()


def decrypt(file: Path, key: Key, writing: Writing) -> str:
    """Decrypt the file into it; each piece is proven to be what was encrypted before it is given.

    Returns:
        The hash of what was given.

    Raises:
        LibraryError: it was encrypted to another key, or is damaged.
    """
    pyrage = keys.age()
    with port.read(file) as stream:
        frank = _Frank(stream, writing)
        try:
            pyrage.decrypt_io(frank, frank, [key])
        except (pyrage.DecryptError, OSError, ValueError) as error:
            if frank.error is not None:
                raise frank.error from None
            what = f"the key in {locked.KEY} is not its key, or a byte of it is another"
            raise damaged(file, what, _REMEDY) from error
    return frank.hash.hexdigest()


class Nothing:
    """Takes all and keeps nothing."""

    def write(self, piece: bytes) -> int:
        """As if it were written."""
        return len(piece)
