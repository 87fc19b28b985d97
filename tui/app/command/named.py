"""`Named`: every command by its name, chosen in the palette or typed behind `:`, where a day may stand too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.message import Message

from timeline_core.view.completion import Completion
from tui.app.parts import Action, Hear
from tui.app.prompts import PromptLine
from tui.app.stage import Stage
from tui.draw import palette as render_palette
from tui.draw import when as render_when
from tui.draw.palette import PaletteRow
from tui.i18n.speech import later, say
from tui.screens.palette import PaletteScreen
from tui.view import wishes
from tui.widgets.prompt_bar import Prompt

LINE = Prompt(
    "jump", later("go to"), later("a day in any words, or a command: 2023-02-10, last year, filter kind:denial")
)
_CHOSEN = "palette"
"""Name of the history of chosen commands."""
_KEPT = 5


class Named:
    """Finds the command, and does it."""

    def __init__(self, app: Stage, line: PromptLine) -> None:
        self._app, self._line = app, line

    @property
    def does(self) -> Mapping[str, Action]:
        """The keys of the palette and of the line."""
        return {"palette": self.palette, "jump": self.ask}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """Nothing."""
        return {}

    async def palette(self) -> None:
        """Open the command palette, and run what is chosen."""
        view = self._app.view
        rows = render_palette.every(view, self._line.memory.get(_CHOSEN, ()))
        chosen = await self._app.push_screen_wait(PaletteScreen(rows, view.mode))
        if chosen is not None:
            await self._run(chosen)

    def ask(self) -> None:
        """Ask for a day in any wording, or for a command and what it asks for."""
        self._line.ask(LINE, "", self._given, self._told, complete=self._completed)

    def _days(self, text: str) -> tuple[date, date] | None:
        return self._app.services.days(text.strip()) if text.strip() else None

    def _told(self, text: str) -> str:
        """What Enter would do."""
        if found := self._days(text):
            first, last = found
            one = render_when.day(first)
            return one if first == last else say("{first} – {last}", first=one, last=render_when.day(last))
        command, _ = render_palette.called(render_palette.every(self._app.view), text)
        return command.name if command else ""

    async def _do(self, command: PaletteRow, words: str) -> None:
        await self._run(command)
        if words and not self._line.give(words):
            self._app.tell(say("{command} takes no words: «{words}»", command=command.id, words=words))

    def _given(self, text: str) -> None:
        if not text.strip():
            return
        if found := self._days(text):
            self._app.view = wishes.jump(self._app.view, *found)
            return
        command, words = render_palette.called(render_palette.every(self._app.view), text)
        if command is None:
            self._app.tell(say("neither a date nor a command: «{text}»", text=text.strip()))
        else:
            self._app.run_worker(self._do(command, words))

    def _completed(self, line: str) -> Completion:
        return Completion(0, render_palette.names(render_palette.every(self._app.view), line))

    async def _run(self, command: PaletteRow) -> None:
        """Do it, and remember that it was chosen."""
        memory = self._line.memory
        if command.id:
            before = [one for one in memory.get(_CHOSEN, ()) if one != command.id]
            memory[_CHOSEN] = [*before, command.id][-_KEPT:]
        await self._app.run_action(command.action)
