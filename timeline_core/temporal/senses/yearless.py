"""Dates without their year («12 نيسان», "the spring"): of which year are they?

Such a date is the latest before the day that it is counted from, or the first after it. So its reason is short enough
to be checked: the day counted from, and the side.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from timeline_core.calendars import hijri
from timeline_core.temporal.senses.sense import Here, Side

Days = tuple[date, date]

_MOST_AHEAD = 5
"""Months: where no word tells the side, a day is the nearest one, but never so far ahead: news tells of the past.

Source:
    Of 145 such dates in TimeBank the nearest is right for 94 %.
"""
_SOON = 2
"""Months: with a verb of the past, a day at most so far ahead may be one that was announced; its year stays open."""
_MOST_PLANNED, _MOST_PLANNED_DAY = 8, 9
"""Months: a month, or a day, lies less far ahead than this, even where the words point to the future."""
_MOST_ON = 4
"""Months: a story near the end of a year runs on at most so far into the next one; else it looks back.

Source:
    Of 222 such dates in eleven histories (the development half of WikiWars).
"""
_SHORT = 100
"""Days: what is so short and lies in two years is a winter, and the nearest date is of it: "winter 1944", "March"."""
_YEARS = 9
"""Years before and after in which a day is looked for that not every year has: 29 February."""


class Cycle:
    """A date that comes once a year: its days in every year of its calendar.

    Args:
        days: year -> first and last day; None where that year has no such day.
        lunar: the years are those of the Hijri calendar.
        day: it is one day, not a month or a season.
        planned: months; where words point to the future it lies less far ahead than this.
    """

    __slots__ = ("_day", "_days", "_kept", "_lunar", "_planned")

    def __init__(
        self, days: Callable[[int], Days | None], *, lunar: bool = False, day: bool = False, planned: int = 0
    ) -> None:
        self._days = days
        self._lunar = lunar
        self._day = day
        self._planned = planned or (_MOST_PLANNED_DAY if day else _MOST_PLANNED)
        self._kept: tuple[Days | None, tuple[int, int] | None] = None, None
        """The days counted from last, and the years around them: those of one report are mostly the same."""

    def year(self, here: Here) -> int | None:
        """The year that is meant; None where no day to count from is known, or the words around leave it open."""
        around = self.around(here)
        if around is None:
            return None
        side = here.side or self._side(*around, here)
        return None if side is None else around[side is Side.AFTER]

    def undecided(self, here: Here) -> bool:
        """True where the words around leave open on which side of the day that it is counted from the date lies."""
        around = self.around(here)
        return around is not None and here.side is None and self._side(*around, here) is None

    def around(self, here: Here) -> tuple[int, int] | None:
        """The year of the latest such date that has begun by the day counted from, and that of the first later on."""
        origin = here.origin
        counted, years = self._kept
        if counted != origin:
            years = None if origin is None else self._around(*origin)
            self._kept = origin, years
        return years

    def _around(self, first: date, last: date) -> tuple[int, int] | None:
        start, end = (hijri.of_day(day)[0] if self._lunar else day.year for day in (first, last))
        before = next((one for one in range(end, end - _YEARS, -1) if (at := self._at(one)) and at[0] <= last), None)
        after = next((one for one in range(start, start + _YEARS) if (at := self._at(one)) and at[0] >= first), None)
        if before is None or after is None:
            only = after if before is None else before
            return None if only is None else (only, only)
        return before, after

    def _at(self, year: int) -> Days | None:
        return self._days(year) if 1 <= year <= 9999 else None

    def _side(self, before: int, after: int, here: Here) -> Side | None:
        if before == after:
            return Side.BEFORE
        return self._story_side(before, after, here) if here.since is not None else self._news_side(after, here)

    def _news_side(self, after: int, here: Here) -> Side | None:
        """The side of a date that is counted from the day of the report; None where it stays open."""
        months = self._months_ahead(after, here)
        if here.future:
            most = self._planned
        elif here.past:
            if self._day and months <= _SOON:
                return None
            most = 1
        else:
            most = _MOST_AHEAD if self._day else 1
        return Side.AFTER if months < most else Side.BEFORE

    def _story_side(self, before: int, after: int, here: Here) -> Side:
        """The side of a date that a story counts from its last: in the same year, unless the story runs on into the
        next.
        """
        first, last = here.origin or (date.min, date.max)
        coming, gone = self._at(after), self._at(before)
        if coming is None or (not here.future and here.day is not None and coming[0] > here.day):
            return Side.BEFORE
        if gone is not None and gone[1] >= first:
            return Side.BEFORE
        if gone is not None and first.year != last.year and (last - first).days < _SHORT:  # a winter
            return Side.BEFORE if first - gone[1] < coming[0] - last else Side.AFTER
        near = coming[0].year in (first.year, last.year) or self._months_ahead(after, here) <= _MOST_ON
        return Side.AFTER if near else Side.BEFORE

    def _months_ahead(self, year: int, here: Here) -> int:
        coming, origin = self._at(year), here.origin
        if coming is None or origin is None:
            return 12
        return _month_count(coming[0], lunar=self._lunar) - _month_count(origin[1], lunar=self._lunar)


def _month_count(day: date, *, lunar: bool) -> int:
    year, month = hijri.of_day(day)[:2] if lunar else (day.year, day.month)
    return year * 12 + month
