"""`BidiInput`: a line of text that is typed in any direction. The value is logical, the caret moves as the eye does."""

from __future__ import annotations

from bisect import bisect_right

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.bidi.layout import truncate
from tui.bidi.line import Line
from tui.bidi.modes import Mode


class BidiInput(Input):
    """An `Input` that draws its value reordered, joined, and from the right when it begins with an Arabic letter."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None, mode: Mode = "visual") -> None:
        self.mode: Mode = mode
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _laid(self) -> Line:
        """The value in one line, the caret and the selection as spans."""
        spans: list[tuple[int, int, str]] = []
        if not self.selection.is_empty:
            start, end = sorted(self.selection)
            spans.append((start, end, "input--selection"))
        if self.has_focus and self._cursor_visible:
            spans.append((self.cursor_position, self.cursor_position + 1, "input--cursor"))
        return truncate(self.value, 2 * len(self.value) + 1, None, spans, mode=self.mode)

    def _window(self, line: Line) -> tuple[int, int]:
        """Cell of the widget at which the line starts (less than 0 when it is scrolled), and that of the caret."""
        width = max(1, self.scrollable_content_region.width)
        caret = {position: cell for cell, position in self._stops(line)}[self._stop(line)]
        if line.width < width:
            start = width - line.width if line.rtl else 0
        else:
            lead = 1 if line.rtl else 0
            start = lead - max(0, min(caret + lead - width // 2, line.width + 1 - width))
        return start, start + caret

    def _stops(self, line: Line) -> list[tuple[int, int]]:
        """Where the caret can stand, from left to right: cell of the line, and position in the value."""
        end = (-1 if line.rtl else line.width, len(self.value))
        return sorted([*((cluster.cell, cluster.start) for cluster in line.clusters), end])

    def _stop(self, line: Line) -> int:
        """The stop that the caret is on: a letter's marks and an alef in its lam are one with it."""
        positions = sorted(position for _, position in self._stops(line))
        return positions[max(0, bisect_right(positions, self.cursor_position) - 1)]

    def render_line(self, y: int) -> Strip:
        if y or not self.value:
            return super().render_line(y)
        line = self._laid()
        start, caret = self._window(line)
        width = self.scrollable_content_region.width
        segments = [Segment(" " * max(0, start), self.rich_style)]
        segments += [Segment(text, self._look(style)) for text, _, style in line.runs]
        strip = Strip(segments, max(0, start) + line.width).crop(max(0, -start), max(0, -start) + width)
        strip = strip.extend_cell_length(width, self.rich_style)
        if self.cursor_at_end and self.has_focus and self._cursor_visible:
            at = max(0, min(caret, width - 1))
            caret_strip = Strip([Segment(" ", self._look("input--cursor"))], 1)
            strip = Strip.join([strip.crop(0, at), caret_strip, strip.crop(at + 1, width)])
        return strip

    def _look(self, style: object) -> Style:
        if not isinstance(style, str):
            return self.rich_style
        return self.rich_style + self.get_component_rich_style(style)

    @property
    def content_width(self) -> int:
        """Never wider than the widget: `render_line` scrolls by itself."""
        return max(1, self.scrollable_content_region.width)

    @property
    def _cursor_offset(self) -> int:
        return max(0, min(self._window(self._laid())[1], self.content_width - 1))

    def _position_to_cell(self, position: int) -> int:
        line = self._laid()
        cell = line.cell_of(position)
        return self._window(line)[0] + (cell if cell is not None else (-1 if line.rtl else line.width))

    def _cell_offset_to_index(self, offset: int) -> int:
        line = self._laid()
        return line.offset_at(offset - self._window(line)[0])

    def action_cursor_left(self, select: bool = False) -> None:
        self._walk(-1, select=select)

    def action_cursor_right(self, select: bool = False) -> None:
        self._walk(1, select=select)

    def _walk(self, by: int, *, select: bool) -> None:
        """One stop to the left or right, as seen."""
        line = self._laid()
        stops = [position for _, position in self._stops(line)]
        place = max(0, min(stops.index(self._stop(line)) + by, len(stops) - 1))
        self.selection = Selection(self.selection.start if select else stops[place], stops[place])
