"""Reports of a timeline, whose texts may disappear or be damaged on the disk while the reader is open."""

from __future__ import annotations

from timeline_core.errors import TimelineError
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline
from tui.i18n.speech import count


def report(timeline: Timeline, id: str) -> Report | None:
    """The report of that id; None if there is none or its text cannot be read any more."""
    try:
        return timeline.report(id)
    except TimelineError:
        return None


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
