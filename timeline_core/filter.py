"""`Filter`: which events are shown; one mechanism for screen, lists and exports, so that they cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.event import Event
from timeline_core.gazetteer import ACTOR, PLACE
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline

TEXT = "text"
FIELDS = ("actor", "place", "source", "kind", "since", "until", "on", "tag", "status")
DATES = ("since", "until", "on")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: any of `values` in that field; or none of them, when `exclude`."""

    field: str
    """`text`, or one of `FIELDS`."""
    values: tuple[str, ...]
    exclude: bool = False
    days: tuple[date, date] | None = None
    """Of a date field: the first and last day that its value covers."""


@dataclass(frozen=True, slots=True)
class Filter:
    """All of its terms must hold; no term, no condition."""

    terms: tuple[Term, ...] = ()


def apply(filter: Filter, timeline: Timeline) -> Timeline:
    """The timeline with only the events that the filter lets through; reports and names stay."""
    passes = matcher(filter, timeline)
    return replace(
        timeline,
        events=tuple(event for event in timeline.events if passes(event)),
        undated=tuple(event for event in timeline.undated if passes(event)),
    )


def matcher(filter: Filter, timeline: Timeline) -> Callable[[Event], bool]:
    """Whether an event of that timeline passes; names and spellings are looked up once, here."""
    tests = [_test(term, timeline) for term in filter.terms]
    return lambda event: all(test(event) for test in tests)


def _test(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    test = _positive(term, timeline)
    return (lambda event: not test(event)) if term.exclude else test


def _positive(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    match term.field:
        case "actor" | "place":
            return _named(term, timeline)
        case "since" | "until" | "on":
            return _dated(term)
        case "kind":
            return lambda event: event.kind.value in term.values
        case "status":
            return lambda event: event.status.value in term.values
        case "tag":
            return lambda event: any(tag in term.values for tag in event.tags)
        case "source":
            return _sourced(term, timeline)
        case _:
            return _worded(term, timeline)


def _named(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    category = ACTOR if term.field == "actor" else PLACE
    wanted = frozenset(
        entry.id
        for entry in timeline.names
        if entry.category == category and any(_is_name(value, entry.id, entry.names.values()) for value in term.values)
    )
    if category == ACTOR:
        return lambda event: not wanted.isdisjoint(event.actors)
    return lambda event: not wanted.isdisjoint(event.places)


def _is_name(value: str, id: str, names: Iterable[Iterable[str]]) -> bool:
    sought = fold(value)
    every = [fold(name) for group in names for name in group]
    return sought == id or sought in every or any(f" {sought} " in f" {name} " for name in every)


def _dated(term: Term) -> Callable[[Event], bool]:
    if term.days is None:
        return lambda _: False
    first, last = term.days

    def test(event: Event) -> bool:
        days = event.when.days if event.when is not None else None
        if days is None:
            return False
        since, until = days[1] >= first, days[0] <= last
        return {"since": since, "until": until}.get(term.field, since and until)

    return test


def _sourced(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    sought = [fold(value) for value in term.values]
    wanted = frozenset(
        report.id
        for report in timeline.reports
        if any(value in fold(said) for value in sought for said in (report.id, report.publisher, report.title))
    )
    return lambda event: not wanted.isdisjoint(event.reports)


def _worded(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    sought = [fold(value) for value in term.values]
    return lambda event: any(value in searched(event, timeline) for value in sought)


def searched(event: Event, timeline: Timeline) -> str:
    """The folded text of an event that a search looks in: title, quotes, note, tags, names in every script."""
    named = (timeline.names[id] for id in (*event.actors, *event.places) if id in timeline.names)
    names = (name for entry in named for group in (*entry.names.values(), entry.short.values()) for name in group)
    parts = (event.title, *(piece.exact for piece in event.evidence), event.note, *event.tags, *names)
    return "\n".join(fold(part) for part in parts)
