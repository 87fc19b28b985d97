"""A table whose heads no list knows, told by what its cells hold: days in one column, and what happened in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.intake.tables.happenings import NAMES, NO_END, Plan, first_of, parts_of, plain_heads
from timeline_core.text.fold import fold

_YEAR = re.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d)|(?<!\d)\d{1,2}-[^\W\d]{3,9}-\d{2}(?!\d)"
)
_ADDRESS = re.compile(r"\w+://")
_DAY_WORDS, _TOLD_WORDS = 6, 2.5
"""Words of a cell that is a day, at most; and of one that tells what happened, on average, at least."""
_SURELY, _MOSTLY, _ABOVE = 0.9, 0.5, 1.5
"""Of the cells, the part that are days, and below a head of days; and by how much the cells that tell are longer than
all others."""
_HANDLED = frozenset((
    "verified", "checked", "added", "entered", "updated", "modified", "edited", "accessed", "archived", "retrieved",
    "uploaded", "recorded", "reviewed", "registered", "collected", "interviewed", "reported", "received", "submitted",
    "التحقق", "التدقيق", "الإضافة", "الإدخال", "التحديث", "التعديل", "الأرشفة", "الاطلاع", "المراجعة", "التسجيل",
    "التوثيق", "المقابلة", "الاستلام", "الإبلاغ",
))  # fmt: skip
"""Words of heads below which stands when somebody worked on a row, and not when it happened."""
_REMARKS = frozenset((
    "notes", "note", "remarks", "remark", "comments", "comment", "verification",
    "ملاحظات", "ملاحظة", "الملاحظات", "تعليق", "التعليق",
))  # fmt: skip
"""Heads of what is added to a row: it need not be of the day that a head names by its deed, "date of admission"."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How to read the rows, and what is to be said of that."""

    plan: Plan
    notice: str
    headless: bool
    """The first row holds what the others do, and no heads."""


def guess(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Guess | None:
    """None where no column, or more than one, holds days, or none tells what happened.

    Args:
        names: of the columns, as the first row has them.
        rows: below it; not all need be given.
    """
    heads = plain_heads(names)
    columns = [[row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(len(names))]
    parts = parts_of(heads)
    named = [at for at, head in enumerate(heads) if head in NAMES["when"] and columns[at]]
    days = (
        [*parts]
        or _named(named, columns)
        or [
            at
            for at, cells in enumerate(columns)
            if not named and heads[at] and _HANDLED.isdisjoint(heads[at].split("_")) and _are_days(cells)
        ]
    )
    others = {at: _words(cells) for at, cells in enumerate(columns) if at not in days}
    if (len(days) != 1 and not parts) or not others:
        return None
    told = max(others, key=lambda at: others[at])
    more = max((length for at, length in others.items() if at != told), default=0)
    if others[told] < max(_TOLD_WORDS, _ABOVE * more) or (not parts and not named and heads[told] in _REMARKS):
        return None
    headless = not parts and _are_days([names[days[0]]])
    places = {name: at for name, some in NAMES.items() if (at := first_of(heads, some)) is not None and not headless}
    places = {name: at for name, at in places.items() if at not in (*days, told) and name not in ("when", "what")}
    day = {} if parts else {"when": days[0]}
    plan = Plan({**places, **day, "what": told}, (*parts, *NO_END) if parts else ())
    return Guess(plan, _notice(names, days[0], told, headless), headless)


def _named(named: Sequence[int], columns: Sequence[Sequence[str]]) -> list[int]:
    """The first column whose head says that it holds days, and of whose cells few do not ("unknown")."""
    return [at for at in named if _are_days(columns[at], _MOSTLY)][:1]


def _are_days(cells: Sequence[str], part: float = _SURELY) -> bool:
    days = sum(len(cell.split()) <= _DAY_WORDS and _YEAR.search(fold(cell)) is not None for cell in cells)
    return bool(cells) and days >= part * len(cells)


def _words(cells: Sequence[str]) -> float:
    """How many words a cell has on average; no address is one."""
    said = [sum(not _ADDRESS.match(word) for word in cell.split()) for cell in cells]
    return sum(said) / len(said) if said else 0


def _notice(names: Sequence[str], when: int, what: int, headless: bool) -> str:
    if headless:
        return f"no row names its columns: days are taken from column {when + 1}, what happened from column {what + 1}"
    return f"taken without being asked: the day from «{names[when][:40]}», what happened from «{names[what][:40]}»"
