"""The rows of the sheet of a gap: headings, and below each what can be gone to. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from timeline_core.model.event import Event, Status
from timeline_core.model.report import Report
from timeline_core.model.when import When
from timeline_core.view.hole import Candidate, Hole, find_hole
from timeline_core.view.index.index import BOUNDED
from tui.view.listing import Gap
from tui.view.state import View

MOST = 500
"""Events and reports of each kind that are listed: more than anyone reads."""
_REACHED = 5_000
"""Events that are looked at for each kind."""
_DECEMBER = 12


class Going(NamedTuple):
    """Where Enter goes from a row; a heading has an empty id."""

    id: str = ""
    report: bool = False
    """The id is that of a report, and not of an event."""


class GapRow(NamedTuple):
    """A row: a heading of so many, an event, or a report."""

    heading: str = ""
    """`hidden`, `candidates`, `reports`; empty for any other row."""
    number: int = 0
    event: Event | None = None
    report: Report | None = None
    when: When | None = None
    """The day of the report, or of a report that tells of the event."""

    @property
    def going(self) -> Going:
        """Where Enter goes."""
        if self.report is not None:
            return Going(self.report.id, report=True)
        return Going(self.event.id) if self.event is not None else Going()


class GapRows(NamedTuple):
    """All rows, and the selected one; -1 where nothing can be selected."""

    rows: tuple[GapRow, ...]
    at: int

    def step(self, by: int) -> GapRows:
        """Select the row so many further, headings passed over; stops at the ends."""
        can = [n for n, row in enumerate(self.rows) if not row.heading]
        if not can:
            return self
        here = can.index(self.at) if self.at in can else 0
        return self._replace(at=can[max(0, min(here + by, len(can) - 1))])

    def to(self, number: int) -> GapRows:
        """Select that row, unless it is a heading."""
        return self if self.rows[number].heading else self._replace(at=number)


def days_of(gap: Gap) -> tuple[date, date]:
    """The first and the last day of a gap: from the month behind the one to the month before the other."""
    after, before = gap.after[0] * 12 + gap.after[1], gap.before[0] * 12 + gap.before[1] - 2
    year, month = before // _DECEMBER, before % _DECEMBER + 1
    return date(after // _DECEMBER, after % _DECEMBER + 1, 1), date(year, month, monthrange(year, month)[1])


def hole_of(view: View, gap: Gap) -> Hole:
    """What could fall into that gap.

    Cost: that of making each undated or bounded event and each event of that time, some thousands at most; called in a
    thread.
    """
    first, last = days_of(gap)
    columns = view.index.columns
    numbers = [*range(columns.dated, min(columns.count, columns.dated + _REACHED))]
    numbers += [*view.index.found(view.index.matches(BOUNDED))][:_REACHED]
    there = range(columns.since(first), min(columns.since(last), columns.since(first) + _REACHED))
    hidden = (number for number in there if view.listing.place(number) < 0)
    loose = (event for event in map(view.numbered, numbers) if event.status is not Status.REJECTED)
    dated = (event for event in map(view.numbered, hidden) if event.status is not Status.REJECTED and not event.bounded)
    return find_hole(first, last, view.timeline, loose=loose, hidden=dated)


def rows_of(hole: Hole) -> GapRows:
    """The rows; the first that can be gone to is selected."""
    rows = (*_told("candidates", map(_of_candidate, hole.candidates)), *_told("hidden", map(_of_event, hole.hidden)))
    rows += tuple(_told("reports", (GapRow(report=report, when=when) for report, when in hole.reports)))
    return GapRows(rows, min(1, len(rows) - 1))


def _of_candidate(candidate: Candidate) -> GapRow:
    return GapRow(event=candidate.event, when=candidate.told)


def _of_event(event: Event) -> GapRow:
    return GapRow(event=event, when=event.when)


def _told(heading: str, rows: Iterator[GapRow]) -> Iterator[GapRow]:
    found = tuple(rows)
    if found:
        yield GapRow(heading, len(found))
        yield from found[:MOST]
