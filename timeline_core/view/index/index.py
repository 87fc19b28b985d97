"""`Index`: which events a filter lets through, and how a list shows them, without an event at hand.

The same answers as `filter.matcher`, which looks at one event after the other. An event has a *number*, its place in
the order of the timeline from 0; and a *slot*, its place in a list of all. What announces or disputes an event has two
slots: one by its own day, and one behind the event that it is folded under, of which a list shows one. Slots below
`slots` are these. Above lies once more, at the slot by its own day of each such event, what the event says that it is
folded under: so one pass over sets tells both what is shown and what is folded.

Source:
    DESIGN.md section 8; measured by `benchmarks/scale.py`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import chain

from timeline_core.merge.importance import weigh_itself
from timeline_core.model.event import Event
from timeline_core.model.lazy import Stored
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.facts import ORIGINS, REPORTS
from timeline_core.view.filter import DATES, PUBLISHED, REPORT, Dated, Filter, Term, make_matcher
from timeline_core.view.index import bits
from timeline_core.view.index.bits import Ranked
from timeline_core.view.index.columns import Columns
from timeline_core.view.index.conditions import Conditions
from timeline_core.view.index.postings import Parts
from timeline_core.view.sought import one_search

REMEMBERED = 48
"""Conditions whose answers are kept: what a person turns on and off, and types letter by letter."""


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """A timeline with its index: what a reader opens at once."""

    timeline: Timeline
    index: Index
    changed: Mapping[int, Event] = field(default_factory=dict)
    """Number -> the event, of all events that differ from those in `under`."""
    under: Indexed | None = None
    """The timeline that `changed` changes; None where nothing is changed."""

    def numbered(self, number: int) -> Event:
        """The event of that number: the dated in their order, then the undated."""
        dated = len(self.timeline.events)
        return self.timeline.events[number] if number < dated else self.timeline.undated[number - dated]

    def narrowed(self, filter: Filter) -> Timeline:
        """As `filter.apply`: each event that is let through is made when it is asked for."""
        columns = self.index.columns
        found = [*self.index.found(self.index.matches(filter))]
        if len(found) == columns.count:
            return self.timeline
        dated = bisect_left(found, columns.dated)
        return replace(
            self.timeline,
            events=Stored(dated, lambda at: self.numbered(found[at]), lambda named: _at(found, columns.find(named))),
            undated=Stored(
                len(found) - dated,
                lambda at: self.numbered(found[dated + at]),
                lambda named: _at(found, columns.find(named)) - dated,
            ),
        )


def _at(found: Sequence[int], number: int) -> int:
    """The place of a number in an ascending sequence; -1 where it is not there."""
    at = bisect_left(found, number)
    return at if number >= 0 and at < len(found) and found[at] == number else -1


BOUNDED = Filter((Term("dated", (Dated.BOUND.value,)),))
_LASTING = frozenset((*DATES, PUBLISHED, "dated", "doubt", "sure", "source", REPORT, ORIGINS, REPORTS))
"""Fields of what a change leaves as it was."""


class Index:
    """Made by `indexing.pack`. Immutable; what it is asked for is read when it is asked for.

    `columns` know each event by its number, `Conditions` what one condition lets through; here they come together.
    """

    def __init__(self, parts: Parts) -> None:
        self.columns = Columns(parts)
        self.actors = self.columns.actors
        """Each actor with its number of events, most first."""
        self._conditions = Conditions(parts, self.columns)
        self._derived: Callable[[Term], int] = lru_cache(REMEMBERED)(self._conditions.answer)
        self._answer = self._derived
        self._changed: Mapping[int, Event] = {}
        self._mask = 0
        self._gained: Mapping[int, int] = {}
        self._by_importance: Sequence[int] | None = None

    def matches(self, filter: Filter) -> int:
        """The positions of the events that the filter lets through; to be given to `shown`, `total`, `found`."""
        found = self._conditions.every
        with one_search():
            for term in filter.conditions:
                found &= self._answer(term)
        return found

    def total(self, matches: int) -> int:
        """How many events these positions are of."""
        return self._own(matches).bit_count()

    def found(self, matches: int) -> Iterator[int]:
        """The numbers of the events at these positions, ascending."""
        return map(self.columns.number, bits.members(self._own(matches)))

    def bounded(self) -> int:
        """The slots, folded or not, of the events that only have a bound."""
        found: int = self.matches(BOUNDED) & self.columns.below
        return found

    def of_report(self, report: str) -> Iterator[int]:
        """The numbers of the events that the report of that id tells of, ascending."""
        return self.found(self._conditions.postings("report").union([report]))

    def shown(self, matches: int) -> Ranked:
        """The slots at which a list shows these events: each once."""
        columns = self.columns
        here, folded = matches & columns.below, matches >> columns.slots
        tops = here & ~columns.folds
        # Adding one at the first of a run of folded slots carries through the whole run, and so changes all of it.
        opened = columns.folds + ((tops << 1) & columns.folds)
        return Ranked((tops & ~folded) | (here & columns.folds & (opened ^ columns.folds)))

    def unfolded(self, matches: int) -> Ranked:
        """The slots at which these events stand by their own day, nothing folded."""
        return Ranked(self._own(matches))

    def _own(self, matches: int) -> int:
        """The slots of these events by their own day."""
        found: int = matches & self.columns.below & ~self.columns.folds
        return found

    @property
    def by_importance(self) -> Sequence[int]:
        """The slots of all events by their own day, the most important first, of equals the oldest; worked out once."""
        if self._by_importance is None:
            columns, points = self.columns, [*self.columns.importance]
            for number, gained in self._gained.items():
                points[number] += gained
            numbers = sorted(range(columns.count), key=points.__getitem__, reverse=True)
            self._by_importance = array("I", map(columns.own, numbers))
        return self._by_importance

    def telling(self, terms: Sequence[Term]) -> list[str]:
        """The reports that have in their text what each of these conditions looks for; patterns are not looked for."""
        if any(one.said for term in terms for one in term.looks_for):
            return []
        found = [set(self._conditions.telling(term.looks_for)) for term in terms]
        return [self._conditions.source_ids[at] for at in sorted(set.intersection(*found))] if found else []

    def values(self, field: str) -> list[str]:
        """What the events have in that field (ids of actors or places, tags), the most frequent first.

        Args:
            field: one that has values of its own, or `source`, of which the publishers are given.
        """
        return self._conditions.publishers if field == "source" else self._conditions.postings(field).by_number()

    def proven_by(self, hashes: Collection[str]) -> list[int]:
        """The numbers of the events that reports with these SHA-256 tell of, ascending."""
        known = self._conditions.source_hashes
        ids = (known[sum] for sum in hashes if sum in known)
        return [*self.found(self._conditions.postings("report").union(ids))]

    def changed(self, events: Mapping[int, tuple[Event, Event]], names: Gazetteer) -> Index:
        """The index of the timeline in which some events say something else, each of the same days.

        Cost: that of those events, and of reading a few bits for every other.

        Args:
            events: number -> what the event was in this index, and what it is.
        """
        other = copy(self)
        other._changed = {**self._changed, **{number: new for number, (_, new) in events.items()}}
        other._mask = self._mask | self._positions(events)
        gained = ((number, weigh_itself(new) - weigh_itself(old)) for number, (old, new) in events.items())
        other._gained = {**self._gained, **{at: self._gained.get(at, 0) + more for at, more in gained if more}}
        other._by_importance = self._by_importance if other._gained == self._gained else None
        small = Timeline((), {}, tuple(other._changed.values()), (), names)
        other._answer = lru_cache(REMEMBERED)(partial(other._corrected, small))
        counts = Counter(dict(self.actors))
        for old, new in events.values():
            counts.subtract(dict.fromkeys(old.actors, 1))
            counts.update(dict.fromkeys(new.actors, 1))
        if any(set(old.actors) != set(new.actors) for old, new in events.values()):
            other.actors = tuple((actor, count) for actor, count in counts.most_common() if count > 0)
        return other

    def _corrected(self, small: Timeline, term: Term) -> int:
        """What the condition lets through, the changed events looked at one by one."""
        found = self._derived(term)
        if term.field in _LASTING:
            return found
        passes = make_matcher(Filter((term,)), small)
        passing = (number for number, event in self._changed.items() if passes(event))
        return (found & ~self._mask) | self._positions(passing)

    def _positions(self, numbers: Iterable[int]) -> int:
        """Every position of these events, as a set."""
        return bits.of_few(chain.from_iterable(map(self.columns.positions, numbers)), self._conditions.size)
