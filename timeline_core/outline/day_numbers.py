"""Days told by numbers alone below the heading of their month: "March" above "4: The dam burst", "**1st** – …".

The heading settles too which of two numbers is the day: "April 2021" above "3/4: …" and "17/4: …". Months and
intervals by the standard need none: "2013-05: …", "2013-05-03/2013-05-05"; nor do months in Roman figures: "3.IX.1941".

Source:
    ISO 8601-1, 5.2.2.2 and 5.5: a month in figures, and two ends of a time parted by a solidus; DIN 1355-1: the month
    in Roman figures, between day and year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.outline.lines import Line
from timeline_core.temporal.senses.dates import Day, Month, Year
from timeline_core.temporal.senses.numeric import Name, numeric
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import Here, Sense
from timeline_core.text.fold import fold
from timeline_core.text.marks import DASHES

_NUMBER = re.compile(
    rf"[*_]{{0,3}}(?P<day>(?P<figure>\d{{1,2}})(?:[^\W\d_]{{2}})?)[*_]{{0,3}}\s*[*_]{{0,3}}[{DASHES}:：](?!\d)"
)
"""With or without the ending of an ordinal: "4th"."""
_TWO = re.compile(
    rf"[*_]{{0,3}}(?P<both>(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}}))[*_]{{0,3}}\s*[*_]{{0,3}}(?:[:：](?!\d)|[{DASHES}](?=\s))"
)
"""Day and month, in whichever order."""
_STANDARD = re.compile(
    r"(?<![\w/-])(?P<first>\d{4}-\d\d(?:-\d\d)?)(?:\s?/\s?(?P<last>\d{4}-\d\d(?:-\d\d)?))?(?![\w/-])"
)
"""A month, or the days or months from one to another, by the standard."""
_BEHIND = re.compile(rf"[*_]*\s*(?:[:：|]|[{DASHES}]\s|$)")
"""What stands behind a month that a line begins with."""
_ROMAN = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})(?:\. ?| )(?P<month>[IVX]{1,4})(?:\. ?| )(?P<year>(?:1[5-9]|20)\d\d)(?!\w)"
)
"""A day with its month in Roman figures, parted by stops or blanks: "3.IX.1941", "3 IX 1941"."""
_FIGURES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_CENTURY, _IN_YEAR = 100, 12
_TELLING = frozenset({BlockRole.PARAGRAPH, BlockRole.ITEM})
_FEWEST = 2
"""Days below one month, or below several, that show that the numbers are days."""
_MOST = 31


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A day told by numbers."""

    mention: Mention
    both: bool
    """The month is told beside it."""
    day_first: bool | None = None
    """Which of the two stands first; None where they are alike."""


def with_day_numbers(text: str, found: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, and those days among them, in text order."""
    mentions = _with_standard(text, found, mentions)
    days = [*_days(text, found, mentions)]
    orders = {one.day_first for one in days if one.day_first is not None}
    days = days if len(orders) <= 1 else [one for one in days if not one.both]
    if len(days) < _FEWEST or _only_counts([one.mention for one in days if not one.both]):
        return [*mentions]
    return sorted((*mentions, *(one.mention for one in days)), key=lambda mention: mention.span)


def _with_standard(text: str, found: Sequence[Line], mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, with months and intervals by the standard in the place of what their parts were read as."""
    hits = [*_STANDARD.finditer(text)]
    romans = [*_ROMAN.finditer(text)]
    begins = {line.body.start: line.body.end for line in found} if hits else {}
    begins |= {cell.span.start: cell.span.end for line in found for cell in line.cells} if hits else {}
    told = [mention for hit in hits if (mention := _standard(text, hit, begins)) is not None]
    told += (mention for hit in romans if (mention := _roman(hit)) is not None)
    if not told:
        return mentions
    covered = {at for mention in told for at in range(mention.span.start, mention.span.end)}
    left = (one for one in mentions if covered.isdisjoint((one.span.start, one.span.end - 1)))
    return sorted((*left, *told), key=lambda mention: mention.span)


def _standard(text: str, hit: re.Match[str], begins: Mapping[int, int]) -> Mention | None:
    """An interval, wherever it stands; a month where a line or a cell begins with it: "2013-05" may be some years."""
    first, last = _moment(fold(hit["first"])), _moment(fold(hit["last"])) if hit["last"] else None
    if first is None or (hit["last"] and last is None):
        return None
    if last is not None:
        found: Sense = Range(first, last)
        return Mention(Span(*hit.span()), found) if found.value(Here(None)) is not None else None
    end = begins.get(hit.start(), begins.get(hit.start() - len("*") * 2))
    if end is None or isinstance(first, Day) or _BEHIND.match(text, hit.end(), end) is None:
        return None
    return Mention(Span(*hit.span()), first)


def _roman(hit: re.Match[str]) -> Mention | None:
    """The day; None where the figures are of no month."""
    month = str(_FIGURES.index(hit["month"])) if hit["month"] in _FIGURES else "0"
    found = numeric(hit["day"], hit["year"], named=Name(int(month), lunar=False))
    return Mention(Span(*hit.span()), found) if found is not None else None


def _moment(said: str) -> Sense | None:
    """A day, or a month that cannot be the second of two years: "2007-08" is read as no month."""
    year, month, *day = map(int, said.split("-"))
    if day:
        return numeric(str(*day), str(year), str(month))
    known = 1 <= month <= _IN_YEAR and month <= year % _CENTURY
    return Month(month, year=Year(year)) if known else None


def _days(text: str, found: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[_Numbered]:
    """A month alone on its line, and the numbers that the lines below it begin with."""
    months = {mention.span.start: mention for mention in mentions if isinstance(mention.meaning, Month)}
    dated = {mention.span.start for mention in mentions}
    starts = sorted(months)
    month: Month | None = None
    for line in found if months else ():
        first = bisect_left(starts, line.body.start)
        named = months[starts[first]] if first < len(starts) and starts[first] < line.body.end else None
        if named is not None and _stands_alone(text, line, named):
            month = named.meaning if isinstance(named.meaning, Month) and named.meaning.month else None
            continue
        if line.role is BlockRole.HEADING:
            month = None
        told = _of_line(text, line, month) if month is not None and line.role in _TELLING and not line.cells else None
        if told is not None and told.mention.span.start not in dated:
            yield told


def _of_line(text: str, line: Line, month: Month) -> _Numbered | None:
    """The day that the line begins with; None where it begins with none of that month."""
    if hit := _NUMBER.match(text, line.body.start, line.body.end):
        day = _of_month(int(fold(hit["figure"])), month, Span(*hit.span("day")))
        return None if day is None else _Numbered(day, both=False)
    hit = _TWO.match(text, line.body.start, line.body.end)
    if hit is None or month.hijri:
        return None
    first, second = int(fold(hit["first"])), int(fold(hit["second"]))
    if month.month not in (first, second):
        return None
    day = _of_month(first if second == month.month else second, month, Span(*hit.span("both")))
    order = None if first == second else second == month.month
    return None if day is None else _Numbered(day, both=True, day_first=order)


def _of_month(day: int, month: Month, at: Span) -> Mention | None:
    if not 1 <= day <= _MOST:
        return None
    return Mention(at, Day(day, Month(month.month, year=month.year, hijri=month.hijri)))


def _stands_alone(text: str, line: Line, month: Mention) -> bool:
    return not line.cells and not re.search(
        r"\w", text[line.body.start : month.span.start] + text[month.span.end : line.body.end]
    )


def _only_counts(days: Sequence[Mention]) -> bool:
    """True for the numbers of a list, 1, 2, 3, …, which are no days."""
    numbers = [mention.meaning.day for mention in days if isinstance(mention.meaning, Day)]
    return bool(numbers) and numbers[0] == 1 and all(second - first == 1 for first, second in pairwise(numbers))
