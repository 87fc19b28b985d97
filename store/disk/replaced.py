"""A library that another took the place of: what it is called then, and finding it again where a restore was killed."""

from __future__ import annotations

import glob
import time
from contextlib import suppress
from pathlib import Path

from store.disk import locked, migrations, port, whole

_DAY = 86_400


def name_of(folder: Path, stamp: str) -> Path:
    """What the library in the folder is called once another has taken its place."""
    return folder.with_name(f"{folder.name}.before-{stamp}")


def former_of(folder: Path) -> Path | None:
    """The library that was put aside last, where nothing has taken its place; None where something stands there."""
    if folder.exists():
        return None
    return next(
        (one for one in reversed(formers(folder)) if (one / migrations.HEADER).is_file() or locked.is_locked(one)), None
    )


def formers(folder: Path) -> list[Path]:
    """What was put aside, whole or not, the earliest first."""
    target = folder.resolve()
    return sorted(target.parent.glob(glob.escape(target.name) + ".before-*"))


def sweep(parent: Path) -> None:
    """Remove what a killed restore or backup left in a folder a day ago or earlier: copies of all texts."""
    for left in whole.stray(parent):
        if left.is_symlink() or time.time() - left.stat().st_mtime < _DAY:
            continue
        if left.is_dir():
            with suppress(OSError):
                port.remove_tree(left)
        else:
            port.unlink(left)
