"""Numbers: what two tellings count, alike or as no one happening can, and whether a noun tells of one or of several."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_core.concepts import Concepts
from timeline_core.model.draft import Draft
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Unit
from timeline_core.text.words import Hit

_PLURAL = "plural"
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


def in_plural(groups: Iterable[Group], sentence: Sentence) -> frozenset[str]:
    """The concepts of their nouns in the plural: «هذه العمليات», "the raids"."""
    return _concepts((unit for group in groups for unit in group.units if _PLURAL in unit.marks), sentence)


def counted(actions: Iterable[tuple[Group, Unit | None]], sentence: Sentence) -> frozenset[str]:
    """The concepts of those with a number before them: «43 عملية», "43 raids"; of «مقتل 11» the number is of others."""
    return _concepts((unit for group, unit in actions if unit is not None and _is_counted(unit, group)), sentence)


def _is_counted(unit: Unit, group: Group) -> bool:
    return any(one.kind is Kind.NUMBER and one.start < unit.start for one in group.units)


def _concepts(units: Iterable[Unit], sentence: Sentence) -> frozenset[str]:
    return frozenset(hit.concept for unit in units for hit in hits_of(unit, sentence))


def hits_of(unit: Unit, sentence: Sentence) -> tuple[Hit, ...]:
    """The concepts of a word, where it stands."""
    return sentence.concepts_at(Span(unit.start, max(unit.end, unit.start + 1)))


def counts_on(head: Predicate, span: Span, grammar: Grammar) -> bool:
    """Those are "others" whom it counts, beside the ones of the clause it is joined to, which is no part of it."""
    sister = head.clause.sister.head if head.clause.sister is not None and head.clause.head is head else None
    if sister is None or span.covers(sister.span):
        return False
    groups = (group for group in head.clause.groups if group.kind == NOUN)
    return any(grammar.names("others", unit) for group in groups for unit in group.units)
