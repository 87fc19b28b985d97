"""Words of a quotation, and the day of who is quoted: "We fled yesterday," he said on Monday, is of Sunday."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision
from timeline_core.temporal.senses.dates import Day, Weekday
from timeline_core.temporal.senses.deictic import Deictic
from timeline_core.temporal.senses.sense import Here, Sense

_QUOTES = (("«", "»"), ("“", "”"), ('"', '"'))
_REACH = 300
"""Code points around a quotation within which its sentence says the day."""
_LONGEST = 5_000
"""Code points that a quotation goes on behind a date in it."""
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
    first = bisect_left(mentions, around.start, key=_start)
    near = mentions[first : bisect_left(mentions, around.end, lo=first, key=_start)]
    outside = [one for one in near if _is_day(one) and not one.span.overlaps(quotation)]
    if len(outside) != 1 or not isinstance(outside[0].meaning, Sense):
        return None
    value = outside[0].meaning.value(Here(day, past=True))
    if value is None or value.precision is not Precision.DAY or value.first is None:
        return None
    return value.first if day is None or value.first <= day else None


def _start(mention: Mention) -> int:
    return mention.span.start


def _is_day(mention: Mention) -> bool:
    return isinstance(mention.meaning, (Day, Weekday, Deictic))


def _sentence(text: str, quotation: Span) -> Span:
    """From the stop, or the quotation, before the quotation to that behind it."""
    first, last = max(quotation.start - _REACH, 0), min(quotation.end + _REACH, len(text))
    start = max(first - 1, *(text.rfind(stop, first, quotation.start) for stop in (*_STOPS, *_CLOSES))) + 1
    if text[quotation.end - 2] == ".":
        return Span(start, quotation.end)
    ends = (text.find(stop, quotation.end, last) for stop in (*_STOPS, *_OPENS))
    return Span(start, min((end for end in ends if end >= 0), default=last))


def _quotation(text: str, at: Span) -> Span | None:
    """The quotation that the words stand in, with its marks; None outside of one, or where it is not closed."""
    start = _open_before(text, at.start)
    if start is None:
        return None
    closes = dict(_QUOTES)[text[start]]
    end = text.find(closes, at.end, at.end + _LONGEST)
    return None if end < 0 or "\n" in text[at.end : end] else Span(start, end + 1)


def _open_before(text: str, at: int) -> int | None:
    """Where the quotation opens that is open at a place of the line."""
    places = _marks_of(text)
    lines = places["\n"]
    line = bisect_left(lines, at)
    begin = lines[line - 1] if line else -1
    for opens, closes in _QUOTES:
        first, last = (_last_before(places[mark], at, begin) for mark in (opens, closes))
        if first > last or (opens == closes and len(_between(places[opens], begin, at)) % 2 == 1):
            return first
    return None


@lru_cache(maxsize=4)
def _marks_of(text: str) -> Mapping[str, Sequence[int]]:
    """Where the marks of quotations and the ends of lines stand. Asked for each date of a text, and found once."""
    return {mark: [*_all(text, mark)] for mark in ("\n", *chain.from_iterable(_QUOTES))}


def _all(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _between(places: Sequence[int], begin: int, end: int) -> range:
    return range(bisect_left(places, begin), bisect_left(places, end))


def _last_before(places: Sequence[int], end: int, begin: int) -> int:
    """The last of the places before one; -1 where that stands before `begin`."""
    found = bisect_left(places, end) - 1
    return places[found] if found >= 0 and places[found] >= begin else -1
