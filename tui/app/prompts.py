"""`PromptLine`: opens the prompt at the bottom of the screen and gives what was typed to whoever asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.message import Message

from timeline_core.view.completion import Completion
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.view import in_report
from tui.view.gaps import steps
from tui.view.panes import Pane
from tui.widgets.bars import FootBar
from tui.widgets.pane import Pane as PaneWidget
from tui.widgets.prompt_bar import Prompt, PromptBar

_SHOWN = 6
"""Choices that stand beside the prompt."""
_KEPT = 50
"""Length of each history."""


class PromptLine:
    """One prompt at a time, with callbacks for each change, for Enter, for Esc and for keeping the line."""

    def __init__(self, app: Stage, memory: dict[str, list[str]]) -> None:
        """`memory`: prompt name -> its history, latest last."""
        self._app, self.memory = app, memory
        self._typed: Callable[[str], str] = lambda _: ""
        self._done: Callable[[str], bool | None] = lambda _: None
        self._left: Callable[[str], None] = lambda _: None
        self._keep: Callable[[str], None] | None = None
        self._complete: Callable[[str], Completion] | None = None
        self._offered: tuple[str, Completion, int] = ("", Completion(0), 0)
        """What the last Tab has put into the prompt, what may stand there, and which of it that was."""

    @property
    def does(self) -> Mapping[str, Action]:
        """No actions: other parts open the prompt."""
        return {}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """What happens in the prompt, and a click that leaves it."""
        return {
            PromptBar.Typed: self._prompt_typed,
            PromptBar.Closed: self._prompt_closed,
            PromptBar.Moved: self._prompt_moved,
            PromptBar.Kept: self._prompt_kept,
            PromptBar.Completed: self._prompt_completed,
            events.DescendantFocus: self._turned_away,
        }

    def ask(
        self,
        prompt: Prompt,
        text: str,
        done: Callable[[str], bool | None],
        typed: Callable[[str], str] = lambda _: "",
        left: Callable[[str], None] = lambda _: None,
        keep: Callable[[str], None] | None = None,
        known: Sequence[str] = (),
        complete: Callable[[str], Completion] | None = None,
    ) -> None:
        """Open the prompt.

        Args:
            done: receives the text on Enter; where it answers False, nothing was kept and the prompt opens again.
            typed: called at every change; its answer is shown beside the prompt.
            left: called on Esc, with the text the prompt was opened with.
            keep: receives a line to save under a name; None if lines cannot be saved.
            known: suggestions, offered before the history.
            complete: what Tab may put at the end of the line; None where it puts nothing.
        """
        self._complete, self._offered = complete, ("", Completion(0), 0)
        self._typed, self._done, self._left, self._keep = typed, done, left, keep
        self._app.query_one(FootBar).display = False
        self._app.query_one(PromptBar).open(prompt, text, [*known, *self.memory.get(prompt.name, ())])

    def give(self, text: str) -> bool:
        """Answer the open prompt as if the text were typed and Enter pressed; False where none is open."""
        bar = self._app.query_one(PromptBar)
        if bar.display:
            bar.give(text)
            return True
        return False

    def mend(self, text: str, wrong: str, answer: str) -> None:
        """Put a text into the open prompt, select the wrong part, and show why it is wrong."""
        self._app.query_one(PromptBar).put(text, wrong, answer)

    def _prompt_typed(self, message: PromptBar.Typed) -> None:
        self._app.query_one(PromptBar).answer = self._typed(message.text)

    def _prompt_closed(self, message: PromptBar.Closed) -> None:
        app = self._app
        app.query_one(FootBar).display = True
        app.screen.set_focus(app.query_one(f"#{app.view.focus}"), scroll_visible=False)
        if message.given_up:
            self._left(message.before)
            return
        if self._done(message.text) is False:
            history = self.memory.get(message.prompt.name, ())
            app.query_one(PromptBar).open(message.prompt, message.text, history, before=message.before)
            return
        typed = message.text.strip()
        if typed:
            kept = [line for line in self.memory.get(message.prompt.name, ()) if line != typed]
            self.memory[message.prompt.name] = [*kept, typed][-_KEPT:]

    def _turned_away(self, event: events.DescendantFocus) -> None:
        """A click on a pane closes the prompt: its effect so far stays, nothing is added to the history."""
        if not isinstance(event.widget, PaneWidget) or event.widget is not self._app.focused:
            return
        for bar in self._app.query(PromptBar):
            if bar.display:
                bar.display, self._app.query_one(FootBar).display = False, True

    def _prompt_moved(self, message: PromptBar.Moved) -> None:
        inside = self._app.view.focus is Pane.REPORT
        self._app.view = (in_report.next_place if inside else steps.step)(self._app.view, message.by)

    def _prompt_completed(self, message: PromptBar.Completed) -> None:
        """Put what all choices begin with; then, at each Tab, the next of them."""
        if self._complete is None:
            return
        last, offered, at = self._offered
        if message.text == last and len(offered.choices) > 1:
            at = (at + message.by) % len(offered.choices)
        else:
            offered, at = self._complete(message.text), -1
        begun = offered.shared(message.text)
        if at < 0 and begun == message.text:
            at = 0 if message.by > 0 else len(offered.choices) - 1
        text = begun if at < 0 or not offered.choices else message.text[: offered.start] + offered.choices[at]
        self._offered = (text, offered, at)
        told = self._typed(text)
        few = " · ".join(
            (*offered.choices[at + 1 : at + 1 + _SHOWN], *("…",) * (len(offered.choices) > at + 1 + _SHOWN))
        )
        self.mend(text, "", few or told)

    def _prompt_kept(self, message: PromptBar.Kept) -> None:
        line = message.text.strip()
        if self._keep is not None and line:
            self._keep(line)
