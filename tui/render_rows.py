"""The rows of the timeline list: headings, gaps and events, announcements under what they announce. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from timeline_core.event import Event
from timeline_core.when import Precision
from tui import render_when
from tui.render_when import Section

_ID = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Heading:
    """A month, a year, or «Undated»."""

    section: Section


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time in which nothing shown happened, in words."""

    words: str


class Space(Enum):
    """An empty row."""

    ABOVE_HEADING = "above heading"


Row = Event | Heading | Gap | Space


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """What the list shows, row by row. Made anew when the filter changes, never when the reader moves."""

    rows: tuple[Row, ...] = ()
    events: tuple[Event, ...] = ()
    """Those rows that are events, in the order of the rows."""
    at: dict[str, int] = field(default_factory=dict)
    """Event id -> its place in `events`."""
    row_of: tuple[int, ...] = ()
    """Place in `events` -> row."""
    branches: dict[str, str] = field(default_factory=dict)
    """Event id -> `├` or `└` for what is folded under another event."""
    sections: tuple[tuple[int, Section], ...] = ()
    """Rows that begin a section, with it; ascending."""

    def row(self, id: str) -> int:
        """The row of that event; 0 when it is not shown."""
        return self.row_of[self.at[id]] if id in self.at else 0

    def section(self, row: int) -> Section:
        """The section that a row stands in."""
        place = bisect_right(self.sections, row, key=_row) - 1
        return self.sections[max(0, place)][1] if self.sections else render_when.UNDATED

    def event_near(self, row: int) -> Event | None:
        """The event on that row, or the first below it, or the last of all."""
        place = bisect_left(self.row_of, row)
        return self.events[min(place, len(self.events) - 1)] if self.events else None


def _row(entry: tuple[int, Section]) -> int:
    return entry[0]


class Slot(NamedTuple):
    """All that the list needs to know of a date."""

    begins: Section
    wide: bool
    ends: Section
    """The last month that is known to be taken; (0, 0) for none."""


def slot(event: Event) -> Slot:
    """Where an event goes. Worked out once an event, not once a filter."""
    when = event.when
    begins = render_when.month(when)
    if when is None or when.days is None:
        return Slot(begins, wide=False, ends=render_when.UNDATED)
    open_end = when.days[1] == date.max or when.precision in (Precision.DECADE, Precision.CENTURY)
    ends = begins if open_end else (when.days[1].year, when.days[1].month)
    return Slot(begins, render_when.wide(when), ends)


def listing(
    dated: Sequence[Event], undated: Sequence[Event], slots: Mapping[str, Slot], *, airy: bool = False
) -> Listing:
    """Lay out the events; what announces or disputes an event that is shown stands under that event.

    Args:
        dated: in order of days, as `Timeline.events`.
        slots: event id -> `slot` of it.
        airy: an empty row above each heading but the first.

    Cost: linear, 0.3 microseconds an event; what hangs together costs three.
    """
    under = _folded(dated)
    folded = {child.id for children in under.values() for child in children}
    busy = folded | under.keys()
    made = _Made(airy)
    for where, group in groupby(chain(dated, undated), key=lambda event: slots[event.id]):
        block = tuple(group)
        if not busy or busy.isdisjoint(map(_ID, block)):
            made.block(where, block)
            continue
        for event in block:
            if event.id not in folded:
                made.block(where, (event,))
                for branch, child in _branches(under.get(event.id, ())):
                    made.branches[child.id] = branch
                    made.more((child,))
    return made.done()


class _Made:
    """A listing while it grows."""

    def __init__(self, airy: bool) -> None:
        self._airy = airy
        self._rows: list[Row] = []
        self._row_of: list[int] = []
        self._events: list[Event] = []
        self._sections: list[tuple[int, Section]] = []
        self._current: Section | None = None
        self._end: Section = render_when.UNDATED
        self.branches: dict[str, str] = {}

    def more(self, events: tuple[Event, ...]) -> None:
        """Rows of events, as they are."""
        self._row_of += range(len(self._rows), len(self._rows) + len(events))
        self._events += events
        self._rows += events

    def block(self, where: Slot, events: tuple[Event, ...]) -> None:
        """Rows of events that go to one place, with the heading and the gap that they call for."""
        section = render_when.section(where.begins, self._current or render_when.UNDATED, wide=where.wide)
        if section != self._current:
            self._open(section, where.begins)
        self._end = max(self._end, where.ends)
        self.more(events)

    def _open(self, section: Section, begins: Section) -> None:
        if any(begins) and any(self._end) and (words := render_when.gap(self._end, begins)):
            self._rows.append(Gap(words))
        if self._airy and self._rows:
            self._rows.append(Space.ABOVE_HEADING)
        self._sections.append((len(self._rows), section))
        self._rows.append(Heading(section))
        self._current = section

    def done(self) -> Listing:
        """The whole."""
        at = dict(zip(map(_ID, self._events), range(len(self._events)), strict=True))
        return Listing(
            tuple(self._rows), tuple(self._events), at, tuple(self._row_of), self.branches, tuple(self._sections)
        )


def _branches(children: Sequence[Event]) -> Iterator[tuple[str, Event]]:
    for place, child in enumerate(children):
        yield ("└" if place == len(children) - 1 else "├"), child


def _folded(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Event id -> what is folded under it, in order; what announces an announcement joins its parent."""
    pointing = {e.id: (*e.announces, *e.disputes) for e in events if e.announces or e.disputes}
    if not pointing:
        return {}
    known = {event.id for event in events}
    under: dict[str, list[Event]] = {}
    for event in events:
        parent = _parent(event.id, pointing, known)
        if parent != event.id:
            under.setdefault(parent, []).append(event)
    return under


def _parent(id: str, pointing: dict[str, tuple[str, ...]], known: set[str]) -> str:
    """The end of the chain of announcements; the event itself when the chain runs in a ring."""
    seen = {id}
    at = id
    while target := next((t for t in pointing.get(at, ()) if t in known), None):
        if target in seen:
            return id
        seen.add(target)
        at = target
    return at
