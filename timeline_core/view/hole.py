"""What could fall into a stretch of time in which nothing that is shown happened.

An event without a day can have happened there where a report that tells of it may have been published since the
stretch began: what is told has happened by then. Of one with a bound alone, the bound must not be before the stretch.
A plan says nothing of when it comes true, so it can fall anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from timeline_core.model.event import Event, Kind
from timeline_core.model.report import Report
from timeline_core.model.when import When
from timeline_core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that could fall into the stretch."""

    event: Event
    told: When | None = None
    """The first day of a report that tells of it, and that may have been published since; None where none is known."""


@dataclass(frozen=True, slots=True)
class Hole:
    """The stretch, and what could fall into it: the nearest first."""

    first: date
    last: date
    hidden: tuple[Event, ...] = ()
    """What happened there and is not shown, in the order of days."""
    candidates: tuple[Candidate, ...] = ()
    reports: tuple[tuple[Report, When], ...] = ()
    """Those of that time, in the order of their days."""


def find_hole(
    first: date, last: date, timeline: Timeline, *, loose: Iterable[Event], hidden: Iterable[Event] = ()
) -> Hole:
    """Find what could fall between these days, both of them included.

    Args:
        loose: events that are undated, or of which a bound alone is known.
        hidden: events of that time that are not shown.
    """
    found = [one for event in loose if (one := _candidate(event, first, timeline)) is not None]
    found.sort(key=lambda one: (_distance(one.told, last), one.event.id))
    return Hole(first, last, tuple(hidden), tuple(found), tuple(_reports(first, last, timeline)))


def _candidate(event: Event, first: date, timeline: Timeline) -> Candidate | None:
    if event.bounded and event.when is not None and event.when.last is not None and event.when.last < first:
        return None
    days = [timeline.published[id].when if id in timeline.published else None for id in event.reports]
    late = [when for when in days if when is not None and when.last is not None and when.last >= first]
    if not late and None not in days and event.kind is not Kind.PLANNED:
        return None
    return Candidate(event, min(late, key=lambda when: when.order) if late else None)


def _distance(told: When | None, last: date) -> tuple[bool, int]:
    """Days from the stretch to the report; what has no day comes last."""
    if told is None or told.first is None:
        return True, 0
    return False, max(0, (told.first - last).days)


def _reports(first: date, last: date, timeline: Timeline) -> Iterator[tuple[Report, When]]:
    """The reports that were surely published there."""
    there: list[tuple[When, str]] = []
    for id, published in timeline.published.items():
        when = published.when
        if when is not None and when.days is not None and first <= when.days[0] and when.days[1] <= last:
            there.append((when, id))
    for when, id in sorted(there, key=lambda one: (one[0].order, one[1])):
        if (report := timeline.report(id)) is not None:
            yield report, when
