"""How long after it happened the chosen event was said and printed, and how soon each outlet prints as a rule."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.view.lag import Ladder, Usual
from tui.draw import line as render
from tui.draw.line import Line
from tui.draw.story import lag as render_lag
from tui.i18n.speech import say
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note

_FRAME = 10
"""Lines of the sheet around the outlets, and of the screen around the sheet."""


class LagScreen(Sheet[None]):
    """Only to be read."""

    BINDINGS: ClassVar = [Binding("escape,q,ض,enter,L", "dismiss", show=False)]

    def __init__(self, view: View, title: str, ladder: Ladder | None, usual: tuple[Usual, ...]) -> None:
        """`ladder`: None where the event has no day to count from."""
        super().__init__()
        self._view, self._title, self._ladder, self._usual = view, title, ladder, usual

    def compose(self) -> ComposeResult:
        with Vertical(id="lag", classes="sheet"):
            yield Note(say("How long after it happened"), "title")
            yield Card(self._lines)
            yield Hints(say("Esc close"))

    def _lines(self, width: int) -> list[Line]:
        mode = self._view.mode
        if self._ladder is None:
            drawn = render.many(say("this event has no day to count from"), width, "faint", mode=mode)
        else:
            drawn = render_lag.ladder(self._ladder, self._title, width, mode=mode)
        room = max(3, self.app.size.height - _FRAME - len(drawn))
        return [*drawn, *render_lag.usual(self._usual, width, room, mode=mode)]
