"""`Columns`: what is known of each event by its number, without the event: its slots, days, id, what is said of it."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline_core.model.once import cached_property
from timeline_core.model.when import place_in_order
from timeline_core.view.index.bits import Ranked
from timeline_core.view.index.postings import Parts, numbers

_REMEMBERED = 8_192
"""Ids that are looked up once: those of some pages of a list."""


class Month(NamedTuple):
    """Events that stand beside each other and begin in one month."""

    begins: int
    """The month, as year times twelve plus the month from 0; 0 of undated events."""
    first: int
    """The first slot of its events."""
    last: int
    """The slot behind the last of its events."""
    long: tuple[tuple[int, int], ...]
    """Of events that end in a later month: that month and the slot of the event, the latest first."""


class Columns:
    """Numbers and slots are those of `Index`, which holds these. Immutable."""

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
        self.importance = parts["importance"]
        """What each event weighs in the order of importance, a byte each."""
        self._numbers, self._slots = numbers(parts, "numbers"), numbers(parts, "slots")
        self._children, self._roots = numbers(parts, "children"), numbers(parts, "roots")
        self.below = (1 << self.slots) - 1
        """The set of all slots."""
        self.folds = self.bits("folds")
        """The slots behind the event that another is folded under."""
        self._ids_at, self._id_ends, self._id_numbers = (
            parts["id.ids"],
            numbers(parts, "id.ends"),
            numbers(parts, "id.numbers"),
        )
        self.find: Callable[[str], int] = lru_cache(_REMEMBERED)(self._find)
        """The number of the event of that id; -1 where there is none."""

    def bits(self, name: str) -> int:
        """The stored set of that name; its members are slots."""
        return int.from_bytes(self._parts[name], "little")

    def number(self, slot: int) -> int:
        """The number of the event at that slot."""
        return self._numbers[slot]

    def slot(self, number: int, shown: Ranked) -> int:
        """The slot at which an event is shown; where it is not shown, its slot by its own day."""
        slot = self._slots[number]
        if slot in shown:
            return slot
        folded = self._behind(number)
        return folded if folded in shown else slot

    def positions(self, number: int) -> Iterator[int]:
        """Every position at which an index knows the event: its slots, and above, those of what is folded under it."""
        slot = self._slots[number]
        yield slot
        if (behind := self._behind(number)) >= 0:
            yield behind
        below = slot + 1
        while below < self.slots and below in self.folded:
            yield self.slots + self._slots[self._numbers[below]]
            below += 1

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

    def _find(self, id: str) -> int:
        sought = id.encode("utf-8", "surrogatepass")
        at = bisect_left(range(self.count), sought, key=lambda rank: self._id(rank)[0])
        known, number = self._id(at) if at < self.count else (b"", -1)
        return number if known == sought else -1

    def _id(self, rank: int) -> tuple[bytes, int]:
        """The id of that rank in the order of ids, and the number of its event."""
        ends = self._id_ends
        return bytes(self._ids_at[ends[rank - 1] if rank else 0 : ends[rank]]), self._id_numbers[rank]

    def about(self, number: int) -> Sequence[int]:
        """The numbers of the events that announce or dispute it."""
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
        place = place_in_order(*days)
        return bisect_left(column, place, key=self._place_of), bisect_right(column, place, key=self._place_of)

    def _place_of(self, number: int) -> tuple[int, int]:
        return place_in_order(numbers(self._parts, "firsts")[number], numbers(self._parts, "lasts")[number])

    def since(self, day: date) -> int:
        """The number of the first event that begins on that day or later; `dated` where none does."""
        return bisect_left(numbers(self._parts, "firsts"), day.toordinal(), hi=self.dated)

    @cached_property
    def folded(self) -> Ranked:
        """The slots of folded events, as a set that knows its order."""
        return Ranked(self.folds)

    @cached_property
    def fine(self) -> Ranked:
        """The slots, by their own day, of dates that say a month or so, or more."""
        return Ranked(self.below & ~self.folds & ~self.bits("wide"))

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
