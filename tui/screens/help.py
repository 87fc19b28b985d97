"""Help for the focused pane: what it shows, and all keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from tui.draw import keys as render_keys
from tui.i18n.speech import say
from tui.keys.keys import Keys
from tui.screens.styled import Sheet
from tui.widgets.card import Card
from tui.widgets.help_data import HelpData
from tui.widgets.note import Note


class HelpScreen(Sheet[None]):
    """Shows the text of the pane and the table of keys."""

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
            yield Card(lambda width: render_keys.card(self._keys, width, mode=self.choice.mode))
            yield Note(
                say(
                    "The filter line: words and “phrases”; actor:, or agent:, patient:, by: for one role; place: finds "
                    "what lies in it too, place:Syria a raid in Atmeh; near:“Idlib 30km” what lies around a town; "
                    "source:, kind:, since:, until:, on:, dated:, tag:, status:. A minus in front excludes, "
                    "a comma means or."
                )
            )
            yield Note(
                say("With the Arabic keyboard layout the same keys do the same: ت is j, ن is k, ٠–٩ are digits.")
            )

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
