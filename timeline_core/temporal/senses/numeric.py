"""Meanings of dates in figures («10/2/2023», "2/10/2023"); None where the figures are no date.

Where day and month could stand the other way round, their order is a reading: by the custom of a language that has one
(`day_first`); else it is a guess, and the value is marked unsure (`month_first`, `day_guessed`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline_core.model.when import When
from timeline_core.temporal.senses.dates import HIJRI_YEARS, LAST_OF_MONTH, Day, numbered
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import Here, Sense

DAY_FIRST, MONTH_FIRST, DAY_GUESSED = "day_first", "month_first", "day_guessed"
_GUESSES = frozenset({MONTH_FIRST, DAY_GUESSED})
_SHORT_YEAR, _PIVOT = 2, 50
"""A year of at most `_SHORT_YEAR` figures is of this century below `_PIVOT`, else of the last."""
_MONTHS, _WEEK = 12, 7
FIRST_GREGORIAN = 1700
"""A year from here on that is called Hijri is a slip of the pen for a Gregorian one («10/6/2015هـ»)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A month of the Gregorian or the Hijri calendar."""

    number: int
    lunar: bool


@dataclass(frozen=True, slots=True)
class Ordered(Day):
    """A day in figures of which either could be the month."""

    order: str = field(default=DAY_FIRST, kw_only=True)
    """`day_first`, `month_first` or `day_guessed`; also the name of the rule."""

    @property
    def rule(self) -> str:
        return self.order

    def value(self, here: Here) -> When | None:
        found = Day.value(self, here)
        return When(f"{found.edtf}?") if found is not None and self.order in _GUESSES else found


def numeric(
    day: str,
    year: str,
    month_number: str = "0",
    named: Name | None = None,
    era: str | None = None,
    weekday: str | None = None,
    until: str | None = None,
    until_month: str | None = None,
    until_weekday: str | None = None,
) -> Sense | None:
    """A date in figures, or the days from one to another."""
    month_number = month_number if named is None else str(named.number)
    if len(year) <= _SHORT_YEAR:
        year = str(int(year) + (2000 if int(year) < _PIVOT else 1900))
    lunar = int(year) in HIJRI_YEARS or (era == "hijri" and int(year) < FIRST_GREGORIAN)
    found = numbered(int(day), int(month_number), int(year), lunar)
    if found is None or until is None:
        return found if found is None or weekday is None else replace(found, weekday=int(weekday))
    if until_month is not None:
        last = numbered(int(until), int(until_month), int(year), lunar)
        first = numbered(int(day), int(month_number), int(year) - (int(month_number) > int(until_month)), lunar)
        if first is None or last is None or not _agree(first, last, weekday, until_weekday):
            return None
        return Range(first, last)
    ends = sorted((int(day), int(until)))
    last = replace(found, day=ends[1])
    if last.placed(Here(None)) is None:
        last = replace(found, day=LAST_OF_MONTH)
    return Range(replace(found, day=ends[0]), last)


def same_weeks(days: int, weekday: str, until_weekday: str) -> bool:
    """So many days lie between the two weekdays: «من الأحد 5 إلى الخميس 9», and not «من الأحد 5 إلى الجمعة 9»."""
    return (days - int(until_weekday) + int(weekday)) % _WEEK == 0


def _agree(first: Day, last: Day, weekday: str | None, until_weekday: str | None) -> bool:
    """The weekdays that are said, if any, lie as far apart as the days."""
    begin, end = first.placed(Here(None)), last.placed(Here(None))
    if weekday is None or until_weekday is None or begin is None or end is None:
        return True
    return same_weeks((end - begin).days, weekday, until_weekday)


def day_first(
    day: str, year: str, month_number: str, era: str | None = None, weekday: str | None = None
) -> Sense | None:
    """Day, month, year, as the language writes them."""
    return _ordered(numeric(day, year, month_number, era=era, weekday=weekday), DAY_FIRST)


def month_first(day: str, year: str, month_number: str, weekday: str | None = None) -> Sense | None:
    """Month, day, year, of a language in which others write the day first; the day of the week may tell."""
    found = numeric(day, year, month_number, weekday=weekday)
    if weekday is not None and int(day) <= _MONTHS:
        other = numeric(month_number, year, day, weekday=weekday)
        fitting = [one for one in (found, other) if isinstance(one, Day) and _falls(one)]
        if len(fitting) == 1:
            return fitting[0]
    return _ordered(found, MONTH_FIRST)


def _ordered(found: Sense | None, order: str) -> Sense | None:
    """The sense; marked as a reading where the figures can be read in both orders."""
    if not isinstance(found, Day) or found.month.hijri or found.day > _MONTHS or found.day == found.month.month:
        return found
    return Ordered(found.day, found.month, found.weekday, order=order)


def _falls(day: Day) -> bool:
    """True where no weekday is said beside the day, or the day is that weekday."""
    placed = day.placed(Here(None))
    return placed is not None and placed.weekday() == day.weekday
