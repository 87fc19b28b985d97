"""Messages that belong to no single widget: what a thread has to tell the program."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.view.state import View


@dataclass
class Opened(Message):
    """The reports are read. `view` is the first moment of the screen on them."""

    view: View


@dataclass
class Failed(Message):
    """A thread met what it could not deal with; `text` says so to a person."""

    text: str


@dataclass
class Written(Message):
    """An export is on the disk; `text` says where."""

    text: str


class Learnt(Message):
    """What reasons are told with is loaded."""
