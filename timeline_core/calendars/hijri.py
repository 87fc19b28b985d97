"""The Hijri calendar in Gregorian days: Umm al-Qura where its table reaches, the tabular calendar elsewhere.

Source:
    Umm al-Qura, 1343–1500 AH: the hijridate package (checked there against the tables of R. H. van Gent). Outside: the
    tabular Islamic calendar, civil epoch (Reingold and Dershowitz, «Calendrical Calculations»), right to a day or two.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline_core.calendars.gregorian import days_later

FIRST_TABLED, LAST_TABLED = 1343, 1500
FIRST_SURE = 1423
"""The first year of the rule by which the calendar of Umm al-Qura is still reckoned."""
SIGHTED = frozenset([9, 10, 12])
_EPOCH = date(622, 7, 19).toordinal()
_MONTHS = 4_096
"""Months and days that are remembered."""


def day_of(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, or None where the Hijri month has no such day."""
    first, last = month_of(year, month)
    found = days_later(first, day - 1)
    return found if day >= 1 and found <= last else None


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last Gregorian day of a Hijri month; `month` may lie outside 1–12 and carries into the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _up_to(_month_start(year, month), _month_start(year + month // 12, month % 12 + 1))


def year_of(year: int) -> tuple[date, date]:
    """First and last Gregorian day of a Hijri year."""
    return _up_to(_month_start(year, 1), _month_start(year + 1, 1))


def _up_to(first: date, following: date) -> tuple[date, date]:
    """The days before another; at the end of the calendar, where both are its last day, that day."""
    return first, max(first, days_later(following, -1))


def year_with(gregorian: int, month: int) -> int:
    """The Hijri year whose month of that number begins in that Gregorian year; the earlier of two."""
    year = of_day(date(gregorian, 1, 1))[0]
    return year if _month_start(year, month).year == gregorian else year + 1


@lru_cache(_MONTHS)
def of_day(day: date) -> tuple[int, int, int]:
    """Hijri year, month and day of a Gregorian day."""
    year = max(1, (day.toordinal() - _EPOCH) * 10631 // 3767000)
    while (following := _month_start(year + 1, 1)) <= day and following < date.max:
        year += 1
    while year > 1 and _month_start(year, 1) > day:
        year -= 1
    month = 12
    while month > 1 and _month_start(year, month) > day:
        month -= 1
    return year, month, (day - _month_start(year, month)).days + 1


def is_sure(day: date) -> bool:
    """True where the printed calendar is what people count by; else the moon that is seen may move the day by one.

    That of Umm al-Qura follows one rule since 1423, and is the tabular one where it is not printed. Ramadan, Shawwal
    and Dhu al-Hijjah begin where the moon is sighted, whatever is printed.
    """
    year, month, _ = of_day(day)
    return FIRST_SURE <= year <= LAST_TABLED and month not in SIGHTED


@lru_cache(_MONTHS)
def _month_start(year: int, month: int) -> date:
    if FIRST_TABLED <= year <= LAST_TABLED:
        from hijridate import Hijri

        return date.fromordinal(Hijri(year, month, 1, validate=False).to_gregorian().toordinal())
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return days_later(date.fromordinal(_EPOCH), days)
