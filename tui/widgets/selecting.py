"""`Selecting`: text that the mouse selects and copies, in the source's own characters and order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.timer import Timer

from tui.i18n.speech import count
from tui.view.text.words import WORD
from tui.widgets.pane import Pane

Stretch = tuple[int, int]
"""Code points from and up to."""

_LINE = re.compile(r"[^\r\n]+")
_PACE = 0.05
"""Seconds between lines while the mouse is held above or below the text."""


@dataclass
class Copied(Message):
    """The selected words are in the clipboard."""

    text: str
    """What to say of it."""


class Source(Protocol):
    """The text that a pane shows, and where it is drawn."""

    def text(self) -> str:
        """All of it, as given."""

    def drawn_at(self, cell: Offset) -> Stretch | None:
        """What of the text is drawn in a cell; an empty stretch beside a line; None where there is no text."""


class Selecting:
    """What the mouse does over the text of a pane.

    What is selected is a stretch of the source, so it stays the same when the text is wrapped anew. Both ends are
    whole clusters: a letter with its marks, a lam with its alef. Releasing the mouse copies.
    """

    def __init__(self, pane: Pane, source: Source) -> None:
        self._pane, self._source = pane, source
        self._anchor: Stretch | None = None
        self._mouse = Offset(0, 0)
        self._pacing: Timer | None = None

    @property
    def selected(self) -> Stretch | None:
        """What is selected; None when nothing is."""
        found = self._pane.text_selection
        if found is None:
            return None
        size = len(self._source.text())
        return found.start.x if found.start else 0, min(found.end.x, size) if found.end else size

    @property
    def words(self) -> str:
        """The selected words, as they stand in the source."""
        found = self.selected
        return self._source.text()[slice(*found)] if found else ""

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the source and nothing else on the screen; an empty one selects nothing."""
        found = Selection(Offset(start, 0), Offset(end, 0))
        self._pane.screen.selections = {self._pane: found} if start < end else {}

    def take_all(self) -> None:
        """Select and copy the whole text."""
        self.select(0, len(self._source.text()))
        self.copy()

    def hear(self, event: events.Event) -> None:
        """What the mouse did."""
        match event:
            case events.MouseDown():
                self._pressed(event)
            case events.MouseMove() if self._anchor is not None:
                self._mouse = event.get_content_offset_capture(self._pane)
                self._reach()
            case events.MouseUp():
                self._lifted()
            case events.MouseRelease():
                self._let_go()
            case events.Click():
                self._clicked(event)

    def _pressed(self, event: events.MouseDown) -> None:
        self._mouse = event.get_content_offset_capture(self._pane)
        self._anchor = self._source.drawn_at(self._mouse) if event.button == 1 else None
        if self._anchor is not None:
            self._pane.capture_mouse()
            self._pacing = self._pane.set_interval(_PACE, self._scroll_on)

    def _lifted(self) -> None:
        self._pane.focus(scroll_visible=False)
        if self._anchor is not None:
            self._let_go()
            self._pane.call_after_refresh(self.copy)  # it is said after what is said when the keys move

    def _let_go(self) -> None:
        """The drag is over, whoever ended it."""
        self._anchor = None
        self._pane.release_mouse()
        if self._pacing is not None:
            self._pacing.stop()

    def _clicked(self, event: events.Click) -> None:
        """Twice for a word, three times for a paragraph."""
        at = self._source.drawn_at(event.get_content_offset_capture(self._pane))
        if event.chain < 2 or at is None:
            return
        pattern = WORD if event.chain == 2 else _LINE
        text = self._source.text()
        head = text.rfind("\n", 0, at[0]) + 1
        found = next((one for one in pattern.finditer(text, head) if one.end() > at[0]), None)
        if found is not None and found.start() <= at[0]:
            self.select(*found.span())
            self.copy()

    def _reach(self) -> None:
        """Select from where the mouse was pressed to where it is."""
        at = self._source.drawn_at(self._mouse)
        if at is not None and self._anchor is not None:
            self.select(min(at[0], self._anchor[0]), max(at[1], self._anchor[1]))

    def _scroll_on(self) -> None:
        """While the mouse is held outside, go on."""
        pane = self._pane
        above = min(0, self._mouse.y - pane.lead)
        beyond = above or max(0, self._mouse.y - pane.content_size.height + 1)
        if beyond and self._anchor is not None:
            pane.top += max(-3, min(beyond, 3))
            self._reach()

    def copy(self) -> None:
        """Copy what is selected, and say so."""
        words = self.words
        if words:
            self._pane.app.copy_to_clipboard(words)
            self._pane.post_message(Copied(count("{n} word copied", "{n} words copied", len(words.split()))))
