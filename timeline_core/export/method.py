"""The method note: how the dates were resolved, what is uncertain, what was left out. Plain lines, for any document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from timeline_core.event import Event, Status
from timeline_core.explain import Teller
from timeline_core.export import words
from timeline_core.export.scope import Scope
from timeline_core.report import GIVEN, INFERRED
from timeline_core.timeline import Timeline
from timeline_core.when import Precision


def note(timeline: Timeline, tell: Teller, scope: Scope) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Headings, each with its lines."""
    yield "How the dates were resolved", tuple(_resolved(timeline))
    yield "What is uncertain", tuple(_uncertain(timeline, tell))
    yield "What was left out", tuple(_left_out(timeline, scope))


def _events(timeline: Timeline) -> tuple[Event, ...]:
    return (*timeline.events, *timeline.undated)


def _resolved(timeline: Timeline) -> Iterator[str]:
    yield (
        "Every date was read by a program, Waqai, from words of a report; the words stand in the notes, and «why» says"
        " what they were counted from. Relative words are counted from the day on which the report was published, or"
        " from another date of the same report."
    )
    origins = Counter(timeline.published[report.id].origin for report in words.cited(timeline))
    unknown = sum(origins.values()) - origins[GIVEN] - origins[INFERRED]
    yield (
        f"Reports: {sum(origins.values()):,}. Published day given by the source: {origins[GIVEN]:,}; inferred from"
        f" clues of the text or from shared happenings: {origins[INFERRED]:,}; not known: {unknown:,}."
    )
    statuses = Counter(event.status for event in _events(timeline))
    yield (
        f"Events accepted by a person: {statuses[Status.ACCEPTED]:,}; seen only by the machine:"
        f" {statuses[Status.DRAFT]:,}; rejected: {statuses[Status.REJECTED]:,}."
    )
    corrected = sum(event.machine is not None for event in _events(timeline))
    if corrected:
        yield f"Events of which a person corrected something: {corrected:,}; what the machine derived stands beside it."


def _uncertain(timeline: Timeline, tell: Teller) -> Iterator[str]:
    known = Counter(event.when.precision for event in timeline.events if event.when is not None)
    finer = ", ".join(f"{precision.value} {known[precision]:,}" for precision in Precision if known[precision])
    yield f"How precise the dates are: {finer or 'there is none'}. A month or a year stays one; no day is made up."
    parts = sum(event.when is not None and event.when.mod is not None for event in timeline.events)
    about = sum(event.when is not None and event.when.approximate for event in timeline.events)
    inferred = sum(words.inferred(event) for event in timeline.events)
    for number, what in (
        (parts, "known only as the early, middle or late part of a period"),
        (about, "said by their source to be approximate"),
        (inferred, "counted from a published day that was itself inferred"),
    ):
        if number:
            yield f"Events {what}: {number:,}."
    for report in words.cited(timeline):
        if why := tell.published(timeline.published[report.id]):
            yield f"Published day of {report.id}, inferred: {why}"


def _left_out(timeline: Timeline, scope: Scope) -> Iterator[str]:
    shown = len(timeline.events) + len(timeline.undated)
    if scope.query:
        yield f"Only what fits the filter: {scope.query}"
    if scope.whole is not None:
        yield f"Shown: {shown:,} of {scope.whole:,} events."
    if scope.rejected:
        yield f"Left out because a person rejected them: {scope.rejected:,}."
    if scope.redacted:
        yield (
            f"Redacted: {scope.redacted:,}, tagged {', '.join(scope.tags)} or telling of what is; reports that tell of"
            " them may have had their title and address withheld."
        )
    undated = len(timeline.undated)
    if undated:
        yield f"No date could be found for {undated:,}; they stand at the end, and no date was guessed."
    uncited = len(timeline.reports) - len(words.cited(timeline))
    if uncited:
        yield f"Reports that prove nothing of what is shown, and are not listed: {uncited:,}."
    if timeline.orphans:
        yield f"Decisions of a person whose words are not found in the reports any more: {len(timeline.orphans):,}."
