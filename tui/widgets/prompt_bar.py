"""`PromptBar`: the input line at the bottom: search, filter, day, tag, note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets.input import Selection

from tui.bidi.modes import Mode
from tui.i18n.speech import say
from tui.widgets.bidi_input import BidiInput
from tui.widgets.note import Note


@dataclass(frozen=True, slots=True)
class Prompt:
    """One kind of prompt: its name, sign and placeholder."""

    name: str
    """By which the app knows what to do with the answer."""
    sign: str
    """Stands before the line; a message of the screen, or the key that opened it."""
    hint: str
    """What may be typed: a message of the screen."""
    walks: bool = False
    """A search: up and down go through the events, and what is typed takes the place of what stood there."""


class PromptBar(Horizontal):
    """Posts a message at every change, and shows an `answer` beside the input."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("ctrl+s", "keep", show=False),
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
    ]

    @dataclass
    class Typed(Message):
        """The text has changed."""

        prompt: Prompt
        text: str

    @dataclass
    class Moved(Message):
        """The reader moves so many events down without leaving the prompt."""

        by: int

    @dataclass
    class Closed(Message):
        """The reader pressed Enter or Esc."""

        prompt: Prompt
        text: str
        given_up: bool
        before: str
        """What stood there when the line was opened."""

    @dataclass
    class Kept(Message):
        """The reader saves the line under a name."""

        prompt: Prompt
        text: str

    @dataclass
    class Completed(Message):
        """The reader asks for what may stand at the end: the next of it (`by` 1), or the one before (-1)."""

        prompt: Prompt
        text: str
        by: int

    def __init__(self, mode: Mode) -> None:
        super().__init__(id="prompt")
        self._mode: Mode = mode
        self._prompt = Prompt("", "", "")
        self._before = ""
        self._history: Sequence[str] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        yield Note("", "key", id="sign")
        yield BidiInput(mode=self._mode)
        yield Note("", "faint", id="answer", mode=self._mode)

    @property
    def _field(self) -> BidiInput:
        return self.query_one(BidiInput)

    @property
    def answer(self) -> str:
        """The text beside the input."""
        return self.query_one("#answer", Note).text

    @answer.setter
    def answer(self, text: str) -> None:
        self.query_one("#answer", Note).text = text

    def open(self, prompt: Prompt, text: str = "", history: Sequence[str] = (), *, before: str | None = None) -> None:
        """Take the focus, with a text to edit or type over.

        Args:
            history: what was typed before, the last one last.
            before: what Esc gives back, where that is not the text.
        """
        self._prompt, self._before = prompt, text if before is None else before
        self._history, self._at = (*history, text), len(history)
        sign = f" {say(prompt.sign)} "
        self.query_one("#sign", Note).text = sign
        self.query_one("#sign", Note).styles.width = len(sign)
        self.answer = ""
        self.display = True
        self._field.placeholder = say(prompt.hint)
        self._put(text)
        if prompt.walks:
            self._field.action_select_all()
        self.screen.set_focus(self._field, scroll_visible=False)  # at once: the next key is typed already

    def give(self, text: str) -> None:
        """Close as if the text were typed and Enter pressed."""
        self._close(text)

    def put(self, text: str, wrong: str, answer: str) -> None:
        """A text to mend: what is wrong in it is selected, and why stands beside it."""
        self._put(text)
        at = text.find(wrong) if wrong else -1
        if at >= 0:
            self._field.selection = Selection(at, at + len(wrong))
        self.answer = answer

    def _put(self, text: str) -> None:
        with self.prevent(BidiInput.Changed):
            self._field.value = text
        self._field.action_end()

    @on(BidiInput.Changed)
    def _typed(self, message: BidiInput.Changed) -> None:
        message.stop()
        if self.display:  # a letter may come behind Enter, at once with it
            self.post_message(self.Typed(self._prompt, message.value))

    @on(BidiInput.Submitted)
    def _done(self, message: BidiInput.Submitted) -> None:
        message.stop()
        self._close(message.value)

    def action_step(self, by: int) -> None:
        if self._prompt.walks:
            self.post_message(self.Moved(by))
            return
        self._at = max(0, min(self._at + by, len(self._history) - 1))
        self._put(self._history[self._at])
        self.post_message(self.Typed(self._prompt, self._field.value))

    def action_keep(self) -> None:
        self.post_message(self.Kept(self._prompt, self._field.value))

    def action_complete(self, by: int) -> None:
        self.post_message(self.Completed(self._prompt, self._field.value, by))

    def action_leave(self) -> None:
        self._close(self._before, given_up=True)

    def _close(self, text: str, *, given_up: bool = False) -> None:
        self.display = False
        self.post_message(self.Closed(self._prompt, text, given_up, self._before))
