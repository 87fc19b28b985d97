"""`Filter`: which events are shown; one mechanism for screen, lists and exports, so that they cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple

from timeline_core.model.actor_role import AGENT, BY, GROUPS, PATIENT, in_roles
from timeline_core.model.entry import Point, distance
from timeline_core.model.event import Event, Kind, Status
from timeline_core.model.report import Report
from timeline_core.names.gazetteer import ACTOR, PLACE, Entry, Gazetteer
from timeline_core.names.world.where import FINE, spot
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from timeline_core.view.doubt import Doubt, doubts_of
from timeline_core.view.facts import Answer, Has, Range, answers, had, numbers
from timeline_core.view.order import SORT, Order, Ordering
from timeline_core.view.sought import Sought, literal, one_search, written

TEXT = "text"
NEAR = "near"
"""Field that asks for what lies around a place."""
REPORT = "report"
"""Field that asks for words anywhere in the text of a report."""
PUBLISHED = "published"
"""Field that asks for the day of a report."""
YES_OR_NO = ("starred", "noted", "sure")
FIELDS = (
    *("actor", AGENT, PATIENT, BY, PLACE, NEAR, "source", "kind", "since", "until", "on", PUBLISHED, "dated", "doubt"),
    *("tag", "status", "has", *YES_OR_NO, REPORT, SORT),
)
OF_ROLE = (AGENT, PATIENT, BY)
"""Fields that ask for an actor in one role."""
DATES = ("since", "until", "on")
OF_WORDS = (TEXT, REPORT)
"""Fields that ask for words."""


class Dated(StrEnum):
    """How the day of an event is known, for the filter."""

    TOLD = "told"
    """A report tells it, or the words of one do: as fine or as coarse as it is."""
    BOUND = "bound"
    """Only a bound is known: on or before the day of its report."""
    NONE = "none"


CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in Kind),
    "status": tuple(status.value for status in Status),
    "dated": tuple(dated.value for dated in Dated),
    "doubt": tuple(doubt.value for doubt in Doubt),
    "has": tuple(one.value for one in Has),
    SORT: tuple(order.value for order in Order),
    **dict.fromkeys(YES_OR_NO, tuple(answer.value for answer in Answer)),
}
"""Field -> the only values that it takes."""


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
    """`text`, one of `FIELDS`, or what is compared with a number: `killed`, `origins`."""
    values: tuple[str, ...]
    exclude: bool = False
    days: tuple[tuple[date, date], ...] = ()
    """Of a date field: the first and last day that each value covers."""
    circles: tuple[Circle, ...] = ()
    """Of `near`: what each value covers."""
    sought: tuple[Sought, ...] = ()
    """Of a field of `OF_WORDS`: what each value looks for; none where each is looked for as it is."""
    ranges: tuple[Range, ...] = ()
    """Of what is compared: the numbers that each value covers."""

    @property
    def looks_for(self) -> tuple[Sought, ...]:
        """Of a field of `OF_WORDS`: what each value looks for."""
        return self.sought or tuple(map(literal, self.values))

    @property
    def words(self) -> str:
        """Of a field of `OF_WORDS`: its values as they are typed."""
        return ",".join(map(written, self.values, self.looks_for))


REJECTED = Term("status", (Status.REJECTED.value,))
NOT_BOUNDED = Term("dated", (Dated.BOUND.value,), exclude=True)
NOT_REJECTED = Term("status", (Status.REJECTED.value,), exclude=True)
NOT_ACCEPTED = Term("status", (Status.ACCEPTED.value,), exclude=True)


@dataclass(frozen=True, slots=True)
class Filter:
    """All of its conditions must hold; one that asks for an order holds always. No term, no condition."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """True when it may hide something."""
        return any(self.conditions)

    @property
    def conditions(self) -> Iterator[Term]:
        """The terms that may hide something."""
        return (term for term in self.terms if term.field != SORT)

    @property
    def order(self) -> Ordering:
        """The order that the last term asks for that asks for one."""
        asked = (Ordering(Order(term.values[0]), term.exclude) for term in reversed(self.terms) if term.field == SORT)
        return next(asked, Ordering())

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors that the filter asks for."""
        return tuple(value for term in self.terms if term.field == ACTOR and not term.exclude for value in term.values)

    @property
    def excluded(self) -> tuple[str, ...]:
        """The actors that the filter leaves out."""
        return tuple(value for term in self.terms if term.field == ACTOR and term.exclude for value in term.values)

    @property
    def worded(self) -> tuple[Term, ...]:
        """The conditions that ask for words of the event, as a search does."""
        return tuple(term for term in self.terms if (term.field, term.exclude) == (TEXT, False))

    @property
    def text(self) -> str:
        """These in one line, as they are typed."""
        return " ".join(term.words for term in self.worded)

    @property
    def sought(self) -> tuple[Sought, ...]:
        """All that is looked for in events and in their reports, to be lit where it stands."""
        asked = (term for term in self.terms if term.field in OF_WORDS and not term.exclude)
        return tuple(one for term in asked for one in term.looks_for)


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
    with one_search():
        passes = make_matcher(filter, timeline)
        return replace(
            timeline,
            events=tuple(event for event in timeline.events if passes(event)),
            undated=tuple(event for event in timeline.undated if passes(event)),
        )


def make_matcher(filter: Filter, timeline: Timeline) -> Callable[[Event], bool]:
    """Make the test of whether an event of that timeline passes; names and spellings are looked up once, here."""
    tests = [_test(term, timeline) for term in filter.conditions]
    return lambda event: all(test(event) for test in tests)


def _test(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    test = _positive(term, timeline)
    return (lambda event: not test(event)) if term.exclude else test


def _answered(field: str, event: Event, timeline: Timeline) -> Iterable[str]:
    return (answers(event, doubts_of(event, timeline))[field],)


def _positive(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    match term.field:
        case "actor" | "place" | "agent" | "patient" | "by":
            return _named(term, timeline)
        case "near":
            return _near(term.circles, timeline)
        case "since" | "until" | "on":
            return _dated(term)
        case "source" | "published" | "report":
            wanted = frozenset(report.id for report in timeline.reports if _is_wanted(term, report, timeline))
            return lambda event: not wanted.isdisjoint(event.reports)
        case "text":
            return _worded(term, timeline)
        case field if field in _VALUES:
            values = _VALUES[field]
            return lambda event: any(value in term.values for value in values(event, timeline))
    return _compared(term, timeline)


_VALUES: Mapping[str, Callable[[Event, Timeline], Iterable[str]]] = {
    "kind": lambda event, _: (event.kind.value,),
    "status": lambda event, _: (event.status.value,),
    "dated": lambda event, _: (how_dated(event).value,),
    "tag": lambda event, _: event.tags,
    "doubt": doubts_of,
    "has": lambda event, timeline: had(event, doubts_of(event, timeline)),
    **{field: partial(_answered, field) for field in YES_OR_NO},
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


def _is_wanted(term: Term, report: Report, timeline: Timeline) -> bool:
    if term.field == PUBLISHED:
        when = timeline.published[report.id].when
        return when is not None and when.days is not None and any(_meets("on", when.days, days) for days in term.days)
    if term.field == REPORT:
        text = fold(report.text)
        return any(one.holds(text) for one in term.looks_for)
    return any(_is_source(fold(value), report) for value in term.values)


def _compared(term: Term, timeline: Timeline) -> Callable[[Event], bool]:
    def test(event: Event) -> bool:
        told = (found for what, found in numbers(event, timeline, term.field) if what == term.field)
        return any(range.holds(one) for one in told for range in term.ranges)

    return test


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
    texts = _texts(_Held(timeline))
    return lambda event: any(one.holds(texts.of(event)) for one in term.looks_for)


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
