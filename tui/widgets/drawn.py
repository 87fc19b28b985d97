"""`Drawn`: base of our widgets, which draw lines of styled runs and repaint only lines that changed."""

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
    "accent", "against", "bar", "chosen", "counted", "date", "dated", "denied", "dim-lit", "faint", "ghost",
    "grave", "happened", "heading", "hit", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "key", "label", "lit",
    "mark", "message", "moved", "name", "number", "off", "other-lit", "pin-not", "pin-only", "planned",
    "rejected", "rule", "said", "selected", "shared", "sign", "slight", "title", "told", "toll",
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
        """The content of line `y`, at most as wide as the widget."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Repaint only lines that differ from what was drawn last, to send few bytes."""
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
        """The style of these component classes; looked up once."""
        found = self._styles_seen.get(names)
        if found is None:
            found = self.rich_style
            if names:
                classes = [f"drawn--{name}" for name in names.split()]
                found += self.screen.get_component_rich_style(*classes, partial=True)
            self._styles_seen[names] = found
        return found

    def notify_style_update(self) -> None:
        """Forget cached styles: style sheet, theme or state has changed."""
        super().notify_style_update()
        self._styles_seen = {}


def merged(drawn: Sequence[tuple[str, Style]]) -> list[Segment]:
    """Join runs that look the same: each segment costs time and some thirty bytes.

    Empty cells show only the background of a style, so they may join their neighbours.
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
    """What empty cells show of a style: its background, or all of it if it underlines, strikes or reverses."""
    lined = style.underline or style.underline2 or style.strike or style.overline or style.reverse
    return style if lined else style.bgcolor


class Bar(Drawn):
    """Lines without focus or keys."""

    def watch_view(self) -> None:
        self.redraw()
