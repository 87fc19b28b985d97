"""`StoryDesk`: opens the story desk with the marked events, and writes a story to a file."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.model.event import Event
from tui.app.parts import Action, Hear
from tui.app.prompts import PromptLine
from tui.app.stage import Stage
from tui.draw.story.forms import FORMS
from tui.i18n.speech import count, later, say, spoken
from tui.view import review, state
from tui.widgets.prompt_bar import Prompt

NAME = Prompt("story", later("story"), later("its name; the marked events become its sentences"))
_FEW = 12
"""Events that become a story without being marked, at most."""


class StoryDesk:
    """The first time it asks for a name; then it opens on the story that was shown last."""

    def __init__(self, app: Stage, line: PromptLine) -> None:
        self._app, self._line = app, line
        self._name = ""
        self._to = Path("story.md")

    @property
    def does(self) -> Mapping[str, Action]:
        """The key of the desk."""
        return {"story": self.open}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the sheet answers."""
        return {}

    async def open(self) -> None:
        """Open the story, with the marked events at its end; where there is none, ask for a name."""
        app, stories = self._app, self._app.services.stories
        if app.view.loading:
            app.tell(say("the reports are not read yet"))
            return
        marked = review.upon(app.view) if app.view.marked else ()
        try:
            names = await asyncio.to_thread(stories.names)
            if not names:
                self._begin(marked or self._few())
                return
            name = self._name if self._name in names else names[0]
            added = await asyncio.to_thread(stories.add, name, marked) if marked else 0
        except TimelineError as error:
            app.tell(str(error))
            return
        await self._show(name, added)

    def _few(self) -> Sequence[Event]:
        """All that is shown, where a filter leaves but a few."""
        view = self._app.view
        if not view.filter or not view.filtering or view.count > _FEW:
            return ()
        shown = state.narrowed(view)
        return (*shown.events, *shown.undated)

    def _begin(self, events: Sequence[Event]) -> None:
        app = self._app
        if refusal := app.services.stories.refusal:
            app.tell(refusal)
        elif not events:
            key = app.view.keys.of("mark")
            app.tell(say("first mark with {key} what the story is to tell", key=key))
        else:
            told = count("{n} sentence", "{n} sentences", len(events))
            self._line.ask(NAME, "", lambda name: self._named(name, events), typed=lambda _: told)

    def _named(self, name: str, events: Sequence[Event]) -> bool:
        if not name.strip():
            return False
        self._app.run_worker(self._begun(" ".join(name.split()), events))
        return True

    async def _begun(self, name: str, events: Sequence[Event]) -> None:
        try:
            await asyncio.to_thread(self._app.services.stories.begin, name, spoken().code, events)
        except TimelineError as error:
            self._app.tell(str(error))
            return
        await self._show(name, len(events))

    async def _show(self, name: str, added: int) -> None:
        from tui.screens.story.desk import StoryScreen  # not before it is asked for

        app = self._app
        if added:
            app.view = replace(app.view, marked=frozenset())
        while True:
            told = await asyncio.to_thread(app.services.stories.told, name)
            left = await app.push_screen_wait(StoryScreen(app.view, app.services.stories, told, app.services.teller))
            self._name = name = left.name
            if left.event:
                app.view = state.choose(app.view, left.event)
            if not left.export:
                return
            await self._export(name)

    async def _export(self, name: str) -> None:
        from tui.screens.export import ExportScreen

        app = self._app
        path = await app.push_screen_wait(ExportScreen(f"«{name}»", self._to, app.choice.mode, FORMS))
        if path is not None:
            self._to = path
            try:
                app.tell(await asyncio.to_thread(app.services.stories.export, name, path))
            except TimelineError as error:
                app.tell(str(error))
