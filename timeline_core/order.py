"""The order of a timeline: by first day, then last day, then the report's published day, then place in the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from timeline_core.model.event import Event
from timeline_core.model.report import Published


def ordered(events: Iterable[Event], published: Mapping[str, Published]) -> tuple[Event, ...]:
    """The events, earliest first; the undated behind the dated."""
    return tuple(sorted(events, key=lambda event: _key(event, published)))


def _key(event: Event, published: Mapping[str, Published]) -> tuple[date, date, date, str, int, str]:
    first = event.evidence[0]
    days = event.when.order if event.when is not None else (date.max, date.max)
    told = published.get(first.report, Published()).when
    return (*days, told.order[0] if told else date.max, first.report, first.span.start, event.id)
