"""The command palette with a line to type in that takes Arabic as it is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from tui.widgets.bidi_filter import Ordered
from tui.widgets.bidi_input import BidiInput


class PaletteInput(CommandInput, BidiInput):
    """What the palette knows as its own input."""


class Palette(Ordered, CommandPalette):
    """As Textual's own, but for the input."""

    def compose(self) -> ComposeResult:
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield PaletteInput(placeholder=self._placeholder)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()
