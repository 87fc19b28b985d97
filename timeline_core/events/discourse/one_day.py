"""Whether two tellings can be of one day: «في أيار» and «في 3 أيار», "in May" and "on 3 May"."""

from __future__ import annotations

from datetime import timedelta

from timeline_core.concepts import Concepts
from timeline_core.model.draft import Draft

_LONGEST = timedelta(31)
"""A longer time holds too many days for one of them to be the same happening's."""


_LAST_HOUR = 23
"""Of a day, from 0: a part of the day that has it can be the night before the next day."""


def is_of_one_day(told: Draft, mention: Draft) -> bool:
    """The days of the one lie in those of the other."""
    mine, theirs = (draft.when.days if draft.when is not None else None for draft in (told, mention))
    if mine is None or theirs is None:
        return told.when == mention.when
    shorter, longer = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    inside = longer[0] <= shorter[0] and shorter[1] <= longer[1]
    return inside and longer[1] - longer[0] <= _LONGEST


def is_of_one_night(told: Draft, mention: Draft, concepts: Concepts) -> bool:
    """The one is late on a day, the other early on the next: «ليلة أمس … فجر اليوم», "late on Friday … at dawn".

    A second night is another one.
    """
    days = [draft.when.days if draft.when is not None else None for draft in (told, mention)]
    if days[0] is None or days[1] is None or any(first != last for first, last in filter(None, days)):
        return False
    if abs(days[0][0] - days[1][0]) != timedelta(1):
        return False
    before, after = (told, mention) if days[0] < days[1] else (mention, told)
    late, early = (frozenset().union(*(concepts.hours[part] for part in one.hours)) for one in (before, after))
    return _LAST_HOUR in late and 0 in early and _LAST_HOUR not in early
