"""Formats an event with its quotes and sources as text to paste elsewhere, in logical order."""

from __future__ import annotations

from timeline_core.export.harmless import make_inert
from timeline_core.model.event import Event, Evidence
from timeline_core.model.report import INFERRED
from timeline_core.timeline import Timeline
from tui.draw import detail as render_detail
from tui.draw import when as render_when
from tui.i18n.speech import say
from tui.view import sources


def citation(timeline: Timeline, event: Event) -> str:
    """The event and each of its quotes with report, publisher, date and address.

    What could command a terminal is taken out: it may be pasted into one.
    """
    lines = [event.title, f"{render_when.full(event.when)} ({render_detail.kind(event)})"]
    for piece in event.evidence:
        lines += ["", f"«{piece.exact}»", f"— {_source(timeline, piece)}"]
    return make_inert("\n".join(lines)) + "\n"


def _source(timeline: Timeline, piece: Evidence) -> str:
    report = sources.report(timeline, piece.report)
    if report is None:
        return piece.report
    known = timeline.published.get(report.id)
    day = render_when.full(known.when) if known else ""
    if known and known.origin == INFERRED:
        day = say("{date}, inferred", date=day)
    return ", ".join(
        part for part in (report.publisher, report.title or report.id, day, report.url or report.path) if part
    )
