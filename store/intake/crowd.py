"""`take_many`: as `take`, for thousands of files or lines: by several processes, in the order given, in little memory.

A task is some files, or some lines of a file of JSON lines; only so many are under way that the results of all of
them are small. Where no process can be started, or one dies, this one does the work.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from store.disk import workers
from store.disk.hashes import Hashes
from store.intake import files, kinds
from store.intake.found import Stream
from store.intake.metadata import Defaults
from store.intake.objects.records import LINE_LIMIT, skip_line
from store.intake.read import Taken, take, take_large, take_lines
from store.intake.result import Failure, Notice
from store.reports.original import digest

_TASK = 1_000_000
"""Bytes of the files or lines of one task."""
_FILES = 100
_OFTEN = 500
"""Reports of a large file after which its progress is told."""
_WORTH = 4
"""Tasks below which starting processes costs more than it gives."""


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose bytes are kept already, so that nothing but its hash was looked at."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is; comes behind the reports that it counts."""

    done: int
    """Bytes of files."""


@dataclass(frozen=True, slots=True)
class _Files:
    paths: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class _Lines:
    path: str
    content: bytes
    before: int

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass(frozen=True, slots=True)
class _Large:
    """A file of JSON or a chat that is never in memory as a whole.

    It is read by this process, as far as its reports are asked for.
    """

    path: str
    size: int


_Task = _Files | _Lines | _Large
_Result = Taken | Known


def total(paths: Iterable[str]) -> int:
    """How many bytes all files have; none is opened, and one that cannot be seen counts as empty."""
    return sum(_size(path) for path in files.found(paths) if isinstance(path, str))


def take_many(
    paths: Iterable[str],
    defaults: Defaults | None = None,
    *,
    stdin: Stream | None = None,
    known: Mapping[str, str] | None = None,
    processes: int | None = None,
) -> Iterator[_Result | Progress]:
    """Every report, failure and notice in the order of the paths, and now and then how far it is.

    Args:
        known: SHA-256 of what is kept already: such a file is told as `Known` without being read further.
        processes: at most so many; by default as many as there are cores.
    """
    given, done = defaults or Defaults(), 0
    seen: set[str] = set()
    for task, results in _done(_tasks(paths), given, stdin, Hashes(known or ()), processes or workers.cores()):
        for result in results:
            if isinstance(result, Progress):
                yield Progress(done + result.done)
                continue
            if isinstance(task, _Lines) and isinstance(result, Notice):
                if result.path in seen:
                    continue
                seen.add(result.path)
            yield result
        if isinstance(task, Failure):
            continue
        done += task.size
        yield Progress(done)


def _done(
    tasks: Iterator[_Task | Failure], given: Defaults, stdin: Stream | None, known: Hashes, processes: int
) -> Iterator[tuple[_Task | Failure, Iterable[_Result | Progress]]]:
    """Each task with its results, in order."""
    first = []
    for task in tasks:
        first.append(task)
        if len(first) > _WORTH:
            break
    rest = _chained(first, tasks)
    if len(first) <= _WORTH or processes < 2:
        for task in rest:
            yield task, _results(task, given, stdin, known)
        return
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(given, known)) as pool:
        try:
            yield from _ordered(rest, pool, given, stdin, known, 2 * processes + 1)
        finally:
            pool.shutdown(cancel_futures=True)  # and wait: its thread must not meet the end of Python


def _ordered(
    tasks: Iterator[_Task | Failure],
    pool: ProcessPoolExecutor,
    given: Defaults,
    stdin: Stream | None,
    known: Hashes,
    ahead: int,
) -> Iterator[tuple[_Task | Failure, Iterable[_Result | Progress]]]:
    waiting: deque[tuple[_Task | Failure, Future[list[_Result]] | None]] = deque()
    for task in tasks:
        waiting.append((task, _handed(task, pool)))
        if len(waiting) > ahead:
            yield _next(waiting.popleft(), given, stdin, known)
    while waiting:
        yield _next(waiting.popleft(), given, stdin, known)


def _next(
    under_way: tuple[_Task | Failure, Future[list[_Result]] | None],
    given: Defaults,
    stdin: Stream | None,
    known: Hashes,
) -> tuple[_Task | Failure, Iterable[_Result | Progress]]:
    task, future = under_way
    if future is not None:
        with suppress(BrokenProcessPool):
            return task, future.result()
    return task, _results(task, given, stdin, known)


def _handed(task: _Task | Failure, pool: ProcessPoolExecutor) -> Future[list[_Result]] | None:
    """Hand a task to another process; None where only this one can do it, or the others have died."""
    if isinstance(task, Failure | _Large) or (isinstance(task, _Files) and task.paths == (files.STDIN,)):
        return None
    try:
        return pool.submit(_work, task)
    except (BrokenProcessPool, OSError):
        return None


def _chained(first: list[_Task | Failure], rest: Iterator[_Task | Failure]) -> Iterator[_Task | Failure]:
    yield from first
    yield from rest


_own: tuple[Defaults, Hashes] = (Defaults(), Hashes())
"""In a worker process: what all of its tasks share."""


def _begin(given: Defaults, known: Hashes) -> None:
    global _own  # noqa: PLW0603 the one way to give a worker what all of its tasks need only once
    workers.enlist()
    _own = (given, known)


def _work(task: _Task) -> list[_Result]:
    given, known = _own
    return [one for one in _results(task, given, None, known) if not isinstance(one, Progress)]


def _results(
    task: _Task | Failure, given: Defaults, stdin: Stream | None, known: Hashes
) -> Iterator[_Result | Progress]:
    if isinstance(task, Failure):
        yield task
    elif isinstance(task, _Large):
        yield from _streamed(task, given)
    elif isinstance(task, _Lines):
        yield from take_lines(task.path, task.content, task.before, given)
    elif not known:
        yield from take(task.paths, given, stdin=stdin)
    else:
        for path in task.paths:
            sha256 = _hash(path)
            if sha256 in known:
                yield Known(path, sha256)
            else:
                yield from take([path], given, stdin=stdin)


def _streamed(task: _Large, given: Defaults) -> Iterator[_Result | Progress]:
    """The reports of a large file, and now and then how far into it they stand."""
    try:
        with Path(task.path).open("rb") as file:
            for number, taken in enumerate(take_large(task.path, file, given), 1):
                yield taken
                if number % _OFTEN == 0:
                    yield Progress(min(file.tell(), task.size))
    except OSError as error:
        yield files.refused(task.path, error)


def _hash(path: str) -> str:
    """The hash of a file that is one report; empty for a file that must be looked into."""
    suffix = Path(path).suffix.lower()
    if suffix not in kinds.SINGLE or path == files.STDIN or files.is_address(path):
        return ""
    try:
        return digest(Path(path).read_bytes()) if files.size(path) <= kinds.limit(suffix) else ""
    except (OSError, ValueError):
        return ""


def _tasks(paths: Iterable[str]) -> Iterator[_Task | Failure]:
    """Files by the hundred, or by the megabyte; a file of JSON lines in pieces."""
    batch: list[str] = []
    size = 0
    for path in files.found(paths):
        alone = isinstance(path, Failure) or path == files.STDIN or _in_lines(path) or _is_large(path)
        if batch and (alone or len(batch) >= _FILES or size >= _TASK):
            yield _Files(tuple(batch), size)
            batch, size = [], 0
        if isinstance(path, Failure):
            yield path
        elif path == files.STDIN:
            yield _Files((path,), 0)
        elif _in_lines(path):
            yield from _pieces(path)
        elif _is_large(path):
            yield _Large(path, _size(path))
        else:
            batch.append(path)
            size += _size(path)
    if batch:
        yield _Files(tuple(batch), size)


def _in_lines(path: str) -> bool:
    return Path(path).suffix.lower() in kinds.LINES and not files.is_address(path) and _size(path) > _TASK


def _is_large(path: str) -> bool:
    try:
        return not files.is_address(path) and kinds.is_large(path, Path(path).suffix.lower(), _size(path))
    except OSError:
        return False


def _pieces(path: str) -> Iterator[_Task]:
    """Whole lines, about a megabyte at a time."""
    before, blank = 0, True
    try:
        with Path(path).open("rb") as file:
            while content := file.read(_TASK):
                content += file.readline(LINE_LIMIT + 1)
                if not content.endswith(b"\n"):
                    skip_line(file)
                if content.strip():
                    blank = False
                    yield _Lines(path, content, before)
                before += content.count(b"\n") + (not content.endswith(b"\n"))
    except OSError:
        blank = True
    if blank:
        yield _Files((path,), 0)


def _size(path: str) -> int:
    if path == files.STDIN or files.is_address(path):
        return 0
    try:
        return os.stat(path).st_size  # noqa: PTH116 a path that is none must not raise here
    except (OSError, ValueError):
        return 0
