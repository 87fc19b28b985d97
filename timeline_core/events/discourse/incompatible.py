"""What speaks against two tellings being of one happening, however much they share.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from timeline_core.concepts import Concepts
from timeline_core.model.draft import KIN, Draft
from timeline_core.model.entry import UNNAMED

_NAMELESS = (UNNAMED, "body:")
"""What the ids of bodies without a name of their own begin with: «جنود» may be those of any army."""

_STRETCH = "range"
"""The rule of a date that says from which day to which."""


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
