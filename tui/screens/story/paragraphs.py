"""`Paragraphs`: a story, scrolled so that the selected paragraph is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.draw.line import BLANK, Line
from tui.draw.story.paragraphs import Page
from tui.widgets.drawn import Bar


class Paragraphs(Bar):
    """Draws the page that `made` returns for its width. Has no keys of its own."""

    @dataclass
    class Pointed(Message):
        """The reader clicked on a paragraph."""

        number: int

    def __init__(self, made: Callable[[int], Page], at: Callable[[], int]) -> None:
        """`at`: the selected paragraph."""
        super().__init__()
        self._made, self._at = made, at
        self._page: tuple[int, Page] = (0, Page())
        self._top = 0

    def again(self) -> None:
        """Lay out and draw again."""
        self._page = (0, Page())
        self.redraw()

    def _laid(self) -> Page:
        width = self.size.width
        if self._page[0] != width:
            page = self._made(width)
            self._page = (width, page)
            self._top = page.top(self._at(), self.size.height, self._top)
        return self._page[1]

    def on_resize(self, _: events.Resize) -> None:
        self._page = (0, Page())

    def line(self, y: int) -> Line:
        page = self._laid()
        number = self._top + y
        return page.lines[number] if number < len(page.lines) else BLANK

    def on_click(self, event: events.Click) -> None:
        page = self._laid()
        number = self._top + event.y
        if number < len(page.of):
            event.stop()
            self.post_message(self.Pointed(page.of[number]))
