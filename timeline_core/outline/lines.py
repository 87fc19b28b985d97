"""The lines of a report as blocks: as its file marks them, else as the marks of plain text and Markdown show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_core.model.block import Block, BlockRole, Cell
from timeline_core.model.span import Span
from timeline_core.text.fold import CONTROLS
from timeline_core.text.marks import DASHES, STOPS
from timeline_core.text.sentences import paragraphs, trim

_UNSEEN = re.compile(rf"[\s{CONTROLS}]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_ITEM = re.compile(
    r"(?:>[ \t]*)*(?:(?:[-*+·–—]|\(?\d{1,3}(?:[.)/]|[-–])|\d{1,2}/\d{1,2}(?=[ \t]+[^\W\d]))[ \t]+|[•●▪◦‣][ \t]*)"
)
_HOUR = re.compile(
    r"[\[(]?(?P<hour>\d{1,2}(?=[:٫]|\d\d\s?[Zh]))[:٫]?(?P<minute>\d{2})(?::\d{2})?(?:\s?(?:Z|h(?:rs?|ours)?)\b\.?)?[\])]?"
    r"(?:[ \t]*[-–—|:])?[ \t]+(?=[^\W\d])"
)
"""The hour that a line begins with: "09:20 ", "[09:20:11] ", "0345Z ", "1400 hrs: "."""
"""Before an entry of a live blog: "09:10 - ", «٠٩:١٠ | »."""
_SET_OFF = re.compile(
    r"[*_]{1,3}(?P<hour>\d{1,2})[:.٫](?P<minute>\d{2})(?:\s?[^\W\d][\w.]{0,4})?[*_]{1,3}"
    r"(?:[ \t]*[-–—|:])?[ \t]+(?=[^\W\d])"
)
"""The same in italics or bold, with half of the day: "*7:42 a.m.* "."""
_FOUR = re.compile(r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)[ \t]*[-–—:][ \t]+(?=[^\W\d])")
_LOG = re.compile(r"^[ \t]*0\d[0-5]\d[ \t]*[-–—:][ \t]", re.MULTILINE)
"""An hour before ten in four figures, which no year is: "0915 - "; then "1530 - " is an hour too."""
_HOURS, _MINUTES = 24, 60
_RULES = "=-"
_LONGEST_HEADING, _SHORT_HEADING = 80, 25
"""Code points of a line that a rule below it makes a heading: a rule of half its length; any rule."""
_QUOTED = re.compile(r"(?:>[ \t]*)+")
_BREAK = re.compile(r"(?:[*_=~•·#—–-][ \t]*){3,}")
_RULE = re.compile(r"\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?")
"""The line below the head of a Markdown table."""
_GAP = re.compile(r"[ ]*\t[ ]*|[ ]{3,}")
"""Between two cells of a row that is no more than a line."""
_FEWEST = 2
"""Bars of a row of a Markdown table."""
_PLACED = re.compile(
    rf"(?:[A-Z][A-Z'’.-]+(?:[ ,/]+[A-Z][A-Z'’.-]+){{0,3}}\s*(?:\([^()\n]{{1,30}}\))?"
    rf"|[^\W\d_a-zA-Z][^\W\d_a-zA-Z ]{{1,24}}\([^()\n]{{1,30}}\))\s*[{DASHES}]+\s"
)
"""A place in capitals, or one of a script without them with an agency, and a dash."""
_FLAT = frozenset({BlockRole.MESSAGE, BlockRole.QUOTATION})
"""Roles of blocks that hold lines of other roles."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report, which is one block."""

    span: Span
    """Without the blanks around it."""
    body: Span
    """Its words, without the mark of an item or a heading before them."""
    role: BlockRole
    level: int = 0
    """Of a heading, 1 the highest; of an item, the blanks before it."""
    cells: tuple[Cell, ...] = ()
    moment: str = ""
    """Of a row, the day that its file gives it."""
    quoted: bool = False
    """Set off as the words of another: "> On Friday …"."""
    speaker: Span | None = None
    """Who says what follows on it, where its head tells that: "Judge:"."""
    field: str = ""
    """Of a line of a record, what it holds: `when`, `where`, `what`, `source`, `other`; empty for any other line."""
    timed: bool = False
    """It begins with an hour, as the entries of a log do."""
    placed: bool = False
    """It begins as a dateline does, and with no day: "HALEM – ", «حلب (وكالة) - »."""


def lines(text: str, blocks: Sequence[Block], dated: Set[int]) -> tuple[Line, ...]:
    """Every line that holds more than white space, in order.

    Args:
        dated: where dates begin; "12. February" is no twelfth item.
    """
    inner = [block for block in blocks if block.role not in _FLAT]
    found: list[Line] = []
    at = 0
    for span in paragraphs(text):
        while at < len(inner) and inner[at].span.end <= span.start:
            at += 1
        block = inner[at] if at < len(inner) and inner[at].span.start < span.end else None
        found.append(_given(text, span, block) if block is not None else _line(text, span, dated))
    return tuple(_tables(text, [*_underlined(text, found)]))


def _underlined(text: str, found: Sequence[Line]) -> Iterator[Line]:
    """The lines, those right above a rule as headings, as Markdown has them: «آذار 2021» above «------»."""
    ruled = {number for number in range(1, len(found)) if _is_rule(text, found[number - 1], found[number])}
    for number, line in enumerate(found):
        if number in ruled:
            yield replace(line, role=BlockRole.HEADING)
        elif number + 1 in ruled:
            level = 1 if found[number + 1].body.of(text).startswith("=") else 2
            yield replace(line, role=BlockRole.HEADING, level=level)
        else:
            yield line


def _is_rule(text: str, above: Line, line: Line) -> bool:
    """True for a rule with no empty line above it, below a short line that is no sentence."""
    if line.role is not BlockRole.BREAK or above.role is not BlockRole.PARAGRAPH or len(above.body) > _LONGEST_HEADING:
        return False
    said, between = line.body.of(text), text[above.span.end : line.span.start]
    underlines = len(set(said)) == 1 and said[0] in _RULES and between.count("\n") == 1
    long = len(said) * 2 >= len(above.body) or len(above.body) <= _SHORT_HEADING
    return underlines and long and above.body.of(text)[-1] not in STOPS


def _given(text: str, span: Span, block: Block) -> Line:
    body = Span(_seen(text, span), span.end)
    moment = block.stamp.moment if block.stamp is not None else ""
    return Line(span, body, block.role, block.level, block.cells, moment, placed=_is_placed(text, body))


def _is_placed(text: str, body: Span) -> bool:
    return _PLACED.match(text, body.start, body.end) is not None


def _line(text: str, span: Span, dated: Set[int]) -> Line:
    start = _seen(text, span)
    if _BREAK.fullmatch(text, start, span.end):
        return Line(span, Span(start, span.end), BlockRole.BREAK)
    if heading := _HEADING.match(text, start, span.end):
        return Line(span, Span(heading.end(), span.end), BlockRole.HEADING, len(heading[1]))
    item = _ITEM.match(text, start, span.end)
    if item and dated.isdisjoint(range(start, item.end())):
        indent = span.start - text.rfind("\n", 0, span.start) - 1
        return Line(span, Span(item.end(), span.end), BlockRole.ITEM, indent)
    quoted = _QUOTED.match(text, start, span.end)
    before = quoted or _hour(text, start, span.end)
    body = Span(before.end() if before else start, span.end)
    timed = before is not None and quoted is None
    placed = _is_placed(text, body)
    return Line(span, body, BlockRole.PARAGRAPH, quoted=quoted is not None, timed=timed, placed=placed)


def _hour(text: str, start: int, end: int) -> re.Match[str] | None:
    """The hour that a line begins with; "30:15" is none."""
    hour = _HOUR.match(text, start, end) or _SET_OFF.match(text, start, end)
    hour = hour or (_FOUR.match(text, start, end) if _is_log(text) else None)
    return hour if hour is not None and int(hour["hour"]) < _HOURS and int(hour["minute"]) < _MINUTES else None


@lru_cache(maxsize=2)
def _is_log(text: str) -> bool:
    return _LOG.search(text) is not None


def _seen(text: str, span: Span) -> int:
    """Where the first mark stands that is seen."""
    found = _UNSEEN.match(text, span.start, span.end)
    return found.end() if found else span.start


def _tables(text: str, found: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of tables as rows: of Markdown, or with tabs between their cells, as spreadsheets copy them.

    The row above a rule holds the names of the columns.
    """
    columns: tuple[str, ...] | None = None
    for place, line in enumerate(found):
        said = line.body.of(text)
        if line.cells or said.count("|") < _FEWEST:
            columns = None
            yield _tabbed(text, line, found[max(place - 1, 0) : place + 2])
        elif _RULE.fullmatch(said):
            yield replace(line, role=BlockRole.BREAK if columns is None else BlockRole.ROW)
        elif place + 1 < len(found) and _RULE.fullmatch(found[place + 1].body.of(text)):
            cells = _cells(text, line.body, ())
            columns = tuple(cell.span.of(text) for cell in cells)
            yield replace(line, role=BlockRole.HEADING, level=0, cells=cells)
        elif columns is not None or said.startswith("|") or _barred(text, line, found[max(place - 1, 0) : place + 2]):
            yield replace(line, role=BlockRole.ROW, cells=_cells(text, line.body, columns or ()))
        else:
            yield line


def _barred(text: str, line: Line, near: Sequence[Line]) -> bool:
    """True for a line with bars and no table around it, where the line above or below it has as many."""
    bars = line.body.of(text).count("|")
    return line.role is BlockRole.PARAGRAPH and sum(other.span.of(text).count("|") == bars for other in near) >= _FEWEST


def _tabbed(text: str, line: Line, near: Sequence[Line]) -> Line:
    """A line with tabs, or columns of blanks, as a row, where the line above or below it has as many."""
    if line.cells or line.role is not BlockRole.PARAGRAPH:
        return line
    gaps = [*_GAP.finditer(text, line.body.start, line.body.end)]
    if not gaps or sum(_columns(text, other) == _columns(text, line) for other in near) < _FEWEST:
        return line
    edges = [line.body.start, *(edge for gap in gaps for edge in gap.span()), line.body.end]
    cells = tuple(Cell(trim(text, Span(start, end))) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return replace(line, role=BlockRole.ROW, cells=cells)


def _columns(text: str, line: Line) -> list[int]:
    """Where on the line its cells begin; of those that tabs part, only that they do."""
    gaps = _GAP.finditer(text, line.body.start, line.body.end)
    return [0 if "\t" in gap[0] else gap.end() - line.span.start for gap in gaps]


def _cells(text: str, body: Span, columns: Sequence[str]) -> tuple[Cell, ...]:
    start = body.start + (text[body.start] == "|")
    cells: list[Cell] = []
    while start < body.end:
        bar = text.find("|", start, body.end)
        end = body.end if bar < 0 else bar
        column = columns[len(cells)] if len(cells) < len(columns) else ""
        cells.append(Cell(trim(text, Span(start, end)), column))
        start = end + 1
    return tuple(cells)
