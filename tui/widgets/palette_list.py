"""The rows of the palette."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.draw import line as render
from tui.draw import palette as render_palette
from tui.draw.line import BLANK, Line
from tui.draw.palette import PaletteRows
from tui.i18n.speech import say
from tui.widgets.drawn import Bar


class PaletteList(Bar):
    """Draws the rows `shown`, with the selected one in view; has no keys of its own."""

    shown: reactive[PaletteRows] = reactive(PaletteRows(), repaint=False)

    @dataclass
    class Pointed(Message):
        """The reader clicked on a command, which is selected now."""

    def __init__(self, shown: PaletteRows) -> None:
        super().__init__()
        self.set_reactive(PaletteList.shown, shown)

    @property
    def _top(self) -> int:
        """The first visible row."""
        return max(0, self.shown.at - self.size.height + 1)

    def watch_shown(self) -> None:
        self.redraw()

    def line(self, y: int) -> Line:
        number = self._top + y
        if not self.shown.rows:
            words = render.label([(say("nothing has that name"), "faint")], self.size.width, mode=self.shown.mode)
            return BLANK if y else render.across((render.space(3),), words)
        return render_palette.row(self.shown, number, self.size.width) if number < len(self.shown.rows) else BLANK

    def on_click(self, event: events.Click) -> None:
        number = self._top + event.y
        if number < len(self.shown.rows) and not self.shown.rows[number].heading:
            event.stop()
            self.shown = self.shown._replace(at=number)
            self.post_message(self.Pointed())
