"""The program as it lies on the disk: what is kept for a later run names it, and is of no use to another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import timeline_core

ROOT = Path(timeline_core.__file__).parents[1]
"""The folder that holds the packages."""


def fingerprint(packages: Iterable[str]) -> str:
    """A hash of the version and of every file of these packages, by path, size and time; no file is opened.

    The time tells of a clone that is worked on, the version of an upgrade whose files all bear one time.
    """
    found = sha256(f"{timeline_core.__version__} {sys.version}\n".encode())
    for package in packages:
        for line in sorted(_files(f"{ROOT / package}", package)):
            found.update(line.encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def _files(folder: str, name: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path, f"{name}/{entry.name}")
            else:
                known = entry.stat()
                yield f"{name}/{entry.name} {known.st_size} {known.st_mtime_ns}\n"
