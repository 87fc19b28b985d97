"""Tables of spreadsheets: `.xlsx` by openpyxl; the rows of a sheet are read as those of a table in text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice

from store.intake import reports as made
from store.intake.documents import packed
from store.intake.found import Item, Reader, Source
from store.intake.guard import extra, parsing
from store.intake.pages.structure import LONGEST_MERGED
from store.intake.result import Notice, Refused
from store.intake.tables import table

_WHAT, _SAVE = "an Excel table", "open it in a spreadsheet and save it anew, or save it as .csv"
_LARGE = 5_000_000
"""Bytes of a book from which on it is read row by row, and which of its cells are merged is not known."""
_ROWS, _CELLS = 1_000_000, 2_000
"""Rows of a sheet, and cells of a row: as many as Excel has, and more than anybody needs."""


def read(source: Source, _: Reader) -> Iterator[Item]:
    """The reports of every sheet that has columns for them.

    Raises:
        Refused: it is broken, a bomb, or no sheet is a table of reports.
    """
    yield from reports(source, tables(source))


def tables(source: Source) -> list[list[list[str]]]:
    """The cells of every sheet, as a person reads them.

    Raises:
        Refused: it is broken, or a bomb.
    """
    with extra("files", _WHAT):
        import openpyxl
    with packed.opened(source.content, _WHAT, _SAVE):
        pass
    with parsing(_WHAT, _SAVE):
        large = len(source.content) > _LARGE
        book = openpyxl.load_workbook(BytesIO(source.content), read_only=large, data_only=True)
        found = [list(_rows(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
        if not large:
            for sheet, rows in zip(book.worksheets, found, strict=True):
                _repeat_merged(rows, (range_.bounds for range_ in sheet.merged_cells.ranges))
        book.close()
    return found


def _repeat_merged(rows: Sequence[list[str]], ranges: Iterable[tuple[int, int, int, int]]) -> None:
    """Put the words of a cell that covers several rows into each of them.

    Args:
        ranges: first column, first row, last column, last row, counted from 1.
    """
    for column, first, _, last in ranges:
        said = rows[first - 1][column - 1] if first <= len(rows) and column <= len(rows[first - 1]) else ""
        if len(said) > LONGEST_MERGED:
            continue
        for row in rows[first : min(last, len(rows))]:
            if any(row):
                row += [""] * (column - len(row))
                row[column - 1] = said


def _rows(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    for row in islice(rows, _ROWS):
        cells = [_cell(value) for value in row[:_CELLS]]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _cell(value: object) -> str:
    """A cell as a person reads it; a moment at midnight is a day."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def reports(source: Source, sheets: Iterable[Iterable[Sequence[str]]]) -> Iterator[Item]:
    """The reports of the sheets; one that is no table of reports is told only where another is.

    Raises:
        Refused: none is.
    """
    refusals: list[Refused] = []
    any_table = False
    for number, rows in enumerate(sheets, 1):
        text = _written(rows)
        if not text.strip():
            continue
        try:
            yield from made.of(source, table.rows(text, ".tsv", source.columns), by_address=True)
            any_table = True
        except Refused as refusal:
            refusals.append(Refused(f"sheet {number} {refusal.reason}", refusal.remedy))
    if not any_table:
        raise refusals[0] if len(refusals) > 1 else Refused(*_plain(refusals))
    for other in refusals:
        yield Notice(source.path, f"{other.reason}; it is passed over")


def _plain(refusals: Sequence[Refused]) -> tuple[str, str]:
    """What to tell where no sheet of a book could be read."""
    if not refusals:
        return "is a table without rows", "put reports into it"
    return refusals[0].reason.removeprefix("sheet 1 "), refusals[0].remedy


def _written(rows: Iterable[Sequence[str]]) -> str:
    """The rows as text with tabs; empty rows stay, so that rows are counted as the spreadsheet counts them."""
    file = StringIO()
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    empty = 0
    for row in rows:
        if not any(row):
            empty += 1
            continue
        writer.writerows([[""]] * empty)
        empty = 0
        writer.writerow(row)
    return file.getvalue()
