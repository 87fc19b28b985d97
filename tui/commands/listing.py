"""`waqai list [QUERY] [--from PATH…]`: the timeline, an event a line."""

from __future__ import annotations

import csv
import io
import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.commands.arguments import query_and_source
from tui.commands.context import Context, counted
from tui.commands.select import Selected, select
from tui.commands.terminal import isolated, put_lines

if TYPE_CHECKING:
    from timeline_core.event import Event

FORMATS = ("table", "markdown", "csv", "json", "jsonl")
_COLUMNS = (
    "id",
    "first",
    "last",
    "edtf",
    "mod",
    "kind",
    "title",
    "actors",
    "places",
    "quotes",
    "reports",
    "status",
    "tags",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def configure(parser: ArgumentParser) -> None:
    """QUERY, reports, form."""
    query_and_source(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="table", help=f"{', '.join(FORMATS)}; table is the default"
    )


def run(options: Namespace, context: Context) -> int:
    """Dated events in order, then the undated."""
    chosen = select(options, context)
    if options.format == "table":
        put_lines(_table(chosen, context), context)
    else:
        context.write(_document(chosen, options.format))
    return chosen.code


def _events(chosen: Selected) -> tuple[Event, ...]:
    return (*chosen.timeline.events, *chosen.timeline.undated)


def _table(chosen: Selected, context: Context) -> Iterator[str]:
    """Id, sign of the kind, date, number of quotes, title, actors."""
    from tui.render import sign
    from tui.render_when import brief

    names = chosen.timeline.names
    for event in _events(chosen):
        actors = ", ".join(isolated(names[id].name("en", short=True), context) for id in event.actors if id in names)
        quotes = counted(len(event.evidence), "quote")
        title = isolated(" ".join(event.title.split()), context)
        line = f"{event.id:<18}  {sign(event)} {brief(event.when):<18}  {quotes:<9}  {title}"
        yield f"{line}  [{actors}]" if actors else line


def _document(chosen: Selected, format: str) -> str:
    if format == "csv":
        return _csv(chosen)
    if format == "jsonl":
        from timeline_core.export.json_timeline import event_object

        objects = (event_object(event, chosen.timeline, chosen.teller) for event in _events(chosen))
        return "".join(json.dumps(object, ensure_ascii=False) + "\n" for object in objects)
    from timeline_core.export import EXPORTERS
    from timeline_core.export.scope import Scope

    return EXPORTERS[format](chosen.timeline, chosen.teller, Scope(chosen.query))


def _csv(chosen: Selected) -> str:
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(_COLUMNS)
    for event in _events(chosen):
        table.writerow([cell(value) for value in _row(event)])
    return file.getvalue()


def _row(event: Event) -> Iterator[str]:
    when = event.when
    days = when.days if when else None
    yield event.id
    yield days[0].isoformat() if days else ""
    yield days[1].isoformat() if days else ""
    yield when.edtf if when else ""
    yield when.mod.value if when and when.mod else ""
    yield event.kind.value
    yield event.title
    yield from (" ".join(ids) for ids in (event.actors, event.places))
    yield str(len(event.evidence))
    yield " ".join(event.reports)
    yield event.status.value
    yield " ".join(event.tags)


def cell(value: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe before it makes it text."""
    return f"'{value}" if value.startswith(_FORMULA) else value
