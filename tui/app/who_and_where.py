"""`WhoAndWhere`: the lists of actors and of places and the tables of both, and what the reader says of an actor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from textual.message import Message

from timeline_core.decisions.pairs import Why
from timeline_core.model.decision import Act
from timeline_core.model.event import Event
from tui.app.parts import Action, Hear, why_not
from tui.app.stage import Stage
from tui.i18n.speech import say, spoken
from tui.screens.actor import ActorScreen
from tui.screens.pairs import PairsScreen
from tui.screens.places import PlacesScreen
from tui.screens.table import TableScreen
from tui.view import pairs, state, table
from tui.view.pairs import PairRow


class WhoAndWhere:
    """Opens these sheets; an act upon a name is on the disk before it is shown."""

    def __init__(self, app: Stage, derive: Callable[[], None]) -> None:
        """`derive`: shows the timeline with all decisions."""
        self._app, self._derive = app, derive

    @property
    def does(self) -> Mapping[str, Action]:
        """Actions that open a sheet."""
        return {"actors": self.actors, "places": self.places, "table": self.table}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the sheets answer."""
        return {}

    async def actors(self) -> None:
        """Open the list of all actors; what the reader says of one of them is a decision."""
        view = self._app.view
        sha256 = view.report.sha256 if view.report is not None else ""
        recorder = self._app.services.recorder

        def keep(act: Act, values: tuple[str, ...]) -> str:
            return why_not(lambda: recorder.record_name(act, values))

        answer = await self._app.push_screen_wait(ActorScreen(view, sha256, keep, recorder.refusal))
        self._app.view = answer.view
        if answer.act is not None:
            self._say(answer.act, answer.values)
        elif answer.pairs:
            await self._pairs()

    async def _pairs(self) -> None:
        """Ask which actors are one; the timeline follows when all is said."""
        view, services = self._app.view, self._app.services
        counts = dict(view.index.actors)
        found = await asyncio.to_thread(services.pairs, view.timeline.names, counts)
        if await self._app.push_screen_wait(PairsScreen(view, pairs.pairs(found), self._keep, self._undo)):
            self._derive()

    def _keep(self, act: Act, pair: PairRow[Why]) -> str:
        return why_not(lambda: self._app.services.recorder.record_name(act, (pair.one, pair.other)))

    def _undo(self) -> str:
        return why_not(self._app.services.recorder.undo)

    def _say(self, act: Act, values: tuple[str, ...]) -> None:
        names = self._app.view.timeline.names
        called = [names[id].name(spoken().code) if id in names else id for id in values[:2]]
        self._app.tell(_said(act, called))
        self._derive()

    async def places(self) -> None:
        """Open the places of what is shown."""
        self._app.view = await self._app.push_screen_wait(PlacesScreen(self._app.view))

    async def table(self) -> None:
        """Open the tables of what is shown; they are counted in a thread, for each event is looked at."""
        view = self._app.view

        def counted() -> tuple[list[Event], table.Grid]:
            shown = state.narrowed(view)
            events = [*shown.events, *shown.undated]
            return events, table.grid(events, 0, view.timeline.names)

        events, grid = await asyncio.to_thread(counted)
        self._app.view = await self._app.push_screen_wait(TableScreen(self._app.view, events, grid))


def _said(act: Act, called: list[str]) -> str:
    """What was decided, for the foot of the screen; `u` takes it back like any other decision."""
    if act is Act.SAME:
        return say("«{other}» is «{name}» from now on", name=called[0], other=called[1])
    if act is Act.RENAME:
        return say("«{name}» is called «{other}» from now on", name=called[0], other=called[1])
    if act is Act.NAME:
        return say("«{other}» is a name of «{name}» from now on", name=called[0], other=called[1])
    if act is Act.UNDO:
        return say("who was merged into «{name}» last is somebody else again", name=called[0])
    if act is Act.HIDE:
        return say("«{name}» is hidden", name=called[0])
    return say("in this report «{name}» is somebody else", name=called[0])
