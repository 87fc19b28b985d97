"""`Card`: a block of lines, laid out once for its width."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Size

from tui.draw.line import BLANK, Line
from tui.widgets.drawn import Bar


class Card(Bar):
    """Draws the lines that `made` returns for its width."""

    def __init__(self, made: Callable[[int], list[Line]]) -> None:
        super().__init__()
        self._made = made
        self._laid: tuple[int, list[Line]] = (0, [])

    def _lines(self, width: int) -> list[Line]:
        if self._laid[0] != width:
            self._laid = (width, self._made(width))
        return self._laid[1]

    def again(self) -> None:
        """Lay out and draw again."""
        self._laid = (0, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return max(1, len(self._lines(width)))

    def line(self, y: int) -> Line:
        lines = self._lines(self.size.width)
        return lines[y] if y < len(lines) else BLANK
