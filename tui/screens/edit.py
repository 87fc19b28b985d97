"""The form that corrects title, date, actors and kind of an event, with the machine's value beside each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.model.decision import Act
from timeline_core.model.event import Event
from timeline_core.model.when import When
from tui.draw import detail as render_detail
from tui.draw import line as render
from tui.draw import when as render_when
from tui.i18n.speech import later, say
from tui.ports.services import Services
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.bidi_input import BidiInput
from tui.widgets.hints import Hints
from tui.widgets.note import Note

Change = tuple[Act, Sequence[str]]

_FIELDS = {
    Act.TITLE: later("Title"),
    Act.DATE: later("Date, in any words"),
    Act.ACTORS: later("Actors, by name, with commas between"),
    Act.KIND: later("Kind: occurrence, announcement, planned, denial"),
}


class EditScreen(Sheet[tuple[Change, ...]]):
    """Returns one act for each changed field; none on Esc."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self, view: View, event: Event, services: Services, typed: Mapping[Act, Sequence[str]] = MappingProxyType({})
    ) -> None:
        """`typed`: what was refused before, to be mended; the reason is the message of the view."""
        super().__init__()
        self._typed = typed
        self._view, self._event, self._services = view, event, services
        self._before = dict(_values(view, event))

    def compose(self) -> ComposeResult:
        with Vertical(id="edit", classes="sheet"):
            for act, label in _FIELDS.items():
                yield Note(say(label), "label", mode=self._view.mode)
                text = say(", ").join(self._typed[act]) if act in self._typed else self._before[act]
                yield BidiInput(text, id=f"edit-{act}", mode=self._view.mode)
                yield Note(self._machine(act) or " ", "faint", id=f"said-{act}", mode=self._view.mode)
            if self._typed:
                yield Note(self._view.message, "message", mode=self._view.mode)
            yield Hints(say("Enter keep   Esc leave as it is   an empty line restores the machine's value"))

    @on(events.DescendantFocus)
    def _entered(self, event: events.DescendantFocus) -> None:
        """Select the whole field, so that typing replaces it and an arrow key keeps it."""
        if isinstance(event.widget, BidiInput):
            event.widget.action_select_all()

    def _machine(self, act: Act) -> str:
        """The machine's value, where a person changed it."""
        machine = self._event.machine
        if machine is None:
            return ""
        names = self._view.timeline.names
        said = {
            Act.TITLE: machine.title,
            Act.DATE: render_when.full(machine.when),
            Act.ACTORS: say(", ").join(render.actor_name(names, id) for id in machine.actors),
            Act.KIND: render_detail.kind_of(machine.kind),
        }[act]
        return "" if said == self._before[act] else say("the machine says: {value}", value=said)

    @on(BidiInput.Changed, f"#edit-{Act.DATE}")
    def _date_typed(self, message: BidiInput.Changed) -> None:
        message.stop()
        note = self.query_one(f"#said-{Act.DATE}", Note)
        typed = message.value.strip()
        if not typed or typed == self._before[Act.DATE]:
            note.text = self._machine(Act.DATE) or " "
            return
        value = self._services.edtf(typed)
        found = None if value is None else When(value)
        note.text = say("not a date: «{text}»", text=typed) if found is None else render_when.full(found)

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        changes = tuple(self._changes())
        if not self._wrong():
            self.dismiss(changes)

    def _wrong(self) -> bool:
        """True if the date is invalid; says so and focuses the field."""
        field = self.query_one(f"#edit-{Act.DATE}", BidiInput)
        typed = field.value.strip()
        if not typed or typed == self._before[Act.DATE] or self._services.edtf(typed) is not None:
            return False
        field.focus()
        return True

    def _changes(self) -> Iterator[Change]:
        for act in _FIELDS:
            typed = self.query_one(f"#edit-{act}", BidiInput).value.strip()
            if typed != self._before[act]:
                words = [word.strip() for word in typed.replace("،", ",").split(",")] if act is Act.ACTORS else [typed]
                yield act, [render_detail.kind_named(typed)] if act is Act.KIND else words

    def action_leave(self) -> None:
        self.dismiss(())


def _values(view: View, event: Event) -> Iterator[tuple[Act, str]]:
    """The initial values of the fields."""
    yield Act.TITLE, event.title
    yield Act.DATE, render_when.full(event.when) if event.when else ""
    yield Act.ACTORS, say(", ").join(render.actor_name(view.timeline.names, id) for id in event.actors)
    yield Act.KIND, render_detail.kind_of(event.kind)
