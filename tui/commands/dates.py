"""`waqai dates [PATH…]`: the words of each report that denote time, with their values and reasons."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline_core.export.plain_json import dumps
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import Published, Report
from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import OK, Context, counted
from tui.commands.shared.gather import gather
from tui.commands.shared.select import teller
from tui.commands.shared.terminal import put_lines
from tui.commands.shared.timeline import name_set_aside

if TYPE_CHECKING:
    from timeline_core.events.accounts import Dated
    from timeline_core.knowledge import Knowledge
    from timeline_core.model.expression import Expression
    from timeline_core.model.span import Span
    from timeline_core.outline.head import Head
    from timeline_core.view.teller import Teller

Record = dict[str, Any]
"""A report and its expressions in plain values."""
FORMATS = ("table", "markdown", "csv", "json", "jsonl")
_MOST_TOLD = 5
"""Reports that are told of one by one."""
COLUMNS = ("report", "start", "end", "text", "edtf", "mod", "first", "last", "rule", "anchor", "why", "end_of")


def configure(parser: ArgumentParser) -> None:
    """PATHs instead of the library, and the form."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="reports to use in place of the library")
    about_reports(parser)
    parser.add_argument(
        "--format", choices=FORMATS, default="table", help=f"{', '.join(FORMATS)}; table is the default"
    )
    parser.add_argument(
        "--explain", action="store_true", help="also what became of every date, and the tree of shapes behind its value"
    )


def run(options: Namespace, context: Context) -> int:
    """Every expression of every report; an undated report is dated by what it shares with the others."""
    from seeds.load import knowledge
    from timeline_core.events.accounts import expressions
    from timeline_core.events.cross_dating import dated

    found = gather(options, context, repeated=True)
    known = knowledge()
    tell = teller(known)
    read: list[Record] = []
    broken, heard = OK, _Heard()
    for one in dated(found.reports, known):
        heard.hear(one)
        said = guard(partial(expressions, one, known)) if one.fault is None else one.fault
        if isinstance(said, Fault):
            broken, said = name_set_aside(one.report.id, one.report, said, context), ()
        if options.format != "table":
            read.append(_record(one, said, tell))
            if options.explain:
                _judge(read[-1], one, known)
            if options.format == "jsonl":
                context.write(dumps(read.pop()) + "\n")
            continue
        put_lines(_table(one.report, one.published, said, tell), context)
        put_lines(_explained(one, known) if options.explain else (), context)
    if options.format in _DOCUMENTS:
        context.write(_DOCUMENTS[options.format](read))
    heard.tell(context)
    return broken or found.code


def _explained(one: Dated, known: Knowledge) -> Iterator[str]:
    yield from _became(one, known)
    yield from _trees(one.report, known)


class _Heard:
    """What is told on standard error once all reports are read."""

    def __init__(self) -> None:
        self.unread = 0
        self.apart: list[str] = []

    def hear(self, one: Dated) -> None:
        """Take note of a report in no language that is read, and of one that says another day than it was given."""
        self.unread += not any(code for _, code in one.parts)
        head, given = _own_day(one), one.report.published
        if head is not None and head.when is not None and given is not None:
            words = head.date.of(one.report.text)
            self.apart.append(f"{one.report.id} says {head.when.edtf} («{words}»), its data {given.edtf}")

    def tell(self, context: Context) -> None:
        """A line for each kind, and one for each of the first reports that are apart from their data."""
        if self.unread:
            context.tell(
                f"{counted(self.unread, 'report')} in a language that is not read: what is shown of such dates is not"
                " sure, and no event is drawn"
            )
        for said in self.apart[:_MOST_TOLD]:
            context.tell(f"{said}: its dates are counted from the day that it says itself")
        if more := len(self.apart[_MOST_TOLD:]):
            context.tell(f"so it is with {counted(more, 'report')} more: `in_text` of --format json")


def _own_day(one: Dated) -> Head | None:
    """Where a report says another day than it was given."""
    from timeline_core.outline.outline import other_day

    return other_day(one.outline, one.report.published)


def _became(one: Dated, known: Knowledge) -> Iterator[str]:
    """What became of each date: what it dates, by which rule, and whether an event is made of it."""
    from tui.commands.shared.verdict_words import line, verdicts_of

    text = one.report.text
    for span, (verdict, used) in verdicts_of(one, known).items():
        place = f"{span.start}–{span.end}"
        yield f"  {place:>13}  {span.of(text)}: {line(verdict, text, used=used)}"
    yield ""


def _judge(record: Record, one: Dated, known: Knowledge) -> None:
    """Add to each expression what became of it."""
    from timeline_core.export.formats.json_timeline import verdict_object
    from tui.commands.shared.verdict_words import verdicts_of

    dating = {(span.start, span.end): said for span, (said, _) in verdicts_of(one, known).items()}
    for timex in record["timexes"]:
        said = dating.get((timex["start"], timex["end"]))
        timex["verdict"] = verdict_object(said) if said is not None else None


def _trees(report: Report, known: Knowledge) -> Iterator[str]:
    """How each expression was read, for those who write language data."""
    from timeline_core.lexicon.language_of import languages_of
    from timeline_core.temporal.derivation import drawn, explain

    for span, code in languages_of(report.text, known.signs, report.lang):
        text = span.of(report.text)
        language = known.languages.get(code)
        for tree in explain(text, language) if language else ():
            yield from (f"    {line}" for line in drawn(tree, text))
    yield ""


def _record(one: Dated, expressions: Sequence[Expression], tell: Teller) -> Record:
    report, published, own = one.report, one.published, _own_day(one)
    parted = {mention.span: mention.ends for mention in one.mentions if mention.ends}
    return {
        "id": report.id,
        "path": report.path,
        "published": {
            "edtf": published.when.edtf if published.when else None,
            "origin": published.origin,
            "why": tell.published(published),
            "in_text": own.when.edtf if own is not None and own.when is not None else None,
        },
        "timexes": [timex for one in expressions for timex in _timexes(one, report, published, parted, tell)],
    }


def _timexes(
    expression: Expression, report: Report, published: Published, parted: Mapping[Span, Sequence[Span]], tell: Teller
) -> Iterator[dict[str, Any]]:
    """The expression, and behind a stretch its two ends, which point to it."""
    from timeline_core.temporal.proof import ends

    yield {**_timex(expression, published, tell), "end_of": None}
    whole = [expression.span.start, expression.span.end]
    for end in ends(report.text, expression, parted.get(expression.span, ())):
        yield {**_timex(end, published, tell), "end_of": whole}


def _csv(read: Sequence[Record]) -> str:
    from timeline_core.export.formats.csv_table import table

    return table(COLUMNS, (_cells(one["id"], timex) for one in read for timex in one["timexes"]))


def _cells(report: str, timex: Record) -> list[str]:
    cells = {**timex, "end_of": "–".join(map(str, timex["end_of"] or ()))}
    return [report, *("" if cells[name] is None else str(cells[name]) for name in COLUMNS[1:])]


def _markdown(read: Sequence[Record]) -> str:
    """A heading a report, and a table of its expressions."""
    from timeline_core.export.markup import code, escape_isolated, line

    lines: list[str] = []
    for one in read:
        published = one["published"]
        lines += [
            f"## {escape_isolated(one['id'])}",
            "",
            f"published {code(published['edtf'] or '?')} ({published['origin']})",
            "",
        ]
        lines += ["| words | value | why |", "|---|---|---|"]
        for timex in (timex for timex in one["timexes"] if timex["end_of"] is None):
            value = " ".join(filter(None, (timex["edtf"] or "?", timex["mod"])))
            lines.append(f"| {escape_isolated(timex['text'])} | {code(value)} | {line(timex['why'])} |")
        lines.append("")
    return "\n".join(lines)


def _json(read: Sequence[Record]) -> str:
    return dumps(read, indent=1) + "\n"


_DOCUMENTS: dict[str, Callable[[Sequence[Record]], str]] = {"markdown": _markdown, "csv": _csv, "json": _json}


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
