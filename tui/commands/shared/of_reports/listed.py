"""Lists all reports: those in the bin too, each with its day and where that is from, its events and its state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.ports.listed_report import DayFrom, ListedReport, State

if TYPE_CHECKING:
    from timeline_core.decisions.on_reports import Amendments
    from timeline_core.model.report import Report
    from timeline_core.timeline import Timeline
    from tui.commands.shared.gather import Gathered

_FROM = {"given": DayFrom.FILE, "inferred": DayFrom.INFERRED}


def listed_reports(found: Gathered, timeline: Timeline, events: Callable[[str], int]) -> list[ListedReport]:
    """In the order given; messages of a thread stand together, where the first of them was added.

    Args:
        events: how many events the report of that id tells of.
    """
    from timeline_core.decisions.on_reports import Amendments, read_amendments

    amended = read_amendments(found.log)
    corrected = Amendments(amended.fields)
    if found.library is not None:
        every: Iterable[Report] = (report for _, report in found.library.bare(corrected))
    else:
        every = map(corrected.of, found.reports)
    return [_listed(report, amended, timeline, events) for report in _in_threads(every)]


def _in_threads(reports: Iterable[Report]) -> list[Report]:
    """In the order added, but the messages of a thread where its first stands, and in the order they were sent."""
    places: dict[str, int] = {}
    ordered: list[tuple[int, str, int, Report]] = []
    for number, report in enumerate(reports):
        place = places.setdefault(report.thread, number) if report.thread else number
        ordered.append((place, report.moment if report.thread else "", number, report))
    return [report for *_, report in sorted(ordered, key=lambda one: one[:3])]


def _listed(report: Report, amended: Amendments, timeline: Timeline, events: Callable[[str], int]) -> ListedReport:
    removed = report.sha256 in amended.removed
    published = timeline.published.get(report.id) if not removed else None
    act = amended.fields.get(report.sha256, {}).get("published")
    set_by = act.who if act is not None and act.values[2] else ""
    origin = _FROM.get(published.origin if published else "", DayFrom.UNKNOWN)
    if report.published is not None:
        origin = DayFrom.FILE
    return ListedReport(
        report.id,
        report.sha256,
        report.title,
        report.publisher,
        report.lang or _lang(timeline, report),
        report.published or (published.when if published else None),
        DayFrom.PERSON if set_by else origin,
        set_by,
        0 if removed else events(report.id),
        State.BIN if removed else _state(report.id, timeline),
        timeline.copies.get(report.id, ""),
        timeline.partly.get(report.id, 0),
        timeline.silent.get(report.id),
        report.thread,
        report.path,
        report.url,
    )


def _lang(timeline: Timeline, report: Report) -> str:
    known = timeline.report(report.id)
    return known.lang if known is not None else ""


def _state(id: str, timeline: Timeline) -> State:
    told = {
        State.COPY: timeline.copies,
        State.ASIDE: timeline.faults,
        State.PARTLY: timeline.partly,
        State.SILENT: timeline.silent,
    }
    return next((state for state, known in told.items() if id in known), State.KEPT)
