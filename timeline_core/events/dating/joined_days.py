"""Days told side by side of one deed, each the day after the one before: «اجتمعا أمس واليوم» is a stretch of two days.

Source:
    DESIGN.md section 5: mentions of one happening in one report are one telling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline_core.events.dating.placed import Placed
from timeline_core.model.verdict import Limit
from timeline_core.model.when import Precision

_JOINED = "joined date"
"""The rule of a date that is of what the date before it is."""
_STEP = timedelta(1)


def as_stretches(placed: Sequence[Placed]) -> list[Placed]:
    """The dates, those of a stretch as its first one, with its end; what is said has a day, and no stretch."""
    found: list[Placed] = []
    for one in placed:
        if found and _goes_on(found[-1], one):
            begin = len(found) - 1
            while begin and found[begin].clause is None:
                begin -= 1
            found[begin] = replace(found[begin], end=one.expression)
            found.append(replace(one, clause=None, limit=Limit.PART))
        else:
            found.append(one)
    return found


def _goes_on(before: Placed, one: Placed) -> bool:
    """It is joined to that one, of the same words, and of the day after it."""
    if one.date is None or one.date.rule != _JOINED or one.clause is None or one.clause.said or one.clause.denied:
        return False
    part = before.limit is Limit.PART
    if not part and (before.clause is None or before.clause.words != one.clause.words or before.begins):
        return False
    return _follows(before, one)


def _follows(before: Placed, one: Placed) -> bool:
    days = [each.expression.when for each in (before, one)]
    if any(day is None or day.precision is not Precision.DAY for day in days):
        return False
    first, last = (day.days if day is not None else None for day in days)
    return first is not None and last is not None and last[0] - first[1] == _STEP
