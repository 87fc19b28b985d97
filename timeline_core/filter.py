"""`Filter`: which events are shown; one mechanism for screen, lists and exports, so that they cannot differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from timeline_core.event import Event
from timeline_core.gazetteer import ACTOR, PLACE, Entry
from timeline_core.report import Report
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
    days: tuple[tuple[date, date], ...] = ()
    """Of a date field: the first and last day that each value covers."""


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
    sought = [fold(value) for value in term.values]
    wanted = frozenset(
        entry.id
        for entry in timeline.names
        if entry.serves(category) and any(_is_name(value, entry) for value in sought)
    )
    if category == ACTOR:
        return lambda event: not wanted.isdisjoint(event.actors)
    return lambda event: not wanted.isdisjoint(event.places)


def _is_name(sought: str, entry: Entry) -> bool:
    if sought == entry.id:
        return True
    names = (name for group in (*entry.names.values(), entry.short.values()) for name in group)
    return any(f" {sought} " in f" {fold(name)} " for name in names)


def _dated(term: Term) -> Callable[[Event], bool]:
    def test(event: Event) -> bool:
        days = event.when.days if event.when is not None else None
        return days is not None and any(_meets(term.field, days, wanted) for wanted in term.days)

    return test


def _meets(field: str, days: tuple[date, date], wanted: tuple[date, date]) -> bool:
    since, until = days[1] >= wanted[0], days[0] <= wanted[1]
    return {"since": since, "until": until}.get(field, since and until)


def _sourced(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    sought = [fold(value) for value in term.values]
    wanted = frozenset(report.id for report in timeline.reports if any(_is_source(value, report) for value in sought))
    return lambda event: not wanted.isdisjoint(event.reports)


def _is_source(sought: str, report: Report) -> bool:
    """An id or the stem of a file only whole, so that «r1» is not «r10»; a publisher or title also by a part."""
    name = report.path.replace("\\", "/").rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return sought in (fold(report.id), fold(stem)) or any(
        sought in fold(said) for said in (report.publisher, report.title)
    )


def _worded(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    sought = [fold(value) for value in term.values]
    texts = _texts(_Held(timeline))
    return lambda event: any(value in texts.of(event) for value in sought)


class _Held:
    """A timeline as itself, whatever equals it; while it is kept, no other event has the `id()` of one of its own."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.own = frozenset(map(id, (*timeline.events, *timeline.undated)))
        self.folded: dict[int, str] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.timeline is other.timeline

    def __hash__(self) -> int:
        return id(self.timeline)

    def of(self, event: Event) -> str:
        """What is searched in the event, folded once for each event of the timeline."""
        text = self.folded.get(id(event))
        if text is None:
            text = searched(event, self.timeline)
            if id(event) in self.own:
                self.folded[id(event)] = text
        return text


@lru_cache(maxsize=1)
def _texts(held: _Held) -> _Held:
    """The last timeline that was searched: a person types one letter after the other."""
    return held


def searched(event: Event, timeline: Timeline) -> str:
    """The folded text of an event that a search looks in: title, quotes, note, tags, names in every script."""
    named = (timeline.names[id] for id in (*event.actors, *event.places) if id in timeline.names)
    names = (name for entry in named for group in (*entry.names.values(), entry.short.values()) for name in group)
    parts = (event.title, *(piece.exact for piece in event.evidence), event.note, *event.tags, *names)
    return "\n".join(fold(part) for part in parts)
