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
from tui.draw.palette import PaletteRow
from tui.i18n.speech import later, say
from tui.screens.styled import Sheet
from tui.widgets.bidi_input import BidiInput
from tui.widgets.hints import Hints
from tui.widgets.palette_list import PaletteList

_HINT = later("a part of a command's name, or its key")


class PaletteScreen(Sheet[PaletteRow | None]):
    """Returns the chosen command, or None."""

    BINDINGS: ClassVar = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("escape,ctrl+p", "leave", show=False, priority=True),
    ]

    def __init__(self, shown: Sequence[PaletteRow], mode: Mode, hint: str = _HINT) -> None:
        """`hint`: what may be typed, a message of the screen."""
        super().__init__()
        self._hint = hint
        self._every = shown
        self._mode: Mode = mode

    def compose(self) -> ComposeResult:
        with Vertical(id="palette", classes="sheet"):
            yield BidiInput(placeholder=say(self._hint), mode=self._mode)
            yield PaletteList(render_palette.found(self._every, "", self._mode))
            yield Hints(say("Enter do it   Esc close"))

    @property
    def _list(self) -> PaletteList:
        return self.query_one(PaletteList)

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        message.stop()
        self._list.shown = render_palette.found(self._every, message.value, self._mode)

    @on(BidiInput.Submitted)
    @on(PaletteList.Pointed)
    def _done(self) -> None:
        self.dismiss(self._list.shown.here)

    def action_step(self, by: int) -> None:
        self._list.shown = self._list.shown.step(by)

    def action_leave(self) -> None:
        self.dismiss(None)
