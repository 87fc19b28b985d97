"""What appears in a folder, once it is whole: a file is ready when it has not changed from one look to the next."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from store.intake import files
from store.intake.result import Failure

LOOKS = 2
"""Looks in a row that must find a file unchanged."""

_State = tuple[int, int, int]
"""Size, time of the last change, and which file it is: one that is put in its place at once is another one."""


@dataclass(slots=True)
class _File:
    state: _State
    looks: int = 1
    given: bool = False


class Appearing:
    """Remembers what a folder held at the last look. It needs no clock: who looks decides how long to wait."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._files: dict[str, _File] = {}
        self.refused: tuple[Failure, ...] = ()
        """What stood there at the last look and is never given."""

    def look(self) -> tuple[str, ...]:
        """The files that are ready and were not given in this state before, in the order of a folder.

        A file that vanished is forgotten, one that changed is given again when it is whole.
        """
        found = [*files.found([self._folder])]
        self.refused = tuple(one for one in found if isinstance(one, Failure) and one.path != self._folder)
        there = dict(_states(path for path in found if isinstance(path, str)))
        self._files = {path: file for path, file in self._files.items() if path in there}
        for path, state in there.items():
            known = self._files.get(path)
            if known is None or known.state != state:
                self._files[path] = _File(state)
            else:
                known.looks += 1
        ready = [(path, file) for path, file in self._files.items() if self._is_ready(file)]
        for _, file in ready:
            file.given = True
        return tuple(sorted((path for path, _ in ready), key=list(there).index))

    @property
    def settled(self) -> bool:
        """True when no file is waited for."""
        return all(file.given or not file.state[0] for file in self._files.values())

    @staticmethod
    def _is_ready(file: _File) -> bool:
        """True where the file was the same at the last looks; an empty one is about to be written, and is not ready."""
        return not file.given and file.looks >= LOOKS and file.state[0] > 0


def _states(paths: Iterable[str]) -> Iterator[tuple[str, _State]]:
    for path in paths:
        with suppress(OSError):
            found = Path(path).stat()
            yield path, (found.st_size, found.st_mtime_ns, found.st_ino)


def is_there(folder: str) -> bool:
    """True for a folder that can be looked into."""
    return Path(folder).is_dir() and os.access(folder, os.R_OK | os.X_OK)
