"""`Paired`: keys one after the other, each when the one before has done all that it does.

The keys of the Arabic layout that print two letters («لا» is the key B) are one key.
"""

from __future__ import annotations

import asyncio
from collections import deque
from functools import lru_cache

from textual import events
from textual.message import Message
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


class Paired(Stage):
    """Keys that come at once, as over a slow link, do what they would one by one: what follows «f» is typed.

    What comes at once with the key that closes a line is lost with the line, and never a command.
    A second letter is waited for only where a command lies on such a key; never while the reader types.
    """

    _held: events.Key | None = None
    _waiting: Timer | None = None
    _under_way: events.Key | None = None
    """The key that the panes have now; it comes back when nobody there wants it."""
    _watch: Timer | None = None

    def __init__(self, *given: object, **named: object) -> None:
        self._backlog: deque[events.Key] = deque()
        super().__init__(*given, **named)  # type: ignore[arg-type]

    @property
    def table(self) -> Keys:
        """The keys of this run."""
        raise NotImplementedError

    async def on_event(self, event: Message) -> None:
        key = event if isinstance(event, events.Key) and not event.is_forwarded else None
        if key is None:
            await self._pass_on(event)
            if event is self._under_way:
                await self._arrived()
        elif isinstance(self.focused, Input):
            await self._queue(key)
        elif self._held is not None:
            pair = PAIRS.get(f"{_LAM}{key.character}", "")
            first, self._held = self._held, None
            if self.table.bound(pair):
                await self._queue(events.Key(pair, pair))
            else:
                await self._queue(first)
                await self._queue(key)
        elif key.character == _LAM and any(map(self.table.bound, PAIRS.values())):
            self._held = key
            self._waiting = self.set_timer(PATIENCE, self._alone)
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
            key = self._backlog.popleft()
            goes_on = self._opens_nothing(key)
            if not goes_on:
                self._under_way = key
            await self._pass_on(key)
            if not goes_on and key.is_forwarded:
                self._watch = self.set_timer(_LOST, self._came_back)
            elif not goes_on:
                await self._sheet_opened(len(self.screen_stack))
                self._under_way = None

    def _opens_nothing(self, key: events.Key) -> bool:
        """True for what is typed, and for a move in the list: the next may come before it is drawn."""
        if isinstance(self.focused, Input):
            return key.is_printable
        moves = _moves(self.table)
        return len(self.screen_stack) == 1 and (key.key in moves or key.character in moves)

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
        for _ in range(int(_OPENING / _LOOK)):
            if not self.screen_stack:
                return  # the program ends
            if len(self.screen_stack) > before:
                if self.screen.focused is not None or (self.screen.is_mounted and not self.screen.focus_chain):
                    return
            elif not self._beginning():
                return
            await asyncio.sleep(_LOOK)

    def _beginning(self) -> bool:
        """True while an action has begun that may ask for a sheet."""
        return len(self.screen_stack) == 1 and any(
            one.group == "default" and not one.is_finished for one in self.workers
        )

    async def _pass_on(self, event: Message) -> None:
        self._sheets = len(self.screen_stack)
        await super().on_event(event)  # type: ignore[arg-type]

    _sheets = 1
    """Screens before the event that is being passed on."""
