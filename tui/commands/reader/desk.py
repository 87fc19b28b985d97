"""`Desk`: loads and keeps the timeline of a library or of files, and implements the services of the screen with it.

It belongs to the commands and not to the app: it joins store, core and shared command code behind the ports of the
screen (`tui.ports`), and the app knows only those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from timeline_core.model.report import UNKNOWN, Published
from tui.commands.reader.library_recorder import LibraryRecorder
from tui.commands.reader.questions import Questions
from tui.commands.shared import timeline as timelines
from tui.commands.shared.context import Context
from tui.commands.shared.gather import Gathered, Late
from tui.commands.shared.select import languages, nearby, teller
from tui.i18n.speech import say
from tui.ports.asked_date import AskedDate
from tui.ports.services import Services

if TYPE_CHECKING:
    from pathlib import Path

    from timeline_core.knowledge import Knowledge
    from timeline_core.model.decision import Decision
    from timeline_core.model.event import Event, Evidence, Join
    from timeline_core.model.expression import Expression
    from timeline_core.model.report import Report
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.timeline import Timeline
    from timeline_core.view.filter import Circle, Filter
    from timeline_core.view.index.index import Indexed
    from timeline_core.view.nearby import Find
    from timeline_core.view.teller import Teller
    from tui.commands.shared.decision_words import Table
    from tui.ports.recorder import Recorder

T = TypeVar("T")


class Left(Exception):
    """The reader was closed while reports were still being read."""


_PATIENCE = 0.3
"""Seconds that a key waits where another process holds the decisions; then it says so, and may be pressed again."""


class Desk:
    """Timeline, explanations, export, decisions for one run. Nothing is derived before the screen asks."""

    def __init__(self, found: Gathered, today: date) -> None:
        self._found, self._today = found, today
        self._tell: Teller | None = None
        self._whole: Timeline | None = None
        self._known: Knowledge | None = None
        self._kept: timelines.Kept | None = None
        self._log: tuple[Decision, ...] = ()
        self._near: tuple[tuple[Decision, ...], Find] | None = None
        """What reads `near:`, and the log that it is of."""
        self._opening: Future[Timeline | Indexed] | None = None
        self._newer: Future[timelines.Kept | None] | None = None
        """While reports that were added since the last time are read: the timeline with them."""
        self._read: tuple[int, int] | None = None
        self._left = False

    @property
    def read(self) -> tuple[int, int] | None:
        """Reports read so far, and how many there are to read; None when none are being read."""
        return self._read

    def _reading(self, done: int, total: int) -> None:
        self._read = (done, total)
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

    def _open(self) -> Timeline | Indexed:
        from seeds.load import knowledge

        last = timelines.at_once(self._found)
        if last is None:
            kept = timelines.opened(self._found, knowledge, self._reading)
            self._read = None
        else:
            kept, whole = last
            if not whole:
                self._read = (0, 0)
                self._newer = _beside(lambda: timelines.opened(self._found, knowledge, self._reading))
        self._kept, self._log = kept, self._found.log
        self._whole = kept.now.timeline if kept is not None else timelines.timeline(self._found, knowledge)
        return kept.now if kept is not None else self._whole

    @property
    def news(self) -> bool:
        """True once reports that were added or changed have been read."""
        return self._newer is not None and self._newer.done()

    def _catch_up(self) -> None:
        """Take over the timeline with them.

        Raises:
            TimelineError: it could not be read; the timeline stays as it is.
        """
        newer, self._newer, self._read = self._newer, None, None
        kept = newer.result() if newer is not None else None
        if kept is not None:
            self._kept, self._log, self._whole = kept, self._found.log, kept.now.timeline

    def load(self) -> Timeline | Indexed:
        """The timeline, from the cache or derived; called in a thread."""
        return self._opening.result() if self._opening is not None else self._open()

    def learn(self) -> None:
        """Load the language data for explanations; called in a thread, once the first list is shown."""
        from seeds.load import knowledge

        known = knowledge()
        self._tell, self._known = teller(known), known

    def services(self, context: Context) -> Services:
        """The services of the screen."""
        from store.disk import paths
        from timeline_core.view.query import day_range, parse
        from timeline_core.view.typed_date import typed_date
        from tui.settings import config

        def keep(name: str, line: str) -> str:
            return str(config.write(paths.config(), "filters", **{name: line}))

        questions = Questions(lambda: replace(self._found, log=self._log), lambda: self._whole, self._reading)
        return Services(
            dates=self.dates,
            steps=lambda expression: self._tell.steps(expression) if self._tell else None,
            query=lambda line: parse(line, context.today, self._languages(), self._nearby),
            days=lambda said: day_range(said, context.today, self._languages()),
            edtf=lambda said: typed_date(said, context.today, self._languages()),
            pairs=questions.actors,
            event_pairs=questions.events,
            news=questions.news,
            seen=questions.seen,
            weighed=lambda likeness: self._tell.weighed(likeness) if self._tell else "",
            drafted=self._drafted(context),
            recorder=self._recorder(context),
            keep=keep,
            learn=self.learn,
            read=lambda: self.read,
            leave=self.leave,
        )

    def _nearby(self, said: str) -> Circle:
        from seeds.load import knowledge

        if self._near is None or self._near[0] is not self._log:
            self._near = self._log, nearby(self._known or knowledge(), self._log)
        return self._near[1](said)

    def _languages(self) -> tuple[Language, ...]:
        """None before the timeline is there."""
        return languages(self._known) if self._known else ()

    def _drafted(self, context: Context) -> Callable[[str, str | None], str]:
        """Keeps notes that are being typed beside the session, where there is a library to decide in."""
        from store.care import sessions

        return partial(sessions.drafted, context.folder) if self._found.library is not None else lambda _, __: ""

    def _recorder(self, context: Context) -> Recorder:
        from tui.commands.shared import person
        from tui.ports.recorder import NoRecorder
        from tui.settings.config import ConfigError

        if self._found.library is None:
            return NoRecorder(
                say("not kept: these reports are in no library; it would be {folder}", folder=context.folder)
            )
        try:
            who = person.name()
        except ConfigError as error:
            return NoRecorder(str(error))
        self._found.library.decisions.wait(_PATIENCE)
        return LibraryRecorder(
            self._found.library.decisions,
            lambda: self._table(context),
            who,
            self.decided,
            lambda: self.news,
        )

    def _table(self, context: Context) -> Table:
        from tui.commands.shared.decision_words import DecideError, Table

        if self._whole is not None and self._known is None:
            self.learn()
        if self._whole is None or self._known is None:
            raise DecideError(say("the reports are not read yet"))
        return Table(self._whole, self._known, context.today)

    def decided(self, log: tuple[Decision, ...]) -> Indexed:
        """The timeline with that log of decisions applied; called in a thread."""
        from timeline_core.decisions.apply import decide
        from timeline_core.decisions.reapply import redecide
        from timeline_core.view.index.build import EMPTY, make_index
        from timeline_core.view.index.index import Indexed

        if self.news:
            self._catch_up()
        if timelines.asks_for_reading(self._log, log):
            self._read_again(log)
        now = redecide(self._kept.derived, self._kept.now, self._log, log) if self._kept is not None else None
        if now is None:
            whole = decide(self._whole or EMPTY, log)
            now = Indexed(whole, make_index(whole))
        self._kept = self._kept and self._kept._replace(now=now)
        self._whole, self._log = now.timeline, log
        return now

    def _read_again(self, log: tuple[Decision, ...]) -> None:
        """Read reports again, in a thread: a decision about a report or a name changes what they tell."""
        library = self._found.library
        if library is None:
            return
        from seeds.load import knowledge
        from store.derived.cache import state

        found = replace(self._found, reports=Late(library, log), log=log, state=state(library.folder))
        self._found = found
        self._newer = _beside(lambda: timelines.opened(found, knowledge, self._reading))

    def why(self, expression: Expression) -> str:
        """Explains a date; empty before language data are loaded."""
        return self._tell.why(expression) if self._tell else ""

    def published_why(self, published: Published) -> str:
        """Explains how the day of a report was inferred; empty if it was given."""
        return self._tell.published(published) if self._tell else ""

    def told(self, piece: Evidence) -> str:
        """From where a quote is told, and whose words it is."""
        return self._tell.told(piece) if self._tell else ""

    def joined(self, join: Join, names: Gazetteer) -> str:
        """Explains why two tellings are one happening."""
        return self._tell.joined(join, names) if self._tell else ""

    def bound(self, event: Event, published: Mapping[str, Published]) -> str:
        """Explains where an event stands that no report gives a day."""
        return self._tell.bound(event, published) if self._tell else ""

    def dates(self, report: Report) -> tuple[AskedDate, ...]:
        """Explains every date of that report; called in a thread."""
        from seeds.syntax_rules import example
        from timeline_core.events.date_verdicts import date_verdicts

        if self._known is None:
            self.learn()
        if self._known is None or self._whole is None:
            return ()
        published = self._whole.published.get(report.id, Published(None, UNKNOWN))
        found = date_verdicts(report, published, self._known)
        asked = ((one.expression, one.verdict) for one in found)
        return tuple(
            AskedDate(
                expression,
                verdict.effect.value,
                verdict.rule,
                verdict.words,
                verdict.limit.value,
                verdict.event,
                example(verdict.rule, report.lang),
            )
            for expression, verdict in asked
        )

    def export(self, filter: Filter, timeline: Timeline, path: Path) -> str:
        """What is shown, without what is tagged as sensitive: a map, or Markdown in the language of the screen.

        Args:
            filter: what was let through; the document names it, and says how many rejected events it passed over.
            path: the file, the ending of which tells the format of a map (`.geojson`, `.kml`).
        """
        from timeline_core.export import EXPORTERS, MAPS
        from timeline_core.export.scope import Asked, scoped
        from timeline_core.view import query
        from timeline_core.view.filter import REJECTED, apply
        from tui.commands.shared.select import asks_for_rejected

        if self._tell is None or self._whole is None:
            return ""
        asked = Asked(query.format(filter), rejected=asks_for_rejected(filter), made=self._today.isoformat())
        shown, scope = scoped(self._whole, timeline, asked)
        if not asked.rejected:
            passed = apply(replace(filter, terms=(*filter.terms, REJECTED)), self._whole)
            scope = replace(scope, rejected=len(passed.events) + len(passed.undated))
        ending = path.suffix.removeprefix(".").casefold()
        return EXPORTERS[ending if ending in MAPS else "markdown"](shown, self._tell, scope)


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
