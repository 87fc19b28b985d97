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


def count_others(one: Draft, other: Draft) -> bool:
    """True where those counted are of other forces, or of another family: soldiers, and gunmen."""
    if not one.counted or not other.counted or one.counted & other.counted:
        return False
    mine, theirs = ({id for id in draft.counted if not id.startswith(KIN)} for draft in (one, other))
    if not mine or not theirs:
        return one.lang == other.lang and not mine and not theirs
    turned = bool(mine & set(other.actors) or theirs & set(one.actors))
    return turned or not any(id.startswith(_NAMELESS) for id in mine | theirs)


def name_other_forces(one: Draft, other: Draft) -> bool:
    """True where both name who did it, or to whom they are, and none of the one is one of the other."""
    mine, theirs = (
        {id for id in draft.actors if not id.startswith(_NAMELESS)} - draft.persons - draft.counted
        for draft in (one, other)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def are_at_other_hours(one: Draft, other: Draft, concepts: Concepts) -> bool:
    """True where both give the part of their day, and no hour is in both: the morning, and the evening."""
    if not one.hours or not other.hours:
        return False
    mine, theirs = (frozenset().union(*(concepts.hours[part] for part in draft.hours)) for draft in (one, other))
    return mine.isdisjoint(theirs)
