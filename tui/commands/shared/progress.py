"""Progress of long commands on standard error: one changing line on a terminal, else a line every five seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

from tui.commands.shared.context import Context, counted

_OFTEN, _SELDOM = 0.2, 5.0
"""Seconds between two tellings, on a terminal and elsewhere. The first comes no earlier, so a short run tells none."""
_CLEAR = "\r\x1b[2K"


class Progress:
    """Shows counts, rate and time left."""

    def __init__(self, context: Context, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`total`: of what `done` counts; 0 where nobody knows."""
        self._context = context
        self._total = total
        self._clock = clock
        self._live = context.err.isatty()
        self._began = self._last = clock()
        self._shown = False

    def at(self, done: int, reports: int) -> None:
        """Tell, if it is time."""
        now = self._clock()
        if now - self._last < (_OFTEN if self._live else _SELDOM):
            return
        self._last = now
        line = self._line(done, reports, now - self._began)
        if self._live:
            self._context.err.write(f"{_CLEAR}{line}")
            self._context.err.flush()
            self._shown = True
        else:
            self._context.tell(line)

    def say(self, line: str) -> None:
        """In the place of the numbers, where they stand."""
        if self._shown:
            self._context.err.write(f"{_CLEAR}{line}")
            self._context.err.flush()

    def hide(self) -> None:
        """Take the line away, before something else is told and at the end."""
        if self._shown:
            self._context.err.write(_CLEAR)
            self._context.err.flush()
            self._shown = False

    def _line(self, done: int, reports: int, seconds: float) -> str:
        line = f"{counted(reports, 'report')} read, {reports / seconds:,.0f} a second"
        if 0 < done < self._total:
            line += f", {done / self._total:.0%}, {_clock(seconds * (self._total - done) / done)} left"
        return line


class Reading:
    """How far the reading of a library is, of which nobody knows before how much of it is new."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._progress: Progress | None = None
        self._done = self._total = 0

    def __enter__(self) -> Callable[[int, int], None]:
        return self._at

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.hide()
        if kind is KeyboardInterrupt and self._done < self._total:
            self._context.tell(
                f"{self._done:,} of {counted(self._total, 'report')} are read; the next time goes on there"
            )

    def _at(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        if self._progress is None:
            self._progress = Progress(self._context, total)
        self._progress.at(done, done)
        if done == total:
            self._progress.say("joining what the reports tell…")


def _clock(seconds: float) -> str:
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
