"""`KeyQueue`: keys one after the other, each when the one before has done all that it does.

The keys of the Arabic layout that print two letters («لا» is the key B) are one key.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import lru_cache

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from tui.app.stage import Stage
from tui.keys.keys import PAIRS, Keys, physical
from tui.keys.table import Group

_LAM = "ل"
PATIENCE = 0.03
"""Seconds in which a terminal sends the second letter, and in which no person presses another key."""
_LOST, _OPENING, _LOOK = 0.5, 1.0, 0.005
"""Seconds after which a key that no one gave back, and a sheet that does not open, is waited for no more."""


@lru_cache(4)
def _moves(table: Keys) -> frozenset[str]:
    """The keys of commands that neither ask nor open anything."""
    quiet = (one for one in table.commands if one.group is Group.PANE or one.action.startswith("wish("))
    return frozenset(sign for one in quiet for sign in physical(one.keys))


class KeyQueue:
    """Keys that come at once, as over a slow link, do what they would one by one: what follows «f» is typed.

    What comes at once with the key that closes a line is lost with the line, and never a command.
    A second letter is waited for only where a command lies on such a key; never while the reader types.
    """

    def __init__(self, app: Stage, pass_on: Callable[[events.Event], Awaitable[None]]) -> None:
        """`pass_on`: does with an event what Textual does."""
        self._app, self._do = app, pass_on
        self._backlog: deque[events.Key] = deque()
        self._held: events.Key | None = None
        """The first of two letters that may be one key."""
        self._under_way: events.Key | None = None
        """The key that the panes have now; it comes back when nobody there wants it."""
        self._watch: Timer | None = None
        self._sheets = 1
        """Screens before the event that is being passed on."""

    @property
    def _table(self) -> Keys:
        """The keys of this run."""
        return self._app.view.keys

    @property
    def idle(self) -> bool:
        """True when every key has done what it does, but for what widgets and workers still do with the last."""
        return not self._backlog and self._under_way is None and self._held is None

    @property
    def _typing(self) -> bool:
        return isinstance(self._app.focused, Input)

    async def take(self, event: events.Event) -> None:
        """Every event of the app goes through here; a key waits for those before it."""
        key = event if isinstance(event, events.Key) and not event.is_forwarded else None
        if key is None:
            await self._pass_on(event)
            if event is self._under_way:
                await self._arrived()
        elif not self._app.screen_stack:
            return  # the program ends; nobody is there who could want a key
        elif self._typing:
            await self._queue(key)
        elif self._held is not None:
            pair = PAIRS.get(f"{_LAM}{key.character}", "")
            first, self._held = self._held, None
            if self._table.bound(pair):
                await self._queue(events.Key(pair, pair))
            else:
                await self._queue(first)
                await self._queue(key)
        elif key.character == _LAM and any(map(self._table.bound, PAIRS.values())):
            self._held = key
            self._app.set_timer(PATIENCE, self._alone)
        else:
            await self._queue(key)

    async def _alone(self) -> None:
        """No second letter came."""
        first, self._held = self._held, None
        if first is not None:
            await self._queue(first)

    async def _queue(self, key: events.Key) -> None:
        self._backlog.append(key)
        await self._go_on()

    async def _go_on(self) -> None:
        while self._backlog and self._under_way is None:
            if not self._app.screen_stack:
                self._backlog.clear()  # the program ends
                return
            key = self._backlog.popleft()
            goes_on = self._opens_nothing(key)
            if not goes_on:
                self._under_way = key
            await self._pass_on(key)
            if not goes_on and key.is_forwarded:
                self._watch = self._app.set_timer(_LOST, self._came_back)
            elif not goes_on:
                await self._sheet_opened(len(self._app.screen_stack))
                self._under_way = None

    def _opens_nothing(self, key: events.Key) -> bool:
        """True for what is typed, and for a move in the list: the next may come before it is drawn."""
        if self._typing:
            return key.is_printable
        moves = _moves(self._table)
        return len(self._app.screen_stack) == 1 and (key.key in moves or key.character in moves)

    async def _arrived(self) -> None:
        """The key has done what it does, but for a sheet that it may have begun to open."""
        await self._sheet_opened(self._sheets)
        await self._came_back()

    async def _came_back(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        self._under_way = None
        await self._go_on()

    async def _sheet_opened(self, before: int) -> None:
        """Wait for a sheet that is being opened until it has the keys."""
        app = self._app
        for _ in range(int(_OPENING / _LOOK)):
            if not app.screen_stack:
                return  # the program ends
            if len(app.screen_stack) > before:
                if app.screen.focused is not None or (app.screen.is_mounted and not app.screen.focus_chain):
                    return
            elif not self._beginning():
                return
            await asyncio.sleep(_LOOK)

    def _beginning(self) -> bool:
        """True while an action has begun that may ask for a sheet."""
        return len(self._app.screen_stack) == 1 and any(
            one.group == "default" and not one.is_finished for one in self._app.workers
        )

    async def _pass_on(self, event: events.Event) -> None:
        self._sheets = len(self._app.screen_stack)
        await self._do(event)
