"""The two ends of a stretch that its words name: "July 1951 – July 1953" is a stretch, and two months."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_core.model.edtf import Interval, Point
from timeline_core.model.expression import Expression, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.text.fold import fold
from timeline_core.text.sentences import trim
from timeline_core.text.tokens import tokens

_RANGE, _END = "range", "range_end"


def ends(expression: Expression, joiners: Iterable[str]) -> tuple[Expression, ...]:
    """The first and the last end, each with its own words; none where the words do not tell them apart.

    Args:
        joiners: what stands between two ends, the surest first ("to", "–", "and"), folded.
    """
    when = expression.when
    if expression.reason.rule != _RANGE or when is None or not isinstance(when.value, Interval):
        return ()
    values = when.edtf.split("/")
    cut = _cut(expression.text, joiners)
    if cut is None or not (isinstance(when.value.first, Point) and isinstance(when.value.last, Point)):
        return ()
    parts = (trim(expression.text, Span(0, cut.start)), trim(expression.text, Span(cut.end, len(expression.text))))
    return tuple(_end(expression, part, value) for part, value in zip(parts, values, strict=True))


def _cut(text: str, joiners: Iterable[str]) -> Span | None:
    """Where the first of the joiners that the words hold stands; None unless it stands there once, between words."""
    said = tokens(text)
    words = [fold(word) for word in said.words]
    for joiner in joiners:
        places = [at for at, word in enumerate(words) if word == joiner]
        if places:
            at = places[0]
            alone = len(places) == 1 and 0 < at < len(words) - 1
            return Span(said.starts[at], said.starts[at] + len(said.words[at])) if alone else None
    return None


def _end(expression: Expression, part: Span, value: str) -> Expression:
    span = part.shifted(expression.span.start)
    words = part.of(expression.text)
    slots = (("words", words), ("value", value), ("of", expression.text))
    reason = Reason(_END, expression.reason.anchor, expression.reason.origin, slots)
    return Expression(span, words, When(value), reason, sure=expression.sure)
