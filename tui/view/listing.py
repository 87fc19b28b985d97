"""The rows of the timeline list: headings, gaps and events, announcements under what they announce. Pure.

No row is made before it is asked for, and none needs more than its own event: which events are shown is told by the
index, month by month; in which order, by `view.index.order`; under which headings, by that order. A *place* is counted
in the order that is shown; a *rank* always in the order of days.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from timeline_core.model.event import Event
from timeline_core.model.lazy import Stored
from timeline_core.view.doubt import Doubt
from timeline_core.view.index.bits import Ranked
from timeline_core.view.index.columns import Month
from timeline_core.view.index.index import Index
from timeline_core.view.index.order import Permuted, arrange, grade
from timeline_core.view.order import Order, Ordering
from tui.view.sections import UNDATED, Doubted, OfMonth, Ranks, Section, gap

_OF_DAYS = Ordering()
_RANKS = (0, 10, 50, 100, 500)
"""Places below which a heading of ranks stands; then one for each so many."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A month, a year, «Undated»; a doubt or ranks where the order is of these."""

    section: Section


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time in which nothing shown happened, in words: between two months, which are not part of it."""

    words: str
    after: OfMonth = UNDATED
    before: OfMonth = UNDATED


class Space(Enum):
    """An empty row."""

    ABOVE_HEADING = "above heading"


Row = Event | Heading | Gap | Space


class _Stretch(NamedTuple):
    """A heading with what stands above it and the events below it."""

    row: int
    """Its first row."""
    heads: tuple[Row, ...]
    place: int
    """Of its first event, among those shown."""
    section: Section


class Listing:
    """What the list shows, row by row. Made anew when the filter changes, never when the reader moves. Immutable.

    Cost: to make, some microseconds a month and those of reading a bit an event; to ask, some microseconds.
    """

    def __init__(
        self,
        index: Index,
        shown: Ranked,
        event: Callable[[int], Event],
        *,
        airy: bool = False,
        order: Ordering = _OF_DAYS,
    ) -> None:
        """
        Args:
            shown: the slots that are shown, of `Index.shown`.
            event: the event of a number.
            airy: an empty row above each heading but the first.
            order: where it is not one of days, nothing that is shown is folded.
        """
        self.shown, self.order = shown, order
        self._index, self._columns, self._event = index, index.columns, event
        self._arranged: Ranked | Permuted = arrange(index, shown, order)
        self._stretches = _headed(index, shown, order, airy=airy)
        self._rows = [stretch.row for stretch in self._stretches]
        self._places = [stretch.place for stretch in self._stretches]
        self.rows: Sequence[Row] = Stored(self._height(), self._row)
        self.events: Sequence[Event] = Stored(len(shown), self._event_at)
        """Those rows that are events, in the order of the rows."""
        self.at: Mapping[str, int] = _At(self)
        """Event id -> its place in `events`; looked up, not gone through."""

    def _height(self) -> int:
        return len(self.shown) + sum(len(stretch.heads) for stretch in self._stretches)

    def number(self, place: int) -> int:
        """The number, in the index, of the event at that place."""
        return self._columns.number(self._arranged.select(place))

    def place(self, number: int) -> int:
        """The place of the event of that number; -1 when it is not shown."""
        if number < 0:
            return -1
        slot = self._columns.slot(number, self.shown)
        return self._arranged.rank(slot) if slot in self.shown else -1

    def place_of(self, id: str) -> int:
        """As `place`, by id."""
        return self.place(self._columns.find(id))

    def behind(self, number: int) -> int:
        """How many shown events stand above the slot of that one by its own day; all, behind the last number."""
        return self.shown.rank(self._columns.own(number)) if number < self._columns.count else len(self.shown)

    def ranked(self, rank: int) -> Event:
        """The shown event before which so many others stand in the order of days."""
        return self._event(self._columns.number(self.shown.select(rank)))

    def nearest(self, number: int) -> Event:
        """The first shown event that is not before that one in the order of days; else the last one."""
        return self.ranked(min(self.behind(number), len(self.shown) - 1))

    def slot(self, place: int) -> int:
        """The slot, in the index, of the event at that place."""
        return self._arranged.select(place)

    def beside(self, slots: int, id: str, by: int) -> Event | None:
        """The next shown event of these slots below that one (`by` 1), or above it (-1); round the end.

        Cost: in an order that is not of days, that of a look at each event up to there.
        """
        found = Ranked(slots & self.shown.bits)
        if not found:
            return None
        place = max(0, self.place_of(id))
        if isinstance(self._arranged, Ranked):
            here = self.slot(place)
            rank = found.rank(here + 1) if by > 0 else found.rank(here) - 1
            return self._event(self._columns.number(found.select(rank % len(found))))
        count = len(self.shown)
        places = ((place + by * step) % count for step in range(1, count + 1))
        return next(self._event_at(at) for at in places if self.slot(at) in found)

    def of_one_day(self, place: int) -> tuple[int, int]:
        """The places, from and up to, around that one, of the events of its day with what is folded under them."""
        if not self.order.of_days:
            return place, place + 1
        first, last = self._columns.alike(self.number(self.top(place)))

        def is_inside(place: int) -> int:
            return first <= self.number(self.top(place)) < last

        return (
            bisect_left(range(place), 1, key=is_inside),
            bisect_left(range(len(self.shown)), 0, lo=place, key=lambda at: -is_inside(at)),
        )

    @cached_property
    def graded(self) -> tuple[Ranked, ...]:
        """The slots of the shown events in doubt, those of one gravest doubt together."""
        return grade(self._index, self.shown.bits)

    def row(self, id: str) -> int:
        """The row of that event; 0 when it is not shown."""
        place = self.place_of(id)
        return self.row_at(place) if place >= 0 else 0

    def row_at(self, place: int) -> int:
        """The row of the event at that place."""
        stretch = self._stretches[bisect_right(self._places, place) - 1]
        return stretch.row + len(stretch.heads) + place - stretch.place

    def branch(self, id: str) -> str:
        """`├` or `└` for what is folded under another event, else nothing."""
        place = self.place_of(id)
        if place < 0 or not self._is_folded(place):
            return ""
        return "├" if place + 1 < len(self.shown) and self._is_folded(place + 1) else "└"

    def _is_folded(self, place: int) -> bool:
        return self.slot(place) in self._columns.folded

    def top(self, place: int) -> int:
        """The place of the event that the one at this place is folded under; its own where it is not."""
        if not self._is_folded(place):
            return place
        return self.place(self._columns.root(self.number(place)))

    def gap_above(self, place: int) -> tuple[int, Gap] | None:
        """The gap right above the event at that place, with its row; None where there is none."""
        at = bisect_left(self._places, place)
        if not 0 <= at < len(self._stretches) or self._places[at] != place:
            return None
        stretch = self._stretches[at]
        rows = ((stretch.row + n, head) for n, head in enumerate(stretch.heads) if isinstance(head, Gap))
        return next(rows, None)

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """The places of the events right below a gap; ascending."""
        return tuple(one.place for one in self._stretches if any(isinstance(head, Gap) for head in one.heads))

    @cached_property
    def sections(self) -> tuple[tuple[int, Section], ...]:
        """Rows of headings, with what they say; ascending."""
        return tuple((stretch.row + len(stretch.heads) - 1, stretch.section) for stretch in self._stretches)

    def section(self, row: int) -> Section:
        """The section that a row stands in."""
        return self.sections[self.section_at(row)][1] if self.sections else UNDATED

    def section_at(self, row: int) -> int:
        """The place of that section among `sections`."""
        return max(0, bisect_right(self.sections, row, key=_first) - 1)

    def event_near(self, row: int) -> Event | None:
        """The event on that row, or the first below it, or the last of all."""
        if not self._stretches:
            return None
        stretch = self._stretches[max(0, bisect_right(self._rows, row) - 1)]
        place = stretch.place + max(0, row - stretch.row - len(stretch.heads))
        return self.events[min(place, len(self.shown) - 1)]

    def _row(self, row: int) -> Row:
        stretch = self._stretches[bisect_right(self._rows, row) - 1]
        inside = row - stretch.row
        if inside < len(stretch.heads):
            return stretch.heads[inside]
        return self._event_at(stretch.place + inside - len(stretch.heads))

    def _event_at(self, place: int) -> Event:
        return self._event(self.number(place))


def _first(entry: tuple[int, Section]) -> int:
    return entry[0]


class _At(Mapping[str, int]):
    """Event id -> place among those shown."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing

    def __getitem__(self, id: str) -> int:
        place = self._listing.place_of(id)
        if place < 0:
            raise KeyError(id)
        return place

    def __iter__(self) -> Iterator[str]:
        return (event.id for event in self._listing.events)

    def __len__(self) -> int:
        return len(self._listing.shown)


def _headed(index: Index, shown: Ranked, order: Ordering, *, airy: bool) -> list[_Stretch]:
    """Headings over what is shown in that order."""
    if order.of_days:
        stretches = _laid_out(index, shown, airy=airy)
        return _turned(stretches, len(shown), airy=airy) if order.turned else stretches
    if order.by is Order.DOUBT:
        counts: list[tuple[Section, int]] = [
            (Doubted(doubt), len(group)) for doubt, group in zip(Doubt, grade(index, shown.bits), strict=True)
        ]
        counts.append((Doubted(None), len(shown) - sum(count for _, count in counts)))
        return _stretched(reversed(counts) if order.backwards else counts, airy=airy)
    ends = [*(end for end in _RANKS if end < len(shown)), *range(2 * _RANKS[-1], len(shown), _RANKS[-1]), len(shown)]
    return _stretched(((Ranks(first + 1, last), last - first) for first, last in pairwise(ends)), airy=airy)


def _stretched(counts: Iterable[tuple[Section, int]], *, airy: bool) -> list[_Stretch]:
    """Sections with the numbers of their events, as stretches; an empty one is left out."""
    return _numbered((((Heading(section),), section, count) for section, count in counts if count), airy=airy)


def _numbered(parts: Iterable[tuple[tuple[Row, ...], Section, int]], *, airy: bool) -> list[_Stretch]:
    """Stretches of what stands above each, its section and its number of events, one below the other."""
    stretches, row, place = list[_Stretch](), 0, 0
    for heads, section, count in parts:
        spaced = (*heads[:-1], Space.ABOVE_HEADING, heads[-1]) if airy and row else heads
        stretches.append(_Stretch(row, spaced, place, section))
        row, place = row + len(spaced) + count, place + count
    return stretches


def _turned(stretches: Sequence[_Stretch], count: int, *, airy: bool) -> list[_Stretch]:
    """Stretches of days with the latest first, each gap between the same two; what is not dated stays at the end."""
    counts = [after - before for before, after in pairwise((*(one.place for one in stretches), count))]
    gaps = [tuple(row for row in one.heads if isinstance(row, Gap)) for one in stretches]
    dated = [at for at, one in enumerate(stretches) if one.section != UNDATED]
    above: dict[int, tuple[Row, ...]] = {at: gaps[at + 1] for at in dated[:-1]}
    parts: list[tuple[tuple[Row, ...], int]] = []
    parts += [((*above.get(at, ()), Heading(stretches[at].section)), at) for at in reversed(dated)]
    parts += [((Heading(one.section),), at) for at, one in enumerate(stretches) if one.section == UNDATED]
    return _numbered(((heads, stretches[at].section, counts[at]) for heads, at in parts), airy=airy)


def _laid_out(index: Index, shown: Ranked, *, airy: bool) -> list[_Stretch]:
    """Headings and gaps over what is shown, month by month."""
    made = _Made(shown, airy=airy)
    for month in index.columns.months:
        here = shown.stretch(month.first, month.last)
        if here:
            made.month(month, here, index.columns.fine.stretch(month.first, month.last))
    return made.stretches


class _Made:
    """The stretches of a listing while they grow."""

    def __init__(self, shown: Ranked, *, airy: bool) -> None:
        self._shown, self._airy = shown, airy
        self.stretches: list[_Stretch] = []
        self._row = self._place = 0
        self._current: OfMonth | None = None
        self._end = 0
        """The last month that is known to be taken, but for what `_before` takes; 0 for none."""
        self._before: list[Month] = []
        """Months whose events have not been asked yet how long they take; most need never be."""

    def month(self, month: Month, here: int, fine: int) -> None:
        """What is shown of a month.

        Args:
            here: the set of what is shown, counted from the first slot of the month.
            fine: of what is told by the month or finer and not folded.
        """
        section = _section(month.begins)
        first_fine = fine & here & -(fine & here)
        ahead = here & (first_fine - 1) if first_fine else here
        if self._current == section:
            ahead = 0
        if ahead:
            self._open((section[0], 0), month.begins)
            self._more(ahead)
        if here != ahead:
            self._open(section, month.begins)
            self._more(here & ~ahead)
        self._end = max(self._end, month.begins)
        self._before.append(month)

    def _more(self, events: int) -> None:
        count = events.bit_count()
        self._row += count
        self._place += count

    def _open(self, section: OfMonth, begins: int) -> None:
        """A heading, unless it stands there already."""
        if section == self._current:
            return
        heads: list[Row] = []
        if (between := self._gap(begins)) is not None:
            heads.append(between)
        if self._airy and self._row:
            heads.append(Space.ABOVE_HEADING)
        heads.append(Heading(section))
        self.stretches.append(_Stretch(self._row, tuple(heads), self._place, section))
        self._row += len(heads)
        self._current = section
        self._end = max(self._end, begins)

    def _gap(self, begins: int) -> Gap | None:
        """What lies between the last month that is taken and this one; None for nothing."""
        if not begins or not self._end or begins - self._end < 2:
            return None
        for month in self._before:
            self._end = max(self._end, next((end for end, slot in month.long if slot in self._shown), 0))
        self._before.clear()
        after, before = _section(self._end), _section(begins)
        words = gap(after, before)
        return Gap(words, after, before) if words else None


def _section(month: int) -> OfMonth:
    return (month // 12, month % 12 + 1) if month else UNDATED
