"""Quotations: who is quoted counts from the day on which he spoke.

"We fled yesterday," he said on Monday, is of Sunday; so is «هربنا أمس»، قال يوم الاثنين.
"""

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
"""Code points before and behind a quotation in which the day of the saying is looked for."""
_LONGEST = 5_000
"""Code points behind a date in which the end of its quotation is looked for."""
_MOST_LINES = 8
"""Lines above a place in which the beginning of its quotation is looked for."""
_STOPS = ".!?؟\n"
_OPENS, _CLOSES = zip(*_QUOTES, strict=True)


def quoted(text: str, at: Span) -> bool:
    """True for words within a quotation."""
    return _open_before(text, at.start) is not None


def is_spoken(text: str, at: int) -> bool:
    """True for a place in somebody's words, though their quotation may have begun on a line before."""
    return _open_above(text, at) is not None


def spoken_from(text: str, sentence: Span) -> int | None:
    """Where the quotation begins, in a sentence before, that goes on in this one; None where none does.

    It may go on over lines: "Nobody was hurt.⏎We were asleep," he said.
    """
    opened = _open_above(text, _first_word(text, sentence))
    return opened if opened is not None and opened < sentence.start else None


def is_spoken_on(text: str, sentence: Span) -> bool:
    """It is a quotation, or lies in one, behind the end of which nobody is told to have said it.

    Of "'The wells are dry,' he said. 'We need bread.'" so is the last sentence.
    """
    first = _first_word(text, sentence)
    opened = _open_above(text, first)
    if opened is None:
        return False
    end = text.find(dict(_QUOTES)[text[opened]], first, first + _LONGEST)
    behind = text[end + 1 : end + 1 + _REACH]
    stop = min((place for mark in _STOPS if (place := behind.find(mark)) >= 0), default=len(behind))
    return end >= 0 and not any(letter.isalnum() for letter in behind[:stop])


def _first_word(text: str, sentence: Span) -> int:
    """Where the first word of the sentence begins, behind marks that close what was said before it."""
    return next((at for at in range(sentence.start, sentence.end) if text[at].isalnum()), sentence.start)


def _open_above(text: str, at: int) -> int | None:
    """Where the quotation begins that is still open at that place, though lines without marks have ended since.

    A mark that no letter follows has closed one.
    """
    for _ in range(_MOST_LINES):
        start = _open_before(text, at)
        above = text.rfind("\n", 0, at)
        if start is not None:
            return start if text[start + 1 : start + 2].isalnum() else None
        blank = above < 0 or not text[text.rfind("\n", 0, above) + 1 : above].strip()
        if blank or any(mark in text[above:at] for mark in chain.from_iterable(_QUOTES)):
            return None
        at = above
    return None


def days_of_quotations(text: str, mentions: Sequence[Mention], day: date | None) -> dict[int, date]:
    """Number of a mention -> the day on which its words were said, for "today", «أمس» and the like in quotations.

    Only where the sentence around the quotation names exactly one day: that is the day of the saying.
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
    """The one day that the sentence around the quotation names; None where it names none, several, or one after
    `day`.
    """
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
    """The sentence that the quotation stands in: between the stops, or the other quotations, before and behind it."""
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
    """Where the quotation begins that is still open at that place of the line; None where none is."""
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
    """Mark of quotation, or line feed -> where it stands. A text is looked through once for all of its dates."""
    return {mark: [*_all(text, mark)] for mark in ("\n", *chain.from_iterable(_QUOTES))}


def _all(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _between(places: Sequence[int], begin: int, end: int) -> range:
    return range(bisect_left(places, begin), bisect_left(places, end))


def _last_before(places: Sequence[int], end: int, begin: int) -> int:
    """The last of the places that lies from `begin` up to `end`; -1 where none does."""
    found = bisect_left(places, end) - 1
    return places[found] if found >= 0 and places[found] >= begin else -1
