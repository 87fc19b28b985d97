"""`Lags`: opens the sheet on how soon the chosen event was said and printed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from textual.message import Message

from timeline_core.view.lag import Ladder, Usual, find_ladder, find_usual
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.i18n.speech import say
from tui.view import state


class Lags:
    """The days are counted in a thread, for every event that is shown is looked at."""

    def __init__(self, app: Stage) -> None:
        self._app = app

    @property
    def does(self) -> Mapping[str, Action]:
        """The key of the sheet."""
        return {"lag": self.open}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages."""
        return {}

    async def open(self) -> None:
        """Count, then open the sheet."""
        from tui.screens.story.lag import LagScreen  # not before it is asked for

        view = self._app.view
        event = view.event
        if event is None:
            self._app.tell(say("no event is chosen"))
            return

        def counted() -> tuple[Ladder | None, tuple[Usual, ...]]:
            numbers = {number for id in event.reports for number in view.index.of_report(id)}
            around = [view.numbered(number) for number in sorted(numbers)]
            shown = state.narrowed(view)
            return find_ladder(event, around, view.timeline), find_usual(shown.events, view.timeline)

        ladder, usual = await asyncio.to_thread(counted)
        await self._app.push_screen_wait(LagScreen(view, event.title, ladder, usual))
