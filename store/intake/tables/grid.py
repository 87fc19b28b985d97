"""The rows of tables on a page that is given line by line as it is seen: cells stand apart by more than a blank.

What stands side by side in a table would else be read as one sentence, and the end of a row with the head of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_FINE = re.compile(r"\S+(?: \S+)*")
"""The same where rows stand apart: columns that hold through all of them show that two blanks part cells."""
_DAY = re.compile(r"\d.*[^\W\d]|[^\W\d].*\d|\d[/.-]\d")
"""Figures and letters, or figures parted by a mark: what a day is written in."""
_FEWEST = 2
_PROSE = 22
"""Letters of the lines of a column, on average; of a table at least one column has less."""
NEXT = "\n"
"""Between the lines of a cell."""
_SURE = 3
"""Cells from which on two lines are rows wherever on the page their cells stand."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line that stand apart from the others, and where."""

    start: int
    end: int
    words: str

    def meets(self, other: Cell) -> bool:
        """True where the two stand above one another."""
        return self.start < other.end and other.start < self.end


Row = tuple[Cell, ...]


def parted(lines: Sequence[str]) -> Iterator[str | tuple[str, ...]]:
    """The lines in order; of each row of a table its cells, from the left of the page to its right.

    Empty lines part the rows of a table whose cells have several lines, and are left out. So parted are the lines of
    such a cell: by `NEXT`.
    """
    blocks = [[*run] for empty, run in groupby(lines, lambda line: not line.strip()) if not empty]
    loose: list[str] = []
    at = 0
    while at < len(blocks):
        rows, end = _set_apart(blocks, at)
        if rows:
            yield from _close(loose)
            loose = []
            yield from (tuple(cell.words for cell in row) for row in rows)
        else:
            loose += blocks[at]
        at = end
    yield from _close(loose)


def _set_apart(blocks: Sequence[Sequence[str]], start: int) -> tuple[list[Row], int]:
    """The rows of a table of which each row is a block, none for no table; and the number of the block behind it."""
    columns: list[Cell] = []
    rows: list[Row] = []
    for number in range(start, len(blocks)):
        cells = [cell for line in blocks[number] for cell in _cells(line, _FINE)]
        wider = _columns([*columns, *cells])
        if len(wider) < _SURE or (columns and len(wider) != len(columns)):
            break
        if sum(any(cell.meets(column) for cell in cells) for column in wider) < _FEWEST:
            break
        columns = wider
        rows.append(tuple(cells))
    tall = any(len(block) > 1 for block in blocks[start : start + len(rows)])
    found = [tuple(_told(column, row) for column in columns) for row in rows]
    if len(rows) < _FEWEST or not tall or not _is_table(found):
        return [], start + 1
    return found, start + len(rows)


def _columns(cells: Sequence[Cell]) -> list[Cell]:
    """The strips of the page in which cells stand above one another."""
    found: list[Cell] = []
    for cell in sorted(cells, key=lambda one: one.start):
        if found and cell.start < found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, cell.end))
        else:
            found.append(replace(cell, words=""))
    return found


def _told(column: Cell, cells: Sequence[Cell]) -> Cell:
    """What a row has in a column, line by line."""
    return replace(column, words=NEXT.join(cell.words for cell in cells if cell.meets(column)))


def _close(lines: Sequence[str]) -> Iterator[str | tuple[str, ...]]:
    """The lines of which nothing but their cells shows that they are rows."""
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        rows = _rows(lines[at:end])
        if rows is None:
            yield lines[at]
            at += 1
        else:
            yield from (tuple(cell.words for cell in row) for row in rows)
            at = end


def _cells(line: str, parting: re.Pattern[str] = _CELL) -> Row:
    return tuple(Cell(found.start(), found.end(), found[0]) for found in parting.finditer(line))


def _end(lines: Sequence[str], start: int) -> int:
    """Where the table ends that may begin at a line: behind the last line with as many cells as it."""
    count = len(_cells(lines[start]))
    end = start + 1
    for at in range(start + 1, len(lines)):
        found = len(_cells(lines[at]))
        if found == count:
            end = at + 1
        elif not 0 < found < count:
            break
    return end


def _rows(lines: Sequence[str]) -> list[Row] | None:
    """The rows of a table; None where the lines are none."""
    parts = [_cells(line) for line in lines]
    whole = [row for row in parts if len(row) == len(parts[0])]
    count = len(parts[0])
    if count < _FEWEST or len(whole) < _FEWEST or not _is_table(whole):
        return None
    if count < _SURE and not all(
        one.meets(other) for row in whole[1:] for one, other in zip(whole[0], row, strict=True)
    ):
        return None
    return _joined(parts, count)


def _is_table(rows: Sequence[Row]) -> bool:
    """True where a narrow column holds days: columns of prose are not narrow, and the numbers of paragraphs no days."""
    columns = [[row[place].words for row in rows] for place in range(len(rows[0]))]
    narrow = (column for column in columns if sum(map(len, column)) < _PROSE * len(rows))
    return any(2 * sum(_DAY.search(said) is not None for said in column) >= len(rows) for column in narrow)


def _joined(parts: Sequence[Row], count: int) -> list[Row]:
    """The rows, lines with fewer cells put into those of the row above that they stand below.

    Where such a line stands right below the first row, cells may be set about their middle, and it may belong to the
    row below: then it stays apart.
    """
    safe = len(parts) < _FEWEST or len(parts[1]) == count
    rows: list[Row] = []
    for row in parts:
        if len(row) == count or not safe or not rows or not all(any(c.meets(up) for up in rows[-1]) for c in row):
            rows.append(row)
            continue
        above = rows[-1]
        for cell in row:
            above = tuple(replace(up, words=f"{up.words}{NEXT}{cell.words}") if cell.meets(up) else up for up in above)
        rows[-1] = above
    return rows
