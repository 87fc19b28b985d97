"""`waqai matrix ROW COLUMN [QUERY]`: who when, who where, who with whom, as counts of events."""

from __future__ import annotations

import csv
import io
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_core.export.plain_json import dumps
from tui.commands.shared.arguments import query_and_source
from tui.commands.shared.context import Context, counted
from tui.commands.shared.select import Selected, select
from tui.commands.shared.terminal import isolated, put_lines

if TYPE_CHECKING:
    from timeline_core.view.matrix import Matrix

_FIELDS = ("actor", "agent", "patient", "speaker", "place", "kind", "day", "month", "year")
_MOST = 12
"""Rows and columns of a table, where nothing else is asked for."""
_NOTHING = "·"


def configure(parser: ArgumentParser) -> None:
    """Two fields, QUERY, reports, form."""
    parser.add_argument("row", choices=_FIELDS, metavar="ROW", help=", ".join(_FIELDS))
    parser.add_argument(
        "column", choices=_FIELDS, metavar="COLUMN", help="the same; actor actor: who appears with whom"
    )
    query_and_source(parser)
    parser.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="table (the default), csv, json"
    )
    parser.add_argument(
        "--top", type=int, default=_MOST, metavar="N", help=f"rows and columns of a table (else {_MOST})"
    )


def run(options: Namespace, context: Context) -> int:
    """What has no value in one of the fields is told, and so is what a table has no room for."""
    from timeline_core.view.matrix import Field, matrix

    chosen = select(options, context)
    events = (*chosen.timeline.events, *chosen.timeline.undated)
    names = chosen.timeline.names
    found = matrix(events, Field(options.row), Field(options.column), names.around, names.is_unnamed)
    if options.format == "table":
        put_lines(_table(found, chosen, max(options.top, 1), context), context)
    elif options.format == "csv":
        context.write(_csv(found, chosen))
    else:
        context.write(_json(found, options, chosen))
    if found.left_out:
        told = counted(found.left_out, "event")
        context.tell(f"{told} without {options.row} or {options.column} is in no cell")
    return chosen.code


def _name(id: str, chosen: Selected) -> str:
    names = chosen.timeline.names
    return names[id].name("en", short=True) if id in names else id


def _table(found: Matrix, chosen: Selected, most: int, context: Context) -> Iterator[str]:
    """A line a row; the columns of most events, those of dates the latest."""
    from rich.cells import cell_len

    columns = _shown(found.columns, most)
    rows = _shown(found.rows, most)
    heads = [_name(id, chosen) for id in columns]
    wide = max((cell_len(_name(id, chosen)) for id in rows), default=0)
    yield "  ".join([" " * wide, *(isolated(head, context) for head in heads), "events"]).rstrip()
    for id in rows:
        name = _name(id, chosen)
        cells = [
            f"{found.counts.get((id, column), 0) or _NOTHING:>{cell_len(head)}}"
            for column, head in zip(columns, heads, strict=True)
        ]
        total = f"{found.totals[id]:>6}"
        yield "  ".join([isolated(name, context) + " " * (wide - cell_len(name)), *cells, total])
    for what, every, some in (("row", found.rows, rows), ("column", found.columns, columns)):
        if more := len(every) - len(some):
            yield f"({counted(more, f'further {what}')}; --top N, or --format csv)"


def _shown(ids: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first; of dates, which ascend, the last."""
    return ids[-most:] if ids and ids[0][:1].isdigit() else ids[:most]


def _csv(found: Matrix, chosen: Selected) -> str:
    from timeline_core.export.formats.csv_table import cell

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["id", "name", *(cell(_name(id, chosen)) for id in found.columns), "events"])
    for id in found.rows:
        counts = [found.counts.get((id, column), 0) for column in found.columns]
        writer.writerow([cell(id), cell(_name(id, chosen)), *counts, found.totals[id]])
    return file.getvalue()


def _json(found: Matrix, options: Namespace, chosen: Selected) -> str:
    cells = [
        {"row": row, "column": column, "events": found.counts[row, column]}
        for row in found.rows
        for column in found.columns
        if (row, column) in found.counts
    ]
    names = {id: _name(id, chosen) for id in (*found.rows, *found.columns) if id in chosen.timeline.names}
    whole = {"format": "waqai-matrix/1", "row": options.row, "column": options.column, "query": chosen.query}
    return dumps({**whole, "names": names, "cells": cells, "without": found.left_out}, indent=1) + "\n"
