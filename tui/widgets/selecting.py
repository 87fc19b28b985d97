"""`Selecting`: text that the mouse selects and copies, in the source's own characters and order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.timer import Timer

from tui.i18n.speech import count

if TYPE_CHECKING:
    from textual.widget import Widget as _Base
else:
    _Base = object

Stretch = tuple[int, int]
"""Code points from and up to."""

_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]+")
_LINE = re.compile(r"[^\r\n]+")
_PACE = 0.05
"""Seconds between lines while the mouse is held above or below the text."""


class Selecting(_Base):
    """To be put before the widget among its bases.

    What is selected is a stretch of the source, so it stays the same when the text is wrapped anew. Both ends are
    whole clusters: a letter with its marks, a lam with its alef. Releasing the mouse copies.
    """

    @dataclass
    class Copied(Message):
        """The selected words are in the clipboard."""

        text: str
        """What to say of it."""

    _anchor: Stretch | None = None
    _mouse: Offset = Offset(0, 0)
    _pacing: Timer | None = None

    def source(self) -> str:
        """The text that is shown, as given."""
        raise NotImplementedError

    def drawn_at(self, cell: Offset) -> Stretch | None:
        """What of the source is drawn in a cell; an empty stretch beside a line; None where there is no text."""
        raise NotImplementedError

    def first_line(self) -> int:
        """The line of the widget with which the text begins; above it stands something else."""
        return 0

    def redraw_selection(self) -> None:
        """`selected` is another now."""
        raise NotImplementedError

    def scroll_by(self, lines: int) -> None:
        """Show what lies so many lines further down, or up when negative."""
        raise NotImplementedError

    @property
    def selected(self) -> Stretch | None:
        """What is selected; None when nothing is."""
        found = self.text_selection
        if found is None:
            return None
        size = len(self.source())
        return found.start.x if found.start else 0, min(found.end.x, size) if found.end else size

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the source and nothing else on the screen; an empty one selects nothing."""
        self.screen.selections = {self: Selection(Offset(start, 0), Offset(end, 0))} if start < end else {}

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:  # noqa: ARG002
        """For the screen's own copying."""
        found = self.selected
        return (self.source()[slice(*found)], "\n") if found else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        self.redraw_selection()

    def action_select_all(self) -> None:
        self.select(0, len(self.source()))
        self._copy()

    def focus_on_click(self) -> bool:
        """Not before the mouse is released: taking the keys may move the text that it points at."""
        return False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._mouse = event.get_content_offset_capture(self)
        self._anchor = self.drawn_at(self._mouse) if event.button == 1 else None
        if self._anchor is not None:
            self.capture_mouse()
            self._pacing = self.set_interval(_PACE, self._scroll_on)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._anchor is not None:
            self._mouse = event.get_content_offset_capture(self)
            self._reach()

    def on_mouse_up(self) -> None:
        self.focus(scroll_visible=False)
        if self._anchor is not None:
            self.on_mouse_release()
            self.call_after_refresh(self._copy)  # what is said of it stays behind what is said when the keys move

    def on_mouse_release(self) -> None:
        """The drag is over, whoever ended it."""
        self._anchor = None
        self.release_mouse()
        if self._pacing is not None:
            self._pacing.stop()

    def on_click(self, event: events.Click) -> None:
        """Twice for a word, three times for a paragraph."""
        at = self.drawn_at(event.get_content_offset_capture(self))
        if event.chain < 2 or at is None:
            return
        pattern = _WORD if event.chain == 2 else _LINE
        text = self.source()
        head = text.rfind("\n", 0, at[0]) + 1
        found = next((one for one in pattern.finditer(text, head) if one.end() > at[0]), None)
        if found is not None and found.start() <= at[0]:
            self.select(*found.span())
            self._copy()

    def _reach(self) -> None:
        """Select from where the mouse was pressed to where it is."""
        at = self.drawn_at(self._mouse)
        if at is not None and self._anchor is not None:
            self.select(min(at[0], self._anchor[0]), max(at[1], self._anchor[1]))

    def _scroll_on(self) -> None:
        """While the mouse is held outside, go on."""
        above = min(0, self._mouse.y - self.first_line())
        beyond = above or max(0, self._mouse.y - self.content_size.height + 1)
        if beyond and self._anchor is not None:
            self.scroll_by(max(-3, min(beyond, 3)))
            self._reach()

    def _copy(self) -> None:
        found = self.selected
        if found is None:
            return
        text = self.source()[slice(*found)]
        self.app.copy_to_clipboard(text)
        self.post_message(self.Copied(count("{n} word copied", "{n} words copied", len(text.split()))))
