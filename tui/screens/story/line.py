"""`AskLine`: the line of the story desk in which words are written; not there until something is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tui.bidi.modes import Mode
from tui.widgets.bidi_input import BidiInput


class Asked(Enum):
    """What is asked for."""

    EDIT = "edit"
    WRITE = "write"
    NAME = "name"


class AskLine(Vertical):
    """Has the keys while it is open."""

    @dataclass
    class Answered(Message):
        """Something was written."""

        asked: Asked
        text: str

    def __init__(self, mode: Mode) -> None:
        super().__init__(disabled=True)
        self.display = False
        self._mode: Mode = mode
        self.asked: Asked | None = None
        """None while it is not open."""

    def compose(self) -> ComposeResult:
        yield BidiInput(mode=self._mode)

    def ask(self, what: Asked, text: str, hint: str) -> None:
        """Open it with a text; `hint` stands where there is none."""
        self.asked = what
        self.display, self.disabled = True, False
        line = self.query_one(BidiInput)
        line.placeholder, line.value = hint, text
        line.action_end()
        self.screen.set_focus(line)

    def close(self) -> None:
        """Give the keys back."""
        self.asked = None
        self.screen.set_focus(None)
        self.display, self.disabled = False, True

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        asked = self.asked
        self.close()
        if asked is not None:
            self.post_message(self.Answered(asked, " ".join(message.value.split())))
