"""`BidiInput`: an input line for text of any direction. Its value is in logical order, the caret moves visually."""

from __future__ import annotations

from bisect import bisect_right

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.bidi.layout import truncate
from tui.bidi.line import Line, Span
from tui.bidi.modes import Mode
from tui.terminal.probe import without_marks
from tui.widgets.bidi_filter import Ordered


class BidiInput(Ordered, Input):
    """An `Input` that draws its value reordered, joined, and from the right when it begins with an Arabic letter.

    What is longer than the widget scrolls no further than the caret needs, so that it stays under the mouse. Home and
    End go to the first and the last letter of the value, Backspace takes the letter typed before.
    """

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, mode: Mode | None = None
    ) -> None:
        """`mode`: how it is written to the terminal; None as everything else in the app."""
        self._mode: Mode | None = mode
        self._shift = 0
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def on_hide(self, event: events.Hide) -> None:
        """Keep the focus where word that it was hidden comes when it is shown again already."""
        if all(one.display for one in self.ancestors_with_self):
            event.prevent_default()

    def _laid(self) -> Line:
        """The value in one line, the caret and the selection as spans."""
        spans: list[Span] = []
        if not self.selection.is_empty:
            start, end = sorted(self.selection)
            spans.append((start, end, "input--selection"))
        if self._caret_shown:
            spans.append((self.cursor_position, self.cursor_position + 1, "input--cursor"))
        return self._line(self.value, 2 * len(self.value) + 1, spans)

    def _line(self, text: str, width: int, spans: list[Span]) -> Line:
        return truncate(text, width, None, spans, mode=self._mode or self.choice.mode)

    @property
    def _caret_shown(self) -> bool:
        return self.has_focus and self._cursor_visible

    def _window(self, line: Line) -> tuple[int, int]:
        """Cell of the widget at which the line starts (less than 0 when it is scrolled), and that of the caret."""
        lead = 1 if line.rtl else 0
        caret = lead + {position: cell for cell, position in self._stops(line)}[self._stop(line)]
        room = self.content_width - line.width - 1
        if room >= 0:
            self._shift = 0
            start = room if line.rtl else 0
        else:
            near = max(caret - self.content_width + 1, min(self._shift, caret))
            self._shift = max(0, min(near, -room))
            start = -self._shift
        return start + lead, start + caret

    def _stops(self, line: Line) -> list[tuple[int, int]]:
        """Where the caret can stand, from left to right: cell of the line, and position in the value."""
        end = (-1 if line.rtl else line.width, len(self.value))
        return sorted([*((cluster.cell, cluster.start) for cluster in line.clusters), end])

    def _stop(self, line: Line) -> int:
        """The stop that the caret is on: a letter's marks and an alef in its lam are one with it."""
        positions = sorted(position for _, position in self._stops(line))
        return positions[max(0, bisect_right(positions, self.cursor_position) - 1)]

    def render_line(self, y: int) -> Strip:
        width = self.content_width
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        if not self.value:
            return self._hint(width)
        line = self._laid()
        start, caret = self._window(line)
        strip = self._strip(line, max(0, start)).crop(max(0, -start), max(0, -start) + width)
        strip = strip.extend_cell_length(width, self.rich_style)
        if self.cursor_at_end and self._caret_shown:
            caret_strip = Strip([Segment(" ", self._look("input--cursor"))], 1)
            strip = Strip.join([strip.crop(0, caret), caret_strip, strip.crop(caret + 1, width)])
        return strip

    def _hint(self, width: int) -> Strip:
        """The placeholder, its first letter under the caret."""
        spans: list[Span] = [(0, len(self.placeholder), "input--placeholder")]
        if self._caret_shown:
            spans.append((0, 1, "input--cursor"))
        line = self._line(self.placeholder or " ", width, spans)
        strip = self._strip(line, width - line.width if line.rtl else 0)
        return strip.extend_cell_length(width, self.rich_style)

    def _strip(self, line: Line, lead: int) -> Strip:
        """The line with so many empty cells before it."""
        sent = str if self.choice.marks else without_marks
        segments = [Segment(sent(text), self._look(style)) for text, _, style in line.runs]
        return Strip([Segment(" " * lead, self.rich_style), *segments], lead + line.width)

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
        return self._window(self._laid())[1]

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

    def action_cursor_left_word(self, select: bool = False) -> None:
        (super().action_cursor_right_word if self._laid().rtl else super().action_cursor_left_word)(select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        (super().action_cursor_left_word if self._laid().rtl else super().action_cursor_right_word)(select)

    def _walk(self, by: int, *, select: bool) -> None:
        """Move the caret one stop left or right on the screen."""
        line = self._laid()
        stops = [position for _, position in self._stops(line)]
        place = max(0, min(stops.index(self._stop(line)) + by, len(stops) - 1))
        self.selection = Selection(self.selection.start if select else stops[place], stops[place])
