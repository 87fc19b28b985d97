"""`waqai list [QUERY] [--from PATH…]`: the timeline, an event a line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_core.export.plain_json import dumps
from tui.commands.shared.arguments import query_and_source
from tui.commands.shared.context import Context, counted
from tui.commands.shared.select import Selected, select
from tui.commands.shared.terminal import isolated, put_lines

if TYPE_CHECKING:
    from timeline_core.model.event import Event

FORMATS = ("table", "markdown", "csv", "json", "jsonl")


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
        _warn(chosen, context)
    return chosen.code


def _warn(chosen: Selected, context: Context) -> None:
    """A list is for who sits here; an export is for others, and leaves out what is sensitive."""
    from timeline_core.export.scope import SENSITIVE

    if marked := sum(SENSITIVE in map(str.casefold, event.tags) for event in _events(chosen)):
        context.tell(f"{counted(marked, 'event')} tagged {SENSITIVE} in this list; «waqai export» leaves such out")


def _events(chosen: Selected) -> tuple[Event, ...]:
    return (*chosen.timeline.events, *chosen.timeline.undated)


def _table(chosen: Selected, context: Context) -> Iterator[str]:
    """Id, sign of the kind, date, number of quotes, title, actors."""
    from tui.draw.signs import sign
    from tui.draw.when import brief

    names = chosen.timeline.names
    for event in _events(chosen):
        actors = ", ".join(isolated(names[id].name("en", short=True), context) for id in event.actors if id in names)
        quotes = counted(len(event.evidence), "quote")
        title = isolated(" ".join(event.title.split()), context)
        line = f"{event.id:<18}  {sign(event)} {brief(event.when):<18}  {quotes:<9}  {title}"
        why = chosen.brief.get(event.id)
        told = ", ".join(f"{name} {points:+}" for name, points in why.reasons) if why is not None else ""
        yield "".join((line, f"  [{actors}]" if actors else "", f"  ({why.points}: {told})" if why is not None else ""))


def _document(chosen: Selected, format: str) -> str:
    if format == "jsonl":
        from timeline_core.export.formats.json_timeline import event_object

        objects = (event_object(event, chosen.timeline, chosen.teller) for event in _events(chosen))
        return "".join(dumps(object) + "\n" for object in objects)
    from timeline_core.export import EXPORTERS
    from timeline_core.export.scope import Scope

    return EXPORTERS[format](chosen.timeline, chosen.teller, Scope(chosen.query))
