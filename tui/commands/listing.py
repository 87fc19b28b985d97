"""`waqai list [QUERY] [--from PATH…]`: the timeline, an event a line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_core.export.plain_json import dumps
from timeline_core.view.order import Order, Ordering
from tui.commands.shared.arguments import query_and_source
from tui.commands.shared.context import FAILED, Context, counted
from tui.commands.shared.select import Selected, points_of, select
from tui.commands.shared.terminal import isolated, put_lines

if TYPE_CHECKING:
    from timeline_core.model.event import Event

FORMATS = ("table", "markdown", "csv", "json", "jsonl")
IN_LINES = ("table", "jsonl")
"""Forms whose events stand in the order that is asked for; the others are documents in order of days."""


def configure(parser: ArgumentParser) -> None:
    """QUERY, reports, form."""
    query_and_source(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="table", help=f"{', '.join(FORMATS)}; table is the default"
    )
    parser.add_argument(
        "--sort",
        choices=[order.value for order in Order],
        help="day (the default), the latest first, by importance, with the points and their reasons, or by doubt; as a"
        " table or jsonl; as sort: in QUERY",
    )


def run(options: Namespace, context: Context) -> int:
    """Dated events in order, then the undated; or the latest, or the most important first."""
    if options.sort not in (None, Order.DAY) and options.format not in IN_LINES:
        context.tell(f"--sort {options.sort} orders lines: ask for --format {' or '.join(IN_LINES)} with it")
        return FAILED
    chosen = select(options, context)
    chosen = in_order(chosen, Ordering(Order(options.sort)) if options.sort else chosen.order or Ordering())
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


def in_order(chosen: Selected, wanted: Ordering) -> Selected:
    """With what stands first that is asked for."""
    if wanted.by is not Order.IMPORTANCE:
        return replace(chosen, order=wanted)
    from timeline_core.merge.importance import find_brief

    return replace(chosen, brief=chosen.brief or find_brief(chosen.timeline), order=wanted)


def _events(chosen: Selected) -> tuple[Event, ...]:
    order, dated, undated = chosen.order or Ordering(), chosen.timeline.events, chosen.timeline.undated
    if order.of_days:
        return (*(reversed(dated) if order.turned else dated), *undated)
    found = sorted((*dated, *undated), key=_by_points(chosen) if order.by is Order.IMPORTANCE else _by_doubt(chosen))
    return tuple(reversed(found) if order.backwards else found)


def _by_points(chosen: Selected) -> Callable[[Event], int]:
    """The place of an event by importance."""
    rank = {id: place for place, id in enumerate(chosen.brief)}
    return lambda event: rank.get(event.id, len(rank))


def _by_doubt(chosen: Selected) -> Callable[[Event], int]:
    """The place of the gravest doubt of an event, behind all where it has none, or somebody accepted it."""
    from timeline_core.model.event import Status
    from timeline_core.view.doubt import Doubt, doubts_of

    rank = {doubt: place for place, doubt in enumerate(Doubt)}

    def place(event: Event) -> int:
        found = () if event.status is Status.ACCEPTED else doubts_of(event, chosen.timeline)
        return rank[found[0]] if found else len(rank)

    return place


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
        points = f"  ({points_of(why)})" if why is not None else ""
        yield "".join((line, f"  [{actors}]" if actors else "", points))


def _document(chosen: Selected, format: str) -> str:
    if format == "jsonl":
        from timeline_core.export.formats.json_timeline import event_object

        objects = (event_object(event, chosen.timeline, chosen.teller) for event in _events(chosen))
        return "".join(dumps(object) + "\n" for object in objects)
    from timeline_core.export import EXPORTERS
    from timeline_core.export.scope import Scope

    return EXPORTERS[format](chosen.timeline, chosen.teller, Scope(chosen.query))
