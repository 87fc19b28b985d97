"""Lines that give a year and no day: a year alone, chapters that end on one; and entries whose day nobody reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline_core.model.block import BlockRole
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.text.fold import fold
from timeline_core.text.marks import COMMAS, DASHES

_YEAR = re.compile(r"[(\[]?(?:1[89]|20)\d\d(?:\s?[-–—/]\s?(?:(?:1[89]|20)\d\d|\d\d))?[)\]]?:?")
_CHAPTER = re.compile(rf"(?:[:{COMMAS}{DASHES}]|\s(?=\())\s*(?P<year>{_YEAR.pattern})\s*$")
_UNREAD = re.compile(rf"(?P<date>\d{{1,2}}\s+[^\W\d]+)\s*(?P<mark>:|\s[{DASHES}])\s")
"""What an entry begins with whose day is a figure and a word."""
YEAR_LEVEL = 40
"""Of a heading of years that only its words show: above those of months and days."""


def bare_year(text: str, line: Line) -> Head | None:
    """A year alone on its line, which the words around may not show to be one: «2021»."""
    said = line.body.of(text).strip("*_# ")
    return _year(line, said, line.body) if _YEAR.fullmatch(said) else None


def chapters(text: str, found: Sequence[Line], heads: Mapping[int, Head]) -> dict[int, Head]:
    """The headings that end on a year behind a mark, where several do: "Chapter One: 1987", «الفصل الثاني – 1988»."""
    marked = (
        (number, line, hit)
        for number, line in enumerate(found)
        if line.role is BlockRole.HEADING and line.level and number not in heads and not line.cells
        if (hit := _CHAPTER.search(text, line.body.start, line.body.end)) is not None
    )
    years = {number: _year(line, hit["year"], Span(*hit.span("year"))) for number, line, hit in marked}
    known = {number: head for number, head in years.items() if head is not None}
    return known if len(known) > 1 else {}


def unread(text: str, found: Sequence[Line], heads: Mapping[int, Head]) -> dict[int, Head]:
    """The entries of a list whose day nobody reads, told by the one above them: "4 Frimaire: …" below "12 May: …"."""
    entries, last = dict[int, Head](), 0
    for number, line in enumerate(found):
        if number in heads:
            last = number if heads[number].kind is HeadKind.ENTRY else 0
        hit = _UNREAD.match(text, line.body.start, line.body.end) if last and number not in heads else None
        if hit is None or line.role is not found[last].role or line.cells or line.field:
            continue
        above = _UNREAD.match(text, found[last].body.start, found[last].body.end)
        if above is not None and above["mark"] == hit["mark"]:
            at = Span(line.span.start, hit.end())
            entries[number] = Head(HeadKind.ENTRY, at, Span(*hit.span("date")), None, -1)
    return entries


def _year(line: Line, said: str, at: Span) -> Head | None:
    """A heading of the year, or the years, that are said there."""
    when = years_of(said)
    level = line.level if line.role is BlockRole.HEADING and line.level else YEAR_LEVEL
    return None if when is None else Head(HeadKind.HEADING, line.span, at, when, -1, level)


def years_of(said: str) -> When | None:
    """The year, or the years, that words say which are nothing else: "1956", "(1992-94)"."""
    if _YEAR.fullmatch(said) is None:
        return None
    numbers = re.findall(r"\d+", fold(said))
    first, last = numbers[0], numbers[-1]
    last = first[: 4 - len(last)] + last
    return When(first) if first == last else When(f"{first}/{last}") if first < last else None
