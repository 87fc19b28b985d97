"""Whether two tellings can be of one day: «في أيار» and «في 3 أيار», "in May" and "on 3 May"."""

from __future__ import annotations

from datetime import timedelta

from timeline_core.model.draft import Draft

_LONGEST = timedelta(31)
"""A longer time holds too many days for one of them to be the same happening's."""


def is_of_one_day(told: Draft, mention: Draft) -> bool:
    """The days of the one lie in those of the other."""
    mine, theirs = (draft.when.days if draft.when is not None else None for draft in (told, mention))
    if mine is None or theirs is None:
        return told.when == mention.when
    shorter, longer = sorted((mine, theirs), key=lambda days: days[1] - days[0])
    inside = longer[0] <= shorter[0] and shorter[1] <= longer[1]
    return inside and longer[1] - longer[0] <= _LONGEST
