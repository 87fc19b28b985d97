"""What became of every date of a report: what it dates, by which rule, and whether that is told as a happening.

Source:
    DESIGN.md section 5: a date that cannot be placed with certainty dates nothing, and its verdict names the rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from timeline_core.events.report_reading import Reading
from timeline_core.events.trees import tree_of_sentence
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.syntax.parse import Parser
from timeline_core.syntax.rules.factuality import CONDITIONAL, DENIED, PLANNED, SUPPOSED, WANTED
from timeline_core.syntax.tree.values import DateWord, Predicate

OUTSIDE = "outside sentences"
"""Rule of a date that stands in no sentence that is parsed: a dateline, a signature, a language without a grammar."""
_NO_EVENT = frozenset({CONDITIONAL, DENIED, PLANNED, SUPPOSED, WANTED})


class Effect(StrEnum):
    """What a date does."""

    DATES = "dates"
    """It dates the predicate."""
    NOUN = "noun"
    """It belongs to a plain noun («فيلم عام 2014», "posts from September")."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one date."""

    expression: Expression
    effect: Effect
    rule: str
    """The rule that attached it, or left it loose."""
    words: Span | None = None
    """The predicate that it dates, or the noun that it belongs to."""
    told_as: str = ""
    """Why the predicate is no event: negative, denied, planned, wanted, supposed, conditional, or a state."""


def verdicts(reading: Reading, parsers: Mapping[str, Parser]) -> Iterator[Verdict]:
    """The verdict of every expression of the report, in text order."""
    told: dict[Span, DateWord] = {}
    for paragraph in reading.paragraphs:
        parser = parsers.get(paragraph.phrasing.code)
        for sentence in paragraph.sentences:
            if parser is not None and sentence.dated:
                tree = tree_of_sentence(reading, sentence.span, parser)
                told.update((date.span, date) for date in tree.dates)
    for expression in reading.expressions:
        date = told.get(expression.span)
        yield Verdict(expression, Effect.NOTHING, OUTSIDE) if date is None else _verdict(expression, date)


def _verdict(expression: Expression, date: DateWord) -> Verdict:
    if date.predicate is not None:
        return Verdict(expression, Effect.DATES, date.rule, date.predicate.span, _told_as(date.predicate))
    if date.noun is not None:
        noun = Span(date.noun.head.start, date.noun.span.end)
        return Verdict(expression, Effect.NOUN, date.rule, noun)
    return Verdict(expression, Effect.NOTHING, date.rule)


def _told_as(predicate: Predicate) -> str:
    """What limits the predicate; empty where it is told as something that happened."""
    if predicate.modality in _NO_EVENT:
        return predicate.modality
    if predicate.polarity == "negative":
        return predicate.polarity
    state = predicate.kind == "copula" or (predicate.head.concept and "happens" not in predicate.head.marks)
    return "state" if state else ""
