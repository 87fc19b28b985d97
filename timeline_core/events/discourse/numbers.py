"""What two tellings count: the same number of the same thing, or numbers that cannot be of one happening."""

from __future__ import annotations

from timeline_core.concepts import Concepts
from timeline_core.model.draft import Draft
from timeline_core.model.event import Figure

_FAR = 1.5
"""One number so many times another one is no other count of the same."""


def figures_far(one: Draft, other: Draft, concepts: Concepts) -> bool:
    """True when both count a thing, and no two of their numbers are of one size."""
    if not one.figures or not other.figures:
        return False
    both = _kinds(one, concepts) & _kinds(other, concepts)
    return any(not _any_near(_of(one, what, concepts), _of(other, what, concepts)) for what in both)


def _any_near(some: list[Figure], others: list[Figure]) -> bool:
    return any(_near(low, high) for low in some for high in others)


def _kinds(draft: Draft, concepts: Concepts) -> set[str]:
    return {concepts.counted_as(what) for what in _counted(draft)}


def _near(one: Figure, other: Figure) -> bool:
    """True for numbers of one size; «at least 30» is near all that are larger."""
    low, high = sorted((one, other), key=lambda figure: figure.low)
    return low.high is None or high.low <= _FAR * (low.high or low.low)


def _of(draft: Draft, what: str, concepts: Concepts) -> list[Figure]:
    return [figure for figure in draft.figures if concepts.counted_as(figure.what) == what]


def largest_shared_number(one: Draft, other: Draft, concepts: Concepts) -> int:
    """The largest figure that both give of the same thing; 0 where there is none."""
    if not one.figures or not other.figures:
        return 0
    mine, theirs = (
        {(concepts.counted_as(figure.what), figure.low) for figure in draft.figures} for draft in (one, other)
    )
    return max((low for _, low in mine & theirs), default=0)


def figures_differ(one: Draft, other: Draft) -> bool:
    """True when both count a thing, and never find as many."""
    mine, theirs = (
        {what: {one.low for one in draft.figures if one.what == what and not one.up_to} for what in _counted(draft)}
        for draft in (one, other)
    )
    return any(
        mine[what].isdisjoint(theirs[what]) for what in mine.keys() & theirs.keys() if mine[what] and theirs[what]
    )


def _counted(draft: Draft) -> frozenset[str]:
    return frozenset(figure.what for figure in draft.figures)
