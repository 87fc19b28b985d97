"""Waits for one letter, and leaves the reader as it is seen."""

from __future__ import annotations

from textual import events

from tui.keys.keys import printed_by
from tui.screens.styled import Sheet


class LetterScreen(Sheet[str]):
    """Returns the letter that the key bears on a Latin keyboard; nothing for any other key."""

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(printed_by(event.character or ""))

    def on_click(self) -> None:
        """A click asks for no letter any more."""
        self.dismiss("")
