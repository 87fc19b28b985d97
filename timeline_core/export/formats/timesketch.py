"""The timeline for Timesketch, as JSON lines.

Precision: Timesketch wants a moment. An event of which the day is known has one line, at the first second of the day
in UTC; any other has two, for the earliest and the latest day that are possible, and `timestamp_desc` says which it is
and of what. An end that is open or not known has no line; the undated have none and are left out.

Source:
    Timesketch, «Create timeline from JSON/JSONL/CSV file»: message, datetime, timestamp_desc, and free further fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from timeline_core.export import words
from timeline_core.export.harmless import make_harmless
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.model.event import Event
from timeline_core.model.when import Precision
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

_MICROSECONDS = 1_000_000


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:  # noqa: ARG001 - as every exporter
    """A line a moment."""
    lines = (line for event in timeline.events for line in _lines(event, timeline, tell))
    return "".join(dumps(line) + "\n" for line in lines)


def left_out(timeline: Timeline) -> tuple[Event, ...]:
    """What has no day."""
    return (*(event for event in timeline.events if not any(words.days(event.when))), *timeline.undated)


def _lines(event: Event, timeline: Timeline, tell: Teller) -> Iterator[dict[str, object]]:
    when = event.when
    first, last = words.days(when)
    if (
        when is not None
        and when.precision is Precision.DAY
        and not (when.approximate or when.uncertain)
        and first is not None
    ):
        yield _line(event, first, f"Day of the event ({event.kind.value})", timeline, tell)
        return
    about = f"{event.kind.value}, {words.when(event, tell)}"
    for day, which in ((first, "Earliest"), (last, "Latest")):
        if day is not None:
            yield _line(event, day, f"{which} possible day of the event ({about})", timeline, tell)


def _line(event: Event, day: date, description: str, timeline: Timeline, tell: Teller) -> dict[str, object]:
    moment = datetime.combine(day, time(), UTC)
    when = event.when
    first, last = words.days(when)
    return {
        "message": make_harmless(event.title) or event.id,
        "datetime": moment.isoformat(),
        "timestamp": int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * _MICROSECONDS,
        "timestamp_desc": make_harmless(description),
        "tag": [make_harmless(tag) for tag in event.tags],
        "event_id": event.id,
        "edtf": when.edtf if when else "",
        "mod": when.mod.value if when and when.mod else "",
        "precision": when.precision.value if when else "",
        "first_day": first.isoformat() if first else "",
        "last_day": last.isoformat() if last else "",
        "date_in_words": words.when(event, tell),
        "kind": event.kind.value,
        "status": event.status.value,
        "starred": event.starred,
        "actors": list(words.names(event.actors, timeline, tell)),
        "places": list(words.names(event.places, timeline, tell)),
        "quotes": [make_harmless(piece.exact) for piece in event.evidence],
        "why": [make_harmless(line) for line in words.reasons(event, timeline, tell)],
        "sources": [make_harmless(", ".join(words.source(piece, timeline, tell))) for piece in event.evidence],
        "source_sha256": [report.sha256 for report in map(timeline.report, event.reports) if report is not None],
    }
