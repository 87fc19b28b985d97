"""Words of a quotation, and the day of who is quoted: "We fled yesterday," he said on Monday, is of Sunday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.temporal.senses.dates import Day, Weekday
from timeline_core.temporal.senses.deictic import Deictic
from timeline_core.temporal.senses.sense import Here, Sense

_QUOTES = (("«", "»"), ("“", "”"), ('"', '"'))
_STOPS = ".!?؟\n"
_OPENS, _CLOSES = zip(*_QUOTES, strict=True)


def quoted(text: str, at: Span) -> bool:
    """True for words of a quotation: who is quoted speaks of his own day."""
    return _open_before(text, at.start) is not None


def days_of_quotations(text: str, mentions: Sequence[Mention], day: date | None) -> dict[int, date]:
    """Mention -> the day on which its words were said, for «today» and its neighbours in a quotation.

    The sentence around the quotation must say one day, and no more than one: that of the saying.
    """
    found: dict[int, date] = {}
    for place, mention in enumerate(mentions):
        sense = mention.meaning
        if not (isinstance(sense, Deictic) and sense.weekday is None):
            continue
        quotation = _quotation(text, mention.span)
        said = None if quotation is None else _said(text, mentions, quotation, day)
        if said is not None:
            found[place] = said
    return found


def _said(text: str, mentions: Sequence[Mention], quotation: Span, day: date | None) -> date | None:
    """The one day that the sentence around the quotation says."""
    around = _sentence(text, quotation)
    outside = [
        one for one in mentions if one.span.overlaps(around) and not one.span.overlaps(quotation) and _is_day(one)
    ]
    if len(outside) != 1 or not isinstance(outside[0].meaning, Sense):
        return None
    value = outside[0].meaning.value(Here(day, past=True))
    if value is None or value.precision is not Precision.DAY or value.first is None:
        return None
    return value.first if day is None or value.first <= day else None


def _is_day(mention: Mention) -> bool:
    return isinstance(mention.meaning, (Day, Weekday, Deictic))


def _sentence(text: str, quotation: Span) -> Span:
    """From the stop, or the quotation, before the quotation to that behind it."""
    start = max(text.rfind(stop, 0, quotation.start) for stop in (*_STOPS, *_CLOSES)) + 1
    if text[: quotation.end - 1].endswith("."):
        return Span(start, quotation.end)
    ends = (text.find(stop, quotation.end) for stop in (*_STOPS, *_OPENS))
    return Span(start, min((end for end in ends if end >= 0), default=len(text)))


def _quotation(text: str, at: Span) -> Span | None:
    """The quotation that the words stand in, with its marks; None outside of one, or where it is not closed."""
    start = _open_before(text, at.start)
    if start is None:
        return None
    closes = dict(_QUOTES)[text[start]]
    end = text.find(closes, at.end)
    line = text.find("\n", at.end)
    return None if end < 0 or 0 <= line < end else Span(start, end + 1)


def _open_before(text: str, at: int) -> int | None:
    """Where the quotation opens that is open at a place of the line."""
    line = text.rfind("\n", 0, at) + 1
    before = text[line:at]
    for opens, closes in _QUOTES:
        last = before.rfind(opens)
        is_open = before.count(opens) % 2 == 1 if opens == closes else last > before.rfind(closes)
        if is_open:
            return line + last
    return None
