"""The help for the pane that has the keys: what it shows, and every key that works there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size

from tui import render
from tui.key_table import Group
from tui.keys import Keys
from tui.render import BLANK, Line, Part
from tui.screens.styled import Sheet
from tui.speech import say
from tui.widgets.drawn import Bar
from tui.widgets.help_data import HelpData
from tui.widgets.note import Note

_KEYS = 22
"""Cells of the keys, and of the longest line."""
_WIDE = 200


class KeyCard(Bar):
    """Draws the table of keys, a heading for each group."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.lines: list[Line] = []
        for group in Group:
            self.lines.append(self._line([(say(group), "heading")]))
            for key, words in keys.rows(group):
                if key:
                    name = self._line([(key, "key")])
                    gap = max(1, _KEYS - render.width_of(name))
                    said = self._line([(say(words), "")])
                    self.lines.append(render.across((render.space(2),), name, (render.space(gap),), said))
            self.lines.append(BLANK)

    def _line(self, parts: list[Part]) -> Line:
        return render.label(parts, _WIDE, mode=self.choice.mode)

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

    def __init__(self, help: HelpData, keys: Keys) -> None:
        super().__init__()
        self._help, self._keys = help, keys

    def compose(self) -> ComposeResult:
        with Vertical(id="help", classes="sheet"), VerticalScroll(can_focus=True):
            yield Note(say(self._help.title), "title")
            yield Note(say(self._help.text), "happened")
            yield KeyCard(self._keys)
            yield Note(
                say("With the Arabic keyboard layout the same keys do the same: ت is j, ن is k, ٠–٩ are digits.")
            )

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
