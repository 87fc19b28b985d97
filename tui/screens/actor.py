"""The list of all actors with their event counts; typing a part of a name, in any script, narrows it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.draw.actors import choices
from tui.i18n.speech import say
from tui.screens.styled import Sheet
from tui.view import state, wishes
from tui.view.state import View
from tui.widgets.actor_list import ActorList
from tui.widgets.bidi_input import BidiInput
from tui.widgets.hints import Hints
from tui.widgets.note import Note

_PIN = "+"
"""Typed before a digit: pin there the actor that the reader stands on."""


class ActorScreen(Sheet[View]):
    """Returns the view with the chosen filter."""

    BINDINGS: ClassVar = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("tab", "pick", show=False, priority=True),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        with Vertical(id="actors", classes="sheet"):
            yield Note(say("Actors"), "title")
            yield BidiInput(placeholder=say("part of a name, in any script"), mode=self._view.mode)
            yield ActorList(choices(self._view, ""))
            yield Hints(
                say(
                    "Enter only, then all but, then off   Tab the same and stay   "
                    "1–9 pinned   +1–9 pin it there   Esc close"
                )
            )

    @property
    def _list(self) -> ActorList:
        return self.query_one(ActorList)

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        """A digit chooses a pinned actor; `+` and a digit pins the selected actor there; all else narrows the list."""
        message.stop()
        digits = [letter for letter in message.value if letter.isdecimal()]
        if not digits:
            self._narrow(message.value.replace(_PIN, ""))
            return
        message.input.value = "".join(letter for letter in message.value if not letter.isdecimal() and letter != _PIN)
        digit = int(digits[-1])
        if _PIN in message.value:
            self._pin(digit)
        elif 0 < digit <= len(self._view.pins):
            self._change(self._view.pins[digit - 1][0])

    def _narrow(self, text: str) -> None:
        """List what matches; the selection stays if the rows are the same."""
        found, before = choices(self._view, text), self._list.choices
        self._list.choices = found._replace(at=before.at if found.needle == before.needle else 0)

    def _pin(self, digit: int) -> None:
        found = self._list.choices.here
        if found is not None and digit:
            self._view = wishes.pin(self._view, found.id, digit)
            self._narrow(self.query_one(BidiInput).value)

    @on(BidiInput.Submitted)
    def _choose(self, message: BidiInput.Submitted) -> None:
        message.stop()
        self.action_pick()
        self.action_leave()

    @on(ActorList.Pointed)
    def _pointed(self, message: ActorList.Pointed) -> None:
        self._change(message.id)

    def _change(self, id: str) -> None:
        self._view = state.toggle_actor(self._view, id)
        at = self._list.choices.at
        self._list.choices = choices(self._view, self.query_one(BidiInput).value)._replace(at=at)

    def action_pick(self) -> None:
        found = self._list.choices.here
        if found is not None:
            self._change(found.id)

    def action_step(self, by: int) -> None:
        self._list.choices = self._list.choices.step(by)

    def action_leave(self) -> None:
        self.dismiss(self._view)
