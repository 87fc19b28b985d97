"""The port to the disk: the store opens and changes files through these calls alone.

So a test can let any of the calls fail, end the program there, or write all of them down and replay what a power cut
leaves. What is only looked at (names, sizes) is not told here.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_OPEN = 0o777


class Call(NamedTuple):
    """A call that is about to be made."""

    name: str
    path: Path
    other: Path = Path()
    """The name that it is given, of what is moved or linked."""
    at: int = 0
    """The byte at which it writes or cuts."""
    content: bytes = b""
    """What it writes."""


Watch = Callable[[Call], int | None]
"""Is asked before each call: it may raise in its place, or give how many bytes a write takes."""
_WATCHES: list[Watch] = []


@contextmanager
def watched(by: Watch) -> Iterator[None]:
    """Ask before each call of any thread, meanwhile."""
    _WATCHES.append(by)
    try:
        yield
    finally:
        _WATCHES.remove(by)


def _ask(name: str, path: Path, other: Path | None = None) -> None:
    if _WATCHES:
        _WATCHES[-1](Call(name, path, other or Path()))


class File(io.FileIO):
    """A file that is written: each write of it is a call."""

    def __init__(self, handle: int, path: Path, mode: str) -> None:
        super().__init__(handle, mode)
        self.path = path

    def write(self, content: ReadableBuffer) -> int:
        """Write what the disk takes of it; returns how much that is."""
        taken = None
        if _WATCHES:
            taken = _WATCHES[-1](Call("write", self.path, at=self.tell(), content=bytes(content)))
        return super().write(content if taken is None else memoryview(content)[:taken])

    def truncate(self, size: int | None = None) -> int:
        """Cut it off at that byte."""
        if _WATCHES:
            _WATCHES[-1](Call("truncate", self.path, at=self.tell() if size is None else size))
        return super().truncate(size)


def create(path: Path, mode: int) -> BinaryIO:
    """A file that is not there yet, opened for writing."""
    _ask("create", path)
    return io.BufferedWriter(File(os.open(path, _NEW, mode), path, "wb"))


def change(path: Path) -> File:
    """A file that is there, opened to be changed, without a buffer."""
    _ask("open", path)
    return File(os.open(path, os.O_RDWR | _BINARY), path, "r+b")


def handle(path: Path, flags: int) -> int:
    """The handle of a file that is only read."""
    _ask("open", path)
    return os.open(path, flags)


def read(path: Path) -> BinaryIO:
    """A file, opened for reading, wherever it lies."""
    _ask("open", path)
    return path.open("rb")


def content(path: Path) -> bytes:
    """All bytes of a file."""
    with read(path) as file:
        return file.read()


def sync(file: BinaryIO, path: Path) -> None:
    """Make durable what was written."""
    file.flush()
    _ask("sync", path)
    os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    _ask("sync folder", path)
    opened = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def replace(path: Path, target: Path) -> None:
    """Move the file to another name, in the place of what stands there."""
    _ask("replace", path, target)
    path.replace(target)


def rename(path: Path, target: Path) -> None:
    """Move a file or folder to another name."""
    _ask("rename", path, target)
    path.rename(target)


def link(path: Path, name: Path) -> None:
    """Give the file a second name."""
    _ask("link", path, name)
    name.hardlink_to(path)


def chmod(path: Path, mode: int) -> None:
    """Give the file other rights."""
    _ask("chmod", path)
    path.chmod(mode)


def unlink(path: Path) -> None:
    """Remove the file, if it is there."""
    _ask("unlink", path)
    path.unlink(missing_ok=True)


def make_folder(path: Path, mode: int = _OPEN) -> None:
    """Make the folder where there is none, and those that it lies in; its own name is durable then."""
    if path.is_dir():
        return
    if path.parent != path and not path.parent.is_dir():
        make_folder(path.parent)
    _ask("mkdir", path)
    path.mkdir(mode, exist_ok=True)
    with suppress(PermissionError):
        sync_folder(path.parent)


def remove_folder(path: Path) -> None:
    """Remove the folder, which is empty."""
    _ask("rmdir", path)
    path.rmdir()


def remove_tree(path: Path) -> None:
    """Remove the folder with all that is in it; a link in it is removed, and not what it leads to."""
    with os.scandir(path) as found:
        inside = [(Path(one.path), one.is_dir(follow_symlinks=False)) for one in found]
    for one, is_folder in inside:
        remove_tree(one) if is_folder else unlink(one)
    remove_folder(path)


def copy_tree(path: Path, target: Path) -> None:
    """Copy a folder of folders and files; what is copied is durable."""
    make_folder(target, path.stat().st_mode & _OPEN)
    for one in sorted(path.iterdir()):
        if one.is_dir():
            copy_tree(one, target / one.name)
            continue
        with read(one) as source, create(target / one.name, one.stat().st_mode & _OPEN) as copy:
            while piece := source.read(1 << 20):
                copy.write(piece)
            sync(copy, target / one.name)
    sync_folder(target)
