"""Waiting until the reader has done all that a key asks for, by looking at it instead of at the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic, process_time

from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.worker import WorkerState

from tui.app.app import WaqaiApp

LOOK = 0.002
"""Seconds between two looks."""
_RESTS = LOOK / 4
"""Of these, seconds of work at most in which nothing but looking was done."""
_LATE = 5 * LOOK
"""Seconds: a look that comes so late tells of the machine alone, on which others run, and not of the reader."""
_UNDER_WAY = (WorkerState.PENDING, WorkerState.RUNNING)
_LONGEST = 60
"""Seconds on the clock after which it is given up, whoever else uses the machine."""
_CALM, _IDLE = 2, 10
"""Looks in a row that must find no work: with nothing left to do, and whatever is left (as Textual's own, 0.02 s)."""


async def settle(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """As Textual's `wait_for_idle`, which waits until 0.02 s pass without work: twice a key, a minute for all tests.

    Args:
        max_sleep: seconds of work, which others on the machine do not shorten.
    """
    app = active_app.get(None)
    begin, calm, done = monotonic(), 0, process_time()
    while process_time() - done < max_sleep and monotonic() - begin < _LONGEST:
        worked, looked = process_time(), monotonic()
        await asyncio.sleep(LOOK)
        rests = process_time() - worked < _RESTS and monotonic() - looked < _LATE
        if app is None or not app.screen_stack:
            calm = calm + 1 if rests else 0
        else:
            app.screen._on_timer_update()
            calm = calm + 1 if rests or _has_nothing_to_do(app) else 0
            if calm >= _CALM and monotonic() - begin >= min_sleep and _has_nothing_to_do(app):
                return
        if calm >= _IDLE and rests:
            return


def _has_nothing_to_do(app: App[object]) -> bool:
    if isinstance(app, WaqaiApp) and not app.key_queue.idle:
        return False
    if any(worker._thread_worker and worker.state in _UNDER_WAY for worker in app.workers):
        return False  # one that is no thread may wait for a sheet to be closed
    return not any(map(_is_asked, _pumps(app)))


def _pumps(app: App[object]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)


def _is_asked(pump: MessagePump) -> bool:
    return any((pump._message_queue.qsize(), pump._pending_message is not None, pump._next_callbacks))
