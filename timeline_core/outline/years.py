"""The years of a chronology whose entries say none: those of the heading above, of the entry before, of the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from timeline_core.calendars.parts import MonthDay
from timeline_core.model.expression import Mention
from timeline_core.model.when import Precision, When
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.outline.scopes import Scope, around, scopes_of
from timeline_core.outline.yearless import in_year, month_of, says_no_year, value
from timeline_core.text.fold import fold
from timeline_core.text.sentences import holds_stop

_YEAR = re.compile(r"(?<![\d.,/-])(?:1[89]|20)\d\d(?![\d,/]|\.\d)|(?<=\b\d{4}[-–/])(?:1[89]|20)\d\d(?![\d,/]|\.\d)")
"""Also the second of "2019-2020"."""
_LISTED = frozenset({HeadKind.ENTRY, HeadKind.HEADING, HeadKind.ROW})
_TELLING = _LISTED | {HeadKind.DATELINE}
_ON_LINE = frozenset({HeadKind.ENTRY, HeadKind.ROW})
_NEAR = timedelta(90)
"""How far a day without a year lies from that of its entry at most."""
_FEWEST = 2
"""Days without a year that make a chronology, which the year of its title holds for."""
_TURN, _SLIP = 6, 1
"""Months by which a day that follows another lies before it where the year has turned, and where it is out of order."""


class Years:
    """Gives the heads of a report their years. Used once."""

    def __init__(
        self, text: str, lines: Sequence[Line], heads: Mapping[int, Head], mentions: Sequence[Mention], title: str
    ) -> None:
        self._mentions = mentions
        self._said: dict[int, Head | None] = {}
        self.open: set[int] = set()
        """Places of heads of which nobody can tell the year: far out of order in a list that says years."""
        self.heads: dict[int, Head] = dict(heads)
        scopes = scopes_of(lines, heads, ())
        self._by_start = {head.span.start: number for number, head in heads.items()}
        ordered = [number for number, _ in sorted(heads.items())]
        holding = around(scopes, (heads[number].span.start for number in ordered))
        self._above = {
            number: [self._by_start[scopes[at].head.span.start] for at in inside]
            for number, inside in zip(ordered, holding, strict=True)
        }
        open_heads = [head for head in heads.values() if head.kind in _LISTED and self._is_open(head)]
        self._title = _years(title) or _of_lines(text, lines, heads, open_heads)
        self._title = self._title if len(open_heads) >= _FEWEST else ()
        self._months = dict(_months_of(text, lines, mentions))
        self._falling = self._falls(heads)
        self._place()

    def filled(self, scopes: Sequence[Scope]) -> tuple[Mapping[int, Head | None], tuple[Mention, ...]]:
        """Where the year of each mention is said that says none itself, and the mentions with those years."""
        mentions = list(self._mentions)
        said: dict[int, Head | None] = {}
        own = {head.mention: head for head in self.heads.values() if head.mention >= 0}
        starts = (mention.span.start for mention in self._mentions)
        for place, numbers in enumerate(around(scopes, starts)):
            mention = self._mentions[place]
            if not says_no_year(mention.meaning):
                continue
            if place in own:
                when, where = own[place].when, self._said.get(own[place].mention)
                year = _single(when) if own[place].mention in self._said else None
            else:
                inner = [scopes[number] for number in numbers if scopes[number].span.start < mention.span.start]
                where = inner[-1].head if inner else None
                year = _single(where.when) if where is not None and _coarse(where.when) else None
                year = _near(mention, where) if where is not None and where.kind in _ON_LINE else year
            if year is not None:
                mentions[place] = in_year(mention, year)
                said[place] = where
        return said, tuple(mentions)

    def _is_open(self, head: Head) -> bool:
        return (
            head.when is None
            and head.kind in _TELLING
            and head.mention >= 0
            and says_no_year(self._mentions[head.mention].meaning)
        )

    def _place(self) -> None:
        """The year of each head that says none: of a heading above, of the head before it, of the title."""
        before: dict[bool, Head] = {}
        for number, head in sorted(self.heads.items()):
            listed = head.kind in _LISTED
            last = before.get(listed)
            if self._is_open(head):
                found = self._year(number, head, last)
                if found is None and last is not None and listed:
                    self.open.add(head.mention)
                if found is not None:
                    year, where = found
                    when = value(in_year(self._mentions[head.mention], year).meaning)
                    self.heads[number] = head = replace(head, when=when)
                    self._said[head.mention] = where
            if head.kind in _TELLING and head.when is not None and not _coarse(head.when):
                before[listed] = head

    def _year(self, number: int, head: Head, last: Head | None) -> tuple[int, Head | None] | None:
        for outer in reversed(self._above[number]):
            placed = self.heads[outer]
            if outer != number and _single(placed.when) is not None and _coarse(placed.when):
                return _single(placed.when) or 0, placed
        if head.leads and (year := self._again(head.mention)) is not None:
            return year, None
        if last is not None and last.mention >= 0 and (year := self._after(head, last)) is not None:
            return year, self._said.get(last.mention, last)
        if last is None and self._title and head.kind in _LISTED:
            return self._title[-1 if self._falling else 0], None
        year = self._months.get(month_of(self._mentions[head.mention].meaning).month)
        return (year, None) if year is not None and head.kind is HeadKind.DATELINE else None

    def _again(self, place: int) -> int | None:
        """The year of the same day, where that was told before with its year: in the headline."""
        for other in self._mentions[:place]:
            when = value(other.meaning)
            if when is not None and when.first is not None:
                year = when.first.year
                if value(in_year(self._mentions[place], year).meaning) == when:
                    return year
        return None

    def _after(self, head: Head, last: Head) -> int | None:
        """The year of a day that follows another in the list."""
        year = last.when.days[0].year if last.when is not None and last.when.days else None
        before, this = (month_of(self._mentions[one.mention].meaning) for one in (last, head))
        if last.when is not None and last.when.days:
            before = MonthDay(last.when.days[0].month, last.when.days[0].day)
        if year is None or 0 in (before.month, this.month):
            return None
        back = (this < before) != self._falling and this != before
        if not back:
            return year
        months = abs(before.month - this.month)
        if months >= _TURN and self._may_turn(year):
            return year - 1 if self._falling else year + 1
        return year if months <= _SLIP else None

    def _may_turn(self, year: int) -> bool:
        """False where the title says one year, and that is the one."""
        return len(self._title) != 1 or self._title[0] != year

    def _falls(self, heads: Mapping[int, Head]) -> bool:
        """True where the latest day stands first."""
        days = [
            month_of(self._mentions[head.mention].meaning)
            for _, head in sorted(heads.items())
            if head.kind in _LISTED and head.mention >= 0
        ]
        steps = [*pairwise(day for day in days if day.month)]
        return sum(a > b for a, b in steps) > sum(a < b for a, b in steps)


def _months_of(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The months that a headline on top names with their years: it says of when the datelines below it are."""
    top = lines[0].span if lines and not holds_stop(lines[0].span.of(text)) else None
    for mention in mentions if top is not None else ():
        when = value(mention.meaning)
        if top is None or mention.span.start >= top.end:
            return
        if when is not None and when.precision is Precision.MONTH and when.first is not None:
            yield when.first.month, when.first.year


def _years(title: str) -> tuple[int, ...]:
    """The years that a title names, in their order."""
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(fold(title))))


def _of_lines(
    text: str, lines: Sequence[Line], heads: Mapping[int, Head], open_heads: Sequence[Head]
) -> tuple[int, ...]:
    """The years of a headline above the list, or the one year of the paragraph that introduces it with a colon.

    A paragraph in whose course a year is told is no headline: «منذ معاهدة عام 1926 …» dates no entry far below it.
    """
    if not lines or (0 in heads and not _titles(heads[0])) or not open_heads:
        return ()
    if not holds_stop(lines[0].span.of(text)):
        return _years(lines[0].span.of(text))
    before = [line.span.of(text) for line in lines if line.span.end <= open_heads[0].span.start]
    years = _years(before[-1]) if before and before[-1].endswith(":") else ()
    return years if len(years) == 1 else ()


def _titles(head: Head) -> bool:
    """True for the title of a document that names its year: "Diary 2021"."""
    return head.kind is HeadKind.PUBLISHED and _coarse(head.when)


def _coarse(when: When | None) -> bool:
    """True for a year or a month: it gives what stands below it a year and no day."""
    return when is not None and when.precision in (Precision.YEAR, Precision.MONTH, Precision.QUARTER, Precision.HALF)


def _near(mention: Mention, head: Head) -> int | None:
    """The year in which a day without one lies near the day of its entry, before it or behind."""
    if head.when is None or head.when.precision is not Precision.DAY or head.when.first is None:
        return None
    day = head.when.first
    found = [(year, value(in_year(mention, year).meaning)) for year in (day.year - 1, day.year, day.year + 1)]
    near = [
        (abs(when.first - day), year)
        for year, when in found
        if when is not None and when.first is not None and abs(when.first - day) <= _NEAR
    ]
    return min(near)[1] if near else None


def _single(when: When | None) -> int | None:
    days = when.days if when is not None else None
    return days[0].year if days is not None and days[0].year == days[1].year else None
