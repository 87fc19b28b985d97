"""`waqai watch FOLDER`: keep what appears in a folder, until Ctrl-C."""

from __future__ import annotations

import signal
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from store.intake.appearing import Appearing, is_there
from store.intake.read import take
from store.reports.original import Original
from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import FAILED, INTERRUPTED, OK, Context, counted
from tui.commands.shared.gather import defaults, tell_result

_SLICE = 0.1
"""Seconds after which an interrupt is noticed."""


def configure(parser: ArgumentParser) -> None:
    """The folder, how often to look, and what is said of all reports."""
    parser.add_argument("folder", metavar="FOLDER", help="the folder that reports are put into, and those below it")
    parser.add_argument("--once", action="store_true", help="keep what is there once it is whole, and leave")
    parser.add_argument(
        "--every", type=_seconds, default=1.0, metavar="SECONDS", help="how often to look; 1 is the default"
    )
    about_reports(parser)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 86_400:
        raise ArgumentTypeError(f"«{text}» is no number of seconds from 0.05 to 86400")
    return seconds


@dataclass(slots=True)
class _Watch:
    options: Namespace
    context: Context
    added: int = 0
    failed: int = 0
    known: int = 0
    stopped: bool = False
    seen: set[str] = field(default_factory=set)

    def tell_once(self, line: str) -> None:
        """Say it, but not at every look."""
        if line not in self.seen:
            self.seen.add(line)
            self.context.tell(line)


def run(options: Namespace, context: Context) -> int:
    """Keep it; a line for each report is talk, the summary at the end is the answer."""
    folder = str(options.folder)
    if not is_there(folder):
        context.tell(f"{folder}: is no folder that can be read; make it, or check the name")
        return FAILED
    if _overlap(Path(folder), context.folder):
        context.tell(f"{folder}: holds the library, or lies in it; watch another folder")
        return FAILED
    watch = _Watch(options, context)
    if not options.once:
        context.tell(f"watching {folder}; Ctrl-C ends it")
    with _stopping(watch):
        _look_on(watch, Appearing(folder))
    context.write(f"{counted(watch.added, 'report')} added, {watch.known:,} kept already, {watch.failed:,} failed\n")
    if watch.stopped:
        return INTERRUPTED
    return FAILED if watch.failed else OK


def _overlap(folder: Path, library: Path) -> bool:
    watched, kept = folder.resolve(), library.resolve()
    return watched.is_relative_to(kept) or kept.is_relative_to(watched)


@contextmanager
def _stopping(watch: _Watch) -> Iterator[None]:
    """The first Ctrl-C, or the system's wish to end, lets what is being kept be kept whole; a second one is at once."""

    def stop(number: int, _: FrameType | None) -> None:
        watch.stopped = True
        signal.signal(number, signal.default_int_handler)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _look_on(watch: _Watch, appearing: Appearing) -> None:
    folder = str(watch.options.folder)
    first = True
    while not watch.stopped:
        if not is_there(folder):
            watch.tell_once(f"{folder}: is gone; waiting for it")
        if ready := appearing.look():
            _keep(watch, ready)
        for refused in appearing.refused:
            watch.tell_once(str(refused))
        if watch.options.once and not first and appearing.settled:
            return
        first = False
        _wait(watch)


def _wait(watch: _Watch) -> None:
    left = float(watch.options.every)
    while left > 0 and not watch.stopped:
        time.sleep(min(_SLICE, left))
        left -= _SLICE


def _keep(watch: _Watch, paths: tuple[str, ...]) -> None:
    """Opened for each look, so that others may write to the library in between."""
    from store.reports.library import Library
    from tui.commands.shared import person

    with Library(watch.context.folder) as library:
        added = library.add(person.signed(_read(watch, paths), watch.context.today))
    watch.added += len(added.new)
    watch.known += len(added.duplicates)
    for id in added.new:
        watch.context.tell(f"added {id}")


def _read(watch: _Watch, paths: tuple[str, ...]) -> Iterator[Original]:
    for path in paths:
        if watch.stopped:
            return
        for taken in take([path], defaults(watch.options, watch.context)):
            if isinstance(taken, Original):
                yield taken
            else:
                watch.failed += tell_result(taken, watch.context)
