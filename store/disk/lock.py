"""The two locks of a library: one process writes at a time, and those that wait come to their turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.disk.errors import LibraryError, refused

REPORTS, DECISIONS = ".lock", ".lock-decisions"
"""Who needs both takes them in this order. They are two, so that a decision never waits for reports being added."""

PATIENCE = 30.0
"""Seconds that a writer waits for another one."""

_POLL = 0.002


@contextmanager
def held(folder: Path, name: str = REPORTS, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of that name. The folder must be there.

    filelock polls, and who has just let go asks first again; so whoever waits holds a second lock, the gate, which
    the other must pass before its next turn.

    Raises:
        LibraryError: another held it for longer than `patience`, the disk knows no locks, or the system refuses.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / name, timeout=patience, poll_interval=_POLL)
    gate = FileLock(folder / f"{name}-next", timeout=patience, poll_interval=_POLL)
    try:
        with gate:
            lock.acquire()
    except Timeout as error:
        raise LibraryError(
            folder, "another Waqai has been writing to it for too long", "close that one and do it again"
        ) from error
    except NotImplementedError as error:
        raise LibraryError(folder, "its disk knows no locks", "name another folder with --library") from error
    except OSError as error:
        raise refused(folder, error) from error
    try:
        yield
    finally:
        lock.release()
