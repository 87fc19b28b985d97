"""Where a report names those whom a draft names: the words that prove an actor or a place.

In "The army shelled Manbij. It lost two men." the army is named, for what it lost, in the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from timeline_core.model.draft import Draft
from timeline_core.model.entry import Named
from timeline_core.model.span import Span

_START = attrgetter("start")


def add_naming(drafts: Iterable[Draft], named: Iterable[Named]) -> tuple[Draft, ...]:
    """Give each draft the words that name its actors, sources and places: in its evidence, else the nearest.

    Args:
        named: where the text names someone, in text order.
    """
    places: dict[str, list[Span]] = {}
    for hit in named:
        places.setdefault(hit.id, []).append(hit.span)
    return tuple(replace(draft, naming=tuple(_naming(draft, places))) for draft in drafts)


def _naming(draft: Draft, places: Mapping[str, Sequence[Span]]) -> Iterator[tuple[str, Span]]:
    pieces = [piece.span for piece in draft.evidence]
    for id in dict.fromkeys((*(id for _, id in draft.roles), *draft.actors, *draft.places, *(draft.scene or ()))):
        spans = places.get(id)
        if spans:
            yield id, min(beside(spans, pieces), key=lambda span: distance(span, pieces))


def beside(spans: Sequence[Span], pieces: Sequence[Span]) -> Iterator[Span]:
    """Of the words in text order those that may be the nearest to a quote: a town is named in every line of a list."""
    for piece in pieces:
        first = bisect_left(spans, piece.start, key=_START)
        behind = bisect_left(spans, piece.end, lo=first, key=_START)
        yield from (spans[at] for at in {first - 1, first, behind} if 0 <= at < len(spans))


def distance(span: Span, pieces: Sequence[Span]) -> tuple[int, int, int]:
    """Code points from the quotes, 0 inside one; of two as far the one before, as what was told before is meant."""
    apart = min(max(piece.start - span.end, span.start - piece.end, 0) for piece in pieces)
    inside = any(piece.covers(span) for piece in pieces)
    return (0 if inside else 1 + apart, span.start > pieces[0].start, span.start)
