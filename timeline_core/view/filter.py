"""`Filter`: which events are shown; one mechanism for screen, lists and exports, so that they cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from timeline_core.model.actor_role import AGENT, BY, GROUPS, PATIENT, in_roles
from timeline_core.model.entry import Point, distance
from timeline_core.model.event import Event, Status
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import ACTOR, PLACE, Entry, Gazetteer
from timeline_core.names.world.where import FINE, spot
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from timeline_core.view.doubt import doubts_of

TEXT = "text"
NEAR = "near"
"""Field that asks for what lies around a place."""
FIELDS = (
    *(
        "actor",
        AGENT,
        PATIENT,
        BY,
        PLACE,
        NEAR,
        "source",
        "kind",
        "since",
        "until",
        "on",
        "dated",
        "doubt",
        "tag",
        "status",
    ),
)
OF_ROLE = (AGENT, PATIENT, BY)
"""Fields that ask for an actor in one role."""
DATES = ("since", "until", "on")


class Dated(StrEnum):
    """How the day of an event is known, for the filter."""

    TOLD = "told"
    """A report tells it, or the words of one do: as fine or as coarse as it is."""
    BOUND = "bound"
    """Only a bound is known: on or before the day of its report."""
    NONE = "none"


class Circle(NamedTuple):
    """What lies around a place."""

    middle: Point
    kilometres: float

    def holds(self, place: Point) -> bool:
        """True for a point in it, or on its edge."""
        return distance(self.middle, place) <= self.kilometres


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: any of `values` in that field; or none of them, when `exclude`."""

    field: str
    """`text`, or one of `FIELDS`."""
    values: tuple[str, ...]
    exclude: bool = False
    days: tuple[tuple[date, date], ...] = ()
    """Of a date field: the first and last day that each value covers."""
    circles: tuple[Circle, ...] = ()
    """Of `near`: what each value covers."""


REJECTED = Term("status", (Status.REJECTED.value,))
NOT_BOUNDED = Term("dated", (Dated.BOUND.value,), exclude=True)
NOT_REJECTED = Term("status", (Status.REJECTED.value,), exclude=True)


@dataclass(frozen=True, slots=True)
class Filter:
    """All of its terms must hold; no term, no condition."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """True when it may hide something."""
        return bool(self.terms)

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors that the filter asks for."""
        return tuple(value for term in self.terms if term.field == ACTOR and not term.exclude for value in term.values)

    @property
    def excluded(self) -> tuple[str, ...]:
        """The actors that the filter leaves out."""
        return tuple(value for term in self.terms if term.field == ACTOR and term.exclude for value in term.values)

    @property
    def text(self) -> str:
        """`sought` in one line; what holds a blank stands in quotes."""
        return " ".join(f'"{word}"' if " " in word else word for word in self.sought)

    @property
    def sought(self) -> tuple[str, ...]:
        """The words and phrases that must all be there, as typed."""
        return tuple(
            value for term in self.terms if (term.field, term.exclude) == (TEXT, False) for value in term.values
        )


def hide_rejected(filter: Filter) -> Filter:
    """Add to the filter that rejected events are hidden, unless it asks for a status itself."""
    if any(term.field == "status" for term in filter.terms):
        return filter
    return Filter((*filter.terms, NOT_REJECTED))


def hide_bounded(filter: Filter) -> Filter:
    """Add to the filter that events without a day of their own are hidden, unless it says itself which it wants."""
    if any(term.field == "dated" for term in filter.terms):
        return filter
    return Filter((*filter.terms, NOT_BOUNDED))


def how_dated(event: Event) -> Dated:
    """How the day of the event is known."""
    if event.when is None or not event.when.resolved:
        return Dated.NONE
    return Dated.BOUND if event.bounded else Dated.TOLD


def apply(filter: Filter, timeline: Timeline) -> Timeline:
    """The timeline with only the events that the filter lets through; reports and names stay."""
    passes = make_matcher(filter, timeline)
    return replace(
        timeline,
        events=tuple(event for event in timeline.events if passes(event)),
        undated=tuple(event for event in timeline.undated if passes(event)),
    )


def make_matcher(filter: Filter, timeline: Timeline) -> Callable[[Event], bool]:
    """Make the test of whether an event of that timeline passes; names and spellings are looked up once, here."""
    tests = [_test(term, timeline) for term in filter.terms]
    return lambda event: all(test(event) for test in tests)


def _test(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    test = _positive(term, timeline)
    return (lambda event: not test(event)) if term.exclude else test


def _positive(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    match term.field:
        case "actor" | "place" | "agent" | "patient" | "by":
            return _named(term, timeline)
        case "near":
            return _near(term.circles, timeline)
        case "since" | "until" | "on":
            return _dated(term)
        case "kind" | "status" | "dated" | "tag":
            values = _VALUES[term.field]
            return lambda event: any(value in term.values for value in values(event))
        case "doubt":
            return lambda event: any(doubt.value in term.values for doubt in doubts_of(event, timeline))
        case "source":
            return _sourced(term, timeline)
        case _:
            return _worded(term, timeline)


_VALUES: Mapping[str, Callable[[Event], tuple[str, ...]]] = {
    "kind": lambda event: (event.kind.value,),
    "status": lambda event: (event.status.value,),
    "dated": lambda event: (how_dated(event).value,),
    "tag": lambda event: event.tags,
}


def _named(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    category = ACTOR if term.field in OF_ROLE else term.field
    wanted = frozenset(id for value in term.values for id in _called(value, category, timeline.names))
    if term.field in OF_ROLE:
        roles = GROUPS[term.field]
        return lambda event: not wanted.isdisjoint(in_roles(event.roles, *roles))
    if term.field == ACTOR:
        return lambda event: not wanted.isdisjoint(event.actors)
    inside = wanted.union(lying_in(wanted, {entry.id: entry.within for entry in timeline.names}))
    return lambda event: not inside.isdisjoint(event.places)


def lying_in(wanted: Container[str], within: Mapping[str, str]) -> Iterator[str]:
    """The places that lie in one of these, however deep: Atmeh in Idlib, and so in Syria.

    Args:
        within: id of each place -> id of the place that it lies in, or nothing.
    """
    for id in within:
        seen, outer = {id}, within[id]
        while outer and outer not in seen and outer not in wanted:
            seen.add(outer)
            outer = within.get(outer, "")
        if outer in wanted:
            yield id


def _near(circles: Iterable[Circle], timeline: Timeline) -> Callable[[Event], bool]:
    inside = frozenset(near(circles, fine_points(timeline.names)))
    return lambda event: not inside.isdisjoint(event.places)


def fine_points(names: Gazetteer) -> dict[str, Point]:
    """The places of which more is known than the district or country -> where they lie."""
    known = ((entry.id, spot(entry.id, names)) for entry in names if entry.serves(PLACE))
    return {id: found.point for id, found in known if found is not None and found.fineness in FINE}


def near(circles: Iterable[Circle], points: Mapping[str, Point]) -> Iterator[str]:
    """The places that lie in one of the circles."""
    for circle in circles:
        yield from (id for id, point in points.items() if circle.holds(point))


def _called(value: str, category: str, names: Gazetteer) -> Iterable[str]:
    """The ids that a typed name means: itself where it is an id, else of all entries with that name."""
    sought = fold(value)
    if value not in names and sought in names:
        value = sought
    if value in names:
        return (value,)
    return (value, *(entry.id for entry in names if entry.serves(category) and _is_name(sought, entry)))


def _is_name(sought: str, entry: Entry) -> bool:
    return any(f" {sought} " in f" {fold(name)} " for name in all_spellings(entry))


def _dated(term: Term) -> Callable[[Event], bool]:
    def test(event: Event) -> bool:
        days = event.when.reach if event.when is not None else None
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
    return sought in map(fold, names_of(report)) or any(
        sought in fold(own_text) for own_text in (report.publisher, report.title)
    )


def names_of(report: Report) -> tuple[str, str]:
    """The names that a report goes by: its id, and the stem of its file."""
    name = report.path.replace("\\", "/").rpartition("/")[2]
    return report.id, name.rpartition(".")[0] or name


def _worded(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    sought = [fold(value) for value in term.values]
    texts = _texts(_Held(timeline))
    return lambda event: any(value in texts.of(event) for value in sought)


class _Held:
    """A timeline compared by identity. While it is held, no other event can have the `id()` of one of its events."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.own = frozenset(map(id, (*timeline.events, *timeline.undated)))
        self.folded: dict[int, str] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.timeline is other.timeline

    def __hash__(self) -> int:
        return id(self.timeline)

    def of(self, event: Event) -> str:
        """The text of the event that is searched, folded once."""
        text = self.folded.get(id(event))
        if text is None:
            text = searched_text(event, self.timeline)
            if id(event) in self.own:
                self.folded[id(event)] = text
        return text


@lru_cache(maxsize=1)
def _texts(held: _Held) -> _Held:
    """The last timeline that was searched: a person types one letter after the other."""
    return held


def searched_text(event: Event, timeline: Timeline) -> str:
    """The folded text in which a search looks: the event's own, and its names in every script."""
    named = (timeline.names[id] for id in event.named if id in timeline.names)
    return "\n".join((own_text(event), *(fold(name) for entry in named for name in all_spellings(entry))))


def own_text(event: Event) -> str:
    """The event's own text, folded: title, quotes, note, tags, a line each."""
    parts = (event.title, *(piece.exact for piece in event.evidence), event.note, *event.tags)
    return "\n".join(fold(part) for part in parts)


def all_spellings(entry: Entry) -> Iterator[str]:
    """Every name of an entry, in every script, short names among them."""
    for names in entry.names.values():
        yield from names
    yield from entry.short.values()
