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
from timeline_core.model.when import When
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.outline.yearless import value

WHEN, WHAT, TITLE, REMARK = "when", "what", "title", "remark"
_LOOSE = 12
"""Code points beside a day in its cell: the hour, a mark."""


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
            return Head(HeadKind.ROW, Span(line.span.start, line.span.start), at, value(mentions[place].meaning), place)
    return None


def _stated(line: Line, words: OutlineWords) -> Head | None:
    """The head of a row whose file gives its day."""
    try:
        when = When(line.moment)
    except EdtfError:
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
