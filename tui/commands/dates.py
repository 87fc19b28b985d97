"""`waqai dates [PATH…]`: the words of each report that denote time, with their values and reasons."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from timeline_core.report import Published, Report
from tui.commands.arguments import about_reports
from tui.commands.context import Context
from tui.commands.gather import gather
from tui.commands.select import teller
from tui.commands.terminal import put_lines

if TYPE_CHECKING:
    from timeline_core.explain import Teller
    from timeline_core.temporal.expression import Expression

FORMATS = ("table", "jsonl")


def configure(parser: ArgumentParser) -> None:
    """PATHs instead of the library, and the form."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="reports to use in place of the library")
    about_reports(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help="table (default), or jsonl: a line a report")


def run(options: Namespace, context: Context) -> int:
    """A report at a time, each by itself."""
    from seeds.load import knowledge
    from timeline_core.derive import expressions_of

    found = gather(options, context, repeated=True)
    known = knowledge()
    tell = teller(known)
    for report in found.reports:
        published, expressions = expressions_of(report, known)
        if options.format == "jsonl":
            context.write(_json(report, published, expressions, tell))
        else:
            put_lines(_table(report, published, expressions, tell), context)
    return found.code


def _json(report: Report, published: Published, expressions: Sequence[Expression], tell: Teller) -> str:
    line = {
        "id": report.id,
        "path": report.path,
        "published": {
            "edtf": published.when.edtf if published.when else None,
            "origin": published.origin,
            "why": tell.published(published),
        },
        "timexes": [_timex(expression, published, tell) for expression in expressions],
    }
    return json.dumps(line, ensure_ascii=False) + "\n"


def _timex(expression: Expression, published: Published, tell: Teller) -> dict[str, Any]:
    when = expression.when
    days = when.days if when else None
    return {
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        "edtf": when.edtf if when else None,
        "mod": when.mod.value if when and when.mod else None,
        "first": days[0].isoformat() if days else None,
        "last": days[1].isoformat() if days else None,
        "rule": expression.reason.rule,
        "anchor": expression.reason.anchor or None,
        "why": tell.why(expression, published),
    }


def _table(report: Report, published: Published, expressions: Sequence[Expression], tell: Teller) -> Iterator[str]:
    """A heading a report, then an expression a line: place, value, reason."""
    day = f"{published.when.edtf} ({published.origin})" if published.when else "unknown"
    yield f"{report.id}: published {day}"
    if why := tell.published(published):
        yield f"  {why}"
    for expression in expressions:
        when = expression.when
        value = (f"{when.edtf} {when.mod}" if when.mod else when.edtf) if when else "?"
        place = f"{expression.span.start}–{expression.span.end}"
        yield f"  {place:>13}  {value:<21}  {tell.why(expression)}"
    yield ""
