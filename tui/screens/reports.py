"""The list of all reports: with day and where it is from, outlet, language, events, state; typing narrows it.

Its function keys mend a report: its day, outlet and language; they put it into the bin, and back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.errors import TimelineError
from timeline_core.model.when import When
from tui.draw import when as render_when
from tui.draw.asked import reports as render_reports
from tui.draw.asked.reports import Reports
from tui.draw.line import Line
from tui.i18n.speech import count, later, say
from tui.ports.listed_report import ListedReport, State
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.bidi_input import BidiInput
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows

DAY, OUTLET, LANGUAGE = "published", "publisher", "lang"
_ASKED = {
    DAY: later("The day of «{title}», in any words; nothing: what its file says"),
    OUTLET: later("The outlet of «{title}»; nothing: what its file says"),
    LANGUAGE: later("The language of «{title}», by its name or code; nothing: what its file says"),
}
_WRONG = {DAY: later("not a date: «{text}»"), LANGUAGE: later("not a known language: «{text}»")}


class Mending(NamedTuple):
    """How a report is mended; each answers why it was not, or nothing."""

    value: Callable[[str, str], str]
    """The value that a field is kept as; raises `TimelineError`."""
    about: Callable[[ListedReport, str, str], str]
    """Says a field of a report."""
    bin: Callable[[ListedReport], str]
    """Puts it into the bin, or back."""
    undo: Callable[[], str]
    refusal: str = ""
    """Why nothing would be kept."""


class ReportsScreen(Sheet[str]):
    """Answers the id of the report to read; empty for none."""

    BINDINGS: ClassVar = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown,ctrl+d", "step(10)", show=False),
        Binding("pageup,ctrl+u", "step(-10)", show=False),
        Binding("f2", f"mend('{DAY}')", show=False),
        Binding("f3", f"mend('{OUTLET}')", show=False),
        Binding("f4", f"mend('{LANGUAGE}')", show=False),
        Binding("f6", "turn", show=False),
        Binding("f8", "bin", show=False),
        Binding("f9", "undo", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(
        self, view: View, list_all: Callable[[], Sequence[ListedReport]], first: Reports, mending: Mending
    ) -> None:
        """
        Args:
            list_all: lists all reports, with what was decided until now; called in a thread.
            first: the list as it opens.
        """
        super().__init__()
        self._view, self._list_all, self._found, self._mending = view, list_all, first, mending
        self.turns = False
        """Days are to be tried for the report that is answered."""
        self._field = ""
        """What of the selected report is being asked for."""
        self._typed = ""
        """What narrows the list, while something else is asked for."""

    def compose(self) -> ComposeResult:
        with Vertical(id="reports", classes="sheet"):
            yield Note(self._title(), "title", id="said", mode=self._view.mode)
            yield BidiInput(placeholder=say("words of a title, an outlet, a day, a state"), mode=self._view.mode)
            yield Rows(self._found, self._row)
            card = Card(lambda width: render_reports.about(self._found, width))
            card.id = "about"
            yield card
            yield Hints(say("Enter read it   F2 day   F3 outlet   F4 language   F6 try   F8 bin   F9 undo   Esc close"))

    def _title(self) -> str:
        every = self._found.every
        undated = sum(one.when is None and one.state is not State.BIN for one in every)
        silent = sum(not one.events and one.state is not State.BIN for one in every)
        told = [count("{n} report", "{n} reports", len(every))]
        told += [count("{n} without a day", "{n} without a day", undated)] if undated else []
        told += [count("{n} without an event", "{n} without an event", silent)] if silent else []
        return " · ".join(told)

    def _row(self, number: int, width: int) -> Line:
        return render_reports.row(self._found, number, width)

    @property
    def _line(self) -> BidiInput:
        return self.query_one(BidiInput)

    def show(self, found: Reports) -> None:
        """Draw these rows."""
        self._found = found
        self.query_one(Rows).put(found)
        self.query_one(Card).again()
        if not self._field:
            self._say(self._title())

    def _say(self, words: str) -> None:
        self.query_one("#said", Note).text = words

    async def renew(self) -> None:
        """List the reports anew: something of them has changed."""
        every = await asyncio.to_thread(self._list_all)
        if self.is_attached:
            self.show(render_reports.listed(every, self._view.mode, self._found))

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        if not self._field:
            self.show(self._found._replace(at=message.number))

    @on(BidiInput.Changed)
    def _changed(self, message: BidiInput.Changed) -> None:
        """Narrow the list; or show how a day that is being typed is read."""
        message.stop()
        if not self._field:
            self.show(self._found.narrowed(message.value))
        elif self._field == DAY and message.value.strip() != self._before():
            self._say(self._reading(message.value.strip()))

    def _reading(self, text: str) -> str:
        if not text:
            return self._question()
        try:
            value = self._mending.value(DAY, text)
            return render_when.full(When(value))
        except TimelineError:
            return say(_WRONG[DAY], text=text)

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        here = self._found.here
        if here is None:
            return
        if not self._field:
            self.dismiss(here.id)
            return
        text = " ".join(message.value.split())
        if text == self._before():
            self.action_back()
            return
        try:
            value = self._mending.value(self._field, render_reports.code(text) if self._field == LANGUAGE else text)
        except TimelineError:
            self._say(say(_WRONG[self._field], text=text))
            return
        self._after(self._mending.about(here, self._field, value), close=True)

    def _after(self, refusal: str, *, close: bool = False) -> None:
        """Show why it was not kept; else go on with the list as it is now."""
        if refusal:
            self._say(refusal)
            return
        if close:
            self.action_back()
        self.run_worker(self.renew(), exclusive=True, group="reports")

    def _before(self) -> str:
        """What the field says now."""
        here = self._found.here
        if here is None:
            return ""
        values = {DAY: here.when.edtf if here.when else "", OUTLET: here.publisher}
        values[LANGUAGE] = render_reports.language(here.lang)
        return values.get(self._field, "")

    def _question(self) -> str:
        here = self._found.here
        return say(_ASKED[self._field], title=render_reports.title(here)) if here else ""

    def action_step(self, by: int) -> None:
        if not self._field:
            self.show(self._found.step(by))

    def action_mend(self, field: str) -> None:
        """Ask in the line above the list; the value that holds now stands in it, selected."""
        if self._mending.refusal:
            self._say(self._mending.refusal)
        elif self._found.here is not None and not self._field:
            self._typed, self._field = self._line.value, field
            self._put(self._before())
            self._line.action_select_all()
            self._say(self._question())

    def _put(self, text: str) -> None:
        with self.prevent(BidiInput.Changed):
            self._line.value = text
        self._line.action_end()

    def action_bin(self) -> None:
        """Into the bin, or back out of it."""
        if self._found.here is not None and not self._field:
            self._after(self._mending.bin(self._found.here))

    def action_turn(self) -> None:
        """Try days for it, over the timeline; one in the bin has none."""
        if self._found.here is not None and not self._field and self._found.here.state is not State.BIN:
            self.turns = True
            self.dismiss(self._found.here.id)

    def action_undo(self) -> None:
        if not self._field:
            self._after(self._mending.undo())

    def action_back(self) -> None:
        """Stop asking; then close."""
        if not self._field:
            self.dismiss("")
            return
        self._field = ""
        self._put(self._typed)
        self._say(self._title())
