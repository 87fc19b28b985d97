"""The method note: how the dates were resolved, what is uncertain, what was left out. Plain lines, for any document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from timeline_core.export import words
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event, Status
from timeline_core.model.report import GIVEN, INFERRED
from timeline_core.model.when import Precision
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


def note(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings, each with its lines."""
    yield tell.said("method_resolved"), tuple(_resolved(timeline, tell))
    yield tell.said("method_uncertain"), tuple(_uncertain(timeline, tell))
    yield tell.said("method_left_out"), tuple(_left_out(timeline, tell, scope))


def _events(timeline: Timeline) -> tuple[Event, ...]:
    return (*timeline.events, *timeline.undated)


def _resolved(timeline: Timeline, tell: Teller) -> Iterator[str]:
    yield tell.said("read_by")
    origins = Counter(timeline.published[report.id].origin for report in words.cited_reports(timeline))
    given, inferred = origins[GIVEN], origins[INFERRED]
    total = sum(origins.values())
    yield tell.said("published_days", reports=total, given=given, inferred=inferred, unknown=total - given - inferred)
    statuses = Counter(event.status for event in _events(timeline))
    yield tell.said("statuses", **{status.value: statuses[status] for status in Status})
    if corrected := sum(event.machine is not None for event in _events(timeline)):
        yield tell.said("corrections", count=corrected)
    for number, what in (
        (sum(event.by_hand for event in _events(timeline)), "many_made"),
        (sum(bool(event.dated) for event in _events(timeline)), "many_dated"),
    ):
        if number:
            yield tell.said(what, count=number)


def _uncertain(timeline: Timeline, tell: Teller) -> Iterator[str]:
    known = Counter(event.when.precision for event in timeline.events if event.when is not None)
    units = [
        tell.said("precise", unit=tell.said(f"unit_{one.value}"), count=known[one]) for one in Precision if known[one]
    ]
    yield tell.said("how_precise", units=tell.said("list").join(units) or tell.said("no_date"))
    parts = sum(event.when is not None and event.when.mod is not None for event in timeline.events)
    about = sum(event.when is not None and event.when.approximate for event in timeline.events)
    inferred = sum(words.inferred(event) for event in timeline.events)
    for number, what in (
        (parts, "many_parts"),
        (about, "many_about"),
        (known[Precision.BOUND], "many_bounded"),
        (inferred, "many_inferred"),
    ):
        if number:
            yield tell.said(what, count=number)
    for report in words.cited_reports(timeline):
        if why := tell.published(timeline.published[report.id]):
            yield tell.said("why_published", report=report.id, why=why)


def _left_out(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[str]:
    shown = len(_events(timeline))
    if scope.query:
        yield tell.said("only_filter", query=scope.query)
    if scope.whole is not None:
        yield tell.said("shown_of", shown=shown, whole=scope.whole)
    if scope.rejected:
        yield tell.said("rejected_out", count=scope.rejected)
    if scope.redacted:
        yield tell.said("redacted_out", count=scope.redacted, tags=tell.said("list").join(scope.tags))
    uncited = len(timeline.reports) - len(words.cited_reports(timeline))
    for number, what in (
        (len(timeline.undated), "undated_out"),
        (uncited, "uncited_out"),
        (len(timeline.orphans), "orphans_out"),
    ):
        if number:
            yield tell.said(what, count=number)
