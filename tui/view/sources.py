"""Reports of a timeline, whose texts may disappear or be damaged on the disk while the reader is open."""

from __future__ import annotations

from timeline_core.errors import TimelineError
from timeline_core.model.event import Event, Evidence
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Index
from tui.i18n.speech import count


def report(timeline: Timeline, id: str) -> Report | None:
    """The report of that id; None if there is none or its text cannot be read any more."""
    try:
        return timeline.report(id)
    except TimelineError:
        return None


def is_same(one: Evidence | None, other: Evidence | None) -> bool:
    """The same words of the same report, though the timeline was derived anew."""
    if one is None or other is None:
        return one is other
    return (one.report, one.span) == (other.report, other.span)


def quote(event: Event, piece: Evidence, place: int) -> int:
    """The number that these words have among the evidence of the event; else the place."""
    return next((n for n, one in enumerate(event.evidence) if is_same(one, piece)), place)


def id_now(id: str, before: Timeline, after: Timeline, index: Index) -> str:
    """The id of that event in a later timeline, where it may hang on an earlier report: by its own words.

    Args:
        index: of the later timeline.
    """
    id = after.moved.get(id, id)
    event = before.event(id) if index.columns.find(id) < 0 else None
    for piece in event.evidence if event is not None else ():
        for number in index.of_report(piece.report):
            found = numbered(after, number)
            if any(is_same(one, piece) for one in found.evidence):
                return found.id
    return id


def numbered(timeline: Timeline, number: int) -> Event:
    """The event of that number: the dated in their order, then the undated."""
    dated = len(timeline.events)
    return timeline.events[number] if number < dated else timeline.undated[number - dated]


def alone(timeline: Timeline, id: str) -> str:
    """The report that is read without an event: that of the id, else the first where nothing tells of any event."""
    silent = not (timeline.events or timeline.undated)
    return id or (timeline.reports[0].id if silent and timeline.reports else "")


def why_unreadable(timeline: Timeline, id: str) -> str:
    """Why the report cannot be read any more; empty if it can."""
    try:
        timeline.report(id)
    except TimelineError as error:
        return str(error)
    return ""


def describe_set_aside(timeline: Timeline) -> str:
    """A line on the reports whose processing failed; empty if none did."""
    if not timeline.faults:
        return ""
    first = next(iter(timeline.faults))
    return count(
        "{n} report is set aside, its reading broke: «{first}» ({why})",
        "{n} reports are set aside, their reading broke: «{first}» ({why})",
        len(timeline.faults),
        first=first,
        why=timeline.faults[first].error,
    )


def describe_partly(timeline: Timeline) -> str:
    """A line on the reports that are too long to be read to their end; empty if there is none."""
    if not timeline.partly:
        return ""
    first, paragraph = next(iter(timeline.partly.items()))
    return count(
        "{n} report is too long: «{first}» is read to paragraph {to}; add the rest as reports of its own",
        "{n} reports are too long: «{first}» is read to paragraph {to}; add the rest as reports of its own",
        len(timeline.partly),
        first=first,
        to=f"{paragraph:,}",
    )
