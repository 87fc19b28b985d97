"""`Trial`: one report whose day is tried: it alone is read again, whatever the size of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from timeline_core.events.accounts import account_of, read
from timeline_core.knowledge import Knowledge
from timeline_core.model.draft import Draft
from timeline_core.model.event import Event
from timeline_core.model.report import GIVEN, Published, Report
from timeline_core.model.when import on
from timeline_core.publication.clues import clues_of
from timeline_core.publication.moves import find_moves
from timeline_core.publication.tried import Tried


class Trial:
    """Made once for a report; what it tells on a day is worked out once."""

    def __init__(self, report: Report, published: Published, known: Knowledge) -> None:
        """`published`: the day of the report as the timeline has it."""
        self._known, self._published = known, published
        self._read = read(replace(report, published=None), known)
        self._clues = clues_of(self._read, published)
        self._drafts: dict[date, tuple[Draft, ...]] = {}
        self._now = account_of(replace(self._read, published=published), known).drafts

    @property
    def start(self) -> date | None:
        """The day to begin with: that of the report, or the first that it may have; else that of its latest date."""
        for when in (self._published.when, self._clues.expected.when):
            if when is not None and when.days is not None:
                return when.days[0]
        told = (draft.when.last for draft in self._now if draft.when is not None and draft.when.resolved)
        return max((day for day in told if day is not None), default=None)

    def on(self, day: date, events: Iterable[Event], published: Mapping[str, Published]) -> Tried:
        """What is told of that day.

        Args:
            events: those of the timeline that the report tells of.
            published: the days of their reports.
        """
        moves = find_moves(self._read.report.id, day, (self._now, self._told(day)), events, published)
        clues = self._clues
        return Tried(day, clues.against(day), clues.stretch(day), moves, clues.hanging, clues.near(day))

    def _told(self, day: date) -> tuple[Draft, ...]:
        found = self._drafts.get(day)
        if found is None:
            report = replace(self._read.report, published=on(day))
            tried = replace(self._read, report=report, published=Published(on(day), GIVEN))
            found = self._drafts[day] = account_of(tried, self._known).drafts
        return found
