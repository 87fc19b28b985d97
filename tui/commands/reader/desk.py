"""`Desk`: what the reader asks for, of a library or of files: the timeline, its reasons, its export, its services.

It lies with the commands and not in the app: it joins the store, the core and what commands share behind the ports of
the screen (`tui.ports`), of which alone the app knows.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import replace
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from timeline_core.model.report import Published
from tui.commands.reader.library_recorder import LibraryRecorder
from tui.commands.shared import timeline as told
from tui.commands.shared.context import Context
from tui.commands.shared.gather import Gathered
from tui.commands.shared.select import languages, teller
from tui.i18n.speech import say
from tui.ports.services import Services

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge
    from timeline_core.model.decision import Decision
    from timeline_core.model.event import Evidence, Join
    from timeline_core.model.expression import Expression
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.timeline import Timeline
    from timeline_core.view.filter import Filter
    from timeline_core.view.index.index import Indexed
    from timeline_core.view.teller import Teller
    from tui.commands.shared.decision_words import Table
    from tui.ports.recorder import Recorder

T = TypeVar("T")


class Left(Exception):
    """Who reads has closed the screen."""


class Desk:
    """What the reader asks for: the timeline, its reasons, its export. Nothing is derived before it asks."""

    def __init__(self, found: Gathered, today: date) -> None:
        self._found, self._today = found, today
        self._tell: Teller | None = None
        self._whole: Timeline | None = None
        self._known: Knowledge | None = None
        self._kept: told.Kept | None = None
        self._log: tuple[Decision, ...] = ()
        self._opening: Future[Timeline | Indexed] | None = None
        self._newer: Future[told.Kept | None] | None = None
        """While reports that were added since the last time are read: the timeline with them."""
        self._read: tuple[int, int] | None = None
        self._left = False

    @property
    def read(self) -> tuple[int, int] | None:
        """How many reports were read so far, and of how many that had to be; None when nothing is being read."""
        return self._read

    def _reading(self, done: int, total: int) -> None:
        self._read = (done, total)
        if self._left:
            raise Left

    def leave(self) -> None:
        """The screen is closed: nobody waits for what is still being read, and what was read is kept."""
        self._left = True
        if self._opening is not None:
            self._opening.cancel()

    def begin(self) -> None:
        """Open what is kept while the screen is still being loaded; `load` waits for it."""
        self._opening = _beside(self._open)

    def _open(self) -> Timeline | Indexed:
        from seeds.load import knowledge

        last = told.at_once(self._found)
        if last is None:
            kept = told.opened(self._found, knowledge, self._reading)
            self._read = None
        else:
            kept, whole = last
            if not whole:
                self._read = (0, 0)
                self._newer = _beside(lambda: told.opened(self._found, knowledge, self._reading))
        self._kept, self._log = kept, self._found.log
        self._whole = kept.now.timeline if kept is not None else told.timeline(self._found, knowledge)
        return kept.now if kept is not None else self._whole

    @property
    def news(self) -> bool:
        """True once what was added since the last time is read."""
        return self._newer is not None and self._newer.done()

    def _catch_up(self) -> None:
        """Take it in.

        Raises:
            TimelineError: it could not be read; the timeline stays as it is.
        """
        newer, self._newer, self._read = self._newer, None, None
        kept = newer.result() if newer is not None else None
        if kept is not None:
            self._kept, self._log, self._whole = kept, self._found.log, kept.now.timeline

    def load(self) -> Timeline | Indexed:
        """What is kept, or derived; called in a thread."""
        return self._opening.result() if self._opening is not None else self._open()

    def learn(self) -> None:
        """Load what reasons are told with; called in a thread, when the first list is on the screen."""
        from seeds.load import knowledge

        known = knowledge()
        self._tell, self._known = teller(known), known

    def services(self, context: Context) -> Services:
        """What the screen asks for beside the timeline."""
        from store.disk import paths
        from timeline_core.view.query import day_range, parse
        from timeline_core.view.typed_date import typed_date
        from tui.settings import config

        def keep(name: str, line: str) -> str:
            return str(config.write(paths.config(), "filters", **{name: line}))

        return Services(
            steps=lambda expression: self._tell.steps(expression) if self._tell else None,
            query=lambda line: parse(line, context.today, self._languages()),
            days=lambda said: day_range(said, context.today, self._languages()),
            edtf=lambda said: typed_date(said, context.today, self._languages()),
            recorder=self._recorder(context),
            keep=keep,
            learn=self.learn,
            read=lambda: self.read,
            leave=self.leave,
        )

    def _languages(self) -> tuple[Language, ...]:
        """None before the timeline is there."""
        return languages(self._known) if self._known else ()

    def _recorder(self, context: Context) -> Recorder:
        from tui.commands.shared import person
        from tui.ports.recorder import NoRecorder

        if self._found.library is None:
            return NoRecorder(
                say("not kept: these reports are in no library; it would be {folder}", folder=context.folder)
            )
        return LibraryRecorder(
            self._found.library.decisions,
            lambda: self._table(context),
            person.name(),
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
        """What is shown from now on: the timeline with that log in force; called in a thread."""
        from timeline_core.decisions.apply import decide
        from timeline_core.decisions.reapply import redecided
        from timeline_core.view.index.build import EMPTY, indexed
        from timeline_core.view.index.index import Indexed

        if self.news:
            self._catch_up()
        now = redecided(self._kept.derived, self._kept.now, self._log, log) if self._kept is not None else None
        if now is None:
            whole = decide(self._whole or EMPTY, log)
            now = Indexed(whole, indexed(whole))
        self._kept = self._kept and self._kept._replace(now=now)
        self._whole, self._log = now.timeline, log
        return now

    def why(self, expression: Expression) -> str:
        """The reason of a date; empty before the timeline is there."""
        return self._tell.why(expression) if self._tell else ""

    def published_why(self, published: Published) -> str:
        """How the day of a report was inferred; empty where it was not."""
        return self._tell.published(published) if self._tell else ""

    def told(self, piece: Evidence) -> str:
        """From where a quote is told, and whose words it is."""
        return self._tell.told(piece) if self._tell else ""

    def joined(self, join: Join, names: Gazetteer) -> str:
        """Why two tellings are one happening."""
        return self._tell.joined(join, names) if self._tell else ""

    def export(self, filter: Filter, timeline: Timeline) -> str:
        """What is shown, as Markdown in the language of the screen, without what is tagged as sensitive.

        Args:
            filter: what was let through; the document names it, and says how many rejected events it passed over.
        """
        from timeline_core.export import EXPORTERS
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
        return EXPORTERS["markdown"](shown, self._tell, scope)


def _beside(work: Callable[[], T]) -> Future[T]:
    """Do it in a thread that nobody has to wait for at the end."""
    found: Future[T] = Future()

    def done() -> None:
        with suppress(InvalidStateError):  # nobody waits any more
            try:
                found.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
                found.set_exception(error)

    Thread(target=done, daemon=True).start()
    return found
