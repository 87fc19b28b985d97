"""The reason of a date, step by step."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from tui.draw import reason as render_reason
from tui.draw.detail import Reasons
from tui.draw.reason import Stepper
from tui.i18n.speech import say
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints


class ReasonScreen(Sheet[None]):
    """Explains each date of the selected event."""

    BINDINGS: ClassVar = [
        Binding("escape,q,ض,enter", "dismiss", show=False),
        Binding("j,ت", "scroll(1)", show=False),
        Binding("k,ن", "scroll(-1)", show=False),
    ]

    def __init__(self, view: View, why: Reasons, steps: Stepper) -> None:
        super().__init__()
        self._view, self._why, self._steps = view, why, steps

    def compose(self) -> ComposeResult:
        with Vertical(id="reason", classes="sheet"), VerticalScroll(can_focus=True):
            yield Card(lambda width: render_reason.reason(self._view, width, self._why, self._steps))
            yield Hints(say("Esc close"))

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
