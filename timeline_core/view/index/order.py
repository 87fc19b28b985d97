"""The slots of an index in another order than that of days.

Cost: that of one look at each event, some milliseconds for a hundred thousand; an order itself is worked out once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, compress

from timeline_core.view.doubt import Doubt
from timeline_core.view.filter import NOT_ACCEPTED, Filter, Term
from timeline_core.view.index import bits
from timeline_core.view.index.bits import Ranked
from timeline_core.view.index.columns import Columns
from timeline_core.view.index.index import Index
from timeline_core.view.order import Order, Ordering


class Permuted:
    """Some slots in an order of their own; answers what `bits.Ranked` does of those in order of days. Immutable."""

    __slots__ = ("_places", "_shown", "_slots")

    def __init__(self, slots: Iterable[int], shown: Ranked, size: int) -> None:
        """
        Args:
            slots: the members of `shown`, each once.
            size: more than the largest.
        """
        self._slots, self._shown = array("I", slots), shown
        self._places = array("I", bytes(size * array("I").itemsize))
        for place, slot in enumerate(self._slots):
            self._places[slot] = place

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, slot: object) -> bool:
        return slot in self._shown

    def __iter__(self) -> Iterator[int]:
        return iter(self._slots)

    def rank(self, slot: int) -> int:
        """The place of a slot that is shown."""
        return self._places[slot]

    def select(self, place: int) -> int:
        """The slot at that place.

        Raises:
            IndexError: there are not so many.
        """
        if place < 0:
            raise IndexError(place)
        return self._slots[place]


def arrange(index: Index, shown: Ranked, order: Ordering) -> Ranked | Permuted:
    """Put the shown slots into that order."""
    if order.plain:
        return shown
    size = index.columns.slots
    if order.by is Order.DOUBT:
        graded = grade(index, shown.bits)
        rest = shown.bits & ~sum(group.bits for group in graded)
        found = [*chain.from_iterable(bits.listed(some, size) for some in (*(group.bits for group in graded), rest))]
    else:
        every = index.by_importance if order.by is Order.IMPORTANCE else latest_first(index.columns)
        shows = bits.flags(shown.bits, size)
        found = [*compress(every, map(shows.__getitem__, every))]
    return Permuted(reversed(found) if order.backwards and not order.of_days else found, shown, size)


@lru_cache(maxsize=2)
def latest_first(columns: Columns) -> Sequence[int]:
    """Every slot, the latest day first; what is folded still stands behind its event, what is not dated at the end."""
    folded, found, below = columns.folded, list[int](), list[int]()
    end = columns.own(columns.dated) if columns.dated < columns.count else columns.slots
    for slot in range(end - 1, -1, -1):
        below.append(slot)
        if slot not in folded:
            found += reversed(below)
            below.clear()
    return array("I", chain(found, range(end, columns.slots)))


def grade(index: Index, shown: int) -> tuple[Ranked, ...]:
    """Those of the slots whose event is in doubt, by its gravest one, the gravest first."""
    groups = list[Ranked]()
    for doubt in Doubt:
        here = shown & index.matches(Filter((Term("doubt", (doubt.value,)), NOT_ACCEPTED)))
        groups.append(Ranked(here))
        shown &= ~here
    return tuple(groups)
