"""Prints the decision log: who decided what and when, as lines or as data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from timeline_core.export.formats.csv_table import cell
from timeline_core.export.plain_json import dumps
from timeline_core.model.decision import Act, Decision
from tui.commands.shared.context import counted

_CLEARED = (Act.DATE, Act.TITLE, Act.KIND)
COLUMNS = ("at", "who", "act", "values", "events", "title", "state", "undoes", "id")


def said(one: Decision, known: Mapping[str, Decision] | None = None) -> str:
    """The act with its values, as «date 2023-02-10 (10 شباط)»; of an undo, what it takes back or does again."""
    back = ""
    while known is not None and one.undoes in known:
        one, back = known[one.undoes], "redo of " if back == "undo of " else "undo of "
    if one.act is Act.ABOUT and len(one.values) > 3:
        _, name, value, id = one.values[:4]
        return f"{back}set {id} {name}={value}"
    if one.act is Act.REMOVE and len(one.values) > 1:
        return f"{back}remove {one.values[1]}"
    if one.act is Act.GAZETTEER and len(one.values) > 4:
        category, name, origin, licence, *rows = one.values
        return f"{back}import {counted(len(rows), category)} of {name} ({origin}; {licence})"
    if one.act is Act.OTHER and len(one.values) > 2:
        return f"{back}other {one.values[0]}, {one.values[1]} in {counted(len(one.values) - 2, 'report')}"
    if one.act is Act.NEW and len(one.values) > 2:
        title, edtf, typed = one.values[:3]
        return f"{back}new {edtf or 'undated'}{f' ({typed})' if typed else ''} «{title}»"
    first, *rest = one.values or ("",)
    values = f"{first} ({', '.join(rest)})" if one.act is Act.DATE and first else ", ".join(one.values)
    machine = one.cleared or (one.act in _CLEARED and not first)
    return f"{back}{one.act} {'as the machine has it' if machine else values}".rstrip()


def table(log: Iterable[Decision]) -> Iterator[str]:
    """A line an act, the earliest first."""
    log = sorted(log, key=lambda one: one.order)
    rows = list(_rows(log))
    wide = max((len(row["who"]) for row in rows), default=0)
    known = {one.id: one for one in log}
    for row, one in zip(rows, log, strict=True):
        what = said(one, known)
        state = "" if row["state"] == "holds" else "  [undone]"
        events = f"  {row['events']} {row['title']}".rstrip() if row["events"] else ""
        yield f"{one.at}  {one.who:<{wide}}  {what}{events}{state}"


def document(log: Iterable[Decision], format: str) -> str:
    """As `csv`, `json`, `jsonl`, or the lines of the table."""
    log = sorted(log, key=lambda one: one.order)
    if format == "table":
        return "".join(f"{line}\n" for line in table(log))
    if format == "csv":
        return _csv(_rows(log))
    objects = [_object(row, one) for row, one in zip(_rows(log), log, strict=True)]
    if format == "jsonl":
        return "".join(dumps(one) + "\n" for one in objects)
    return dumps({"format": "waqai-log/1", "decisions": objects}, indent=1) + "\n"


def _rows(log: Iterable[Decision]) -> Iterator[dict[str, str]]:
    ordered = list(log)
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.id not in undone:
            undone.add(one.undoes)
    for one in ordered:
        yield {
            "at": one.at,
            "who": one.who,
            "act": one.act.value,
            "values": " | ".join(one.values[:4] if one.act is Act.GAZETTEER else one.values),
            "events": " ".join(target.event for target in one.targets),
            "title": " | ".join(target.title for target in one.targets),
            "state": "undone" if one.id in undone else "holds",
            "undoes": one.undoes,
            "id": one.id,
        }


def _object(row: dict[str, str], one: Decision) -> dict[str, object]:
    from store.decisions import acts

    return {**acts.document(one), "state": row["state"]}


def _csv(rows: Iterable[dict[str, str]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([cell(row[name]) for name in COLUMNS])
    return file.getvalue()
