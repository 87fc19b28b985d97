"""`AskedScreen`: pairs that may be one: «the same», «different», «unsure». Each answer is on the disk at once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Generic

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget

from timeline_core.model.decision import Act
from tui.draw.line import Line
from tui.i18n.speech import count, say
from tui.screens.styled import STEPS, Sheet
from tui.view.pairs import Asked, PairRow, Pairs
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows


class AskedScreen(Sheet[bool], Generic[Asked]):
    """Answers whether anything was decided."""

    BINDINGS: ClassVar = [
        *STEPS,
        Binding("s,س", "say('same')", show=False),
        Binding("d,ي", "say('different')", show=False),
        Binding("question_mark,؟", "say('unsure')", show=False),
        Binding("u,ع", "undo", show=False),
        Binding("escape,q,ض", "leave", show=False),
    ]
    LOOK: ClassVar[str] = ""
    """A class of the sheet for the style sheet."""
    ACTS: ClassVar[Mapping[str, Act]]
    """What each answer is as a decision."""

    def __init__(
        self,
        view: View,
        found: Pairs[Asked],
        keep: Callable[[Act, PairRow[Asked]], str],
        undo: Callable[[], str],
    ) -> None:
        """
        Args:
            keep: keeps an answer; why it could not, or nothing.
            undo: takes back what was kept last; why it could not, or nothing.
        """
        super().__init__()
        self._view, self._found, self._keep, self._undo = view, found, keep, undo
        self._decided = False

    def compose(self) -> ComposeResult:
        with Vertical(id="pairs", classes=f"sheet {self.LOOK}"):
            yield Note(self._title(), "title", id="said")
            yield Rows(self._found, self._row)
            yield from self._below()
            yield Hints(say("s the same   d different   ? unsure   u undo   Esc close"))

    def _below(self) -> Iterator[Widget]:
        yield Card(self._about)

    @abstractmethod
    def _row(self, number: int, width: int) -> Line:
        """The line of that pair."""

    @abstractmethod
    def _about(self, width: int) -> list[Line]:
        """What is known of the selected pair."""

    @abstractmethod
    def _none(self) -> str:
        """What is said where there is no pair."""

    def _title(self) -> str:
        if not self._found.rows:
            return self._none()
        left = self._found.open
        asked = count("{n} pair to answer", "{n} pairs to answer", left) if left else say("all are answered")
        return " · ".join((say("Are these two one?"), asked))

    def _show(self, found: Pairs[Asked], problem: str = "") -> None:
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
        if self._found.here is not None:
            self._answer(self.ACTS[name], self._found.here)

    def _answer(self, act: Act, row: PairRow[Asked]) -> None:
        problem = self._keep(act, row)
        self._decided |= not problem
        self._show(self._found if problem else self._found.say(act), problem)

    def action_undo(self) -> None:
        """Take back the last answer that was given here."""
        if self._found.answered:
            problem = self._undo()
            self._show(self._found if problem else self._found.back(), problem)

    def action_leave(self) -> None:
        self.dismiss(self._decided)
