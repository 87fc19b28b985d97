"""Rows of a list as a document: CSV, JSON or JSON lines, with the fields of their class as columns and keys."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from timeline_core.export.plain_json import dumps

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMATS = ("table", "csv", "json", "jsonl")
"""`table` is lines for people, which each list draws itself."""
_BETWEEN = " | "
"""Stands between the values of one cell."""


def document(rows: Iterable[DataclassInstance], kind: type[DataclassInstance], format: str, name: str) -> str:
    """The rows as `csv`, `json` or `jsonl`.

    Args:
        kind: the class of the rows, which gives CSV its head where there is no row.
        name: what the rows are, in the plural; the key of the list in JSON.
    """
    if format == "csv":
        return _csv(rows, kind)
    if format == "jsonl":
        return "".join(dumps(asdict(row)) + "\n" for row in rows)
    return dumps({"format": f"waqai-{name}/1", name: [asdict(row) for row in rows]}, indent=1) + "\n"


def _csv(rows: Iterable[DataclassInstance], kind: type[DataclassInstance]) -> str:
    from timeline_core.export.formats.csv_table import cell

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(field.name for field in fields(kind))
    for row in rows:
        values = (_BETWEEN.join(value) if isinstance(value, tuple) else str(value) for value in asdict(row).values())
        writer.writerow(map(cell, values))
    return file.getvalue()
