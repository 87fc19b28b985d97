"""The list of all actors with their event counts; typing a part of a name, in any script, narrows it.

Its function keys mend the list: rename, merge, part again, hide, add a name, and «in this report it is somebody else».
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.model.decision import Act
from tui.draw.actors import ActorRow, choices
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


def _kept(_: Act, __: tuple[str, ...]) -> str:
    return ""


def _question(act: Act, name: str) -> str:
    if act is Act.RENAME:
        return say("Rename «{name}»: Enter keeps the new name, Esc the old one", name=name)
    return say("One more name of «{name}», as reports write it: Enter keeps it, Esc does not", name=name)


class Answer(NamedTuple):
    """The view with the chosen filter, and what the reader says of an actor, if anything."""

    view: View
    act: Act | None = None
    values: tuple[str, ...] = ()
    pairs: bool = False
    """The reader wants to be asked which of them are one."""


class ActorScreen(Sheet[Answer]):
    """Closes with an `Answer`: at once, when something is said of an actor, for the list will be another one."""

    BINDINGS: ClassVar = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("tab", "pick", show=False, priority=True),
        Binding("f2", "rename", show=False),
        Binding("f3", "merge", show=False),
        Binding("f4", "hide", show=False),
        Binding("f5", "other", show=False),
        Binding("f6", "pairs", show=False),
        Binding("f7", "add", show=False),
        Binding("f8", "part", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(
        self, view: View, report: str = "", keep: Callable[[Act, tuple[str, ...]], str] = _kept, refusal: str = ""
    ) -> None:
        """
        Args:
            report: SHA-256 of the one in which a name may be somebody else's; empty for none.
            keep: keeps what is said of an actor; why it could not, or nothing.
            refusal: why nothing would be kept; then no name is asked for.
        """
        super().__init__()
        self._view, self._report, self._keep, self._refusal = view, report, keep, refusal
        self._named: tuple[Act, ActorRow] | None = None
        """Whom the line above the list renames, or gives one more name."""
        self._merged: ActorRow | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="actors", classes="sheet"):
            yield Note(say("Actors"), "title", id="said")
            yield BidiInput(placeholder=say("part of a name, in any script"), mode=self._view.mode)
            yield ActorList(choices(self._view, ""))
            yield Hints(
                say(
                    "Enter only, then all but, then off   Tab the same and stay   "
                    "1–9 pinned   +1–9 pin it there   Esc close"
                )
            )
            yield Hints(
                say(
                    "F2 rename   F7 add a name   F3 merge   F8 part again   F4 hide   "
                    "F5 another person here   F6 which may be one"
                )
            )

    @property
    def _list(self) -> ActorList:
        return self.query_one(ActorList)

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        """A digit chooses a pinned actor; `+` and a digit pins the selected actor there; all else narrows the list."""
        message.stop()
        if self._named is not None:
            return
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
        if self._named is not None:
            act, row = self._named
            name = " ".join(message.value.split())
            if name:
                self._say(act, row.id, name)
        elif self._merged is not None:
            self.action_merge()
        else:
            self.action_pick()
            self._leave()

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

    def action_rename(self) -> None:
        """Take the name to show from the line above the list."""
        self._ask(Act.RENAME)

    def action_add(self) -> None:
        """Take one more name from the line above the list; it is found in the reports from then on."""
        self._ask(Act.NAME)

    def _ask(self, act: Act) -> None:
        """Let the line be about whom the reader stands on; nothing is asked that would not be kept."""
        here = self._list.choices.here
        if self._refusal:
            self._title(self._refusal)
        elif here is not None:
            self._named, self._merged = (act, here), None
            line, name = self.query_one(BidiInput), here.name if act is Act.RENAME else ""
            line.value, line.cursor_position = name, len(name)
            self._title(_question(act, here.name))

    def action_part(self) -> None:
        """Part again whom was merged into it last."""
        if (here := self._list.choices.here) is not None and self._named is None:
            self._say(Act.UNDO, here.id)

    def action_merge(self) -> None:
        """The first time choose who is merged, the second time into whom."""
        here = self._list.choices.here
        if here is None or self._named is not None:
            return
        if self._merged is None:
            self._merged = here
            self._title(say("«{name}» is the same as …: go there, then F3 or Enter; Esc to stop", name=here.name))
        elif here.id != self._merged.id:
            self._say(Act.SAME, here.id, self._merged.id)

    def action_hide(self) -> None:
        """It is nobody."""
        if (here := self._list.choices.here) is not None and self._named is None:
            self._say(Act.HIDE, here.id)

    def action_other(self) -> None:
        """In the report that is being read, the name is somebody else's."""
        here = self._list.choices.here
        if here is None or self._named is not None:
            return
        if self._report:
            self._say(Act.OTHER, here.id, self._report)
        else:
            self._title(say("no report is being read; first choose an event"))

    def action_pairs(self) -> None:
        """Go on to the pairs that may be one."""
        if self._named is None:
            self.dismiss(Answer(self._view, pairs=True))

    def _say(self, act: Act, *values: str) -> None:
        """Close once it is kept; what is refused stays on the screen with the reason."""
        refusal = self._keep(act, values)
        if refusal:
            self._title(refusal)
        else:
            self.dismiss(Answer(self._view, act, values))

    def _title(self, words: str) -> None:
        self.query_one("#said", Note).text = words

    def action_back(self) -> None:
        """Stop what was begun; then close."""
        if self._named is None and self._merged is None:
            self._leave()
            return
        self._named = self._merged = None
        self.query_one(BidiInput).value = ""
        self._title(say("Actors"))

    def _leave(self) -> None:
        self.dismiss(Answer(self._view))
