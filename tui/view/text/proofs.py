"""The proof walk: from value to value of an event, and from telling to telling; the words that say just that. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from timeline_core.model.actor_role import grouped
from timeline_core.model.event import Event, Evidence, Figure, Telling
from timeline_core.model.span import Span
from tui.i18n import speech
from tui.i18n.speech import say
from tui.view.state import View, tell
from tui.view.text.walk import Part, Value, Walk


class Proof(NamedTuple):
    """The words of one telling that prove a value."""

    value: Value
    spans: tuple[Span, ...]
    evidence: int
    """The quote of the event that they stand in, or beside."""
    exact: bool = True
    """False where no words say just this, and the whole quote stands for it."""


def values(event: Event) -> tuple[Value, ...]:
    """The values that the event pane shows, in its order."""
    actors = (id for _, ids in grouped(event.roles, event.actors) for id in ids)
    found = (
        Value(Part.DAY),
        Value(Part.KIND),
        *(Value(Part.ACTOR, id) for id in actors),
        *(Value(Part.PLACE, id) for id in event.places),
        *(Value(Part.FIGURE, key_of(figure)) for figure in sorted(event.figures, key=lambda one: _first(event, one))),
    )
    return tuple(dict.fromkeys(found))


def _first(event: Event, figure: Figure) -> int:
    """Figures of one thing stand together, in the order in which the first of them is told."""
    return [one.what for one in event.figures].index(figure.what)


def key_of(figure: Figure) -> str:
    """What a figure counts, and how many: the same of two reports that agree."""
    return f"{figure.what} {figure.low} {figure.high} {figure.approximate}"


def find_proof(view: View) -> Proof | None:
    """Find the words of the step that the reader stands on; None where he walks on no value."""
    walk, event = view.walk, view.event
    if walk is None or event is None or view.reading or (walk.event, walk.evidence) != (event.id, view.evidence):
        return None
    proofs = _proofs(view, event, walk.value)
    return proofs[min(walk.telling, len(proofs) - 1)]


def next_value(view: View, by: int) -> View:
    """Go to the next value of the event (`by` 1), or to the one before (-1); its first telling."""
    event = view.event
    if event is None:
        return view
    every, here = values(event), find_proof(view)
    at = every.index(here.value) + by if here is not None and here.value in every else 0
    return _at(view, event, every[max(0, min(at, len(every) - 1))], 0)


def next_telling(view: View, by: int) -> View:
    """Go to the next telling that proves the value (`by` 1), or to the one before; round the end.

    On a screen that runs from the right the next one is to the left.
    """
    event, here = view.event, find_proof(view)
    if event is None or view.walk is None or here is None:
        return next_value(view, 1)
    return _at(view, event, here.value, view.walk.telling + (-by if speech.spoken().rtl else by))


def _at(view: View, event: Event, value: Value, telling: int) -> View:
    proofs = _proofs(view, event, value)
    number = telling % len(proofs)
    found = proofs[number]
    there = replace(view, evidence=found.evidence, walk=Walk(event.id, value, number, found.evidence))
    if not found.exact:
        return tell(there, say("no words of a report say just this; it is of the whole quote, or of a person"))
    if len(proofs) == 1:
        return tell(there, say("one telling says so"))
    return tell(there, say("telling {n} of {all} that say so   ← → the others", n=number + 1, all=len(proofs)))


def _proofs(view: View, event: Event, value: Value) -> list[Proof]:
    """A proof for each telling that says it, that of the date first; else the first quote for all of it."""
    places = {(piece.report, piece.span): at for at, piece in enumerate(event.evidence)}
    found: list[Proof] = []
    for telling in event.tellings:
        spans = tuple(dict.fromkeys(_spans(view, event, telling, value)))
        if spans:
            piece = next((one for one in telling.evidence if one.span.covers(spans[0])), telling.evidence[0])
            found.append(Proof(value, spans, places.get((piece.report, piece.span), 0)))
    found.sort(key=lambda proof: proof.evidence > 0)
    return found or [Proof(value, (event.evidence[0].span,), 0, exact=False)]


def _spans(view: View, event: Event, telling: Telling, value: Value) -> Iterator[Span]:
    match value.part:
        case Part.DAY if telling.when is not None and event.when is not None and not event.dated:
            yield from _date_words(telling, event)
        case Part.KIND if telling.kind is event.kind:
            yield from _predicates(view, telling)
        case Part.ACTOR | Part.PLACE:
            yield from (span for id, span in telling.naming if id == value.key)
        case Part.FIGURE:
            yield from (one.span for one in telling.figures if key_of(one) == value.key)


def _date_words(telling: Telling, event: Event) -> Iterator[Span]:
    """The words that say the day themselves, of those the first that gives that of the event."""
    said = [one for one in telling.evidence if one.expression is not None and not one.inherited] or [
        one for one in telling.evidence if one.expression is not None
    ]
    said.sort(key=lambda one: _when(one) != event.when)
    yield from (one.expression.span for one in said[:1] if one.expression is not None)


def _when(piece: Evidence) -> object:
    return piece.expression.when if piece.expression is not None else None


def _predicates(view: View, telling: Telling) -> Iterator[Span]:
    """The verb or noun that the date dates: what makes a statement or a plan of it."""
    dates = {one.expression.span for one in telling.evidence if one.expression is not None}
    for verdict in view.timeline.verdicts.get(telling.report, ()):
        if verdict.span in dates and verdict.words is not None:
            yield verdict.words
