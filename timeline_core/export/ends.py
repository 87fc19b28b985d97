"""The two ends of a When, each only as fine as it is known: for formats that hold a year, a month or a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_core.model import edtf as notation
from timeline_core.model.edtf import Interval, Point
from timeline_core.model.when import When

Part = tuple[int, ...]
"""(year,), (year, month) or (year, month, day)."""


class Ends(NamedTuple):
    """Equal where one unit says it all; None for an end that is open or not known."""

    first: Part | None
    last: Part | None

    @property
    def one(self) -> Part | None:
        """The one year, month or day that is meant; None where it takes two ends to say it."""
        return self.first if self.first == self.last else None


def ends(when: When | None) -> Ends:
    """A month stays a month: no day is made up."""
    if when is None or not when.resolved:
        return Ends(None, None)
    if when.mod is not None:
        return Ends(_cut(when.first, 3), _cut(when.last, 3))
    value = when.value
    if isinstance(value, Interval):
        return Ends(_end(value.first, last=False), _end(value.last, last=True))
    return Ends(_end(value, last=False), _end(value, last=True))


def written(part: Part) -> str:
    """«2023», «2023-02», «2023-02-10»."""
    return "-".join(f"{number:0{4 if place == 0 else 2}d}" for place, number in enumerate(part))


def _end(point: Point | None, *, last: bool) -> Part | None:
    days = notation.bounds(point) if point is not None else None
    return _cut(days[last], _fineness(point)) if point is not None and days is not None else None


def _fineness(point: Point) -> int:
    if point.day is not None:
        return 3
    return 1 if point.open_digits or point.month is None else 2


def _cut(day: date | None, fineness: int) -> Part | None:
    return None if day is None else (day.year, day.month, day.day)[:fineness]
