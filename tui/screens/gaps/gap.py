"""What could fall into a gap of the timeline, what of that time is hidden, and the reports of that time."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.view.hole import Hole
from tui.draw import when as render_when
from tui.draw.gaps import rows as render_rows
from tui.draw.line import Line
from tui.i18n.speech import say
from tui.screens.styled import STEPS, Sheet
from tui.view.gaps.rows import Going, rows_of
from tui.view.listing import Gap
from tui.view.state import View
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows

_LEAST, _FRAME = 4, 12
"""Rows at least, and the lines of the screen around them."""


class GapScreen(Sheet[Going]):
    """Answers where to go; an empty id for nowhere."""

    BINDINGS: ClassVar = [
        *STEPS,
        Binding("enter", "go", show=False),
        Binding("escape,q,ض,H", "leave", show=False),
    ]

    def __init__(self, view: View, gap: Gap, hole: Hole) -> None:
        super().__init__()
        self._view, self._gap, self._hole = view, gap, hole
        self._found = rows_of(hole)

    def compose(self) -> ComposeResult:
        with Vertical(id="gap", classes="sheet"):
            yield Note(self._title(), "title")
            if self._found.rows:
                yield Rows(self._found, self._row)
                yield Hints(say("Enter go there   Esc close"))
            else:
                yield Note(say("Nothing that is known could fall here, and no report is of that time."), "faint")
                yield Hints(say("Esc close"))

    def on_mount(self) -> None:
        """As high as what could fall there, if there is room."""
        for rows in self.query(Rows):
            rows.styles.height = min(len(self._found.rows), max(_LEAST, self.app.size.height - _FRAME))

    def _title(self) -> str:
        first, last = (render_when.day(day) for day in (self._hole.first, self._hole.last))
        return say("{gap}: {first} to {last}", gap=self._gap.words, first=first, last=last)

    def _row(self, number: int, width: int) -> Line:
        return render_rows.row(self._view, self._found, number, width)

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        self._found = self._found.to(message.number)
        self.query_one(Rows).put(self._found)

    def action_step(self, by: int) -> None:
        self._found = self._found.step(by)
        if self._found.rows:
            self.query_one(Rows).put(self._found)

    def action_go(self) -> None:
        self.dismiss(self._found.rows[self._found.at].going if self._found.rows else Going())

    def action_leave(self) -> None:
        self.dismiss(Going())
