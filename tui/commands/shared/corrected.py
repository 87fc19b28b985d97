"""A corrected export: turns the changes made in a spreadsheet into decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.errors import EdtfError
from timeline_core.model.decision import Act
from timeline_core.model.event import Event
from timeline_core.model.when import When, between, on
from tui.commands.shared.context import Context, counted
from tui.commands.shared.decision_words import DecideError, Table

if TYPE_CHECKING:
    from timeline_core.model.decision import Decision

Row = Mapping[str, str]
_STATUS = {"accepted": Act.ACCEPT, "rejected": Act.REJECT, "draft": Act.REOPEN, "edited": Act.REOPEN}
_TRUE = frozenset({"true", "1", "yes", "wahr", "vrai", "صحيح"})
"""As spreadsheets of several languages write it."""

_PARTED = re.compile(r"[\s,;،؛]+")
"""What stands between two tags, as people write lists."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A corrected file and its rows."""

    path: str
    rows: tuple[Row, ...]


def parted(paths: Sequence[str]) -> tuple[list[Sheet], list[str]]:
    """Split the paths into our own spreadsheet exports and all others."""
    from store.intake.tables import own_table

    sheets, others = [], []
    for path in paths:
        rows = own_table.rows(path) if Path(path).suffix.lower() in own_table.SUFFIXES else None
        if rows is None:
            others.append(path)
        else:
            sheets.append(Sheet(path, tuple(rows)))
    return sheets, others


def knows(sheet: Sheet, table: Table) -> bool:
    """True if any row is an event of this library; otherwise it is someone else's timeline."""
    return any(table.timeline.event(row.get("id", "")) is not None for row in sheet.rows)


def drafts(sheet: Sheet, table: Table, who: str, context: Context) -> list[Decision]:
    """Decisions for every cell that differs from the timeline; unreadable rows and cells are reported and skipped."""
    found: list[Decision] = []
    strange = 0
    for number, row in enumerate(sheet.rows, 2):
        event = table.timeline.event(row.get("id", "").strip())
        if event is None:
            strange += 1
            continue
        for act, words in _changes(event, row):
            try:
                found.append(table.draft(event, act, words, who))
            except DecideError as error:
                context.tell(f"{sheet.path}: row {number}: {error}; it is passed over")
    if strange:
        context.tell(f"{sheet.path}: {counted(strange, 'row')} of no event of this library; passed over")
    return found


def _changes(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    for change in (_date, _title, _kind, _status, _star, _tags, _note):
        yield from change(event, row)


def _date(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    """The column `edtf`; where that is as it was, `first` and `last`, which people correct too.

    A sheet that is taken in again still has the first and last day of before the correction: they say nothing new.
    """
    is_now = event.when.edtf if event.when else ""
    said = _when(row.get("edtf", ""))
    if said != is_now and (said or not event.when):
        yield Act.DATE, [said]
        return
    days = tuple(_when(row[name]) if row.get(name) else "" for name in ("first", "last"))
    before = event.machine.when if event.machine is not None else None
    if all(days) and days not in (_ends(event.when), _ends(before) if before is not None else None):
        yield Act.DATE, [_range(*days)]


def _ends(when: When | None) -> tuple[str, ...]:
    days = (when.first, when.last) if when is not None else (None, None)
    return tuple(day.isoformat() if day else "" for day in days)


def _range(first: str, last: str) -> str:
    try:
        begin, end = When(first).first, When(last).last
    except EdtfError:
        return first
    if begin is None or end is None:
        return first
    return on(begin).edtf if begin == end else between(begin, end).edtf


def _when(cell: str) -> str:
    """As EDTF where it can be read so, for spreadsheets write a day in ways of their own; else as it stands."""
    from store.intake.metadata import published
    from store.intake.result import Refused

    try:
        return When(cell.strip()).edtf
    except EdtfError:
        pass
    try:
        return published(cell).edtf
    except Refused:
        return cell.strip()


def _title(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    said = _said(row, "title")
    if said and said != _inert(event.title):
        yield Act.TITLE, [said]


def _kind(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    said = _said(row, "kind").lower()
    if said and said != event.kind.value:
        yield Act.KIND, [said]


def _status(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    act = _STATUS.get(_said(row, "status").lower())
    if act is not None and _STATUS[event.status.value] is not act:
        yield act, []


def _star(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    if "starred" in row and (_said(row, "starred").lower() in _TRUE) is not event.starred:
        yield (Act.UNSTAR if event.starred else Act.STAR), []


def _tags(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    if "tags" in row and _said(row, "tags") != " ".join(event.tags):
        said = [tag.removeprefix("#") for tag in _PARTED.split(_said(row, "tags")) if tag]
        if new := [tag for tag in said if tag not in event.tags]:
            yield Act.TAG, new
        if gone := [tag for tag in event.tags if tag not in said and " " not in tag]:
            yield Act.UNTAG, gone


def _note(event: Event, row: Row) -> Iterator[tuple[Act, list[str]]]:
    if "note" in row and _said(row, "note") != _inert(event.note):
        yield Act.NOTE, [row["note"].strip()]


def _inert(text: str) -> str:
    from timeline_core.export.harmless import make_inert

    return " ".join(make_inert(text).split())


def _said(row: Row, name: str) -> str:
    """The cell on one line, without the apostrophe by which the export kept it from being a formula."""
    from timeline_core.export.formats.csv_table import cell

    said = " ".join(row.get(name, "").split())
    return said[1:] if said.startswith("'") and cell(said[1:]) == said else said
