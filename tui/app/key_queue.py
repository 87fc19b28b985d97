"""`KeyQueue`: handles keys strictly one after another, each when the effects of the one before are complete.

A key of the Arabic layout that sends two letters («لا» is the key B) counts as one key.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import lru_cache
from time import monotonic

from textual import events
from textual.keys import _character_to_key
from textual.timer import Timer
from textual.widgets import Input

from tui.app.stage import Stage
from tui.keys.keys import PAIRS, Keys, physical, printed_by
from tui.keys.layout import Layout
from tui.keys.table import Group
from tui.widgets.turning.strip import TurnStrip

_LAM = "ل"
PATIENCE = 0.03
"""Seconds to wait for a second letter: enough for a terminal, too short for another keystroke."""
_LOST, _OPENING, _LOOK = 0.5, 10.0, 0.005
"""Seconds until a key that is not returned, or a sheet that does not open, is given up; and between two checks."""
_READING = 5.0
"""Seconds that a decision waits for the events that it is upon: a kept timeline is there by then on any machine."""


@lru_cache(4)
def _decisions(table: Keys) -> frozenset[str]:
    """Keys of commands that are upon the chosen event."""
    return frozenset(sign for one in table.commands if one.group is Group.REVIEW for sign in physical(one.keys))


@lru_cache(4)
def _moves(table: Keys) -> frozenset[str]:
    """Keys of commands that open no prompt and no sheet."""
    quiet = (one for one in table.commands if one.group is Group.PANE or one.action.startswith("wish("))
    return frozenset(sign for one in quiet for sign in physical(one.keys))


def _meant(layout: Layout, key: events.Key, *, sheet: bool) -> events.Key:
    """The key that a sign stands for on the layout of the keyboard; in a sheet an Arabic letter too."""
    sign = layout.meant(key.character)
    if not sign and sheet and key.character:
        sign = printed_by(key.character)
    return events.Key(_character_to_key(sign), sign) if sign and sign != key.character else key


class KeyQueue:
    """Makes keys that arrive in a burst (a slow link) act as if typed singly: what follows «f» is the filter.

    Keys that arrive together with the key that closes a prompt are dropped with it; they never become commands.
    The queue waits for a second letter only if a command is bound to such a pair, and never while the reader types.
    """

    def __init__(self, app: Stage, pass_on: Callable[[events.Event], Awaitable[None]]) -> None:
        """`pass_on`: Textual's own handling of an event."""
        self._app, self._do = app, pass_on
        self._layout = Layout()
        self._backlog: deque[events.Key] = deque()
        self._held: events.Key | None = None
        """The first letter of what may become a two-letter key."""
        self._under_way: events.Key | None = None
        """The key that was forwarded to the panes; Textual returns it if no widget handles it."""
        self._watch: Timer | None = None
        self._sheets = 1
        """Number of screens before the current event."""
        self._patient_until = 0.0
        """When a decision that was asked for before the events were there is given up; 0 while none waits."""

    @property
    def _table(self) -> Keys:
        """The keys as bound in this run."""
        return self._app.view.keys

    @property
    def idle(self) -> bool:
        """True when no key is pending; widgets and workers may still be busy with the last one."""
        return not self._backlog and self._under_way is None and self._held is None

    @property
    def _typing(self) -> bool:
        return isinstance(self._app.focused, Input | TurnStrip)

    async def take(self, event: events.Event) -> None:
        """Handle any event of the app; a key waits for the keys before it."""
        key = event if isinstance(event, events.Key) and not event.is_forwarded else None
        if key is None:
            await self._pass_on(event)
            if event is self._under_way:
                await self._key_handled()
        elif self._app.screen_stack:  # else the program is exiting
            if self._typing:
                await self._queue(key)
            else:
                self._layout.hear(key.character)
                await self._command(_meant(self._layout, key, sheet=len(self._app.screen_stack) > 1))

    async def _command(self, key: events.Key) -> None:
        """Queue a key that is not typed text, once it is known that it is no half of a pair."""
        if self._held is not None:
            pair = PAIRS.get(f"{_LAM}{key.character}", "")
            first, self._held = self._held, None
            if self._table.bound(pair):
                await self._queue(events.Key(pair, pair))
            else:
                await self._queue(first)
                await self._queue(key)
        elif key.character == _LAM and any(map(self._table.bound, PAIRS.values())):
            self._held = key
            self._app.set_timer(PATIENCE, self._take_held)
        else:
            await self._queue(key)

    async def _take_held(self) -> None:
        """Handle the held letter by itself: no second one came in time."""
        first, self._held = self._held, None
        if first is not None:
            await self._queue(first)

    async def _queue(self, key: events.Key) -> None:
        self._backlog.append(key)
        await self._go_on()

    async def _go_on(self) -> None:
        while self._backlog and self._under_way is None:
            if not self._app.screen_stack:
                self._backlog.clear()  # the program is exiting
                return
            if self._is_early(self._backlog[0]):
                self._app.set_timer(4 * _LOOK, self._go_on)
                return
            key = self._backlog.popleft()
            goes_on = self._opens_nothing(key)
            if not goes_on:
                self._under_way = key
            await self._pass_on(key)
            if not goes_on and key.is_forwarded:
                self._watch = self._app.set_timer(_LOST, self._key_returned)
            elif not goes_on:
                await self._await_sheet(len(self._app.screen_stack))
                self._under_way = None

    def _is_early(self, key: events.Key) -> bool:
        """A decision on what is still being read: who pressed it saw the picture of the last session."""
        asked = _decisions(self._table)
        if not self._app.view.loading or self._typing or not (key.key in asked or key.character in asked):
            self._patient_until = 0.0
            return False
        self._patient_until = self._patient_until or monotonic() + _READING
        return monotonic() < self._patient_until

    def _opens_nothing(self, key: events.Key) -> bool:
        """True for typed text and for moves in the list: the next key need not wait for them."""
        if self._typing:
            return key.is_printable
        moves = _moves(self._table)
        return len(self._app.screen_stack) == 1 and (key.key in moves or key.character in moves)

    async def _key_handled(self) -> None:
        """The key was handled; it may have begun to open a sheet."""
        await self._await_sheet(self._sheets)
        await self._key_returned()

    async def _key_returned(self) -> None:
        """No widget wants the key any more: take the next."""
        if self._watch is not None:
            self._watch.stop()
        self._under_way = None
        await self._go_on()

    async def _await_sheet(self, before: int) -> None:
        """Wait until a sheet that is being opened has the focus: by the clock, for a busy machine looks slowly."""
        app, given_up = self._app, monotonic() + _OPENING
        while monotonic() < given_up:
            if not app.screen_stack:
                return  # the program is exiting
            if len(app.screen_stack) > before:
                if app.screen.focused is not None or (app.screen.is_mounted and not app.screen.focus_chain):
                    return
            elif not self._action_runs():
                return
            await asyncio.sleep(_LOOK)

    def _action_runs(self) -> bool:
        """True while an action runs that may open a sheet."""
        return len(self._app.screen_stack) == 1 and any(
            one.group == "default" and not one.is_finished for one in self._app.workers
        )

    async def _pass_on(self, event: events.Event) -> None:
        self._sheets = len(self._app.screen_stack)
        await self._do(event)
