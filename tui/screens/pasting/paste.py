"""The sheet on which a pasted text is taken as a report: its fields, its events, what they meet, and the text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from timeline_core.errors import TimelineError
from timeline_core.model.expression import Expression
from tui.draw.asked import reports as render_reports
from tui.draw.line import BLANK, Line
from tui.draw.pasting import sheet as render_sheet
from tui.draw.pasting.sheet import Listed
from tui.i18n import speech
from tui.i18n.speech import later, say
from tui.ports.pasted import DAY, FIELDS, LANGUAGE, OUTLET, TITLE, Pasted
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.bidi_input import BidiInput
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.pasting.text import PastedText
from tui.widgets.rows import Rows

_LABELS = {DAY: later("Day"), OUTLET: later("Outlet"), LANGUAGE: later("Language"), TITLE: later("Title")}
_WRONG = {DAY: later("not a date: «{text}»"), LANGUAGE: later("not a known language: «{text}»")}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sheet asks of the program."""

    read: Callable[[str, Mapping[str, str]], Pasted]
    """Reads a text with these fields; called in a thread."""
    value: Callable[[str, str], str]
    """The value that a field is kept as; raises `TimelineError`."""
    why: Callable[[Expression], str]
    """Explains a date."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How the sheet was left."""

    text: str
    said: Mapping[str, str]
    """What the person changed of the fields."""
    pasted: Pasted | None = None
    kept: bool = False


class PasteScreen(Sheet[Answer]):
    """Answers the text, whether it is to be kept or not: nothing that was pasted is lost."""

    BINDINGS: ClassVar = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown,ctrl+d", "step(10)", show=False),
        Binding("pageup,ctrl+u", "step(-10)", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, view: View, text: str, reading: Reading) -> None:
        """`text`: what was pasted; empty where it is still to come."""
        super().__init__()
        self._view, self.text, self._reading = view, text, reading
        self._pasted: Pasted | None = None
        self._listed = Listed()
        self._said: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        """What the program put into each field."""
        self._wrong = self._busy = self._keeps = False
        self._warned: tuple[str, ...] = ()
        """The fields as they were when the reader was told that they would be lost."""
        self._read_of: tuple[str, dict[str, str]] | None = None
        """Text and fields that what is shown was read of."""

    def compose(self) -> ComposeResult:
        mode = self._view.mode
        with Vertical(id="paste", classes="sheet"):
            yield Note(render_sheet.title(self.text, None), "title", id="said", mode=mode)
            yield Note("", "grave", id="warning", mode=mode)
            for name in FIELDS:
                with Horizontal(classes="field"):
                    row = (
                        Note(say(_LABELS[name]), "label", mode=mode),
                        BidiInput(id=f"paste-{name}", mode=mode),
                        Note("", "faint", id=f"of-{name}", mode=mode),
                    )
                    yield from reversed(row) if speech.spoken().rtl else row
            yield Note(self._waiting(), "accent", id="counts", mode=mode)
            yield Rows(self._listed, self._row)
            card = Card(self._about)
            card.id = "about"
            yield card
            yield PastedText(mode)
            yield Hints(say("Enter keep   Esc leave   ↑↓ event   Tab field"))

    def on_mount(self) -> None:
        self._warn("")
        self.query_one(f"#paste-{DAY}", BidiInput).focus()
        self._again()

    def _waiting(self) -> str:
        return (
            say("reading this text…") if self.text else say("paste the report now: Ctrl-Shift-V, or as you are used to")
        )

    def more(self, text: str) -> None:
        """Something is pasted while the sheet is open: it goes on with what is there."""
        self.text = f"{self.text.rstrip()}\n{text}" if self.text.strip() else text
        self.query_one("#said", Note).text = render_sheet.title(self.text, None)
        self._again()

    def _again(self) -> None:
        """Read the text with its fields, beside the screen."""
        if not self._busy and self.text.strip():
            self._busy = True
            self.run_worker(self._read(), group="paste")

    async def _read(self) -> None:
        try:
            while self.is_attached and (self.text, self._said) != self._read_of:
                asked = self.text, dict(self._said)
                self._tell("counts", self._waiting())
                found = await asyncio.to_thread(self._reading.read, *asked)
                self._read_of = asked
                if self.is_attached:
                    self._show(found)
        except TimelineError as error:
            self._tell("counts", str(error))
        finally:
            self._busy = False
        if self._keeps:
            self._keep()

    def _warn(self, words: str) -> None:
        """Tell what is out of the common; that what was typed would be lost goes before all else."""
        note = self.query_one("#warning", Note)
        if self._warned == self._values():
            words = say("what you typed would be lost; Esc once more leaves it")
        note.text, note.display = words, bool(words)

    def _tell(self, id: str, words: str) -> None:
        self.query_one(f"#{id}", Note).text = words

    def _show(self, found: Pasted) -> None:
        self._pasted = found
        self._listed = Listed(found.meetings, self._listed.at).step(0)
        self.query_one("#said", Note).text = render_sheet.title(self.text, found)
        self._warn(render_sheet.warning(found))
        self._tell("counts", render_sheet.counts(found))
        for name, (value, origin) in found.fields.items():
            if name not in self._said:
                self._fill(name, value)
                self._tell(f"of-{name}", render_sheet.source(origin))
        self.query_one(Rows).put(self._listed)
        self._light()

    def _fill(self, name: str, value: str) -> None:
        """Put what was read into the field, as it is written for people."""
        shown = render_reports.language(value) if name == LANGUAGE else value
        field = self.query_one(f"#paste-{name}", BidiInput)
        if field.value == self._shown.get(name, ""):
            with self.prevent(BidiInput.Changed):
                field.value = shown
                field.action_home()
        self._shown[name] = shown

    def _light(self) -> None:
        one, pasted = self._listed.here, self._pasted
        reports = pasted.reports if pasted is not None else ()
        report = next((r for r in reports if one is None or r.id == one.piece.report), None)
        dated = one.piece.expression.span if one is not None and one.piece.expression is not None else None
        self.query_one(PastedText).put(report, one.piece.span if one is not None else None, dated)
        self.query_one(Card).again()

    def _row(self, number: int, width: int) -> Line:
        return render_sheet.row(self._listed, number, width, self._view.mode)

    def _about(self, width: int) -> list[Line]:
        one = self._listed.here
        if one is None or self._pasted is None:
            return [BLANK]
        why = self._reading.why(one.piece.expression) if one.piece.expression is not None else ""
        return render_sheet.about(self._listed, self._pasted, why, width, self._view.mode)

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        """What a person types in a field holds, as soon as it can be understood."""
        message.stop()
        name = (message.input.id or "").removeprefix("paste-")
        text = " ".join(message.value.split())
        self._wrong = False
        if text == self._shown.get(name, ""):
            self._said.pop(name, None)
        else:
            try:
                self._said[name] = self._value(name, text)
                said = render_sheet.day(self._said[name]) if name == DAY else ""
                self._tell(f"of-{name}", said or say("you say so"))
            except TimelineError:
                self._wrong = True
                self._tell(f"of-{name}", say(_WRONG[name], text=text) if name in _WRONG else "")
                return
        self._again()

    def _value(self, name: str, text: str) -> str:
        return self._reading.value(name, render_reports.code(text) if name == LANGUAGE else text)

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        self._stand(self._listed._replace(at=message.number))

    def _stand(self, listed: Listed) -> None:
        self._listed = listed
        self.query_one(Rows).put(listed)
        self._light()

    def action_step(self, by: int) -> None:
        self._stand(self._listed.step(by))

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        self._keep()

    def _keep(self) -> None:
        """Keep it once all of it is read; where it is no report, or a field is wrong, the sheet says why."""
        self._keeps = self._busy
        pasted = self._pasted
        if not self._busy and pasted is not None and pasted.reports and not self._wrong:
            self.dismiss(Answer(self.text, dict(self._said), pasted, kept=True))

    def action_leave(self) -> None:
        """What was typed is thrown away only when that is said twice; what was pasted stays for the next time."""
        values = self._values()
        if values == tuple(self._shown.get(name, "") for name in FIELDS) or values == self._warned:
            self.dismiss(Answer(self.text, {}))
            return
        self._warned = values
        self._warn("")

    def _values(self) -> tuple[str, ...]:
        return tuple(self.query_one(f"#paste-{name}", BidiInput).value for name in FIELDS)
