"""The rows of the actor list."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.draw import actors as render_actors
from tui.draw import line as render
from tui.draw.actors import Choices
from tui.draw.line import BLANK, Line
from tui.i18n.speech import say
from tui.widgets.drawn import Bar


class ActorList(Bar):
    """Draws `choices` with the selected row in view; has no keys of its own."""

    choices: reactive[Choices] = reactive(Choices())

    @dataclass
    class Pointed(Message):
        """The reader clicked on an actor."""

        id: str

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.set_reactive(ActorList.choices, choices)

    @property
    def _top(self) -> int:
        """The first visible row."""
        return max(0, self.choices.at - self.size.height + 1)

    def line(self, y: int) -> Line:
        number = self._top + y
        if not self.choices.rows:
            words = render.label([(say("no actor has such a name"), "faint")], self.size.width, mode=self.choices.mode)
            return BLANK if y else render.across((render.space(1),), words)
        return render_actors.row(self.choices, number, self.size.width) if number < len(self.choices.rows) else BLANK

    def on_click(self, event: events.Click) -> None:
        number = self._top + event.y
        if number < len(self.choices.rows):
            event.stop()
            self.choices = self.choices._replace(at=number)
            self.post_message(self.Pointed(self.choices.rows[number].id))
