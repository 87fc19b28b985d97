"""What every report of a library tells: what is kept of that, and the rest read by several processes at once.

What was read is kept as it comes, so that who interrupts goes on from there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from multiprocessing import get_context

from store.derived import kept_accounts
from store.derived.kept_accounts import KeptAccounts
from store.derived.renaming import Naming, carry_over
from store.disk import workers
from store.reports.library import Library
from timeline_core.decisions.names import apply_names
from timeline_core.decisions.on_reports import Amendments
from timeline_core.events.accounts import Account, account
from timeline_core.knowledge import Knowledge
from timeline_core.model.decision import Decision
from timeline_core.model.report import Report

_TASK = 20_000
"""Code points of one task: a fifth of a second of work, so that an end is not waited for."""
_WORTH = 20
"""Tasks below which starting processes costs more than it gives."""

Tell = Callable[[int, int], None]
"""How many reports were read, and of how many."""
_Keyed = tuple[bytes, Report]


@dataclass(frozen=True)
class Reader:
    """How reports are read. It is sent to other processes, so it holds a function that gives the knowledge, and not
    that.
    """

    load: Callable[[], Knowledge]
    """A function of a module, which gives the knowledge."""
    naming: tuple[Decision, ...] = ()
    """What was decided about names."""
    amended: Amendments = field(default_factory=Amendments)
    """What was decided about reports; only this process needs it."""

    @cached_property
    def known(self) -> Knowledge:
        """The knowledge that reports are read with."""
        known = self.load()
        return replace(known, gazetteer=apply_names(known.gazetteer, self.naming)) if self.naming else known

    def __getstate__(self) -> dict[str, object]:
        return {"load": self.load, "naming": self.naming}


def accounts(
    library: Library,
    kept: KeptAccounts,
    reader: Reader,
    tell: Tell = lambda _, __: None,
    processes: int | None = None,
    only: Collection[str] | None = None,
) -> list[Account]:
    """What each report of the library tells by itself, in their order; their reports are without text.

    Args:
        processes: at most so many; by default as many as there are cores.
        only: the ids of those that are asked for; else every one is.

    Raises:
        LibraryError: a file is damaged or gone; the message names it.
    """
    every = [(kept_accounts.key(document), bare) for document, bare in library.bare(reader.amended, only)]
    missing = kept.missing(key for key, _ in every)
    naming = Naming(reader.naming, reader.load, lambda: reader.known)
    carry_over(kept, {key: bare for key, bare in every if key in missing}, library, naming)
    missing = kept.missing(missing)
    wanted = [(key, bare) for key, bare in every if key in missing]
    done = 0
    if wanted:
        tell(0, len(wanted))
    for some in _read(wanted, library, reader, processes or workers.cores()):
        for key, body in some:
            kept.put(key, body)
        done += len(some)
        tell(done, len(wanted))
    return [kept.get(key, bare) or _account(library.whole(bare), reader) for key, bare in every]


def _account(report: Report, reader: Reader) -> Account:
    """The account of one report, without the report's text."""
    found = account(report, reader.known)
    return replace(found, report=replace(found.report, text=""))


def _read(
    wanted: Sequence[_Keyed], library: Library, reader: Reader, processes: int
) -> Iterator[list[tuple[bytes, bytes]]]:
    """Read the reports; gives key and body of each account to be kept, a task at a time."""
    tasks = _tasks(wanted, library)
    first = [task for _, task in zip(range(_WORTH), tasks, strict=False)]
    if processes < 2 or len(first) < _WORTH:
        for task in (*first, *tasks):
            yield _bodies(task, reader)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (reader,)) as pool:
        try:
            yield from _side_by_side((*first,), tasks, pool, reader, 2 * processes + 1)
        finally:
            pool.shutdown(cancel_futures=True)  # and wait: its thread must not meet the end of Python


def _side_by_side(
    first: Iterable[list[_Keyed]], rest: Iterable[list[_Keyed]], pool: ProcessPoolExecutor, reader: Reader, ahead: int
) -> Iterator[list[tuple[bytes, bytes]]]:
    waiting: deque[tuple[list[_Keyed], Future[list[tuple[bytes, bytes]]] | None]] = deque()
    for tasks in (first, rest):
        for task in tasks:
            waiting.append((task, _handed(task, pool)))
            if len(waiting) > ahead:
                yield _result(*waiting.popleft(), reader)
    while waiting:
        yield _result(*waiting.popleft(), reader)


def _handed(task: list[_Keyed], pool: ProcessPoolExecutor) -> Future[list[tuple[bytes, bytes]]] | None:
    """Hand a task to the worker processes; None if they have died."""
    try:
        return pool.submit(_work, task)
    except (BrokenProcessPool, OSError):
        return None


def _result(
    task: list[_Keyed], future: Future[list[tuple[bytes, bytes]]] | None, reader: Reader
) -> list[tuple[bytes, bytes]]:
    if future is not None:
        with suppress(BrokenProcessPool):
            return future.result()
    return _bodies(task, reader)


def _tasks(wanted: Iterable[_Keyed], library: Library) -> Iterator[list[_Keyed]]:
    """Tasks of some reports with their texts; this process reads them, since it reports what is damaged."""
    task: list[_Keyed] = []
    size = 0
    for key, bare in wanted:
        whole = library.whole(bare)
        task.append((key, whole))
        size += len(whole.text)
        if size >= _TASK:
            yield task
            task, size = [], 0
    if task:
        yield task


def _bodies(task: Iterable[_Keyed], reader: Reader) -> list[tuple[bytes, bytes]]:
    return [(key, kept_accounts.body(account(report, reader.known))) for key, report in task]


_own: list[Reader] = []
"""In a worker process: what all of its tasks share."""


def _begin(reader: Reader) -> None:
    workers.enlist()
    _own[:] = [reader]


def _work(task: list[_Keyed]) -> list[tuple[bytes, bytes]]:
    return _bodies(task, _own[0])
