"""`waqai parse PATH…`: every sentence as a tree of predicates, for people or as data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline_core.export.plain_json import dumps
from timeline_core.model.fault import Fault, guard
from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import OK, Context
from tui.commands.shared.gather import gather
from tui.commands.shared.terminal import put_lines
from tui.commands.shared.timeline import name_set_aside

if TYPE_CHECKING:
    from timeline_core.events.accounts import Dated
    from timeline_core.knowledge import Knowledge
    from timeline_core.model.span import Span
    from timeline_core.syntax.tree.values import DateWord, Group, Predicate, Tree

FORMATS = ("tree", "jsonl")


def configure(parser: ArgumentParser) -> None:
    """PATHs instead of the library, the form, and the rules themselves."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="reports to use in place of the library")
    about_reports(parser)
    parser.add_argument("--format", choices=FORMATS, default="tree", help=f"{', '.join(FORMATS)}; tree is the default")
    parser.add_argument("--rules", action="store_true", help="the rules that the trees are made by, with examples")


def run(options: Namespace, context: Context) -> int:
    """The tree of every sentence of every report."""
    if options.rules:
        from seeds.syntax_rules import page

        put_lines(page(), context)
        return OK
    from seeds.load import knowledge
    from timeline_core.events.cross_dating import dated

    found = gather(options, context, repeated=True)
    known = knowledge()
    broken = OK
    for one in dated(found.reports, known):
        read = guard(partial(_trees, one, known)) if one.fault is None else one.fault
        if isinstance(read, Fault):
            broken = name_set_aside(one.report.id, one.report, read, context)
            continue
        for tree in read:
            if options.format == "jsonl":
                context.write(dumps(_record(one.report.id, tree)) + "\n")
            else:
                put_lines(_drawn(tree, one.report.text), context)
    return broken or found.code


def _trees(one: Dated, known: Knowledge) -> list[Tree]:
    from timeline_core.events.accounts import reading_of
    from timeline_core.events.trees import trees

    return list(trees(reading_of(one, known), known.parsers))


def _record(report: str, tree: Tree) -> dict[str, Any]:
    number = {id(one): at for at, one in enumerate(tree.predicates)}
    return {
        "id": report,
        "start": tree.span.start,
        "end": tree.span.end,
        "predicates": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "kind": one.kind,
                "class": one.deed.concept or None,
                "polarity": one.polarity,
                "modality": one.modality or None,
                "parent": number.get(id(one.parent)) if one.parent is not None else None,
                "link": one.link.value,
                "rule": one.rule or None,
                "subject": _place(one.subject),
                "object": _place(one.object),
            }
            for one in tree.predicates
        ],
        "dates": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "predicate": number.get(id(one.predicate)) if one.predicate is not None else None,
                "noun": _place(one.noun),
                "rule": one.rule,
            }
            for one in tree.dates
        ],
    }


def _place(group: Group | None) -> list[int] | None:
    return [group.span.start, group.span.end] if group is not None else None


def _drawn(tree: Tree, text: str) -> Iterator[str]:
    """The sentence, then a predicate a line below what it hangs on, then its dates."""
    yield " ".join(tree.span.of(text).split())
    below: dict[int, list[Predicate]] = {}
    for one in tree.predicates:
        below.setdefault(id(one.parent) if one.parent is not None else 0, []).append(one)
    yield from _branch(below, 0, 1, tree, text)
    for date in tree.dates:
        if date.predicate is None:
            yield f"  · {date.span.of(text)}: {_held(date, text)}"
    yield ""


def _held(date: DateWord, text: str) -> str:
    noun = f"of the noun {_said(date.noun.span, text)}" if date.noun is not None else "dates nothing"
    return f"{noun} ({date.rule})"


def _branch(below: dict[int, list[Predicate]], parent: int, depth: int, tree: Tree, text: str) -> Iterator[str]:
    for one in below.pop(parent, ()):
        yield "  " * depth + _line(one, tree, text)
        yield from _branch(below, id(one), depth + 1, tree, text)


def _line(one: Predicate, tree: Tree, text: str) -> str:
    """Link, words, class, who and whom, what it is told as, and its dates with their rules."""
    parts = [f"{one.link.value}:", _said(one.span, text)]
    parts += [f"[{one.deed.concept or one.kind}]"]
    parts += [f"{name} {_said(group.span, text)}" for name, group in _arguments(one)]
    parts += [one.polarity] if one.polarity != "positive" else []
    parts += [one.modality] if one.modality else []
    parts += [f"@ {date.span.of(text)} ({date.rule})" for date in tree.dates if date.predicate is one]
    return " ".join(parts)


def _arguments(one: Predicate) -> Iterator[tuple[str, Group]]:
    if one.subject is not None:
        yield "subject", one.subject
    if one.object is not None:
        yield "object", one.object


def _said(span: Span, text: str) -> str:
    return f"«{' '.join(span.of(text).split())}»"
