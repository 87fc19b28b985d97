"""What can go wrong with the library on disk: one error, which names the file, what is wrong and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from timeline_core.errors import TimelineError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM)
_NO_FOLDER = (errno.ENOTDIR, errno.EEXIST)


class LibraryError(TimelineError):
    """A file of the library is damaged, cannot be read or cannot be written; nothing was overwritten."""

    def __init__(self, file: Path, what: str, remedy: str) -> None:
        """`what` follows the name of the file in a sentence; `remedy` is an order: «free some space»."""
        super().__init__(f"{file}: {what}; {remedy}")
        self.file = file
        self.what = what
        self.remedy = remedy


def refused(file: Path, error: OSError) -> LibraryError:
    """The error for something that the system refused to do with `file`, in words for a person."""
    if error.errno in _FULL:
        return LibraryError(file, "the disk is full", "free some space and do it again; what was kept before is whole")
    if error.errno == errno.EROFS:
        return LibraryError(
            file, "its disk may only be read", "make it writable, or name another folder with --library"
        )
    if error.errno in _FORBIDDEN:
        return LibraryError(file, "the system does not permit it", "allow it, or name another folder with --library")
    if error.errno in _NO_FOLDER:
        return LibraryError(file, "a file stands where a folder should be", "name another folder with --library")
    if error.errno == errno.ENOENT:
        return LibraryError(file, "is not there", "check the name")
    what = error.strerror or type(error).__name__
    return LibraryError(file, f"the system refused ({what})", "check the disk, or name another folder with --library")


class Damaged(LibraryError):
    """The content of a file is not what Waqai wrote."""


_MENDABLE = "put a sound copy in its place, or let «waqai library repair» bring back what is left; nothing was changed"


def damaged(file: Path, what: str, remedy: str = _MENDABLE) -> Damaged:
    """The error for a file whose content is not what Waqai wrote, in words for a person."""
    return Damaged(file, f"is damaged ({what})", remedy)
