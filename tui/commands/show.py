"""`waqai show ID`: everything that is known of one event, as plain text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline_core.export.plain_json import dumps
from timeline_core.model.actor_role import AGENT, BY, OTHER, PATIENT, grouped
from tui.commands.shared.arguments import source
from tui.commands.shared.context import FAILED, Context, counted
from tui.commands.shared.select import Selected, points_of, select
from tui.commands.shared.terminal import put_lines

if TYPE_CHECKING:
    from timeline_core.model.event import Event, Evidence, Figure
    from timeline_core.model.span import Span

FORMATS = ("table", "markdown", "csv", "json", "jsonl")
_LABEL = 9
_RANKED = 10_000
"""Events up to which all are weighed to say where this one stands among them."""
_GROUPS = {AGENT: "Did it", PATIENT: "To whom", BY: "Told by", OTHER: "Who"}


def configure(parser: ArgumentParser) -> None:
    """The event, and reports."""
    parser.add_argument("id", metavar="ID", help="as «waqai list» shows it; the beginning of it will do")
    source(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="table", help=f"{', '.join(FORMATS)}; table is the default"
    )


def run(options: Namespace, context: Context) -> int:
    """Print the event; an id that fits none or several is told."""
    options.query = []
    chosen = select(options, context)
    found = _found(chosen, options.id)
    if len(found) != 1:
        ids = ", ".join(event.id for event in found)
        several = f"several events begin with «{options.id}» ({ids}); write one of them"
        context.tell(
            several if found else f"no event is called «{options.id}»; «waqai list» shows what they are called"
        )
        return FAILED
    if options.format == "table":
        put_lines(_lines(found[0], chosen), context, base=None)
    else:
        context.write(_document(found[0], chosen, options.format))
    return chosen.code


def _document(event: Event, chosen: Selected, format: str) -> str:
    """As the export has it, of this event alone."""
    if format == "markdown":
        from timeline_core.export.formats.markdown import event_document

        return event_document(event, chosen.timeline, chosen.teller)
    if format == "csv":
        from timeline_core.export.formats.csv_table import COLUMNS, row, table

        return table(COLUMNS, [row(event, chosen.timeline, chosen.teller)])
    from timeline_core.export.formats.json_timeline import event_object

    found = event_object(event, chosen.timeline, chosen.teller)
    return dumps(found, indent=1 if format == "json" else None) + "\n"


def _found(chosen: Selected, id: str) -> list[Event]:
    exact = chosen.timeline.event(id)
    if exact is not None:
        return [exact]
    every = (*chosen.timeline.events, *chosen.timeline.undated)
    return [event for event in every if id and event.id.startswith(id)]


def _lines(event: Event, chosen: Selected) -> Iterator[str]:
    from tui.draw.when import full

    yield event.title
    yield ""
    value = f" ({event.when.edtf}{f' {event.when.mod}' if event.when.mod else ''})" if event.when else ""
    yield _field("When", full(event.when) + value)
    yield _field("Kind", f"{event.kind}{', background only' if event.background else ''}, {_status(event)}")
    yield from _several("Why", dict.fromkeys(_whys(event, chosen)))
    for group, ids in grouped(event.roles, event.actors):
        yield from _several(_GROUPS[group], (_name(id, chosen) for id in ids))
    yield from _several("Where", (_name(id, chosen) for id in event.places))
    yield from _several("Figures", (_figure(figure) for figure in event.figures))
    yield from _several("Differ", _differing(event, chosen))
    yield from _several("Sources", _sources(event, chosen))
    yield from _several("Announces", (_linked(id, chosen) for id in event.announces))
    yield from _several("Disputes", (_linked(id, chosen) for id in event.disputes))
    yield from _several(
        "Joined", dict.fromkeys(chosen.teller.joined(join, chosen.timeline.names) for join in event.joined)
    )
    yield from _standing(event, chosen)
    yield from _several("Note", event.note.splitlines())
    yield from _several("Machine", _machine(event))
    yield from _several("Decided", _decided(event, chosen))
    yield _field("Id", event.id)
    judged = _judged(event, chosen)
    for number, piece in enumerate(event.evidence, 1):
        yield ""
        yield from _evidence(number, piece, chosen)
        if piece.expression is not None and (piece.report, piece.expression.span) in judged:
            yield f"   «{piece.expression.text}» {judged[piece.report, piece.expression.span]}"


def _judged(event: Event, chosen: Selected) -> dict[tuple[str, Span], str]:
    """(report, expression) -> what the date of that quote dates, by which rule."""
    from seeds.load import knowledge
    from timeline_core.events.accounts import read
    from tui.commands.shared.verdict_words import said_of

    found: dict[tuple[str, Span], str] = {}
    for id in dict.fromkeys(piece.report for piece in event.evidence):
        report = chosen.timeline.report(id)
        if report is not None and report.text:
            found.update(((id, span), said) for span, said in said_of(read(report, knowledge()), knowledge()).items())
    return found


def _differing(event: Event, chosen: Selected) -> Iterator[str]:
    """What the reports do not agree about, a line a thing: each value with its reports."""
    from timeline_core.merge.conflicts import find_conflicts

    for conflict in find_conflicts(event, chosen.timeline.names):
        values = (f"{value} ({', '.join(reports)})" for value, reports in conflict.values)
        yield f"{conflict.field}: {' · '.join(values)}"


def _sources(event: Event, chosen: Selected) -> Iterator[str]:
    """From how many origins several reports are, where some hang together; and which are copies."""
    from timeline_core.merge.origins import find_origins

    origins, sources = find_origins(event, chosen.timeline), chosen.timeline.sources(event)
    if len(origins) < len(event.reports):
        yield f"{counted(len(event.reports), 'report')}, {counted(len(origins), 'origin')}"
        for one in origins:
            if len(one.reports) > 1:
                names = ", ".join(_name(id, chosen) for id in one.sources)
                yield f"one origin{f', {names}' if names else ''}: {', '.join(one.reports)}"
    if len(sources) < len(event.reports):
        copies = ((id, chosen.timeline.copies[id]) for id in event.reports if id not in sources)
        yield from (f"{copy} has nearly the text of {first}" for copy, first in copies)


def _standing(event: Event, chosen: Selected) -> Iterator[str]:
    """How much it weighs, and what the reader thinks of it."""
    yield from _several("Weight", _rank(event, chosen))
    yield from _several("Tags", (*(["starred"] if event.starred else []), *event.tags))


def _rank(event: Event, chosen: Selected) -> Iterator[str]:
    """Its place by importance, its points and what each is for."""
    every = len(chosen.whole.events) + len(chosen.whole.undated)
    if every > _RANKED:
        return
    from timeline_core.merge.importance import find_brief

    found = find_brief(chosen.whole)
    if event.id in found:
        place = 1 + sum(one.points > found[event.id].points for one in found.values())
        yield f"no. {place} of {len(found)} by importance ({points_of(found[event.id])})"


def _machine(event: Event) -> Iterator[str]:
    """What the machine had where a person said otherwise."""
    from tui.draw.when import full

    if event.machine is None:
        return
    if event.machine.when != event.when:
        yield f"{full(event.machine.when)}{f' ({event.machine.when.edtf})' if event.machine.when else ''}"
    pairs = ((event.machine.title, event.title), (event.machine.kind, event.kind))
    yield from (str(machine) for machine, own in pairs if machine != own)
    if event.machine.actors != event.actors:
        yield ", ".join(event.machine.actors)


def _decided(event: Event, chosen: Selected) -> Iterator[str]:
    from tui.commands.shared.logbook import said

    known = {one.id: one for one in chosen.log}
    for id in event.decisions:
        if id in known:
            yield f"{said(known[id])} ({known[id].who}, {known[id].at})"


def _status(event: Event) -> str:
    """In one word; that a person made it is told, whatever else was decided."""
    own = "" if event.status.value == "edited" else f", {event.status}"
    return f"made by a person{own}" if event.by_hand else event.status.value


def _whys(event: Event, chosen: Selected) -> Iterator[str]:
    if event.dated:
        yield chosen.teller.said("dated_by_person", words=event.dated)
    if bound := chosen.teller.bound(event, chosen.timeline.published):
        yield bound
    for piece in event.evidence:
        if piece.expression is not None:
            yield chosen.teller.why(piece.expression, chosen.timeline.published.get(piece.report))
    yield from filter(None, map(chosen.teller.told, event.evidence))


def _evidence(number: int, piece: Evidence, chosen: Selected) -> Iterator[str]:
    """The quote, and whose it is: report, publisher, day, file, place in the text."""
    report = chosen.timeline.report(piece.report)
    place = f"characters {piece.span.start:,}–{piece.span.end:,}"
    yield f"{number}. {piece.report}, {piece.role}, {place}"
    if report is not None:
        published = chosen.timeline.published[piece.report]
        day = f"published {chosen.teller.when(published.when)} ({published.origin})" if published.when else "undated"
        yield "   " + ", ".join(part for part in (report.title, report.publisher, day, report.path, report.url) if part)
    for line in piece.exact.splitlines():
        yield f"   {line}"


def _figure(figure: Figure) -> str:
    if figure.high is None:
        number = f"{figure.low:,} or more"
    elif figure.up_to:
        number = f"up to {figure.high:,}"
    else:
        number = f"{figure.low:,}" if figure.high == figure.low else f"{figure.low:,} to {figure.high:,}"
    return f"{'about ' if figure.approximate else ''}{number} {figure.what} ({figure.report})"


def _name(id: str, chosen: Selected) -> str:
    """Every name, so that both scripts can be searched for."""
    if id not in chosen.timeline.names:
        return id
    entry = chosen.timeline.names[id]
    first = [names[0] for names in entry.names.values() if names]
    return f"{' · '.join(dict.fromkeys([entry.name('en'), *first]))} ({entry.type}, {id})"


def _linked(id: str, chosen: Selected) -> str:
    event = chosen.timeline.event(id)
    return f"{id} {event.title}" if event else id


def _several(label: str, values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield _field(label, value)
        label = ""


def _field(label: str, value: str) -> str:
    return f"{label:<{_LABEL}}  {value}"
