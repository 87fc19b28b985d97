"""`Paired`: the keys of the Arabic layout that print two letters («لا» is the key B) are one key."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from tui.keys import PAIRS, Keys
from tui.screens.stage import Stage

_LAM = "ل"
PATIENCE = 0.03
"""Seconds in which a terminal sends the second letter, and in which no person presses another key."""


class Paired(Stage):
    """Waits for a second letter only where a command lies on such a key; never while the reader types."""

    _held: events.Key | None = None
    _waiting: Timer | None = None

    @property
    def table(self) -> Keys:
        """The keys of this run."""
        raise NotImplementedError

    async def on_event(self, event: Message) -> None:
        key = event if isinstance(event, events.Key) and not event.is_forwarded else None
        if key is None or isinstance(self.focused, Input):
            await self._pass_on(event)
        elif self._held is not None:
            pair = PAIRS.get(f"{_LAM}{key.character}", "")
            first, self._held = self._held, None
            if self.table.bound(pair):
                await self._pass_on(events.Key(pair, pair))
            else:
                await self._pass_on(first)
                await self._pass_on(key)
        elif key.character == _LAM and any(map(self.table.bound, PAIRS.values())):
            self._held = key
            self._waiting = self.set_timer(PATIENCE, self._release)
        else:
            await self._pass_on(event)

    async def _release(self) -> None:
        """No second letter came."""
        first, self._held = self._held, None
        if first is not None:
            await self._pass_on(first)

    async def _pass_on(self, event: Message) -> None:
        await super().on_event(event)  # type: ignore[arg-type]
