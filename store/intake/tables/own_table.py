"""Waqai's own export for spreadsheets, come back: a row an event, told by its id. Other tables are none of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from store.intake import kinds
from store.intake.documents import opendocument, sheets
from store.intake.found import Source
from store.intake.result import ARRAY_LIMIT, Refused
from store.intake.text.decode import decode

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".ods"})
_PLAIN = frozenset({".csv", ".tsv"})
_BEGINNING = 2_000
_HEADS = frozenset(["id", "edtf", "kind", "title", "quotes", "status"])
"""Columns that no other table has all of."""


def rows(path: str) -> list[dict[str, str]] | None:
    """Its rows, column -> cell; None where the file is no such export, or cannot be read.

    What is wrong with a file is told by who reads it as reports.
    """
    suffix = PurePosixPath(path).suffix.lower()
    try:
        if suffix not in SUFFIXES or Path(path).stat().st_size > ARRAY_LIMIT:
            return None
        if suffix in _PLAIN and not _may_be_own(path):
            return None
        table = list(_cells(Source(path, Path(path).read_bytes(), suffix)))
    except (OSError, ValueError, Refused, csv.Error):
        return None
    heads = [cell.strip().lower() for cell in table[0]] if table else []
    if not set(heads) >= _HEADS:
        return None
    return [dict(zip(heads, [*row, *[""] * len(heads)], strict=False)) for row in table[1:] if any(row)]


def _may_be_own(path: str) -> bool:
    """Whether the beginning of a table in text names the column that no other has."""
    with Path(path).open("rb") as file:
        return b"edtf" in file.read(_BEGINNING).replace(b"\0", b"")


def _cells(source: Source) -> Iterator[Sequence[str]]:
    if source.suffix == ".xlsx":
        yield from _first(sheets.tables(source))
    elif source.suffix == ".ods":
        yield from _first(opendocument.tables(source))
    else:
        text = decode(source.content, limit=kinds.limit(source.suffix)).text
        delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
        yield from csv.reader(text.splitlines(keepends=True), delimiter=delimiter)


def _first(tables: Iterable[Iterable[Sequence[str]]]) -> Iterator[Sequence[str]]:
    """Of the sheet that stands first."""
    for table in tables:
        yield from table
        return
