"""A table of the shown events by two fields, with a selected cell: who when, where when, who with whom. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_core.model import edtf
from timeline_core.model.event import Event
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.view.filter import Filter, Term
from timeline_core.view.matrix import Field, Matrix, matrix
from tui.i18n.speech import later
from tui.view import state
from tui.view.state import View

PAIRS = (
    (Field.ACTOR, Field.MONTH),
    (Field.PLACE, Field.MONTH),
    (Field.ACTOR, Field.ACTOR),
    (Field.ACTOR, Field.PLACE),
    (Field.KIND, Field.MONTH),
    (Field.ACTOR, Field.YEAR),
)
"""Rows and columns of each table, in the order in which Tab goes through them."""
TITLES = (
    later("Who, month by month"),
    later("Where, month by month"),
    later("Who with whom"),
    later("Who, and where"),
    later("Kinds, month by month"),
    later("Who, year by year"),
)
_DATES = (Field.DAY, Field.MONTH, Field.YEAR)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, and the cell that is selected."""

    number: int
    """Of `PAIRS`."""
    found: Matrix
    row: int = 0
    column: int = 0

    @property
    def pair(self) -> tuple[Field, Field]:
        """What rows and columns stand for."""
        return PAIRS[self.number]

    @property
    def here(self) -> tuple[str, str] | None:
        """The selected row and column; None in an empty table."""
        found = self.found
        return (found.rows[self.row], found.columns[self.column]) if found.rows and found.columns else None

    @property
    def dated(self) -> bool:
        """The columns are days, months or years."""
        return self.pair[1] in _DATES


def grid(events: Sequence[Event], number: int, names: Gazetteer) -> Grid:
    """The table of that number; of dates the latest is selected, else the one with most events.

    Cost: that of looking at each event once.
    """
    row, column = PAIRS[number]
    found = matrix(events, row, column, names.around, names.is_unnamed)
    return Grid(number, found, column=max(0, len(found.columns) - 1) if column in _DATES else 0)


def step(grid: Grid, down: int, right: int) -> Grid:
    """Another cell, no further than the edges."""
    found = grid.found
    row = max(0, min(grid.row + down, len(found.rows) - 1))
    column = max(0, min(grid.column + right, len(found.columns) - 1))
    return replace(grid, row=row, column=column)


def only(view: View, grid: Grid) -> View:
    """Show only the events of the selected cell; what the filter said of these two fields is left out."""
    if grid.here is None:
        return view
    terms = [_term(field, value) for field, value in zip(grid.pair, grid.here, strict=True)]
    fields = {term.field for term in terms}
    others = (term for term in view.filter.terms if term.exclude or term.field not in fields)
    return state.filtered(view, Filter((*others, *terms)))


def _term(field: Field, value: str) -> Term:
    """A month as `on:` asks for it: also what may have been in it, and is in no cell."""
    if field not in _DATES:
        return Term(field.value, (value,))
    days = edtf.bounds(edtf.parse(value))
    return Term("on", (value,), days=(days,) if days is not None else ())
