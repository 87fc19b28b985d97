"""`LiveTimeline`: the timeline behind the open screen: opened at once, decided upon, read again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from tui.commands.reader.adopting import with_pasted
from tui.commands.shared import timeline as timelines
from tui.commands.shared.gather import Gathered, Late, from_files

if TYPE_CHECKING:
    from timeline_core.model.decision import Decision
    from timeline_core.model.event import Event
    from timeline_core.timeline import Timeline
    from timeline_core.view.index.index import Indexed
    from tui.ports.listed_report import ListedReport

T = TypeVar("T")


class Left(Exception):
    """The reader was closed while reports were still being read."""


class LiveTimeline:
    """Nothing is derived before the screen asks; what takes long runs beside it."""

    def __init__(self, found: Gathered) -> None:
        self.found = found
        self.whole: Timeline | None = None
        """None before it is there."""
        self.log: tuple[Decision, ...] = ()
        """What is applied to it."""
        self.read: tuple[int, int] | None = None
        """Reports read so far, and how many there are to read; None when none are being read."""
        self._kept: timelines.Kept | None = None
        self._told: timelines.Told = {}
        self._opening: Future[Indexed] | None = None
        self._newer: Future[timelines.Kept] | None = None
        """While reports that were added since the last time are read: the timeline with them."""
        self._left = False
        self._glimpsed = ""
        """State of the reports at the last look."""

    def reading(self, done: int, total: int) -> None:
        """So many reports are read.

        Raises:
            Left: nobody waits for the others.
        """
        self.read = (done, total)
        if self._left:
            raise Left

    def leave(self) -> None:
        """Stop reading: the screen is closed. What was read is kept in the cache."""
        self._left = True
        if self._opening is not None:
            self._opening.cancel()

    def begin(self) -> None:
        """Start opening the cache in a thread while the screen loads; `load` waits for it."""
        self._opening = _beside(self._open)

    def load(self) -> Indexed:
        """The timeline, from the cache or derived; called in a thread."""
        return self._opening.result() if self._opening is not None else self._open()

    def _open(self) -> Indexed:
        last = timelines.at_once(self.found)
        if last is None:
            kept = self._derive(self.found)
            self.read = None
        else:
            kept, covers_all = last
            if not covers_all:
                self.read = (0, 0)
                self._read_beside(self.found)
        self._take(kept, self.found.log)
        return kept.now

    def _take(self, kept: timelines.Kept, log: tuple[Decision, ...]) -> None:
        self._kept, self.log, self.whole = kept, log, kept.now.timeline

    def _derive(self, found: Gathered) -> timelines.Kept:
        from seeds.load import knowledge

        kept = timelines.opened(found, knowledge, self.reading)
        return timelines.loose(found, knowledge, self.reading, self._told) if kept is None else kept

    def _read_beside(self, found: Gathered) -> None:
        self.found = found
        self._newer = _beside(lambda: self._derive(found))

    def listed(self) -> list[ListedReport]:
        """Every report, with what was decided about it until now; called in a thread."""
        from tui.commands.shared.of_reports.listed import listed_reports

        if self._kept is None:
            return []
        index, found = self._kept.now.index, self.found
        own = found.decisions.log() if found.decisions is not None else ()
        now = replace(found, log=(*found.foreign, *own))
        return listed_reports(now, self._kept.now.timeline, lambda report: sum(1 for _ in index.of_report(report)))

    def of_report(self, id: str) -> list[Event]:
        """The events that the report of that id tells of."""
        now = self._kept.now if self._kept is not None else None
        return [now.numbered(number) for number in now.index.of_report(id)] if now is not None else []

    @property
    def now(self) -> Indexed | None:
        """The timeline with every decision in force; None before it is there."""
        return self._kept.now if self._kept is not None else None

    def take_in(self) -> None:
        """Read what was just kept: in the library, or in the scratch library beside the files."""
        if self.found.library is None:
            self.found = replace(self.found, reports=with_pasted(self.found.reports, self.found))
        self._read_again(self.log)

    def turn_to(self, found: Gathered) -> None:
        """Go on with these reports and decisions, once they are read."""
        self._read_beside(found)

    @property
    def news(self) -> bool:
        """True once reports that were added or changed have been read; a look at the disk begins to read them."""
        if self._newer is None:
            self._look()
        return self._is_read

    @property
    def _is_read(self) -> bool:
        return self._newer is not None and self._newer.done()

    def _look(self) -> None:
        """Read what another process has added, once it rests: that is, once two looks find the same."""
        library = self.found.library
        if library is None or self._kept is None:
            return
        from store.derived.cache import state

        now, _ = state(library.folder)
        if now == self._glimpsed and now != self.found.state[0]:
            self._read_again(self.log)
        self._glimpsed = now

    def reload(self) -> None:
        """Read all reports anew, those of loose files from their files."""
        if self.found.library is not None or self.found.files is None:
            self._read_again(self.log)
        else:
            self._newer = _beside(self._from_files)

    def _from_files(self) -> timelines.Kept:
        found = self.found
        again = from_files(found)
        reports = with_pasted(again.reports, found)
        self.found = replace(found, reports=reports, title=again.title, foreign=again.foreign, log=self.log)
        return self._derive(self.found)

    def _catch_up(self) -> None:
        """Take over the timeline with them.

        Raises:
            TimelineError: it could not be read; the timeline stays as it is.
        """
        newer, self._newer, self.read = self._newer, None, None
        if newer is not None:
            self._take(newer.result(), self.found.log)

    def decided(self, own: tuple[Decision, ...]) -> Indexed:
        """The timeline with that log of decisions applied; called in a thread."""
        from timeline_core.decisions.apply import decide
        from timeline_core.decisions.reapply import redecide
        from timeline_core.view.index.build import EMPTY, make_index
        from timeline_core.view.index.index import Indexed

        log = (*self.found.foreign, *own)
        if self._is_read:
            self._catch_up()
        if timelines.asks_for_reading(self.log, log):
            self._read_again(log)
        now = redecide(self._kept.derived, self._kept.now, self.log, log) if self._kept is not None else None
        if now is None:
            whole = decide(self.whole or EMPTY, log)
            now = Indexed(whole, make_index(whole))
        self._kept = self._kept and self._kept._replace(now=now)
        self.whole, self.log = now.timeline, log
        return now

    def _read_again(self, log: tuple[Decision, ...]) -> None:
        """Read reports again, in a thread: a decision about a report or a name changes what they tell."""
        library = self.found.library
        if library is None:
            self._read_beside(replace(self.found, log=log))
            return
        from store.derived.cache import state

        self._read_beside(replace(self.found, reports=Late(library, log), log=log, state=state(library.folder)))


def _beside(work: Callable[[], T]) -> Future[T]:
    """Run it in a daemon thread, which exit does not wait for."""
    found: Future[T] = Future()

    def done() -> None:
        with suppress(InvalidStateError):  # nobody waits any more
            try:
                found.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
                found.set_exception(error)

    Thread(target=done, daemon=True).start()
    return found
