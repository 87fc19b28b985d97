"""`Note`: a line or more of plain text, wrapped and in the right direction."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import reactive

from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw.line import BLANK, Line
from tui.widgets.drawn import Bar


class Note(Bar):
    """Draws `text` in one style, wrapped."""

    text: reactive[str] = reactive("", layout=True)

    def __init__(self, text: str = "", style: str = "faint", *, id: str | None = None, mode: Mode = "visual") -> None:
        super().__init__(id=id)
        self.set_reactive(Note.text, text)
        self._look = style
        self._mode: Mode = mode

    def _lines(self, width: int) -> list[Line]:
        return render.many(self.text, width, self._look, mode=self._mode) if self.text else []

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return max((render.width_of(line) for line in self._lines(container.width)), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return max(1, len(self._lines(width)))

    def line(self, y: int) -> Line:
        lines = self._lines(self.size.width)
        return lines[y] if y < len(lines) else BLANK
