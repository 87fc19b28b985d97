"""Who when, where when, who with whom, as a table of shades; a cell of it narrows what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.model.event import Event
from tui.draw import table as render_table
from tui.draw.line import Line
from tui.i18n.speech import say, spoken
from tui.screens.styled import Sheet
from tui.view import table
from tui.view.state import View
from tui.view.table import PAIRS, Grid
from tui.widgets.card import Card
from tui.widgets.hints import Hints

_FRAME = 8
"""Lines of the sheet around the table, and of the screen around the sheet."""
_LOWEST = 6


class TableScreen(Sheet[View]):
    """Returns the view, narrowed to the chosen cell."""

    BINDINGS: ClassVar = [
        Binding("right,l,م", "step(0, 1)", show=False),
        Binding("left,h,ا", "step(0, -1)", show=False),
        Binding("down,j,ت", "step(1, 0)", show=False),
        Binding("up,k,ن", "step(-1, 0)", show=False),
        Binding("pagedown,ctrl+d", "step(10, 0)", show=False),
        Binding("pageup,ctrl+u", "step(-10, 0)", show=False),
        Binding("home,g", "step(-1000000, 0)", show=False),
        Binding("end,G", "step(1000000, 0)", show=False),
        Binding("tab", "other(1)", show=False, priority=True),
        Binding("shift+tab", "other(-1)", show=False, priority=True),
        Binding("enter", "pick", show=False),
        Binding("escape,q,ض,T", "leave", show=False),
    ]

    def __init__(self, view: View, events: Sequence[Event], grid: Grid) -> None:
        """`grid`: the first table, of these events."""
        super().__init__()
        self._view, self._events, self._grid = view, events, grid

    def compose(self) -> ComposeResult:
        with Vertical(id="table", classes="sheet"):
            yield Card(self._lines)
            yield Hints(say("← → ↑ ↓ along   Tab another table   Enter only these   Esc close"))

    def _lines(self, width: int) -> list[Line]:
        return render_table.lines(self._view, self._grid, width, max(_LOWEST, self.app.size.height - _FRAME))

    def _show(self, grid: Grid) -> None:
        self._grid = grid
        self.query_one(Card).again()

    def action_step(self, down: int, right: int) -> None:
        """Move right on the screen; on a right-to-left screen that is back."""
        self._show(table.step(self._grid, down, -right if spoken().rtl else right))

    def action_other(self, by: int) -> None:
        self._show(table.grid(self._events, (self._grid.number + by) % len(PAIRS), self._view.timeline.names))

    def action_pick(self) -> None:
        self.dismiss(table.only(self._view, self._grid))

    def action_leave(self) -> None:
        self.dismiss(self._view)
