"""Messages from threads to the app; they belong to no widget."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.view.state import View


@dataclass
class Opened(Message):
    """The reports are read; `view` shows them."""

    view: View


@dataclass
class Failed(Message):
    """A thread failed; `text` tells the reader why."""

    text: str


@dataclass
class Written(Message):
    """An export was written; `text` says where."""

    text: str


class Learnt(Message):
    """The language data for explanations is loaded."""
