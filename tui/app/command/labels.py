"""`Labels`: a letter on each row of the timeline; the next key goes to the row that bears it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.message import Message

from timeline_core.model.event import Event
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.i18n.speech import say
from tui.screens.letter import LetterScreen
from tui.view import state
from tui.view.panes import Pane
from tui.widgets.timeline_list import TimelineList

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Those under the fingers first. Rows beyond them stay without one."""


class Labels:
    """Shows them and takes them away again."""

    def __init__(self, app: Stage) -> None:
        self._app = app

    @property
    def does(self) -> Mapping[str, Action]:
        """The key that asks for a letter."""
        return {"labels": self.ask}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """Nothing."""
        return {}

    async def ask(self) -> None:
        """Wait for a letter; any other key takes the letters away."""
        app, pane = self._app, self._app.query_one(TimelineList)
        numbers = [number for number in pane.seen() if isinstance(app.view.listing.rows[number], Event)]
        labels = dict(zip(numbers, LETTERS, strict=False))
        app.view = replace(state.tell(app.view, say("which row? press its letter")), labels=labels)
        letter = await app.push_screen_wait(LetterScreen())
        view = replace(app.view, labels={}, message="")
        number = next((number for number, one in labels.items() if one == letter), -1)
        row = view.listing.rows[number] if 0 <= number < len(view.listing.rows) else None
        app.view = state.focus(state.choose(view, row.id), Pane.TIMELINE) if isinstance(row, Event) else view
