"""What became of every date of a report: what it dates, by which rule, and whether that is told as a happening.

Source:
    DESIGN.md section 5: a date that cannot be placed with certainty dates nothing, and its verdict names the rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from timeline_core.events.dating.placed import Placed
from timeline_core.events.report_reading import Reading
from timeline_core.model.expression import Expression
from timeline_core.model.span import Span
from timeline_core.model.verdict import Effect, Limit, Verdict
from timeline_core.syntax.tree.values import DateWord

OUTSIDE = "outside sentences"
"""Rule of a date that stands in no sentence that is parsed: a dateline, a signature, a language without a grammar."""
UNKNOWN = "day not known"
"""Rule of a date that has no day to count from."""


def verdicts(reading: Reading, placed: Mapping[Span, Placed], used: Collection[Span]) -> Iterator[Verdict]:
    """The verdict of every expression of the report, in text order.

    Args:
        placed: those that a sentence tells of.
        used: those of which an event is made.
    """
    for expression in reading.expressions:
        one, event = placed.get(expression.span), expression.span in used
        if one is None or one.date is None:
            rule = UNKNOWN if expression.when is None else OUTSIDE
            yield Verdict(expression.span, Effect.NOTHING, rule, event=event, edtf=_value(expression))
        else:
            yield _verdict(expression, one.date, one.limit, event=event)


def _verdict(expression: Expression, date: DateWord, limit: Limit, *, event: bool) -> Verdict:
    if event:
        limit = Limit.NONE
    elif limit is Limit.NONE and date.predicate is not None:
        limit = Limit.THIN
    value = _value(expression)
    if date.predicate is not None:
        return Verdict(expression.span, Effect.DATES, date.rule, date.predicate.span, limit, event, value)
    if date.noun is not None:
        noun = Span(min(date.noun.head.start, date.noun.span.end), date.noun.span.end)
        return Verdict(expression.span, Effect.NOUN, date.rule, noun, limit, event, value)
    return Verdict(expression.span, Effect.NOTHING, date.rule, None, limit, event, value)


def _value(expression: Expression) -> str | None:
    return expression.when.edtf if expression.when is not None else None
