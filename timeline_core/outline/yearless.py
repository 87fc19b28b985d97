"""Dates that say no year, read with the year of the heading above: "3 January" below «2021»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, cast

from timeline_core.calendars.parts import MonthDay
from timeline_core.model.expression import Meaning, Mention
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.outline.lines import Line
from timeline_core.temporal.senses.dates import Day, Month, Year
from timeline_core.temporal.senses.sense import Here, Sense
from timeline_core.text.sentences import holds_stop

_TURN = 6
"""Months by which a day lies before the one above it where the year has turned."""
_LIFE = 100
"""Years by which what is told together lies apart at most; the years of the two calendars lie further apart."""
_LEADING = "-*•– \t"
"""What stands before an item of a list."""
_NOWHERE = Span(0, 0)
_LEAP = 2000
"""A year that has every day."""


def value(meaning: Meaning) -> When | None:
    """The days of what stands on its own."""
    if not isinstance(meaning, Sense) or meaning.relative:
        return None
    found = meaning.value(Here(None))
    return found if found is not None and found.resolved and found.days is not None else None


def says_no_year(meaning: Meaning) -> bool:
    """True for a month or a day of one, of whatever year."""
    return isinstance(meaning, Sense) and any(map(_open, _months(meaning)))


def in_year(mention: Mention, year: int) -> Mention:
    """The mention with that year where it says none."""
    if not isinstance(mention.meaning, Sense):
        return mention
    return replace(mention, meaning=cast("Sense", _filled(mention.meaning, year)))


def month_of(meaning: Meaning) -> MonthDay:
    """Month and day by which dates of one year follow one another; zeros where they are not known."""
    found = value(in_year(Mention(_NOWHERE, meaning), _LEAP).meaning)
    first: date | None = None if found is None else found.first
    return MonthDay(0, 0) if first is None else MonthDay(first.month, first.day)


def with_lunar_years(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention]
) -> tuple[list[Mention], dict[int, None]]:
    """The mentions, those entries that are days of a Hijri month with the one Hijri year of the headline above them.

    Also the places of those: «3 رجب: …» below «أحداث سنة 1204 هـ». Where an entry goes back by half a year, the year
    has turned; none has a year in a list that goes back otherwise.
    """
    filled, none = [*mentions], dict[int, None]()
    top = lines[0].span if lines and not holds_stop(lines[0].span.of(text)) else _NOWHERE
    said = {one.meaning for one in mentions if one.span.end <= top.end and isinstance(one.meaning, Year)}
    year = next(iter(said)) if len(said) == 1 else None
    if year is None or year.number is None or not year.hijri:
        return filled, none
    begins = {line.body.start for line in lines[1:]}
    number, last, places = year.number, (0, 0), dict[int, None]()
    for place, mention in enumerate(mentions):
        day = mention.meaning
        if mention.span.start not in begins or not isinstance(day, Day) or not _is_of_moon(day.month):
            continue
        this = (day.month.month, day.day)
        turned = last[0] - this[0] >= _TURN
        if this < last and not turned:
            return [*mentions], none
        number, last = number + turned, this
        month = replace(day.month, year=Year(number, hijri=True))
        filled[place], places[place] = replace(mention, meaning=replace(day, month=month)), None
    return filled, places


def among_lunar(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a year that names no era read as those around it: «سنة 1231» below «سنة 1227 هـ» in one list.

    It is of the same era where it begins its line and the years of the list do not go back. Elsewhere nobody can tell
    whether it is a Hijri year, so that one near those is no date.
    """
    lunar = sorted({one.number for said in mentions for one in _years_in(said.meaning) if one.hijri and one.number})
    if not lunar:
        return [*mentions]
    begins, last = {line.body.start for line in lines}, 0
    found: list[Mention] = []
    for mention in mentions:
        year = mention.meaning
        if not isinstance(year, Year) or not year.number or year.turn is not None or year.unread:
            found.append(mention)
            continue
        above = text.rfind("\n", 0, mention.span.start)
        leads = mention.span.start in begins or not text[above + 1 : mention.span.start].strip(_LEADING)
        near = bisect_left(lunar, year.number - _LIFE) < bisect_right(lunar, year.number + _LIFE)
        if year.hijri:
            last = year.number if leads else last
        elif near and leads and last <= year.number:
            last = year.number
            mention = replace(mention, meaning=replace(year, hijri=True, presumed=True))
        elif near:
            continue
        found.append(mention)
    return found


def _years_in(sense: object) -> list[Year]:
    """The years that a meaning says, however deep."""
    if isinstance(sense, Year):
        return [sense]
    if not isinstance(sense, Sense) or not is_dataclass(sense):
        return []
    inner = [getattr(sense, one.name) for one in fields(sense) if one.init]
    return [year for one in inner for year in _years_in(one)]


def _is_of_moon(month: Month) -> bool:
    return month.hijri and bool(month.month) and month.year is None and month.turn is None


def _open(month: Month) -> bool:
    return bool(month.month) and month.year is None and month.turn is None and not month.hijri


def _months(sense: Sense) -> list[Month]:
    if isinstance(sense, Month):
        return [sense]
    return [month for _, inner in sense.slots() if isinstance(inner, Sense) for month in _months(inner)]


def _filled(sense: Any, year: int) -> Any:  # noqa: ANN401 a sense of any class, and what its fields hold
    if isinstance(sense, Month):
        return replace(sense, year=Year(year)) if _open(sense) else sense
    if not is_dataclass(sense) or not isinstance(sense, Sense):
        return sense
    said = {one.name: getattr(sense, one.name) for one in fields(sense) if one.init}
    with_year = {name: _filled(inner, year) for name, inner in said.items() if isinstance(inner, Sense)}
    return replace(sense, **with_year) if with_year else sense
