"""Dates in languages that have no data of their own, by dateparser's search. Not sure: it misreads numbers and prices.

Source:
    dateparser.search. It is imported late, because loading it takes longer than reading a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import When, on

_BASES = (date(1995, 2, 3), date(2011, 10, 19))
"""Two days without meaning: what dateparser reads alike from both does not depend on the report's day."""
_IN_FIGURES = re.compile(r"\d+(?:[./-]\d+)+")
_WITH_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}([./-])\d{1,2}\2\d{1,2}")
"""Of two figures dateparser cannot tell the century of a year."""
_SHORTEST = 4
"""Letters and figures: a shorter hit is a word of another meaning («die», «שני»)."""
_FIRST_YEAR = 1000
_DASHES = frozenset("-–—/")
_STRETCH = re.compile(r"\d\s*[-–—]\s*\d")


def languages() -> tuple[str, ...]:
    """Primary subtags of the languages in which dates can be found, the most spoken of them first."""
    from dateparser.data.languages_info import language_order

    return tuple(dict.fromkeys(code.partition("-")[0] for code in language_order))


def expressions(text: str, code: str, published: When | None, origin: Origin) -> tuple[Expression, ...]:
    """What dateparser finds in the text, read as language `code`; every expression `sure=False`, no clock is read.

    Args:
        code: ISO 639 code; a language that dateparser does not know gives nothing.
        published: the report's day, or the range of days that it may be of; None while it is not known.

    Returns:
        In text order. What depends on the report's day is left out while that day is not known.
    """
    days = _BASES if published is None or published.days is None else published.days
    found = [dict(_found(text, code, day)) for day in dict.fromkeys(days)]
    kept = []
    for span, when in found[0].items():
        other = found[-1].get(span)
        if other is not None and (other == when or published is not None):
            value = when if other == when else when.hull(other)
            kept.append(_expression(text, span, value, published, origin))
    return tuple(kept)


def _expression(text: str, span: Span, when: When, published: When | None, origin: Origin) -> Expression:
    words = span.of(text)
    anchor, source = ("", Origin.NONE) if published is None else (published.edtf, origin)
    slots = (("words", words), ("value", when.edtf))
    return Expression(span, words, when, Reason("fallback", anchor, source, slots), sure=False)


def _found(text: str, code: str, day: date) -> Iterator[tuple[Span, When]]:
    from dateparser.date import DateDataParser
    from dateparser.languages.loader import default_loader
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.combine(day, time()), "PREFER_DATES_FROM": "past"}
    try:
        settings["DATE_ORDER"] = default_loader.get_locale(code).info.get("date_order", "DMY")
        hits = search_dates(text, languages=[code], settings=settings) or []
        parser = DateDataParser(languages=[code], settings=settings)
    except ValueError:
        return
    at = 0
    for words, moment in hits:
        start = text.find(words, at)
        if start < 0 or not (_is_date(words) and _is_whole(text, start, start + len(words))):
            continue
        at = start + len(words)
        period = parser.get_date_data(words).period
        if _is_plain(words, moment.date(), period):
            yield Span(start, at), _when(moment.date(), period)


def _is_date(words: str) -> bool:
    """False for a bare number, which dateparser takes for a year or a day, and for «5.3», which may be a price."""
    figures = _IN_FIGURES.search(words)
    return any(map(str.isalpha, words)) if figures is None else _WITH_YEAR.fullmatch(figures[0]) is not None


def _is_whole(text: str, start: int, end: int) -> bool:
    """False within a word, and for the last end of «5-8 Ocak», whose first would be lost."""
    before, after = text[:start][-1:], text[end:][:1]
    joined = before.isalnum() and text[start].isalnum()
    goes_on = after.isalnum() and text[end - 1].isalnum()
    return not (joined or goes_on or (before in _DASHES and text[: start - 1][-1:].isdecimal()))


def _is_plain(words: str, day: date, period: str) -> bool:
    """False for what is as likely no date: «die» for a Tuesday, «sept» for September, a stretch, the year 2."""
    letters = sum(letter.isalnum() for letter in words)
    bare_month = period == "month" and not any(letter.isdecimal() for letter in words)
    stretch = any(letter.isalpha() for letter in words) and _STRETCH.search(words) is not None
    return letters >= _SHORTEST and day.year >= _FIRST_YEAR and not bare_month and not stretch


def _when(day: date, period: str) -> When:
    if period == "year":
        return When(f"{day.year:04d}")
    return When(f"{day.year:04d}-{day.month:02d}") if period == "month" else on(day)
