"""The timeline as CSV, an event a row: dated events in order, then the undated.

Precision is carried by `edtf`, `mod`, `precision` and `approximate`; `first` and `last` bound what is meant.
A cell that a spreadsheet would run as a formula, or that begins with an apostrophe, has an apostrophe put before it:
`said` takes it off again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from timeline_core.export import words
from timeline_core.export.harmless import make_inert
from timeline_core.export.scope import Scope
from timeline_core.model.actor_role import AGENT, BY, GROUPS, PATIENT, in_roles
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

COLUMNS = (
    *("id", "first", "last", "edtf", "mod", "kind", "title", "actors", "places", "quotes", "reports", "status", "tags"),
    *("when", "precision", "approximate", "background", "figures", "starred", "note", "machine_edtf", "quote", "urls"),
    *(AGENT, PATIENT, BY, "date_set_by_person"),
)
"""Those of the second line, and then of the third, came later, behind what scripts know."""
_GUARDED = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\t", "\r", "\n")


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:  # noqa: ARG001 - as every exporter
    """A line of names, then a row an event."""
    return table(COLUMNS, (row(event, timeline, tell) for event in (*timeline.events, *timeline.undated)))


def table(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """CSV of these rows; lines end in a line feed."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return "".join(lines.written)


class _Lines:
    """As much of a file as a CSV writer needs, which quotes a lone CR only where it thinks that lines end in CRLF."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, line: str) -> None:
        """Keep the line, with the line feed alone."""
        self.written.append(line.removesuffix("\r\n") + "\n")


def cell(value: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe before it makes it text. Lines stay lines."""
    value = make_inert(value)
    return f"'{value}" if value.lstrip(" ").startswith(_GUARDED) else value


def row(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    """The cells of an event, in the order of `COLUMNS`."""
    when = event.when
    first, last = words.days(when)
    yield event.id
    yield first.isoformat() if first else ""
    yield last.isoformat() if last else ""
    yield when.edtf if when else ""
    yield when.mod.value if when and when.mod else ""
    yield event.kind.value
    yield event.title
    yield from (" ".join(ids) for ids in (event.actors, event.places))
    yield str(len(event.evidence))
    yield " ".join(event.reports)
    yield event.status.value
    yield " ".join(event.tags)
    yield from _later(event, timeline, tell)


def _later(event: Event, timeline: Timeline, tell: Teller) -> Iterator[str]:
    when, machine = event.when, event.machine
    yield words.when(event, tell)
    yield when.precision.value if when else ""
    yield str(when.approximate).lower() if when else ""
    yield str(event.background).lower()
    yield "; ".join(f"{words.figure(one, tell)} {one.what} ({one.report})" for one in event.figures)
    yield str(event.starred).lower()
    yield event.note
    yield machine.when.edtf if machine is not None and machine.when is not None else ""
    yield event.evidence[0].exact
    yield " ".join(filter(None, (words.address(timeline.report(id)) for id in event.reports)))
    yield from (" ".join(in_roles(event.roles, *GROUPS[group])) for group in (AGENT, PATIENT, BY))
    yield event.dated
