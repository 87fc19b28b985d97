"""`Fault`: where the reading of one report broke. It is told and kept; the report is set aside and all others go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Self, TypeVar

T = TypeVar("T")
_CORE = __name__.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of the program itself, met in one report."""

    step: str
    """The room of the core in which it arose: `temporal`, `names`, `syntax`, `events`, `merge`…"""
    error: str
    """Its class and what it says: «KeyError: 'day'»."""
    place: str
    """Module and line: «timeline_core.temporal.senses.periods:107»."""

    @classmethod
    def of(cls, error: Exception) -> Self:
        """Make the fault of an error that was caught."""
        frames = [frame for frame in _frames(error) if frame[0].startswith(_CORE)] or [(_CORE, 0)]
        module, line = frames[-1]
        rooms = module.split(".")
        step = rooms[1] if len(rooms) > 1 else _CORE
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return cls(step, said.removesuffix(":"), f"{module}:{line}")

    def __str__(self) -> str:
        return f"{self.error} at {self.place}"


def guard(work: Callable[[], T]) -> T | Fault:
    """Do the work, and give its result or the fault that ended it: no report can stop the reading of another."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - the border between one report and all others
        return Fault.of(error)


def _frames(error: Exception) -> list[tuple[str, int]]:
    """Module and line of each call that the error went through, the innermost last."""
    found: list[tuple[str, int]] = []
    at = error.__traceback__
    while at is not None:
        frame: FrameType = at.tb_frame
        found.append((str(frame.f_globals.get("__name__", "")), at.tb_lineno))
        at = at.tb_next
    return found
