"""Files that are written whole or not at all; nothing here knows what they hold."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from store.disk import port, private

_PREFIX, _SUFFIX = ".waqai-", ".tmp"


def write(path: Path, content: bytes, *, closed: bool = False) -> None:
    """Put `content` in the place of the file: temporary file beside, fsync, replace, fsync of the folder.

    Whoever reads meanwhile, and whoever comes after a crash, finds all of the old or all of the new. A symbolic link
    stays one; permissions stay. A new file is as open as its folder, or closed to all but its owner.

    Raises:
        OSError: the old file is untouched.
    """
    place(path, content, closed=closed)
    sync_folder(path.resolve().parent)


def place(path: Path, content: bytes, *, closed: bool = False) -> None:
    """As `write`, but the folder is left for the caller to `sync_folder` once after many files."""
    private.refuse_planted(path)
    target = path.resolve()
    temporary = beside(target)
    try:
        with private.create(temporary, closed=closed) as file:
            file.write(content)
            port.sync(file, temporary)
        if not closed:
            with suppress(FileNotFoundError):
                port.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        port.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            port.unlink(temporary)
        raise


def beside(path: Path) -> Path:
    """A free temporary name in the same folder, of a form that `sweep` recognises."""
    return path.with_name(f"{_PREFIX}{os.urandom(6).hex()}{_SUFFIX}")


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    port.sync_folder(folder)


def sweep(folder: Path) -> None:
    """Remove the temporary files of a killed writer. The caller holds the lock of the folder."""
    for temporary in stray(folder):
        port.unlink(temporary)


def stray(folder: Path) -> list[Path]:
    """Temporary files in the folder, if that is there: of a killed writer, or of one that is writing now.

    Cost: a name of the folder is in memory at a time; it may hold a million texts.
    """
    try:
        with os.scandir(folder) as found:
            names = [one.name for one in found if one.name.startswith(_PREFIX) and one.name.endswith(_SUFFIX)]
    except FileNotFoundError:
        return []
    return sorted(folder / name for name in names)
