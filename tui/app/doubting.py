"""`Doubting`: what is new since the last look, and which events are one, asked pair by pair."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from textual.message import Message

from timeline_core.decisions.event_pair import EventPair
from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act
from tui.app.parts import Action, Hear, why_not
from tui.app.stage import Stage
from tui.i18n.speech import say
from tui.screens.event_pairs import EventPairsScreen
from tui.screens.news import NewsScreen
from tui.view import pairs, state
from tui.view.news import News
from tui.view.pairs import PairRow


class Doubting:
    """Opens the sheets; the timeline follows once that of the pairs is closed."""

    def __init__(self, app: Stage, derive: Callable[[], None]) -> None:
        """`derive`: shows the timeline with all decisions."""
        self._app, self._derive = app, derive

    @property
    def does(self) -> Mapping[str, Action]:
        """Actions that open a sheet."""
        return {"doubts": self.ask, "news": self.news}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the sheet answers."""
        return {}

    async def ask(self) -> None:
        """Look for the pairs in a thread, then ask."""
        services = self._app.services
        if self._app.view.loading:
            self._app.tell(say("the reports are not read yet"))
            return
        self._app.tell(say("looking for events that may be one…"))
        try:
            found = await asyncio.to_thread(services.event_pairs)
        except TimelineError as error:
            self._app.tell(str(error))
            return
        self._app.tell("")
        sheet = EventPairsScreen(self._app.view, pairs.event_pairs(found), self._keep, self._undo, services.weighed)
        if await self._app.push_screen_wait(sheet):
            self._derive()

    async def news(self) -> None:
        """Look for what is new in a thread, then show it; what is chosen there is chosen in the timeline."""
        services = self._app.services
        if self._app.view.loading:
            self._app.tell(say("the reports are not read yet"))
            return
        since, items = await asyncio.to_thread(services.news)
        sheet = NewsScreen(self._app.view, News(tuple(items), since=since), services.seen)
        if id := await self._app.push_screen_wait(sheet):
            self._app.view = state.choose(self._app.view, id)

    def _keep(self, act: Act, pair: PairRow[EventPair]) -> str:
        return why_not(lambda: self._app.services.recorder.record(act, (pair.why.one, pair.why.other)))

    def _undo(self) -> str:
        return why_not(self._app.services.recorder.undo)
