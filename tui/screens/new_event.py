"""The form that makes an event of words of a report, with the date that the program reads in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.model.event import Kind
from timeline_core.model.span import Span
from timeline_core.model.when import When
from tui.draw import detail as render_detail
from tui.draw import when as render_when
from tui.i18n.speech import later, say
from tui.ports.new_event import NewWords, ReadWords
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.bidi_input import BidiInput
from tui.widgets.hints import Hints
from tui.widgets.note import Note

_FIELDS = {
    "title": later("Title"),
    "date": later("Date, in any words; empty, as it is read in the words"),
    "kind": later("Kind: occurrence, announcement, planned, denial"),
}
_SHOWN = 160
"""Letters of the words that are shown."""


class NewEventScreen(Sheet[NewWords | None]):
    """Returns what is to be recorded; None on Esc."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, view: View, span: Span, read: ReadWords, typed: Callable[[str], str | None]) -> None:
        """
        Args:
            span: the words, in the report of the view.
            read: what was read in them.
            typed: the EDTF value of a date in any words.
        """
        super().__init__()
        self._view, self._span, self._read, self._typed = view, span, read, typed

    def compose(self) -> ComposeResult:
        report, mode = self._view.report, self._view.mode
        words = " ".join(self._span.of(report.text).split()) if report is not None else ""
        before = {"title": self._read.title, "date": "", "kind": render_detail.kind_of(Kind(self._read.kind))}
        with Vertical(id="edit", classes="sheet"):
            yield Note(say("A new event of these words"), "title", mode=mode)
            yield Note(f"«{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}»", "faint", mode=mode)
            for name, label in _FIELDS.items():
                yield Note(say(label), "label", mode=mode)
                yield BidiInput(before[name], id=f"new-{name}", mode=mode)
                if name == "date":
                    yield Note(self._of_words(), "faint", id="said-date", mode=mode)
            yield Hints(say("Enter keep   Esc leave"))

    def _of_words(self) -> str:
        """What the words say of the date."""
        if self._read.several:
            dates = say(", ").join(f"«{one}»" for one in self._read.several)
            return say("the words say several dates ({dates}); type which", dates=dates)
        if self._read.when is None:
            return say("no date is read in the words; without one the event is undated")
        day = render_when.full(self._read.when)
        return say("{date}: {why}", date=day, why=self._read.why) if self._read.why else day

    @on(events.DescendantFocus)
    def _entered(self, event: events.DescendantFocus) -> None:
        """Select the whole field, so that typing replaces it and an arrow key keeps it."""
        if isinstance(event.widget, BidiInput):
            event.widget.action_select_all()

    @on(BidiInput.Changed, "#new-date")
    def _date_typed(self, message: BidiInput.Changed) -> None:
        message.stop()
        note, typed = self.query_one("#said-date", Note), message.value.strip()
        if not typed:
            note.text = self._of_words()
            return
        value = self._typed(typed)
        note.text = say("not a date: «{text}»", text=typed) if value is None else render_when.full(When(value))

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        report, date, kind = self._view.report, self._value("date"), render_detail.kind_named(self._value("kind"))
        wrong = "date" if (date and self._typed(date) is None) or (self._read.several and not date) else ""
        wrong = wrong or ("" if kind in frozenset(Kind) else "kind")
        if wrong:
            self.query_one(f"#new-{wrong}", BidiInput).focus()
        elif report is not None:
            self.dismiss(NewWords(report.id, self._span, self._value("title"), date, kind))

    def _value(self, name: str) -> str:
        return self.query_one(f"#new-{name}", BidiInput).value.strip()

    def action_leave(self) -> None:
        self.dismiss(None)
