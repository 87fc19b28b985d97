"""Dates an undated report by its own words: on which days can all of them have been said?

Every mention rules days out: «شباط الجاري» all days outside February, «العام الماضي 2022» all days outside 2023, a fact
of the past all days before it. What is left comes again each year, so the report must also say which year it is: by a
relative date that names it («العام الماضي 2022»), by the date of a dateline or of a signed post ("— Name (@x) February
15, 2023"), or by one day written twice, once with its year. A date that is only told of does not say the year.

Source:
    DESIGN.md section 4, «Undated reports».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline_core.calendars.parts import MonthDay
from timeline_core.model.edtf import Point
from timeline_core.model.expression import Expression, Mention, Origin
from timeline_core.model.report import Clue
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.quotation import quoted
from timeline_core.temporal.senses.dates import Day
from timeline_core.temporal.senses.sense import Here

_REACH = 800
"""Days after the latest date that are tried: a report that reminds of a year ago still says "last year"."""
_WIDEST = 45
"""Days: a window of so many or more dates nothing."""
_FRESH = timedelta(31)
"""How long after a happening a report of it can still be news."""
_HEAD = 60
"""Code points from the beginning of the first line within which the date of a dateline begins."""
_SIGNED = re.compile(r"[>\s]*[—–-]\s*\S")
_DATELINE = re.compile(r"\s*\)?\s*[—–:-]")


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a report can have been published, and what shows it."""

    when: When
    clues: tuple[Clue, ...]


def window(
    text: str, mentions: Sequence[Mention], expressions: Sequence[Expression], happened: date | None = None
) -> Window | None:
    """Find the first days in a row that every mention fits; None where they are six weeks or more, or the year is open.

    Args:
        mentions: of the report, in text order.
        expressions: one for each mention, resolved without an anchor.
        happened: the day of a happening that the report brings as news, where that is known from elsewhere.
    """
    latest = _latest(mentions, expressions)
    start = max((day for day in (happened, latest[0] if latest else None) if day is not None), default=None)
    if start is None or start > date.max - timedelta(_REACH):
        return None
    pinning = [mention for mention in mentions if mention.meaning.relative and _excludes(mention, start)]
    if not pinning or (happened is None and not _closed(text, mentions, expressions)):
        return None  # asked before the days, for these are dear, and most reports end here
    days = _fitting(mentions, start)
    if days is None or (days[1] - days[0]).days >= _WIDEST:
        return None
    if not (_fresh(days[0], happened) or _closed(text, mentions, expressions)):
        return None
    naming = [mention for mention in mentions if mention not in pinning and _names_year(mention)]
    clues = [_clue(text, mention) for mention in (*pinning, *naming)]
    if latest is not None and latest[0] == start:
        clues.append(Clue("latest", (("words", latest[1]),)))
    return Window(between(*days), tuple(dict.fromkeys(clues)))


def called(text: str, mentions: Sequence[Mention]) -> Window | None:
    """The one day that a report itself calls today: "today, Sunday 9 June 2019", «اليوم هو الأربعاء 8 أيار 2013».

    Args:
        mentions: of the report, without those that count from another day than its own.
    """
    days: dict[date, Mention] = {}
    for mention in mentions:
        sense = mention.meaning
        if not isinstance(sense, Day) or sense.beside is None or sense.relative or quoted(text, mention.span):
            continue
        day = sense.placed(Here(None))
        if day is not None:
            days[day - timedelta(sense.beside)] = mention
    if len(days) != 1:
        return None
    [(day, mention)] = days.items()
    return Window(on(day), (_clue(text, mention),))


def _fresh(first: date, happened: date | None) -> bool:
    return happened is not None and first - happened <= _FRESH


def _latest(mentions: Sequence[Mention], expressions: Sequence[Expression]) -> tuple[date, str] | None:
    """The first day, and the words, of the latest date that needs no anchor and does not lie ahead."""
    dates = [
        (expression.when.first, expression.text)
        for mention, expression in zip(mentions, expressions, strict=True)
        if expression.when is not None and expression.when.first is not None and _stands(expression)
        if not mention.future and not expression.when.approximate
    ]
    return max(dates, default=None)


def _stands(expression: Expression) -> bool:
    return expression.reason.origin is Origin.NONE and expression.when is not None and expression.when.resolved


def _fitting(mentions: Sequence[Mention], start: date) -> tuple[date, date] | None:
    """The first and the last of the first days in a row, from `start` on, that all mentions fit."""
    first: date | None = None
    meanings = [mention.meaning for mention in mentions]
    for offset in range(_REACH):
        day = start + timedelta(offset)
        unfit = next((at for at, meaning in enumerate(meanings) if not meaning.fits(day)), None)
        if unfit is None:
            first = first or day
        elif first is not None:
            return first, day - timedelta(1)
        else:  # what one day does not fit, the next one seldom does: it is asked first
            meanings.insert(0, meanings.pop(unfit))
    return None


def _closed(text: str, mentions: Sequence[Mention], expressions: Sequence[Expression]) -> bool:
    """True when something in the report says of which year the report is."""
    if any(map(_names_year, mentions)):
        return True
    whole = [one for one in expressions if _stands(one) and one.when and one.when.precision is Precision.DAY]
    return any(_signs(text, one) or _repeats(one, expressions) for one in whole)


def _names_year(mention: Mention) -> bool:
    """True when the mention fits one year only; asked for three days of every month from 1900 to 2100."""
    days = ((1, 15, 28), range(1, 13))
    fitting = (
        year
        for year in range(1900, 2101)
        if any(mention.meaning.fits(date(year, month, day)) for month in days[1] for day in days[0])
    )
    return next(fitting, None) is not None and next(fitting, None) is None


def _signs(text: str, expression: Expression) -> bool:
    """True for the date of a signed post («— Name (@x) February 15, 2023») or a dateline («دمشق 15 شباط 2023 -»)."""
    begin = text.rfind("\n", 0, expression.span.start) + 1
    end = text.find("\n", expression.span.end)
    after = text[expression.span.end : end if end >= 0 else len(text)]
    if _SIGNED.match(text, begin) and not any(letter.isalnum() for letter in after):
        return any(letter.isalpha() for letter in text[begin : expression.span.start])
    heads = not text[:begin].strip() and expression.span.start - begin <= _HEAD
    return heads and _DATELINE.match(after) is not None


def _repeats(expression: Expression, expressions: Sequence[Expression]) -> bool:
    """True when another expression says the same day and month without a year."""
    bare = {_day_of_year(other) for other in expressions if other.when is not None and not other.when.resolved}
    return _day_of_year(expression) in bare - {None}


def _day_of_year(expression: Expression) -> MonthDay | None:
    value = expression.when.value if expression.when is not None else None
    if not isinstance(value, Point) or value.month is None or value.day is None:
        return None
    return MonthDay(value.month, value.day)


def _excludes(mention: Mention, start: date) -> bool:
    return not all(mention.meaning.fits(start + timedelta(offset)) for offset in range(_REACH))


def _clue(text: str, mention: Mention) -> Clue:
    return Clue("words", (("words", mention.span.of(text)),))
