"""`Drawn`: a bare widget that draws runs, and `Pane`, one with a heading line and a window on more lines than fit.

A stock list or scroll view needs seconds for what is drawn here in milliseconds; nothing outside the window is ever
made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.draw import line as render
from tui.draw.line import BLANK, Line
from tui.i18n import speech
from tui.keys.bindings import bindings
from tui.keys.table import Group
from tui.terminal.probe import without_marks
from tui.view.state import View
from tui.widgets.bidi_filter import Ordered
from tui.widgets.help_data import HelpData

STYLES = (
    "accent", "bar", "chosen", "date", "dated", "dim-lit", "faint", "happened", "heading", "hit", "key", "label", "lit",
    "mark", "name", "number", "off", "other-lit", "pin-not", "pin-only", "rejected", "rule", "said", "selected", "sign",
    "title", "message",
)  # fmt: skip
"""The names of styles that renderers use; `waqai.tcss` gives each its look."""

CLASSES = {f"drawn--{name}" for name in STYLES}
"""Component classes of every screen: there they are worked out once, not once a widget."""


_ROOMY = 12


class Drawn(Ordered, Widget):
    """Draws `line(y)` for each of its lines."""

    ALLOW_SELECT = False

    view: reactive[View] = reactive(View(), repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        self._styles_seen: dict[str, Style] = {}
        self._drawn: dict[int, Line] = {}
        super().__init__(id=id)

    def line(self, y: int) -> Line:
        """The line at that height, at most as wide as the widget."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw anew the lines that are not as they were drawn last, and no other: few bytes go to the terminal."""
        width, height = self.size
        changed = [Region(0, y, width, 1) for y in range(height) if self._drawn.get(y) != self.line(y)]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        line = self._drawn[y] = self.line(y)
        sent = str if self.choice.marks else without_marks
        drawn = [(sent(text), self._style(name)) for text, _, name in line]
        used = render.width_of(line)
        width = self.size.width
        if used < width:
            free = (" " * (width - used), self._style(""))
            drawn = [free, *drawn] if speech.spoken().rtl else [*drawn, free]
        return Strip(merged(drawn), max(used, width)).crop(0, width)

    def _style(self, names: str) -> Style:
        """How a style with these names looks here; asked of the sheet once."""
        found = self._styles_seen.get(names)
        if found is None:
            found = self.rich_style
            if names:
                classes = [f"drawn--{name}" for name in names.split()]
                found += self.screen.get_component_rich_style(*classes, partial=True)
            self._styles_seen[names] = found
        return found

    def notify_style_update(self) -> None:
        """The sheet, the theme or a state has changed."""
        super().notify_style_update()
        self._styles_seen = {}


def merged(drawn: Sequence[tuple[str, Style]]) -> list[Segment]:
    """As few segments as look the same: each costs time to make and some thirty bytes to send.

    Empty cells show nothing of a style but its ground, so they go with the text beside them.
    """
    found: list[tuple[str, Style]] = []
    for text, style in drawn:
        before, own = found[-1] if found else ("", style)
        joins = own == style or ((text.isspace() or before.isspace()) and _ground(own) == _ground(style))
        if text and before and joins:
            found[-1] = (before + text, style if before.isspace() else own)
        elif text:
            found.append((text, style))
    return [Segment(text, style) for text, style in found]


@lru_cache(512)
def _ground(style: Style) -> object:
    """What empty cells show of a style: its background; all of it where it draws lines or turns colours round."""
    lined = style.underline or style.underline2 or style.strike or style.overline or style.reverse
    return style if lined else style.bgcolor


class Bar(Drawn):
    """A line or more that say something; it takes no keys."""

    def watch_view(self) -> None:
        self.redraw()


class Pane(Drawn, can_focus=True):
    """A heading line, and below it a window that starts at line `top`."""

    BINDINGS: ClassVar = bindings(Group.PANE)
    ABOUT: ClassVar[HelpData]

    top: reactive[int] = reactive(0, repaint=False)

    @property
    def rows(self) -> int:
        """Lines that the window shows."""
        return max(0, self.size.height - self.lead)

    @property
    def lead(self) -> int:
        """Lines above the window: the heading, and an empty one where there is room for it."""
        return 2 if self.size.height >= _ROOMY else 1

    def height(self) -> int:
        """Lines in all."""
        raise NotImplementedError

    def heading(self, width: int) -> Line:
        """What stands over the pane."""
        raise NotImplementedError

    def row(self, number: int) -> Line:
        """The line of that number; `BLANK` below the last."""
        raise NotImplementedError

    def line(self, y: int) -> Line:
        if y:
            number = self.top + y - self.lead
            return self.row(number) if y >= self.lead and number < self.height() else BLANK
        width = self.size.width
        heading = self.heading(width - 5)
        style = "accent" if self.has_focus else "name"
        named = tuple((text, cells, own or style) for text, cells, own in heading)
        beyond = ("↑" if self.top else "") + ("↓" if self.top + self.rows < self.height() else "")
        left = max(0, width - render.width_of(named) - 1 - len(beyond) - bool(beyond))
        rule = ("─" * left, left, "mark" if self.has_focus else "rule")
        more = render.across((render.space(1),), ((beyond, len(beyond), "faint"),))
        return render.across(named, (render.space(1),), (rule,), more if beyond else ())

    def validate_top(self, top: int) -> int:
        """Stay within the lines."""
        return max(0, min(top, self.height() - self.rows))

    def move(self, by: int) -> None:
        """Go so many lines down."""
        self.top += by

    def action_down(self) -> None:
        self.move(1)

    def action_up(self) -> None:
        self.move(-1)

    def action_page_down(self) -> None:
        self.move(max(1, self.rows - 2))

    def action_page_up(self) -> None:
        self.move(-max(1, self.rows - 2))

    def action_first(self) -> None:
        self.move(-self.height())

    def action_last(self) -> None:
        self.move(self.height())

    def action_select_all(self) -> None:
        """Where there is text to select."""

    def watch_top(self) -> None:
        self.redraw()

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.top += 3

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.top -= 3
