"""`Rows`: a list that draws the rows that it is given, with the selected one in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from textual import events
from textual.message import Message

from tui.draw.line import BLANK, Line
from tui.widgets.drawn import Bar


class Listed(Protocol):
    """What has rows, and one that is selected."""

    @property
    def rows(self) -> Sequence[object]:
        """All of them."""

    @property
    def at(self) -> int:
        """The number of the selected one."""


class Rows(Bar):
    """Has no keys of its own."""

    @dataclass
    class Pointed(Message):
        """The reader clicked on a row."""

        number: int

    def __init__(self, listed: Listed, drawn: Callable[[int, int], Line]) -> None:
        """`drawn`: the line of a row, by its number and the width."""
        super().__init__()
        self._listed, self._row = listed, drawn

    @property
    def _top(self) -> int:
        """The first visible row."""
        return max(0, self._listed.at - self.size.height + 1)

    def put(self, listed: Listed) -> None:
        """Draw these rows."""
        self._listed = listed
        self.redraw()

    def line(self, y: int) -> Line:
        number = self._top + y
        return self._row(number, self.size.width) if number < len(self._listed.rows) else BLANK

    def on_click(self, event: events.Click) -> None:
        number = self._top + event.y
        if number < len(self._listed.rows):
            event.stop()
            self.post_message(self.Pointed(number))
