"""What an opponent would attack first in an event: its doubts, the gravest first.

A doubt is of what the machine derived: a date that a person gave has none, nor what a person joined. Whether somebody
accepted the event all the same is its status.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from timeline_core.merge.conflicts import find_conflicts
from timeline_core.merge.origins import find_origins
from timeline_core.merge.threshold import ENOUGH
from timeline_core.model.event import Event
from timeline_core.model.expression import Expression, Origin
from timeline_core.timeline import Timeline

_LITTLE = 0.5
"""Sum of weights above what is just enough, below which tellings were joined on little."""


class Doubt(StrEnum):
    """A kind of doubt; the gravest stands first."""

    CONFLICT = "conflict"
    """Its reports differ: in a day, a number, a place, in who did it."""
    INFERRED = "inferred"
    """Its date counts from the day of a report that is itself inferred."""
    UNSURE = "unsure"
    """Its date was read with little certainty, or the report itself says that it is uncertain."""
    CALENDAR = "calendar"
    """Its date was reckoned from the lunar calendar, which observers begin a day earlier or later."""
    JOINED = "joined"
    """Tellings of two reports are one event, and little weighs for it."""
    BOUND = "bound"
    """No report gives its day: only the latest that it can be."""
    UNDATED = "undated"
    """Nothing says when it was."""
    ORIGIN = "origin"
    """All that tell of it have it from one origin."""


def doubts_of(event: Event, timeline: Timeline) -> tuple[Doubt, ...]:
    """Find the doubts of the event, the gravest first, whatever its status.

    Cost: some microseconds; of an event of many reports some tenths of a millisecond.

    Args:
        timeline: that the event is of, with its reports and names.
    """
    found = {*_of_the_date(event), *_of_the_tellings(event, timeline)}
    return tuple(doubt for doubt in Doubt if doubt in found)


def _of_the_date(event: Event) -> Iterator[Doubt]:
    """The doubts of the date; none where a person gave it."""
    if event.machine is not None and event.machine.when != event.when:
        return
    if event.when is None or not event.when.resolved:
        yield Doubt.UNDATED
        return
    if event.bounded:
        yield Doubt.BOUND
    dating = event.evidence[0].expression
    if event.when.uncertain or (dating is not None and not dating.sure):
        yield Doubt.UNSURE
    if dating is not None:
        yield from _of_the_words(dating)


def _of_the_words(dating: Expression) -> Iterator[Doubt]:
    if dating.reason.origin is Origin.INFERRED:
        yield Doubt.INFERRED
    if ("calendar", "hijri") in dating.reason.slots:
        yield Doubt.CALENDAR


def _of_the_tellings(event: Event, timeline: Timeline) -> Iterator[Doubt]:
    if len(event.reports) == 1:
        yield Doubt.ORIGIN
        return
    if find_conflicts(event, timeline.names):
        yield Doubt.CONFLICT
    weights = (one.likeness for one in event.tellings if not one.by)
    if any(one is not None and one.total < ENOUGH + _LITTLE for one in weights):
        yield Doubt.JOINED
    if len(find_origins(event, timeline)) == 1:
        yield Doubt.ORIGIN
