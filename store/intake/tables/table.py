"""A table of reports (CSV, TSV): the first row names the columns, each row below is a report."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count, islice

from store.intake import known, metadata
from store.intake.chats.message import Passed
from store.intake.found import Columns
from store.intake.objects import records
from store.intake.objects.records import Record
from store.intake.result import REPORT_LIMIT, Refused
from store.intake.tables import happenings
from store.intake.tables.guessed import Guess, guess

_Table = Iterator[list[str]]
_DELIMITERS = ",;\t|"
_SEPARATED = re.compile(r"\A\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)
"""The line by which Excel tells what parts the columns."""
_TITLES = 10
"""Rows among which the names of the columns stand."""
_LOOKED_AT = 200
"""Rows by which a table is known whose heads are not."""
_CUT = "mend the table, or save it as .jsonl"


def rows(text: str, suffix: str, columns: Columns) -> Iterator[tuple[str, Record | Passed | Refused]]:
    """Each row with its name for a person («row 3», as a spreadsheet counts).

    Raises:
        Refused: no row names the columns, or none of them holds the text.
    """
    csv.field_size_limit(2 * REPORT_LIMIT)
    planned = happenings.plan(_names(text, suffix), columns)
    if planned is not None:
        yield from _happenings(planned, _numbered(text, suffix))
        return
    guessed = None if columns else _guessed(text, suffix)
    if guessed is not None:
        yield from _happenings(guessed.plan, _numbered(text, suffix, headless=guessed.headless), guessed.notice)
        return
    table = _reader(text, suffix)
    names = _heading(table, columns)
    dated = _dated(text, suffix, names, columns)
    for where, row in _rows(table, 2):
        if isinstance(row, Refused):
            yield where, row
        else:
            values = _by_name(names, row)
            yield where, _not_archived(values) or dated(records.record(values, columns))


def _guessed(text: str, suffix: str) -> Guess | None:
    """How to read a table of which no head says what its rows tell."""
    names = _names(text, suffix)
    if known.chosen(names, "text"):
        return None
    below = (row for _, row in _numbered(text, suffix) if isinstance(row, list))
    return guess(names, [*islice(below, _LOOKED_AT)])


def _not_archived(values: Mapping[str, object]) -> Passed | None:
    """A row of auto-archiver of which nothing could be kept."""
    status = next((value for name, value in values.items() if known.plain(name) == "archive_status"), None)
    failed = isinstance(status, str) and "success" not in status and not _says(values)
    return Passed("not archived") if failed else None


def _says(values: Mapping[str, object]) -> bool:
    return any(str(values[name] or "").strip() for name in known.chosen(values, "text"))


def _names(text: str, suffix: str) -> list[str]:
    """The row that names the columns; empty where there is none."""
    try:
        row = next((row for row in _reader(text, suffix) if any(cell.strip() for cell in row)), [])
    except csv.Error:
        return []
    return [name.strip() for name in row]


def _titles(table: _Table) -> int:
    """How many rows stand above that which names the columns: a title has a single cell, which is no such name."""
    passed = 0
    for number, row in enumerate(islice(table, _TITLES), 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) > 1:
            return passed
        if any(known.chosen(cells, field) for field in known.FIELDS):
            return 0
        passed = number
    return 0


def _numbered(text: str, suffix: str, *, headless: bool = False) -> Iterator[tuple[str, list[str] | Refused]]:
    """The rows below the names of the columns, or all where none names them, as a spreadsheet counts them."""
    rows = _rows(_reader(text, suffix), 1)
    head = None if headless else next(rows, None)
    if head is not None and isinstance(head[1], Refused):
        yield head
    yield from rows


def _rows(table: _Table, number: int) -> Iterator[tuple[str, list[str] | Refused]]:
    """The rows that hold something, each with its place; the first is the row `number`, as a spreadsheet counts."""
    for place in count(number):
        try:
            row = next(table, None)
        except csv.Error as error:
            yield f"row {place}", Refused(f"is broken ({error}); what follows it is not read", _CUT)
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield f"row {place}", row


def _happenings(
    planned: happenings.Plan, numbered: Iterable[tuple[str, list[str] | Refused]], taken: str = ""
) -> Iterator[tuple[str, Record | Refused]]:
    """A record a row that tells something; with the first, what is to be known of all of them.

    Args:
        taken: what is to be said of the columns.
    """
    given = [*numbered]
    planned = happenings.in_order(planned, [row for _, row in given if isinstance(row, list)])
    rows = [(place, row if isinstance(row, Refused) else happenings.happening(planned, row)) for place, row in given]
    notice = happenings.notice(planned, [one for _, one in rows if isinstance(one, happenings.Happening)])
    notice = "; ".join(filter(None, (notice, taken)))
    for place, one in rows:
        if isinstance(one, Refused):
            yield place, one
        elif one is not None:
            yield place, Record(one.text, one.fields, notice, blocks=one.blocks)
            notice = ""


def _reader(text: str, suffix: str) -> _Table:
    """The rows of the table; those above the names of the columns are empty, and so are those names where they stand
    again, as on each page of a long table.
    """
    titles = 0
    with suppress(csv.Error):
        titles = _titles(_read(text, suffix))
    heads: list[str] = []
    for number, row in enumerate(_read(text, suffix)):
        if number < titles or (len(heads) > 1 and row == heads):
            yield []
            continue
        if not heads and any(cell.strip() for cell in row):
            heads = row
        yield row


def _by_name(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells by the names of their columns; of two columns of one name the first that says something."""
    values: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        if not values.get(name, "").strip():
            values[name] = cell
    return values


def _read(text: str, suffix: str) -> _Table:
    return csv.reader(_lines(text), delimiter=_delimiter(text, suffix), strict=True)


def _dated(
    text: str, suffix: str, names: list[str], columns: Columns
) -> Callable[[Record | Passed | Refused], Record | Passed | Refused]:
    """Puts dates like 05/03/2024 in order, where other rows show which of the two is the day."""
    wanted = (dict(columns).get("published"),) if "published" in dict(columns) else known.chosen(names, "published")
    places = [place for place, name in enumerate(names) if name in wanted]
    values: list[str] = []
    with suppress(csv.Error):
        for row in _reader(text, suffix):
            values += (row[place] for place in places[:1] if place < len(row))
    first = metadata.day_first(values)

    def dated(found: Record | Passed | Refused) -> Record | Passed | Refused:
        if not isinstance(found, Record):
            return found
        given = found.fields["published"]
        said = metadata.in_order(given, first)
        if said == given or metadata.in_order(given, metadata.day_first([given])) != given:
            return found
        order = "day before month" if first else "month before day"
        notice = f"«{given}» is read as {said}: {order}, as other rows have it"
        return replace(found, fields={**found.fields, "published": said}, notice=notice)

    return dated


def _lines(text: str) -> Iterator[str]:
    text = _SEPARATED.sub("", text, count=1)
    yield from text.splitlines(keepends=True) if "\r" in text else (line + "\n" for line in text.split("\n"))


def _delimiter(text: str, suffix: str) -> str:
    """The sign that parts the cells: the tab of `.tsv`, else the one that is most frequent in the first row."""
    if suffix == ".tsv":
        return "\t"
    if said := _SEPARATED.match(text):
        return said[1]
    first = text.lstrip().split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)


def _heading(table: _Table, columns: Columns) -> list[str]:
    try:
        row = next((row for row in table if any(cell.strip() for cell in row)), [])
    except csv.Error as error:
        raise Refused(f"is no table ({error})", _CUT) from error
    names = [name.strip() for name in row]
    asked = dict(columns)
    if missing := [name for name in asked.values() if name not in names]:
        raise Refused(f"has no column «{missing[0]}» (it has {_listed(names)})", "name its columns: --map text=COLUMN")
    if "text" not in asked and not known.chosen(names, "text"):
        raise Refused(
            f"has no column «text» (it has {_listed(names)})", "name the one that holds it: --map text=COLUMN"
        )
    return names


def _listed(names: list[str]) -> str:
    shown = [f"«{name[:30]}»" for name in names if name][:8]
    return ", ".join(shown) or "none"
