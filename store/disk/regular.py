"""The one way in which a file of a library is read: a regular file of a size that fits, never through a link.

A library may come from a stranger, and what lies in it under a name of ours may be a link to one's own secrets, a pipe
that never ends, or a file that fills the memory.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from store.disk import port
from store.disk.errors import LibraryError

MOST = 1 << 30
"""Bytes that a file of a library may have; a file of two thousand reports with all their blocks has some megabytes."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read(path: Path, most: int = MOST) -> bytes:
    """All bytes of the file; raises as `opened`."""
    with opened(path, most) as file:
        return file.read(most + 1)


def opened(path: Path, most: int = MOST) -> BinaryIO:
    """The file, opened for reading.

    Raises:
        FileNotFoundError: there is none.
        OSError: the system refuses.
        LibraryError: it is a link, no regular file, or larger than `most`.
    """
    try:
        handle = port.handle(path, _FLAGS)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EMLINK, errno.ENXIO):
            raise strange(path) from error
        raise
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise strange(path)
        if state.st_size > most:
            raise LibraryError(path, f"has {state.st_size:,} bytes", f"no file of a library has above {most:,}")
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def check_folder(path: Path) -> None:
    """Refuse a folder of a library that is a link; one that is not there is none.

    Raises:
        LibraryError: it is a link.
    """
    if path.is_symlink():
        raise strange(path)


def strange(path: Path) -> LibraryError:
    """The error for something in a library that is no file or folder of its own."""
    what = "is a link, which a library has none of" if path.is_symlink() else "is no regular file"
    return LibraryError(path, what, "put the file itself in its place; nothing was read through it")
