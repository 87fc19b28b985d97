"""Processes that work for this one: as many as there are cores, and none that outlives it."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import parent_process

from store.disk.sweeping import sweep_seldom

_MOST = 8


def cores() -> int:
    """How many worker processes are useful: as many as there are cores."""
    try:
        return min(_MOST, len(os.sched_getaffinity(0)))
    except AttributeError:
        return min(_MOST, os.cpu_count() or 1)


def enlist() -> None:
    """Prepare a worker process: it leaves Ctrl+C to the process that started it, and ends when that one does.

    The terminal sends an interrupt to all processes, and the first one decides. One that is killed cannot tell its
    workers, who would wait for their next task for ever.
    """
    sweep_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)
