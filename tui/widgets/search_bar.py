"""The search line at the foot of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message

from tui.bidi.modes import Mode
from tui.speech import say
from tui.widgets.bidi_input import BidiInput
from tui.widgets.note import Note


class SearchBar(Horizontal):
    """Tells of every change while the reader types."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    @dataclass
    class Typed(Message):
        """The words that are searched for now."""

        text: str

    @dataclass
    class Moved(Message):
        """The reader wants to go so many events down without leaving the line."""

        by: int

    @dataclass
    class Closed(Message):
        """The reader has done; the words stand, or are as they were before when he gave up."""

        text: str

    def __init__(self, mode: Mode) -> None:
        super().__init__(id="search")
        self._mode: Mode = mode
        self._before = ""

    def compose(self) -> ComposeResult:
        yield Note(" / ", "key")
        yield BidiInput(placeholder=say("words in a title, a quote or a name, in any script"), mode=self._mode)

    def open(self, text: str) -> None:
        """Take the keys, with the words of the last search to change or type over."""
        self._before = text
        self.display = True
        field = self.query_one(BidiInput)
        with self.prevent(BidiInput.Changed):
            field.value = text
        field.action_select_all()
        field.focus()

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        message.stop()
        self.post_message(self.Typed(message.value))

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        self._close(message.value)

    def action_move(self, by: int) -> None:
        self.post_message(self.Moved(by))

    def action_leave(self) -> None:
        self._close(self._before)

    def _close(self, text: str) -> None:
        self.display = False
        self.post_message(self.Closed(text))
