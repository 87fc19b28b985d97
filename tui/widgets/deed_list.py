"""The rows of the palette."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.draw import line as render
from tui.draw import palette as render_palette
from tui.draw.line import BLANK, Line
from tui.draw.palette import Deeds
from tui.i18n.speech import say
from tui.widgets.drawn import Bar


class DeedList(Bar):
    """Draws `deeds` around the row that the reader stands on; takes no keys of its own."""

    deeds: reactive[Deeds] = reactive(Deeds(), repaint=False)

    @dataclass
    class Pointed(Message):
        """The reader clicked on a command; it is the one that he stands on now."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self.set_reactive(DeedList.deeds, deeds)

    @property
    def _top(self) -> int:
        """The first row that fits with the reader's row in sight."""
        return max(0, self.deeds.at - self.size.height + 1)

    def watch_deeds(self) -> None:
        self.redraw()

    def line(self, y: int) -> Line:
        number = self._top + y
        if not self.deeds.rows:
            words = render.label([(say("nothing is called so"), "faint")], self.size.width, mode=self.deeds.mode)
            return BLANK if y else render.across((render.space(3),), words)
        return render_palette.row(self.deeds, number, self.size.width) if number < len(self.deeds.rows) else BLANK

    def on_click(self, event: events.Click) -> None:
        number = self._top + event.y
        if number < len(self.deeds.rows):
            event.stop()
            self.deeds = self.deeds._replace(at=number)
            self.post_message(self.Pointed())
