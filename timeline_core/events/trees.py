"""The trees of a report: every sentence parsed, with its dates and the names in it.

Source:
    DESIGN.md section 1: parse comes behind the dates and names, before what is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline_core.events.report_reading import Reading
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.syntax.parse import Parser
from timeline_core.syntax.tree.pieces import DatePlace
from timeline_core.syntax.tree.values import Tree

DAY, PERIOD = "day", "period"


def trees(reading: Reading, parsers: Mapping[str, Parser]) -> Iterator[Tree]:
    """The tree of every sentence in a language that has a grammar, in text order."""
    for paragraph in reading.paragraphs:
        parser = parsers.get(paragraph.phrasing.code)
        if parser is None:
            continue
        for sentence in paragraph.sentences:
            yield tree_of_sentence(reading, sentence.span, parser)


def tree_of_sentence(reading: Reading, span: Span, parser: Parser) -> Tree:
    """The tree of the sentence that stands there."""
    dates = [
        DatePlace(expression.span, grain(expression))
        for expression in reading.expressions
        if span.start <= expression.span.start and expression.span.end <= span.end
    ]
    return parser.parse(reading.report.text, span, dates, _names(reading, span))


def _names(reading: Reading, span: Span) -> Sequence[Span]:
    return [one.span for one in reading.named if one.span.overlaps(span)]


def grain(expression: Expression) -> str:
    """Whether the expression is a day, or a longer time."""
    days = expression.when.days if expression.when is not None else None
    return DAY if days is not None and days[0] == days[1] else PERIOD
