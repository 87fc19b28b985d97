"""Hijri days: a month begins when the moon is seen, so a day may lie one off the printed calendar."""

from __future__ import annotations

from datetime import date

from timeline_core.calendars import hijri
from timeline_core.temporal.senses.sense import Here

_FAR_OFF = 200
"""Days from what a date is counted from: farther away it is of another year."""


def may_move(day: date, weekday: int | None) -> bool:
    """True for a Hijri day that may lie one off: the calendar is not sure there, and no weekday beside it confirms
    it.
    """
    return weekday != day.weekday() and not hijri.is_sure(day)


def is_far(day: date, here: Here) -> bool:
    """True for a Hijri day far from what it is counted from: there a weekday proves little, for three in seven fit."""
    return here.origin is not None and abs((day - here.origin[0]).days) > _FAR_OFF


def falls(day: date, weekday: int, *, lunar: bool) -> bool:
    """True where the day is that weekday; of a Hijri day (`lunar`) also where it is the day before or after."""
    off = (day.weekday() - weekday) % 7
    return off in (0, 1, 6) if lunar else off == 0
