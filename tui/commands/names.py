"""`waqai names [PATH…]`: whom and which places each report names, and where in its text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline_core.export.plain_json import dumps
from timeline_core.model.entry import UNNAMED, Named
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import Report
from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import OK, Context
from tui.commands.shared.gather import gather
from tui.commands.shared.terminal import put_lines
from tui.commands.shared.timeline import name_set_aside

if TYPE_CHECKING:
    from timeline_core.events.accounts import Dated
    from timeline_core.knowledge import Knowledge

PERSON, PLACE, ORGANISATION, GROUP = "person", "place", "organisation", "group"
STATES = ("state", "country")
"""Entries that act as well as lie somewhere: a name of one is a place."""


def configure(parser: ArgumentParser) -> None:
    """PATHs instead of the library, and the form."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="reports to use in place of the library")
    about_reports(parser)
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="table (the default) or jsonl")


def run(options: Namespace, context: Context) -> int:
    """Every name of every report, in the order of its text."""
    from seeds.load import knowledge
    from timeline_core.events.accounts import read

    found, known, code = gather(options, context, repeated=True), knowledge(), OK
    for report in found.reports:
        one = read(report, known)
        names = guard(partial(_names, one, known)) if one.fault is None else one.fault
        if isinstance(names, Fault):
            code = name_set_aside(report.id, report, names, context)
        elif options.format == "jsonl":
            context.write(dumps({"id": report.id, "names": names}) + "\n")
        else:
            put_lines(_table(report, names), context)
    return code or found.code


def _names(one: Dated, known: Knowledge) -> list[dict[str, Any]]:
    """Offsets are code points of the text as given, without clitics; a name that no list knows has an id, too."""
    from timeline_core.events.accounts import named

    found = named(one, known)
    types = {entry.id: entry.type for entry in (*known.gazetteer, *found.found)}
    return [
        {
            "start": name.span.start,
            "end": name.span.end,
            "type": kind(name, types.get(name.id, "")),
            "id": name.id,
        }
        for name in found.named
    ]


def kind(name: Named, type: str) -> str:
    """One of `person`, `place`, `organisation`, `group`; a state is a place, «الشرطة» a group."""
    if name.category == PLACE or type in STATES:
        return PLACE
    if type == PERSON:
        return PERSON
    return GROUP if name.id.startswith(UNNAMED) else ORGANISATION


def _table(report: Report, names: list[dict[str, Any]]) -> Iterator[str]:
    """A heading a report, then a name a line: place in the text, kind, words, id."""
    yield f"{report.id}: {len(names)} names"
    for name in names:
        place = f"{name['start']}–{name['end']}"
        yield f"  {place:>13}  {name['type']:<12}  {report.text[name['start'] : name['end']]}  [{name['id']}]"
    yield ""
