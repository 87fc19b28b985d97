"""A report, where it can still be read: its text lies on the disk and may go or be spoiled while the reader is open."""

from __future__ import annotations

from timeline_core.errors import TimelineError
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline


def report(timeline: Timeline, id: str) -> Report | None:
    """The report of that id; None where there is none, or where it cannot be read any more."""
    try:
        return timeline.report(id)
    except TimelineError:
        return None


def lost(timeline: Timeline, id: str) -> str:
    """Why that report cannot be read any more, for a person; empty where it can."""
    try:
        timeline.report(id)
    except TimelineError as error:
        return str(error)
    return ""
