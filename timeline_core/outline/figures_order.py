"""Dates in figures of which day and month could change places: the whole report settles which stands first.

One "15/02/2023" in it shows that "10/02/2023" is a day of February, and so does a stretch that would end before it
began. A stretch of a few days makes it likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from timeline_core.model.expression import Meaning, Mention
from timeline_core.model.when import When
from timeline_core.outline.yearless import value
from timeline_core.temporal.senses.dates import Day, of_year
from timeline_core.temporal.senses.numeric import DAY_FIRST, DAY_GUESSED, MONTH_FIRST, Ordered
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import Here, Sense
from timeline_core.text.fold import CONTROLS, fold

_FIGURES = re.compile(rf"(?<!\d)(\d{{1,2}})[{CONTROLS}]*[/.-][{CONTROLS}]*(\d{{1,2}})[{CONTROLS}]*[/.-][{CONTROLS}]*\d")
_MONTHS = 12
_FEW_DAYS = timedelta(14)
"""The longest stretch that is likelier than one of months between the same two dates read otherwise."""


def in_one_order(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those in figures read as the others of the report show; as they were where none shows it.

    What only a short stretch makes likely stays a guess: "8/4/2019 - 10/4/2019" is hardly of August to October.
    """
    shown = {order for mention in mentions for order in _shown(text, mention)}
    if not shown:
        shown = {order for mention in mentions if (order := _likely(mention.meaning))}
        shown = {DAY_GUESSED} if shown == {DAY_FIRST} else set()
    if len(shown) != 1:
        return [*mentions]
    [order] = shown
    return [replace(mention, meaning=_read(mention.meaning, order)) for mention in mentions]


def as_stated(mention: Mention, stated: When) -> Mention:
    """The mention in the one order in which it is the day that the file of its table gives the row, if there is one."""
    for order in (DAY_FIRST, MONTH_FIRST):
        meaning = _read(mention.meaning, order)
        if value(meaning) == stated:
            return replace(mention, meaning=meaning)
    return mention


def _ends(meaning: Meaning) -> tuple[Meaning, ...]:
    """The days that it says: two of a stretch."""
    return (meaning.first, meaning.last) if isinstance(meaning, Range) else (meaning,)


def _shown(text: str, mention: Mention) -> Iterator[str]:
    """Which stands first in a date that can be read in one way only."""
    senses = _ends(mention.meaning)
    if not all(isinstance(sense, Day) for sense in senses):
        return
    hits = [*_FIGURES.finditer(fold(mention.span.of(text)))]
    for sense, said in zip(senses, hits, strict=False) if len(hits) == len(senses) else ():
        first, second = int(said[1]), int(said[2])
        if not isinstance(sense, Day) or isinstance(sense, Ordered):
            continue
        if first > _MONTHS and sense.day == first:
            yield DAY_FIRST
        if second > _MONTHS and sense.day == second:
            yield MONTH_FIRST
    falling = [order for order in (DAY_FIRST, MONTH_FIRST) if _length(mention.meaning, order) < timedelta()]
    if len(falling) == 1:
        yield MONTH_FIRST if falling == [DAY_FIRST] else DAY_FIRST


def _likely(meaning: Meaning) -> str:
    """The order in which a guessed stretch is one of days, where it is one of months in the other."""
    if not any(isinstance(end, Ordered) and end.order == MONTH_FIRST for end in _ends(meaning)):
        return ""
    near = [order for order in (DAY_FIRST, MONTH_FIRST) if timedelta() < _length(meaning, order) <= _FEW_DAYS]
    return near[0] if len(near) == 1 else ""


def _length(meaning: Meaning, order: str) -> timedelta:
    """How long a stretch is whose ends are read in that order; nothing for what is none of two such days."""
    ends = _ends(meaning)
    if len(ends) == 1 or not all(isinstance(end, Ordered) for end in ends):
        return timedelta()
    first, last = (end.placed(Here(None)) for end in (_read(end, order) for end in ends) if isinstance(end, Day))
    return timedelta() if first is None or last is None else last - first


def _read(sense: Meaning, order: str) -> Meaning:
    """The same, its day and month in that order; a guess touches no more than what was guessed."""
    if isinstance(sense, Range):
        first, last = _read(sense.first, order), _read(sense.last, order)
        return replace(sense, first=first, last=last) if isinstance(first, Sense) and isinstance(last, Sense) else sense
    if not isinstance(sense, Ordered) or sense.month.year is None:
        return sense
    day, month = sense.day, sense.month
    days_first = order != MONTH_FIRST
    if (sense.order == MONTH_FIRST) == days_first:
        day, month = sense.month.month, of_year(replace(sense.month, month=sense.day), sense.month.year)
    if days_first:
        return Ordered(day, month, sense.weekday, order=order, past=sense.past)
    return Day(day, month, sense.weekday, past=sense.past)
