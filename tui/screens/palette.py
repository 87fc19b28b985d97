"""The command palette: find a command by a part of its name, in any language of the screen, or by its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.bidi.modes import Mode
from tui.draw import palette as render_palette
from tui.draw.palette import Deed
from tui.i18n.speech import say
from tui.screens.styled import Sheet
from tui.widgets.bidi_input import BidiInput
from tui.widgets.deed_list import DeedList
from tui.widgets.hints import Hints


class PaletteScreen(Sheet[Deed | None]):
    """Returns the chosen command, or None."""

    BINDINGS: ClassVar = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("escape,ctrl+p", "leave", show=False, priority=True),
    ]

    def __init__(self, deeds: Sequence[Deed], mode: Mode) -> None:
        super().__init__()
        self._deeds = deeds
        self._mode: Mode = mode

    def compose(self) -> ComposeResult:
        with Vertical(id="palette", classes="sheet"):
            yield BidiInput(placeholder=say("a part of a command's name, or its key"), mode=self._mode)
            yield DeedList(render_palette.found(self._deeds, "", self._mode))
            yield Hints(say("Enter do it   Esc close"))

    @property
    def _list(self) -> DeedList:
        return self.query_one(DeedList)

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        message.stop()
        self._list.deeds = render_palette.found(self._deeds, message.value, self._mode)

    @on(BidiInput.Submitted)
    @on(DeedList.Pointed)
    def _done(self) -> None:
        self.dismiss(self._list.deeds.here)

    def action_step(self, by: int) -> None:
        self._list.deeds = self._list.deeds.step(by)

    def action_leave(self) -> None:
        self.dismiss(None)
