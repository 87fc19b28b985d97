"""Whether a file is still what was read: a stamp that changes when somebody writes it."""

from __future__ import annotations

from pathlib import Path

from store.disk.errors import refused

Stamp = tuple[int, int, int]
"""Number of the file on its disk, moment of the last change in nanoseconds, length in bytes."""


def stamp(file: Path) -> Stamp:
    """The stamp of `file`; three zeros where there is none.

    Raises:
        LibraryError: the system refuses to look at it.
    """
    try:
        state = file.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    except OSError as error:
        raise refused(file, error) from error
    return (state.st_ino, state.st_mtime_ns, state.st_size)
