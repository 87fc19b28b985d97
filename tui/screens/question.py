"""A question with one answer or a few: «keep this?», «which day holds?»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n import speech
from tui.screens.styled import STEPS, Sheet
from tui.view.state import View
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows

_MARK, _NUMBER = 3, 3
"""Cells of the pointer and of the number of an answer."""


class Choices(NamedTuple):
    """The answers, and the selected one."""

    rows: tuple[str, ...] = ()
    at: int = 0

    def step(self, by: int) -> Choices:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))


class QuestionScreen(Sheet[int]):
    """Answers the number of the chosen answer, from 0; -1 for none."""

    BINDINGS: ClassVar = [
        *STEPS,
        *(Binding(f"{n},{chr(0x660 + n)}", f"pick({n - 1})", show=False) for n in range(1, 10)),
        Binding("enter", "pick(-1)", show=False),
        Binding("escape,q,ض", "leave", show=False),
    ]

    def __init__(self, view: View, asked: str, said: Sequence[str], keys: str, answers: Sequence[str] = ()) -> None:
        """
        Args:
            said: what stands below the question, a paragraph each.
            keys: the keys, as `Hints` draws them.
            answers: what can be chosen; empty where Enter is the only answer.
        """
        super().__init__()
        self._view, self._asked, self._said, self._keys = view, asked, said, keys
        self._choices = Choices(tuple(answers))

    def compose(self) -> ComposeResult:
        with Vertical(id="question", classes="sheet"):
            yield Note(self._asked, "title", id="asked", mode=self._view.mode)
            for words in self._said:
                yield Note(words, "happened", mode=self._view.mode)
            if self._choices.rows:
                rows = Rows(self._choices, self._row)
                rows.styles.height = len(self._choices.rows)
                yield rows
            yield Hints(self._keys)

    def _row(self, number: int, width: int) -> Line:
        here = "chosen" if number == self._choices.at else ""
        drawn = render.across(
            ((f" {render.pointer() if here else ' '} ", _MARK, "mark"),),
            render.label([(speech.number(number + 1), "key")], _NUMBER, mode=self._view.mode),
            (render.space(1),),
            render.one(self._choices.rows[number], width - _MARK - 2, "happened", mode=self._view.mode),
        )
        return tuple((words, cells, f"{here} {own}".strip()) for words, cells, own in drawn)

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        self.dismiss(message.number)

    def action_step(self, by: int) -> None:
        if self._choices.rows:
            self._choices = self._choices.step(by)
            self.query_one(Rows).put(self._choices)

    def action_pick(self, number: int) -> None:
        """That answer; -1 for the selected one, where there are any to select."""
        if number < 0:
            self.dismiss(self._choices.at)
        elif number < len(self._choices.rows):
            self.dismiss(number)

    def action_leave(self) -> None:
        self.dismiss(-1)
