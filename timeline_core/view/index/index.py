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

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import chain

from timeline_core.model.event import Event
from timeline_core.model.lazy import Stored
from timeline_core.names.gazetteer import ACTOR, PLACE, Gazetteer
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from timeline_core.view.filter import DATES, Filter, Term, matcher
from timeline_core.view.index import bits
from timeline_core.view.index.bits import Ranked
from timeline_core.view.index.columns import Columns
from timeline_core.view.index.postings import Ladder, Parts, Postings, numbers
from timeline_core.view.index.text import Lines
from timeline_core.view.index.vocabulary import Vocabulary

REMEMBERED = 48
"""Conditions whose answers are kept: what a person turns on and off, and types letter by letter."""


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """A timeline with its index: what a reader opens at once."""

    timeline: Timeline
    index: Index
    changed: Mapping[int, Event] = field(default_factory=dict)
    """Number -> the event, of those that are not as they are in `under`."""
    under: Indexed | None = None
    """What the changes are made to; None where there are none."""

    def numbered(self, number: int) -> Event:
        """The event of that number: the dated in their order, then the undated."""
        dated = len(self.timeline.events)
        return self.timeline.events[number] if number < dated else self.timeline.undated[number - dated]

    def narrowed(self, filter: Filter) -> Timeline:
        """As `filter.apply`: each event that is let through is made when it is asked for."""
        index = self.index
        found = [*index.found(index.matches(filter))]
        if len(found) == index.count:
            return self.timeline
        dated = bisect_left(found, index.dated)
        return replace(
            self.timeline,
            events=Stored(dated, lambda at: self.numbered(found[at]), lambda named: _at(found, index.find(named))),
            undated=Stored(
                len(found) - dated,
                lambda at: self.numbered(found[dated + at]),
                lambda named: _at(found, index.find(named)) - dated,
            ),
        )


def _at(found: Sequence[int], number: int) -> int:
    """The place of a number among these; -1 where it is not."""
    at = bisect_left(found, number)
    return at if number >= 0 and at < len(found) and found[at] == number else -1


_LASTING = frozenset((*DATES, "source"))
"""Fields of what a change leaves as it was."""


class Index(Columns):
    """Made by `indexing.pack`. Immutable; what it is asked for is read when it is asked for."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._size = 2 * self.slots + 1
        self._every = self._set("every")
        self._known: dict[str, Postings] = {}
        self._derived: Callable[[Term], int] = lru_cache(REMEMBERED)(self._answered)
        self._answer = self._derived
        self._changed: Mapping[int, Event] = {}
        self._mask = 0

    # What a filter lets through

    def matches(self, filter: Filter) -> int:
        """What the filter lets through, for `shown`, `total` and `found`."""
        found = self._every
        for term in filter.terms:
            found &= self._answer(term)
        return found

    def total(self, matches: int) -> int:
        """How many events these are."""
        found: int = matches & self._below & ~self.folds
        return found.bit_count()

    def found(self, matches: int) -> Iterator[int]:
        """The numbers of these events, ascending."""
        return (self._numbers[slot] for slot in bits.members(matches & self._below & ~self.folds))

    def of_report(self, report: str) -> Iterator[int]:
        """The numbers of the events that the report of that id tells of, ascending."""
        return self.found(self._postings("report").union([report]))

    def shown(self, matches: int) -> Ranked:
        """The slots at which a list shows these events: each once."""
        here, folded = matches & self._below, matches >> self.slots
        tops = here & ~self.folds
        # Adding one at the first of a run of folded slots carries through the whole run, and so changes all of it.
        opened = self.folds + ((tops << 1) & self.folds)
        return Ranked((tops & ~folded) | (here & self.folds & (opened ^ self.folds)))

    def unfolded(self, matches: int) -> Ranked:
        """The slots at which these events stand by their own day, nothing folded."""
        return Ranked(matches & self._below & ~self.folds)

    def proven_by(self, hashes: Collection[str]) -> list[int]:
        """The numbers of the events that reports with these SHA-256 tell of, ascending."""
        ids = (self._hashes[sum] for sum in hashes if sum in self._hashes)
        return [*self.found(self._postings("report").union(ids))]

    @cached_property
    def _hashes(self) -> dict[str, str]:
        """SHA-256 -> id, of every report."""
        return dict(zip(json.loads(bytes(self._parts["hashes"])), self._source_ids, strict=True))

    @cached_property
    def _source_ids(self) -> list[str]:
        found: list[str] = json.loads(bytes(self._parts["sources"]))
        return found

    def changed(self, events: Mapping[int, tuple[Event, Event]], names: Gazetteer) -> Index:
        """The index of the timeline in which some events say something else, each of the same days.

        Cost: that of those events, and of reading a few bits for every other.

        Args:
            events: number -> what the event was in this index, and what it is.
        """
        other = copy(self)
        other._changed = {**self._changed, **{number: new for number, (_, new) in events.items()}}
        other._mask = self._mask | bits.of_few(chain.from_iterable(map(self.positions, events)), self._size)
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
        passes = matcher(Filter((term,)), small)
        passing = (number for number, event in self._changed.items() if passes(event))
        return (found & ~self._mask) | bits.of_few(chain.from_iterable(map(self.positions, passing)), self._size)

    def _answered(self, term: Term) -> int:
        found = self._positive(term)
        return self._every & ~found if term.exclude else found

    def _positive(self, term: Term) -> int:
        match term.field:
            case "actor" | "place":
                called = (id for value in term.values for id in self._called(value, term.field))
                return self._postings(term.field).union(called)
            case "since" | "until" | "on":
                return self._dated(term.field, term.days)
            case "kind" | "status" | "tag":
                return self._postings(term.field).union(term.values)
            case "source":
                return self._postings("report").union(id for value in term.values for id in self._sources(value))
            case _:
                found = 0
                for value in term.values:
                    found |= self._worded(fold(value))
                return found

    def _dated(self, field: str, windows: Sequence[tuple[date, date]]) -> int:
        found = 0
        for first, last in windows:
            some = self._ladder("first").below(last.toordinal() + 1)
            if field != "until":
                since = self._ladder("last")
                some = some if field == "on" else since.below(date.max.toordinal() + 1)
                some &= ~since.below(first.toordinal())
            found |= some
        return found

    def _called(self, value: str, category: str) -> Iterator[str]:
        sought = fold(value)
        value = sought if value not in self._ids and sought in self._ids else value
        yield value
        if value not in self._ids:
            known = tuple(self._ids.items())
            yield from (known[at][0] for at in self._names.worded(sought) if category in known[at][1])

    def _sources(self, value: str) -> list[str]:
        sought = fold(value)
        found = {*Lines(self._parts, "source").whole(sought), *Lines(self._parts, "publisher").holding(sought)}
        return [self._source_ids[at] for at in found]

    def _worded(self, sought: str) -> int:
        if not sought:
            return self._every
        if self._vocabulary.is_common(sought):
            return self._vocabulary.find(sought)
        ids = list(self._ids)
        named = [ids[at] for at in self._names.holding(sought)]
        found = self._vocabulary.find(sought)
        for category in (ACTOR, PLACE) if named else ():
            found |= self._postings(category).union(named)
        return found

    # What is read when it is asked for

    def _postings(self, field: str) -> Postings:
        if field not in self._known:
            self._known[field] = Postings(self._parts, field, self._size)
        return self._known[field]

    def _ladder(self, name: str) -> Ladder:
        return Ladder(self._parts, name, self._size)

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """The id of each name, with what it can be: actor, place."""
        return dict(json.loads(bytes(self._parts["names"])))

    @cached_property
    def _names(self) -> Lines:
        return Lines(self._parts, "name")

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._parts, self._every, self._size, self._text)

    def _text(self, position: int) -> bytes:
        """The folded text at a position."""
        number = self._numbers[position % self.slots]
        number = self.root(number) if position >= self.slots else number
        ends = numbers(self._parts, "said.ends")
        return bytes(self._parts["said"][ends[number - 1] if number else 0 : ends[number]])
