"""The processes that this one has started and not yet waited for."""

from __future__ import annotations

import os
import time
from pathlib import Path

PATIENCE = 5.0
"""Seconds that a process has to end once its test has."""
_OF_MANY = ("multiprocessing.resource_tracker", "multiprocessing.forkserver", "playwright")
"""Words in the command of a process that serves many tests: of Python itself, and of a fixture for a whole module."""


def children() -> frozenset[int]:
    """Numbers of processes, those that have ended but are not waited for among them; none where no system tells."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return frozenset()  # as after nearly every test, and found out by one call
    found: set[int] = set()
    for thread in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        try:
            found.update(map(int, thread.read_text("ascii").split()))
        except OSError:
            continue  # the thread has ended
    return frozenset(found)


def left_of(before: frozenset[int], patience: float) -> dict[int, str]:
    """Those that have come since and are still there after so many seconds, with their commands."""
    end = time.monotonic() + patience
    while left := {number: said for number in children() - before if not _serves_many(said := _command(number))}:
        if time.monotonic() > end:
            return left
        time.sleep(0.01)
    return {}


def _command(number: int) -> str:
    try:
        return Path(f"/proc/{number}/cmdline").read_text("utf-8", "replace").replace("\0", " ").strip() or "(ended)"
    except OSError:
        return "(gone)"


def _serves_many(command: str) -> bool:
    return any(word in command for word in _OF_MANY)
