"""`Turn`: the day that is being tried for a report. Pure; `tui.view.state` holds it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from timeline_core.model.report import Published
from timeline_core.publication.tried import Tried
from tui.ports.listed_report import DayFrom


class Unit(StrEnum):
    """By how much a key moves the day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Turn:
    """The report, the day that is tried, and what follows from it."""

    report: str
    """Id of the report."""
    day: date
    published: Published
    """The day that holds, and how it is known."""
    day_from: DayFrom
    who: str = ""
    """Whoever set the day that holds."""
    tried: Tried | None = None
    """What was told last, of this day or of one before it; None while nothing was."""
    typed: str = ""
    """What is being typed."""
    typed_on: date | None = None
    """The day from which that counts."""
    wrong: bool = False
    """What is typed is no day."""
    warned: bool = False
    """The reader was told that a clue forbids the day, and may keep it all the same."""

    @property
    def settled(self) -> Tried | None:
        """What is told of this very day; None while that is being read."""
        return self.tried if self.tried is not None and self.tried.day == self.day else None

    def at(self, day: date) -> Turn:
        """The same, of that day; what was typed is done with."""
        return replace(self, day=day, typed="", typed_on=None, wrong=False, warned=False)

    def moved(self, unit: Unit, by: int) -> Turn:
        """So many days, weeks or months on."""
        return self.at(_by_month(self.day, by) if unit is Unit.MONTH else _by_days(self.day, unit, by))

    def typing(self, text: str, day: date | None) -> Turn:
        """With that text typed, which says that day; None where it says none."""
        if not text:
            return self.at(self.typed_on or self.day)
        begun = self.typed_on or self.day
        return replace(self, typed=text, typed_on=begun, day=day or self.day, wrong=day is None, warned=False)


def numbered_day(text: str, near: date) -> date | None:
    """The day of that number in the month of `near`: «19»; None where the text is no such number."""
    if not (text.isdecimal() and len(text) <= len("31")):
        return None
    try:
        return near.replace(day=int(text))
    except ValueError:
        return None


def _by_days(day: date, unit: Unit, by: int) -> date:
    step = timedelta(weeks=by) if unit is Unit.WEEK else timedelta(by)
    try:
        return day + step
    except OverflowError:
        return day


def _by_month(day: date, by: int) -> date:
    """The same day of another month, or its last where that is shorter."""
    number = day.year * 12 + day.month - 1 + by
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return day
