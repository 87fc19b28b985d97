"""Whether two tellings can be, and are, of one happening.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from timeline_core.draft import Draft
from timeline_core.event import Kind
from timeline_core.when import When

DISTINCT = frozenset({"kill", "raid", "attack", "strike", "bombing", "arrest", "escape", "clash", "seize", "meeting"})
"""Concepts that say enough to tell one happening from another."""
_ALIKE = 0.4
"""Share of content words that two tellings in one language must share where no person and no number joins them."""
_SAME = 0.6
"""Share from which on two tellings are the same words."""
_TELLING = 5
"""A number from which on two reports hardly give it by chance."""
_WIDE = 14
"""Days: a period longer than its day by more joins only by a person or by what was done at one small place."""


def apart(one: Draft, other: Draft, until: Mapping[str, date]) -> bool:
    """True when the two cannot be one happening.

    Args:
        until: report id -> the last day on which it can have been published; no report tells of what came after it.
    """
    if one.kind is not other.kind and {one.kind, other.kind} != {Kind.OCCURRENCE, Kind.PLANNED}:
        return True
    if one.persons and other.persons and not one.persons & other.persons:
        return True
    if one.when is not None and other.when is not None:
        return not _days_meet(one.when, other.when)
    return any(_not_yet(dated, undated, until) for dated, undated in ((one, other), (other, one)))


def _not_yet(dated: Draft, undated: Draft, until: Mapping[str, date]) -> bool:
    first = dated.when.first if dated.when is not None else None
    return undated.when is None and first is not None and first > until.get(undated.report, date.max)


def _days_meet(one: When, other: When) -> bool:
    return one.meets(other) if one.resolved and other.resolved else one.edtf == other.edtf


def _wide(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.days is None or other.days is None:
        return False
    lengths = [(days[1] - days[0]).days for days in (one.days, other.days)]
    return max(lengths) - min(lengths) > _WIDE


def alike(one: Draft, other: Draft) -> float:
    """How surely the two, which are not `apart`, tell the same; 0 when that cannot be known."""
    concepts = one.concepts & other.concepts & DISTINCT
    if one.persons & other.persons and concepts:
        return 3.0 + 0.1 * len(concepts)
    near = _near(one, other)
    if _wide(one.when, other.when):
        return 1.0 if concepts and near and _number(one, other) else 0.0
    if one.when is None or other.when is None:
        return 1.0 if concepts and near and _number(one, other) and len(_shared(one, other)) > 1 else 0.0
    return _dated_alike(one, other, concepts, near=near)


def _dated_alike(one: Draft, other: Draft, concepts: frozenset[str], *, near: bool) -> float:
    """Of two tellings whose days are the same, or nearly."""
    number = _number(one, other)
    words = overlap(one.words, other.words) if one.lang == other.lang else 0.0
    if number >= _TELLING and near:
        return 2.5
    if words > _SAME:
        return 2.0 + words
    if not concepts or not near:
        return 0.0
    if number or len(concepts) > 1:
        return 1.5
    return 1.0 + words if words >= _ALIKE else 0.0


def _near(one: Draft, other: Draft) -> bool:
    """True when they name an actor or a place in common, or one names what the other's report is about."""
    if _shared(one, other):
        return True
    return bool(one.context & _named(other) or other.context & _named(one))


def _shared(one: Draft, other: Draft) -> frozenset[str]:
    return _named(one) & _named(other)


def _named(draft: Draft) -> frozenset[str]:
    return frozenset((*draft.actors, *draft.places))


def _number(one: Draft, other: Draft) -> int:
    """The largest figure that both give of the same thing; 0 where there is none."""
    mine, theirs = ({(figure.what, figure.low) for figure in draft.figures} for draft in (one, other))
    return max((low for _, low in mine & theirs), default=0)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that the two have in common."""
    return len(one & other) / min(len(one), len(other)) if len(one) > 2 and len(other) > 2 else 0.0
