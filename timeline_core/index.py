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
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline_core import bits
from timeline_core.bits import Ranked
from timeline_core.filter import Filter, Term
from timeline_core.gazetteer import ACTOR, PLACE
from timeline_core.lines import Lines
from timeline_core.postings import Ladder, Parts, Postings, numbers
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from timeline_core.vocabulary import Vocabulary

REMEMBERED = 48
"""Conditions whose answers are kept: what a person turns on and off, and types letter by letter."""


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """A timeline with its index: what a reader opens at once."""

    timeline: Timeline
    index: Index


class Month(NamedTuple):
    """Events that stand beside each other and begin in one month."""

    begins: int
    """Year times twelve and month from 0; 0 for what is not dated."""
    first: int
    """Slots from and up to."""
    last: int
    long: tuple[tuple[int, int], ...]
    """Of events that end in a later month: that month and the slot, latest first."""


class Index:
    """Made by `indexing.pack`. Immutable; what it is asked for is read when it is asked for."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        about = json.loads(bytes(parts["about"]))
        self.count: int = about["events"]
        """Events in all."""
        self.dated: int = about["dated"]
        """Events with days; their numbers are below this one."""
        self.slots: int = about["slots"]
        self.actors: tuple[tuple[str, int], ...] = tuple((id, count) for id, count in about["actors"])
        """Each actor with its number of events, most first."""
        self._size = 2 * self.slots + 1
        self._numbers, self._slots = numbers(parts, "numbers"), numbers(parts, "slots")
        self._children, self._roots = numbers(parts, "children"), numbers(parts, "roots")
        self._below = (1 << self.slots) - 1
        self.folds = self._set("folds")
        """The slots behind the event that another is folded under."""
        self._every = self._set("every")
        self._known: dict[str, Postings] = {}
        self._answer: Callable[[Term], int] = lru_cache(REMEMBERED)(self._answered)

    def _set(self, name: str) -> int:
        return int.from_bytes(self._parts[name], "little")

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

    def shown(self, matches: int) -> Ranked:
        """The slots at which a list shows these events: each once."""
        here, folded = matches & self._below, matches >> self.slots
        tops = here & ~self.folds
        # Adding one at the first of a run of folded slots carries through the whole run, and so changes all of it.
        opened = self.folds + ((tops << 1) & self.folds)
        return Ranked((tops & ~folded) | (here & self.folds & (opened ^ self.folds)))

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
        ids = json.loads(bytes(self._parts["sources"])) if found else []
        return [ids[at] for at in found]

    def _worded(self, sought: str) -> int:
        if not sought:
            return self._every
        ids = list(self._ids)
        named = [ids[at] for at in self._names.holding(sought)]
        found = self._vocabulary.find(sought)
        for field in (ACTOR, PLACE) if named else ():
            found |= self._postings(field).union(named)
        return found

    # Events by number and slot

    def number(self, slot: int) -> int:
        """The event at that slot."""
        return self._numbers[slot]

    def slot(self, number: int, shown: Ranked) -> int:
        """Where an event is shown; its slot by its own day where it is not."""
        slot = self._slots[number]
        if slot in shown:
            return slot
        folded = self._behind(number)
        return folded if folded in shown else slot

    def own(self, number: int) -> int:
        """The slot of an event by its own day."""
        return self._slots[number]

    def root(self, number: int) -> int:
        """The event that this one is folded under; itself where it is folded under none."""
        at = bisect_left(self._children, number)
        return self._roots[at] if at < len(self._children) and self._children[at] == number else number

    def _behind(self, number: int) -> int:
        """The slot behind the event that it is folded under; -1 where there is none."""
        at = bisect_left(self._children, number)
        if at == len(self._children) or self._children[at] != number:
            return -1
        return numbers(self._parts, "behind")[at]

    def find(self, id: str) -> int:
        """The number of the event of that id; -1 where there is none."""
        sought = id.encode("utf-8", "surrogatepass")
        at = bisect_left(range(self.count), sought, key=lambda rank: self._id(rank)[0])
        known, number = self._id(at) if at < self.count else (b"", -1)
        return number if known == sought else -1

    def _id(self, rank: int) -> tuple[bytes, int]:
        """The id of that rank in the order of ids, and the number of its event."""
        ends = numbers(self._parts, "id.ends")
        return bytes(self._parts["id.ids"][ends[rank - 1] if rank else 0 : ends[rank]]), numbers(
            self._parts, "id.numbers"
        )[rank]

    def about(self, number: int) -> Sequence[int]:
        """The events that announce or dispute it."""
        targets = numbers(self._parts, "about.targets")
        first, last = bisect_left(targets, number), bisect_right(targets, number)
        return numbers(self._parts, "about.numbers")[first:last]

    def days(self, number: int) -> tuple[int, int] | None:
        """First and last day of a dated event, as `date.toordinal` counts; None of an undated one."""
        if number >= self.dated:
            return None
        return numbers(self._parts, "firsts")[number], numbers(self._parts, "lasts")[number]

    def alike(self, number: int) -> tuple[int, int]:
        """The numbers, from and up to, of the events with the same first and last day; of all undated ones, of one."""
        days = self.days(number)
        if days is None:
            return self.dated, self.count
        column = range(self.dated)
        return bisect_left(column, days, key=self._days_of), bisect_right(column, days, key=self._days_of)

    def _days_of(self, number: int) -> tuple[int, int]:
        return numbers(self._parts, "firsts")[number], numbers(self._parts, "lasts")[number]

    def since(self, day: date) -> int:
        """The number of the first event that begins on that day or later; `dated` where none does."""
        return bisect_left(numbers(self._parts, "firsts"), day.toordinal(), hi=self.dated)

    @cached_property
    def folded(self) -> Ranked:
        """`folds`, to be looked into."""
        return Ranked(self.folds)

    @cached_property
    def fine(self) -> Ranked:
        """The slots, by their own day, of dates that say a month or so, or more."""
        return Ranked(self._below & ~self.folds & ~self._set("wide"))

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months in which events begin, in the order of the timeline."""
        begins, slots, starts = (numbers(self._parts, f"months.{name}") for name in ("begins", "slots", "starts"))
        ends = numbers(self._parts, "months.ends")
        long = numbers(self._parts, "months.long")
        stretches = pairwise((*slots, self.slots))
        return tuple(
            Month(month, first, last, tuple(zip(ends[a:b], long[a:b], strict=True)))
            for month, (first, last), (a, b) in zip(begins, stretches, pairwise((*starts, len(ends))), strict=True)
        )

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
