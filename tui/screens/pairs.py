"""Actors that may be one, pair by pair: «the same», «different», «unsure». Each answer is on the disk at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from timeline_core.model.decision import Act
from tui.draw import pairs as render_pairs
from tui.draw.line import Line
from tui.i18n.speech import count, say
from tui.screens.styled import STEPS, Sheet
from tui.view.pairs import PairRow, Pairs
from tui.view.state import ROOMY, View
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows

Keep = Callable[[Act, PairRow], str]
"""Keeps an answer; why it could not, or nothing."""
_FEW, _MANY = 1, 3
"""Events that are told of each of the two, on a low screen and on a high one."""


class PairsScreen(Sheet[bool]):
    """Answers whether anything was decided."""

    BINDINGS: ClassVar = [
        *STEPS,
        Binding("s,س", "say('same')", show=False),
        Binding("d,ي", "say('different')", show=False),
        Binding("question_mark,؟", "say('unsure')", show=False),
        Binding("u,ع", "undo", show=False),
        Binding("escape,q,ض", "leave", show=False),
    ]

    def __init__(self, view: View, found: Pairs, keep: Keep, undo: Callable[[], str]) -> None:
        """`undo`: takes back what was kept last; why it could not, or nothing."""
        super().__init__()
        self._view, self._found, self._keep, self._undo = view, found, keep, undo
        self._decided = False

    def compose(self) -> ComposeResult:
        with Vertical(id="pairs", classes="sheet"):
            yield Note(self._title(), "title", id="said")
            yield Rows(self._found, self._row)
            yield Card(self._about)
            yield Hints(say("s the same   d different   ? unsure   u undo   Esc close"))

    def _title(self) -> str:
        if not self._found.rows:
            return say("no two actors may be one")
        left = self._found.open
        asked = count("{n} pair to answer", "{n} pairs to answer", left) if left else say("all are answered")
        return " · ".join((say("Are these two one?"), asked))

    def _row(self, number: int, width: int) -> Line:
        return render_pairs.row(self._view, self._found, number, width)

    def _about(self, width: int) -> list[Line]:
        most = _MANY if self.app.size.height >= ROOMY else _FEW
        return render_pairs.about(self._view, self._found, width, most)

    def _show(self, found: Pairs, problem: str = "") -> None:
        self._found = found
        self.query_one(Rows).put(found)
        self.query_one(Card).again()
        self.query_one("#said", Note).text = problem or self._title()

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        self._show(self._found._replace(at=message.number))

    def action_step(self, by: int) -> None:
        self._show(self._found.step(by))

    def action_say(self, name: str) -> None:
        """Keep the answer, then go on to the next pair that has none."""
        here = self._found.here
        if here is None:
            return
        problem = self._keep(Act(name), here)
        self._decided |= not problem
        self._show(self._found if problem else self._found.say(Act(name)), problem)

    def action_undo(self) -> None:
        """Take back the last answer that was given here."""
        if self._found.answered:
            problem = self._undo()
            self._show(self._found if problem else self._found.back(), problem)

    def action_leave(self) -> None:
        self.dismiss(self._decided)
