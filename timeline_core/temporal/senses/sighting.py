"""Hijri days beside a weekday: the moon that is seen may move them by one."""

from __future__ import annotations

from datetime import date

from timeline_core.calendars import hijri
from timeline_core.temporal.senses.sense import Here

_FAR_OFF = 200
"""Days."""


def may_move(day: date, weekday: int | None) -> bool:
    """True for a Hijri day that the moon may have moved, and no weekday beside it confirms."""
    return weekday != day.weekday() and not hijri.is_sure(day)


def is_far(day: date, here: Here) -> bool:
    """True for a Hijri day of another year: the moon lets three weekdays in seven fit by chance."""
    return here.origin is not None and abs((day - here.origin[0]).days) > _FAR_OFF


def falls(day: date, weekday: int, *, lunar: bool) -> bool:
    """True for a day of the weekday that is said beside it; the moon may move a Hijri day by one."""
    off = (day.weekday() - weekday) % 7
    return off in (0, 1, 6) if lunar else off == 0
