"""Rows of a table: which cell holds the day, and which cells tell what happened on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_core.errors import EdtfError
from timeline_core.lexicon.outline_words import OutlineWords
from timeline_core.model.block import BlockRole, Cell
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When
from timeline_core.outline.figures_order import as_stated
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.heads.years import years_of
from timeline_core.outline.lines import Line
from timeline_core.outline.yearless import in_year, says_no_year, value

WHEN, WHAT, TITLE, REMARK = "when", "what", "title", "remark"
_LOOSE = 12
"""Code points beside a day in its cell: the hour, a mark."""
_TELLING = 3
"""Words of a cell that tells what happened in a year, at least."""
_BESIDE = frozenset({"source", "where"})


def row_of(line: Line, mentions: Sequence[Mention], first: int, words: OutlineWords) -> Head | None:
    """The head of a row: the cell that is nothing but a day, in the column of days where there is one."""
    if line.role is not BlockRole.ROW:
        return None
    if line.moment:
        return _stated(line, words)
    end = bisect_left(mentions, line.span.end, first, key=lambda mention: mention.span.start)
    inside = [place for place in range(first, end) if _fills(mentions[place].span, line)]
    named = [cell for cell in line.cells if holds(cell, words) == WHEN]
    for place in inside:
        at = mentions[place].span
        if not named or any(cell.span.covers(at) for cell in named):
            if (when := _year_first(line, mentions[place : place + 2])) is not None:
                cell = next(cell.span for cell in line.cells if cell.span.covers(at))
                return Head(HeadKind.ROW, Span(line.span.start, line.span.start), cell, when)
            return Head(HeadKind.ROW, Span(line.span.start, line.span.start), at, value(mentions[place].meaning), place)
    return None


def _year_first(line: Line, two: Sequence[Mention]) -> When | None:
    """The month or day of a cell that says its year before it: "2012, July"."""
    if len(two) == 1 or not any(all(cell.span.covers(one.span) for one in two) for cell in line.cells):
        return None
    [first, second] = two
    year = value(first.meaning)
    if year is None or year.precision is not Precision.YEAR or year.first is None or not says_no_year(second.meaning):
        return None
    return value(in_year(second, year.first.year).meaning)


def of_year(text: str, line: Line, words: OutlineWords) -> Head | None:
    """The head of a row whose first cell is nothing but a year or several, beside one that tells: "1956 | Mill opens".

    What has more cells may be the list of somebody's films or prizes.
    """
    cells = [cell for cell in line.cells if len(cell.span) and holds(cell, words) not in _BESIDE]
    if line.role is not BlockRole.ROW or len(cells) != len((WHEN, WHAT)):
        return None
    year, told = (cell.span.of(text) for cell in cells)
    when = years_of(year) if len(told.split()) >= _TELLING else None
    start = Span(line.span.start, line.span.start)
    return None if when is None else Head(HeadKind.ROW, start, cells[0].span, when)


def with_stated(found: Sequence[Line], mentions: Sequence[Mention], words: OutlineWords) -> list[Mention]:
    """The mentions, those in the cell of the day read as the file reads that: «02/03/2019» of March in all rows."""
    read, starts = [*mentions], [mention.span.start for mention in mentions]
    for line in found:
        when = _moment(line) if line.moment else None
        for cell in line.cells if when is not None else ():
            first, end = bisect_left(starts, cell.span.start), bisect_left(starts, cell.span.end)
            if when is not None and holds(cell, words) == WHEN:
                read[first:end] = [as_stated(mention, when) for mention in read[first:end]]
    return read


def _moment(line: Line) -> When | None:
    try:
        return When(line.moment)
    except EdtfError:
        return None


def _stated(line: Line, words: OutlineWords) -> Head | None:
    """The head of a row whose file gives its day."""
    when = _moment(line)
    if when is None:
        return None
    cell = next(
        (cell.span for cell in line.cells if holds(cell, words) == WHEN), Span(line.span.start, line.span.start)
    )
    return Head(HeadKind.ROW, Span(line.span.start, line.span.start), cell, when)


def with_columns(text: str, found: Sequence[Line], words: OutlineWords) -> Iterator[Line]:
    """The lines, the first row of a table that names its columns as a heading, and its names with the rows below it."""
    names: tuple[str, ...] = ()
    inside = False
    for line in found:
        if line.role is not BlockRole.ROW or not line.cells:
            names, inside = (), line.role is BlockRole.HEADING and bool(line.cells)
            yield line
            continue
        said = tuple(cell.span.of(text) for cell in line.cells)
        if not inside and any(map(words.holds, said)) and not any(cell.column for cell in line.cells):
            names = said
            yield replace(line, role=BlockRole.HEADING, level=0)
        elif len(names) == len(said):
            cells = tuple(replace(cell, column=name) for cell, name in zip(line.cells, names, strict=True))
            yield replace(line, cells=cells)
        else:
            yield line
        inside = True


def holds(cell: Cell, words: OutlineWords) -> str:
    """What a cell holds, by what is said of it or by the head of its column."""
    return cell.holds or words.holds(cell.column)


def telling(text: str, line: Line, head: Head | None, words: OutlineWords) -> tuple[Span, ...]:
    """The cells that tell what happened: those named so, else all that hold neither day, place nor source.

    Of a row with a day, of which nobody says what its cells hold, the longest tells; the others are a place, a source.
    """
    others = [cell for cell in line.cells if len(cell.span) and not (head and cell.span.covers(head.date))]
    named = [cell for cell in others if holds(cell, words) == WHAT] or [
        cell for cell in others if holds(cell, words) in ("", TITLE)
    ]
    if not any(any(map(str.isalpha, cell.span.of(text))) for cell in named):
        named += [cell for cell in others if holds(cell, words) == REMARK]
    if head is not None and named and not any(holds(cell, words) == WHAT for cell in named):
        named = [max(named, key=lambda cell: len(cell.span))]
    return tuple(cell.span for cell in named)


def _fills(at: Span, line: Line) -> bool:
    """True for a date that is all of its cell, or nearly."""
    cell = next((cell.span for cell in line.cells if cell.span.covers(at)), None)
    return cell is not None and len(cell) <= len(at) + _LOOSE
