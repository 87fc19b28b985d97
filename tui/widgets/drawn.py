"""`Drawn`: a bare widget that draws runs of cells, and only those lines that have changed; `Bar`, one without keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n import speech
from tui.terminal.probe import without_marks
from tui.view.state import View
from tui.widgets.bidi_filter import Ordered

STYLES = (
    "accent", "bar", "chosen", "date", "dated", "dim-lit", "faint", "happened", "heading", "hit", "key", "label", "lit",
    "mark", "name", "number", "off", "other-lit", "pin-not", "pin-only", "rejected", "rule", "said", "selected", "sign",
    "title", "message",
)  # fmt: skip
"""The names of styles that renderers use; `waqai.tcss` gives each its look."""

CLASSES = {f"drawn--{name}" for name in STYLES}
"""Component classes of every screen: there they are worked out once, not once a widget."""


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
