"""`Choosing`: words of a report that are chosen by keys, as in the visual mode of vim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message

from timeline_core.model.span import Span
from tui.keys.keys import physical
from tui.view.state import View
from tui.view.text import words
from tui.view.text.words import Choice, Words
from tui.widgets.selecting import Selecting, Stretch

_STEPS: Mapping[str, Callable[[Choice, int], Choice]] = {"word": words.by_word, "sentence": words.by_sentence}


def _keys(*signs: str) -> str:
    return ",".join(physical(signs))


@dataclass
class Begun(Message):
    """Words are chosen by keys from now on."""


@dataclass
class Wanted(Message):
    """An event is to be made of what is chosen."""


class Text(Protocol):
    """The text of a pane."""

    def text(self) -> str:
        """All of it."""

    def line_of(self, offset: int) -> int:
        """The line in which a code point stands."""

    def drawn_at(self, cell: Offset) -> Stretch | None:
        """What is drawn in a cell."""

    def keep_seen(self, offset: int) -> None:
        """Scroll to that code point."""


class Shown(Protocol):
    """The pane in which words are chosen."""

    view: View
    top: int

    @property
    def text(self) -> Text:
        """What it shows."""

    @property
    def rows(self) -> int:
        """Lines that its window shows."""

    @property
    def lead(self) -> int:
        """Lines above these."""

    @property
    def size(self) -> Size:
        """Its cells and lines."""

    def post_message(self, message: Message) -> bool:
        """Send it."""


class Choosing:
    """Shows what is chosen as what the mouse selects is shown; its keys, while it is under way, are `BINDINGS`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_keys("v"), "choose('begin')", show=False),
        Binding(_keys("w", "e"), "choose('word', 1)", show=False),
        Binding(_keys("b"), "choose('word', -1)", show=False),
        Binding("right", "choose('across', 1)", show=False),
        Binding("left", "choose('across', -1)", show=False),
        Binding(_keys(")"), "choose('sentence', 1)", show=False),
        Binding(_keys("("), "choose('sentence', -1)", show=False),
        Binding(_keys("o"), "choose('turn')", show=False),
        Binding(_keys("y", "c"), "choose('copy')", show=False),
        Binding("enter", "choose('make')", show=False),
        Binding("escape", "choose('end')", show=False),
    ]

    def __init__(self, pane: Shown, selecting: Selecting) -> None:
        self._pane, self._selecting = pane, selecting
        self._text = ""
        self._words = Words("")
        self._choice: Choice | None = None

    @property
    def under_way(self) -> bool:
        """True from the first `v` to Esc."""
        return self._choice is not None

    def hear(self, what: str, by: int = 1) -> None:
        """Do what a key of `BINDINGS` asks for."""
        match what:
            case "begin" if self._choice is None:
                self.begin()
            case "begin":
                self._show(words.taken_up(self._choice) if self._choice is not None else None)
            case "turn":
                self._show(words.turned(self._choice) if self._choice is not None else None)
            case "copy":
                self._selecting.copy()
            case "make":
                self._pane.post_message(Wanted())
            case "end":
                self.end()
            case _:
                self._step(what, by)

    def begin(self, *, whole: bool = False) -> None:
        """Begin with what the mouse has selected, else at the evidence or the head of the window.

        Args:
            whole: with the sentence there, and not with one word.
        """
        text = self._pane.text.text()
        if text != self._text:
            self._text, self._words = text, Words(text)
        selected = self._selecting.selected
        choice = words.begin(self._words, selected[0] if selected is not None else self._first_seen())
        if choice is not None and selected is not None:
            choice = choice.at(self._words.near(selected[1] - 1))
        elif choice is not None and whole:
            sentence = self._words.sentence(choice.caret)
            first, last = self._words.first_of(sentence), self._words.last_of(sentence)
            choice = Choice(self._words, last, first)
        self._show(choice)
        if choice is not None:
            self._pane.post_message(Begun())

    def _first_seen(self) -> int:
        """Where the evidence begins, if it is seen; else the head of the window."""
        pane = self._pane
        piece = pane.view.piece
        at = piece.span.start if piece is not None else 0
        if pane.top <= pane.text.line_of(at) < pane.top + pane.rows:
            return at
        ends = (pane.text.drawn_at(Offset(x, pane.lead)) for x in (0, pane.size.width - 1))
        return min((end[0] for end in ends if end is not None), default=at)

    def _step(self, unit: str, by: int) -> None:
        """Move the end that moves: a `word`, a `sentence`, or a word to the right `across` the line."""
        if self._choice is None:
            return
        if unit == "across":
            unit, by = "word", -by if self._words.is_rtl(self._choice.caret) else by
        self._show(_STEPS[unit](self._choice, by))

    def end(self) -> None:
        """Choose nothing any more."""
        self._choice = None
        self._selecting.select(0, 0)

    def forget(self) -> None:
        """The mouse selects now: the keys have begun nothing."""
        self._choice = None

    def _show(self, choice: Choice | None) -> None:
        self._choice = choice
        span = choice.span if choice is not None else Span(0, 0)
        self._selecting.select(span.start, span.end)
        if choice is not None:
            self._pane.text.keep_seen(choice.words.every[choice.caret].start)
