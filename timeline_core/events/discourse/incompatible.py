"""What speaks against two tellings being of one happening, however much they share.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from datetime import timedelta

from timeline_core.concepts import Concepts
from timeline_core.model.draft import KIN, Draft
from timeline_core.model.entry import UNNAMED

_NAMELESS = (UNNAMED, "body:")
"""What the ids of bodies without a name of their own begin with: «جنود» may be those of any army."""

_STRETCH = "range"
"""The rule of a date that says from which day to which."""
_LONGEST = timedelta(31)
"""A longer time holds too many days for one of them to be the same happening's."""
_LAST_HOUR = 23
"""Of a day, from 0: a part of the day that has it can be the night before the next day."""


def count_others(one: Draft, other: Draft) -> bool:
    """True where those counted are of other forces, or of another family: soldiers, and gunmen."""
    if not one.counted or not other.counted or one.counted & other.counted:
        return False
    mine, theirs = ({id for id in draft.counted if not id.startswith(KIN)} for draft in (one, other))
    if not mine or not theirs:
        return one.lang == other.lang and not mine and not theirs
    turned = bool(mine & set(other.actors) or theirs & set(one.actors))
    return turned or not any(id.startswith(_NAMELESS) for id in mine | theirs)


def counts_nameless(one: Draft, other: Draft) -> bool:
    """True where one of them counts only bodies without a name: «47 من الميليشيات»."""
    return any(all(id.startswith(_NAMELESS) for id in draft.counted) for draft in (one, other))


def name_other_forces(one: Draft, other: Draft) -> bool:
    """True where both name who did it, or to whom they are, and none of the one is one of the other."""
    mine, theirs = (
        {id for id in draft.actors if not id.startswith(_NAMELESS)} - draft.persons - draft.counted
        for draft in (one, other)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def lasts_beyond(one: Draft, other: Draft) -> bool:
    """True where the words say of the one from which day to which it went on, and of the other a single day of these:
    «معركة دارت بين 14 و19 آب … في 14 آب هاجم …», "the battle lasted from 14 to 19 August … on the 14th".
    """
    days = [draft.when.days for draft in (one, other) if draft.when is not None and draft.when.days is not None]
    single = sum(first == last for first, last in days) == 1
    return len(days) > 1 and single and any(map(_says_both_ends, (one, other)))


def _says_both_ends(draft: Draft) -> bool:
    said = (piece.expression for piece in draft.evidence if not piece.inherited)
    return any(expression is not None and expression.reason.rule == _STRETCH for expression in said)


def are_at_other_hours(one: Draft, other: Draft, concepts: Concepts) -> bool:
    """True where both give the part of their day, and no hour is in both: the morning, and the evening."""
    if not one.hours or not other.hours:
        return False
    mine, theirs = (frozenset().union(*(concepts.hours[part] for part in draft.hours)) for draft in (one, other))
    return mine.isdisjoint(theirs)


def is_of_one_day(told: Draft, mention: Draft) -> bool:
    """The days of the one lie in those of the other: «في أيار» and «في 3 أيار», "in May" and "on 3 May"."""
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
