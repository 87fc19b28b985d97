"""The help for the pane that has the keys: what it shows, and every key that works there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size

from tui import keys
from tui.keys import Group
from tui.render import BLANK, Line
from tui.screens.styled import Sheet
from tui.widgets.drawn import Bar
from tui.widgets.help_data import HelpData
from tui.widgets.note import Note


class KeyCard(Bar):
    """Draws the table of keys, a heading for each group."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        for group in Group:
            self.lines.append(((str(group).capitalize(), len(group), "heading"),))
            for key, words in keys.rows(group):
                self.lines.append(((f"  {key:<22}", 24, "key"), (words, len(words), "")))
            self.lines.append(BLANK)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self.lines)

    def line(self, y: int) -> Line:
        return self.lines[y] if y < len(self.lines) else BLANK


class HelpScreen(Sheet[None]):
    """Shown until a key closes it."""

    BINDINGS: ClassVar = [
        Binding("escape,q,ض,question_mark,؟,f1,enter", "dismiss", show=False),
        Binding("j,ت", "scroll(1)", show=False),
        Binding("k,ن", "scroll(-1)", show=False),
    ]

    def __init__(self, help: HelpData) -> None:
        super().__init__()
        self._help = help

    def compose(self) -> ComposeResult:
        with Vertical(id="help", classes="sheet"), VerticalScroll(can_focus=True):
            yield Note(self._help.title, "title")
            yield Note(self._help.text, "happened")
            yield KeyCard()
            yield Note("With the Arabic keyboard layout the same keys do the same: ت is j, ن is k, ٠–٩ are digits.")

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
