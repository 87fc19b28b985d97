"""`Pane`: a heading line, and below it a window on more lines than fit; `Body`: the lines that it is a window on.

A stock list or scroll view needs seconds for what is drawn here in milliseconds; nothing outside the window is ever
made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

from textual import events, on
from textual.geometry import Size
from textual.reactive import reactive

from tui.draw import line as render
from tui.draw.line import BLANK, Line
from tui.keys.bindings import bindings
from tui.keys.table import Group
from tui.view.state import View
from tui.widgets.drawn import Drawn
from tui.widgets.help_data import HelpData

_ROOMY = 12
"""Lines of a pane from which on an empty one stands below its heading."""
_WHEEL = 3
"""Lines that a notch of the mouse wheel goes."""


class Window(Protocol):
    """What a body may ask of the pane that shows it."""

    view: View
    top: int
    """The first line that is shown."""

    @property
    def size(self) -> Size:
        """Cells and lines of the whole pane."""

    @property
    def rows(self) -> int:
        """Lines that the window shows."""


class Body(Protocol):
    """What a pane shows: the timeline, one event, a report. It makes lines and draws nothing."""

    def height(self) -> int:
        """Lines in all."""

    def heading(self, width: int) -> Line:
        """What stands over the pane."""

    def row(self, number: int) -> Line:
        """The line of that number, which is in the window."""


class Pane(Drawn, can_focus=True):
    """Shows the lines of its `body` from line `top` on."""

    BINDINGS: ClassVar = bindings(Group.PANE)
    ABOUT: ClassVar[HelpData]

    top: reactive[int] = reactive(0, repaint=False)
    body: Body

    @property
    def rows(self) -> int:
        """Lines that the window shows."""
        return max(0, self.size.height - self.lead)

    @property
    def lead(self) -> int:
        """Lines above the window: the heading, and an empty one where there is room for it."""
        return 2 if self.size.height >= _ROOMY else 1

    def line(self, y: int) -> Line:
        if y:
            number = self.top + y - self.lead
            return self.body.row(number) if y >= self.lead and number < self.body.height() else BLANK
        width = self.size.width
        heading = self.body.heading(width - 5)
        style = "accent" if self.has_focus else "name"
        named = tuple((text, cells, own or style) for text, cells, own in heading)
        beyond = ("↑" if self.top else "") + ("↓" if self.top + self.rows < self.body.height() else "")
        left = max(0, width - render.width_of(named) - 1 - len(beyond) - bool(beyond))
        rule = ("─" * left, left, "mark" if self.has_focus else "rule")
        more = render.across((render.space(1),), ((beyond, len(beyond), "faint"),))
        return render.across(named, (render.space(1),), (rule,), more if beyond else ())

    def validate_top(self, top: int) -> int:
        """Stay within the lines."""
        return max(0, min(top, self.body.height() - self.rows))

    def move(self, by: int) -> None:
        """Go so many lines down."""
        self.top += by

    def action_go(self, where: str) -> None:
        """Go as the key of that name says (`STEPS`)."""
        self.move(STEPS[where](self))

    def action_select_all(self) -> None:
        """Where there is text to select."""

    def watch_top(self) -> None:
        self.redraw()

    @on(events.Focus)
    @on(events.Blur)
    def _keys_came_or_went(self) -> None:
        self.redraw()

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _wheeled(self, event: events.MouseScrollDown | events.MouseScrollUp) -> None:
        event.stop()
        self.top += _WHEEL if isinstance(event, events.MouseScrollDown) else -_WHEEL


STEPS: Mapping[str, Callable[[Pane], int]] = {
    "down": lambda _: 1,
    "up": lambda _: -1,
    "page_down": lambda pane: max(1, pane.rows - 2),
    "page_up": lambda pane: -max(1, pane.rows - 2),
    "first": lambda pane: -pane.body.height(),
    "last": lambda pane: pane.body.height(),
}
"""Name of a command of the table of keys -> how many lines down it goes."""
