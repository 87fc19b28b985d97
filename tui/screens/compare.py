"""Two reports on one event side by side."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from timeline_core.model.event import Event
from tui.draw import compare as render_compare
from tui.draw.line import Line
from tui.i18n.speech import say
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note


class CompareScreen(Sheet[None]):
    """Shows two reports; with more than two on the event, `>` and `<` exchange the second."""

    BINDINGS: ClassVar = [
        Binding("escape,q,ض,enter,d,ي", "dismiss", show=False),
        Binding("greater_than_sign,full_stop,ز", "other(1)", show=False),
        Binding("less_than_sign,comma,و", "other(-1)", show=False),
        Binding("j,ت,down", "scroll(1)", show=False),
        Binding("k,ن,up", "scroll(-1)", show=False),
    ]

    def __init__(self, view: View, event: Event, report: str) -> None:
        super().__init__()
        self._view, self._event, self._first = view, event, report
        self._others = render_compare.others(event, report)
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(id="compare", classes="sheet"), VerticalScroll(can_focus=True):
            yield Note(self._event.title, "title", mode=self._view.mode)
            yield Card(self._lines)
            keys = say("> < another report   Esc close") if len(self._others) > 1 else say("Esc close")
            yield Hints(keys)

    def _lines(self, width: int) -> list[Line]:
        return render_compare.compared(self._view, self._event, (self._first, self._others[self._at]), width)

    def action_other(self, by: int) -> None:
        self._at = (self._at + by) % len(self._others)
        self.query_one(Card).again()

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
