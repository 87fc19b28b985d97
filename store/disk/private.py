"""Who may read what Waqai writes: nobody but its owner, unless the folder was opened to others by hand.

What is new takes the rights of the folder that it lies in, so that a library made here is closed, one that a newsroom
shares stays shared, and an export lies as open as the folder that was named for it. A umask that is stricter holds.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from store.disk import port

_CLOSED, _OTHERS = 0o700, 0o077
_READ_WRITE = 0o666


def make_folder(path: Path) -> None:
    """Make the folder of a library where there is none; nobody but its owner may look into it.

    Raises:
        OSError: it cannot be made.
    """
    port.make_folder(path, _CLOSED)


def make_part(path: Path) -> None:
    """Make a folder within a library, as open as the library.

    Raises:
        OSError: it cannot be made.
    """
    port.make_folder(path, stat.S_IMODE(path.parent.stat().st_mode) & 0o777)


def make_own(path: Path) -> None:
    """Make a folder of the program's own, such as that of its sessions, and close it where it stands open.

    Raises:
        OSError: it cannot be made or closed.
    """
    port.make_folder(path, _CLOSED)
    if os.name != "nt" and path.stat().st_mode & _OTHERS:
        port.chmod(path, _CLOSED)


def create(path: Path, *, closed: bool = False) -> BinaryIO:
    """Create a file that is not there yet, opened for writing; as open as its folder, or closed to all but its owner.

    Raises:
        OSError: it is there, or cannot be created.
    """
    mode = _CLOSED if closed else path.parent.stat().st_mode
    return port.create(path, mode & _READ_WRITE)


def refuse_planted(path: Path) -> None:
    """Refuse a link that another account has put where all may write, as the system does for who opens it.

    Raises:
        PermissionError: it is one.
    """
    if os.name == "nt" or not path.is_symlink():
        return
    folder, owner = path.parent.stat(), path.lstat().st_uid
    if folder.st_mode & stat.S_ISVTX and folder.st_mode & stat.S_IWOTH and owner not in (os.geteuid(), folder.st_uid):
        raise PermissionError(errno.EACCES, "it is a link that another account has put there", str(path))


def is_open(path: Path) -> bool:
    """Whether other accounts of the machine may look into the folder, or read the file."""
    return os.name != "nt" and bool(path.stat().st_mode & _OTHERS)
