"""Counting in Gregorian days, weeks, months and years; a week is an ISO week, Monday to Sunday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from timeline_core.calendars.parts import YearMonth

_LAST_DAY = date.max.toordinal()
_MONTHS = 4_096
"""Months whose days are remembered."""


def days_later(day: date, count: int) -> date:
    """`count` days later, or earlier when below 0; held within the years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), _LAST_DAY))


def month_later(day: date, count: int) -> YearMonth:
    """Year and month, `count` months after the month of `day`; held within the years 1 to 9999."""
    months = min(max(day.year * 12 + day.month - 1 + count, 12), 9999 * 12 + 11)
    return YearMonth(months // 12, months % 12 + 1)


def same_day_later(day: date, months: int) -> date:
    """The same day of the month, or the month's last where it is shorter."""
    year, month = month_later(day, months)
    return date(year, month, min(day.day, month_length(year, month)))


def month_length(year: int, month: int) -> int:
    """Number of days of a month."""
    return monthrange(year, month)[1]


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week that the day is in."""
    monday = days_later(day, -day.weekday())
    return monday, days_later(monday, 6)


def on_or_before(day: date, weekday: int) -> date:
    """The latest such weekday (0 is Monday) that is not after the day."""
    return days_later(day, -((day.weekday() - weekday) % 7))


def on_or_after(day: date, weekday: int) -> date:
    """The earliest such weekday (0 is Monday) that is not before the day."""
    return days_later(day, (weekday - day.weekday()) % 7)


def nearest(day: date, weekday: int) -> date:
    """Such a weekday at most three days away."""
    return on_or_before(days_later(day, 3), weekday)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


@lru_cache(_MONTHS)
def span_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    first = date(year, month, 1)
    return first, first + timedelta(month_length(year, month) - 1)


def easter(year: int, *, julian: bool = False) -> date:
    """Easter Sunday of the Western churches; `julian`: of the Eastern ones, as a Gregorian day.

    Source:
        Meeus, «Astronomical Algorithms», chapter 8: the rules of Butcher (Gregorian) and of Meeus (Julian).
    """
    if julian:
        moon = (19 * (year % 19) + 15) % 30
        shift = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + shift + 114, 31)
        return days_later(date(year, month, day + 1), year // 100 - year // 400 - 2)
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - leap + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * shift) // 451
    month, day = divmod(moon + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)
