"""`Desk`: loads and keeps the timeline of a library or of files, and implements the services of the screen with it.

It belongs to the commands and not to the app: it joins store, core and shared command code behind the ports of the
screen (`tui.ports`), and the app knows only those.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from timeline_core.model.report import UNKNOWN, Published
from tui.commands.reader import adopting
from tui.commands.reader.library_recorder import LibraryRecorder
from tui.commands.reader.live import LiveTimeline
from tui.commands.reader.questions import Questions
from tui.commands.shared.context import Context
from tui.commands.shared.gather import Gathered
from tui.commands.shared.select import languages, nearby, teller
from tui.i18n.speech import say
from tui.ports.asked_date import AskedDate
from tui.ports.new_event import ReadWords
from tui.ports.services import Adopted, Services

if TYPE_CHECKING:
    from pathlib import Path

    from timeline_core.knowledge import Knowledge
    from timeline_core.model.decision import Decision
    from timeline_core.model.event import Event, Evidence, Join
    from timeline_core.model.expression import Expression
    from timeline_core.model.report import Report
    from timeline_core.model.span import Span
    from timeline_core.names.gazetteer import Gazetteer
    from timeline_core.temporal.grammar.language import Language
    from timeline_core.timeline import Timeline
    from timeline_core.view.filter import Circle, Filter
    from timeline_core.view.index.index import Indexed
    from timeline_core.view.nearby import Find
    from timeline_core.view.teller import Teller
    from tui.commands.shared.decision_words import Table
    from tui.ports.pasted import Pasted, Taken
    from tui.ports.recorder import Recorder
    from tui.ports.stories import Stories
    from tui.ports.turning import Turnable

_PATIENCE = 0.3
"""Seconds that a key waits where another process holds the decisions; then it says so, and may be pressed again."""


class Desk:
    """Timeline, explanations, export, decisions for one run. Nothing is derived before the screen asks."""

    def __init__(self, found: Gathered, today: date) -> None:
        self.live = LiveTimeline(found)
        self._today = today
        self._tell: Teller | None = None
        self._known: Knowledge | None = None
        self._near: tuple[tuple[Decision, ...], Find] | None = None
        """What reads `near:`, and the log that it is of."""

    def begin(self) -> None:
        """Start opening the cache in a thread while the screen loads; `load` waits for it."""
        self.live.begin()

    def load(self) -> Indexed:
        """The timeline, from the cache or derived; called in a thread."""
        return self.live.load()

    def learn(self) -> None:
        """Load the language data for explanations; called in a thread, once the first list is shown."""
        from seeds.load import knowledge

        known = knowledge()
        self._tell, self._known = teller(known), known

    def services(self, context: Context) -> Services:
        """The services of the screen."""
        from seeds.load import query_wording
        from store.disk import paths
        from timeline_core.view.query import day_range, parse
        from timeline_core.view.typed_date import typed_date
        from tui.settings import config

        def field(name: str, text: str) -> str:
            from tui.commands.shared.of_reports.fields import fields

            return fields([f"{name}={text}"])[name]

        def keep(name: str, line: str) -> str:
            return str(config.write(paths.config(), "filters", **{name: line}))

        live = self.live
        questions = Questions(lambda: replace(live.found, log=live.log), lambda: live.whole, live.reading)
        recorder = self._recorder(context)
        return Services(
            dates=self.dates,
            steps=lambda expression: self._tell.steps(expression) if self._tell else None,
            query=lambda line: parse(line, context.today, self._languages(), self._nearby, query_wording()),
            days=lambda said: day_range(said, context.today, self._languages()),
            words=self.words,
            typed=lambda report, said: typed_date(said, self._counted_from(report, context), self._languages()),
            turnable=lambda report: self._turnable(report, context),
            pasted=self._pasted,
            take=self._take,
            edtf=lambda said: typed_date(said, context.today, self._languages()),
            pairs=questions.actors,
            event_pairs=questions.events,
            news=questions.news,
            seen=questions.seen,
            weighed=lambda likeness: self._tell.weighed(likeness) if self._tell else "",
            drafted=self._drafted(),
            recorder=recorder,
            stories=self._stories(context),
            teller=lambda: self._tell,
            reports=live.listed,
            field=field,
            browser=_has_browser(context.environment),
            keep=keep,
            scratch=live.found.scratch is not None,
            offer=lambda: adopting.offer(live.found, context),
            adopt=lambda: self._adopt(recorder, context),
            learn=self.learn,
            read=lambda: live.read,
            reload=live.reload,
            leave=live.leave,
        )

    def _nearby(self, said: str) -> Circle:
        from seeds.load import knowledge

        if self._near is None or self._near[0] is not self.live.log:
            self._near = self.live.log, nearby(self._known or knowledge(), self.live.log)
        return self._near[1](said)

    def _languages(self) -> tuple[Language, ...]:
        """None before the timeline is there."""
        return languages(self._known) if self._known else ()

    def _drafted(self) -> Callable[[str, str | None], str]:
        """Keeps notes that are being typed beside the session, where there is a place for decisions."""
        from store.care import sessions

        home = self.live.found.home
        return partial(sessions.drafted, home) if home is not None else lambda _, __: ""

    def _recorder(self, context: Context) -> Recorder:
        from tui.commands.shared import person
        from tui.ports.recorder import NoRecorder
        from tui.settings.config import ConfigError

        decisions = self.live.found.decisions
        if decisions is None:
            return NoRecorder(
                say("not kept: these reports are in no library; it would be {folder}", folder=context.folder)
            )
        try:
            who = person.name()
        except ConfigError as error:
            return NoRecorder(str(error))
        decisions.wait(_PATIENCE)
        return LibraryRecorder(decisions, lambda: self._table(context), who, self.live.decided, lambda: self.live.news)

    def _stories(self, context: Context) -> Stories:
        """The stories of the place where decisions go."""
        from tui.commands.shared import person
        from tui.commands.stories.kept import Ground, KeptStories

        def ground() -> Ground:
            table, live = self._table(context), self.live
            found = live.found
            return Ground(table.timeline, table.known, found.decisions, found.foreign, found.collected, live.of_report)

        return KeptStories(ground, person.name, context.today)

    def _adopt(self, recorder: Recorder, context: Context) -> Adopted:
        """Keep the reports and the decisions in the library, and go on with that."""
        found, adopted = adopting.adopt(self.live.found, context)
        if found.decisions is not None and isinstance(recorder, LibraryRecorder):
            found.decisions.wait(_PATIENCE)
            recorder.turn_to(found.decisions)
        self.live.turn_to(found)
        return adopted

    def _table(self, context: Context) -> Table:
        from tui.commands.shared.decision_words import DecideError, Table

        if self.live.whole is not None and self._known is None:
            self.learn()
        if self.live.whole is None or self._known is None:
            raise DecideError(say("the reports are not read yet"))
        return Table(self.live.whole, self._known, context.today)

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
        if self._known is None or self.live.whole is None:
            return ()
        published = self.live.whole.published.get(report.id, Published(None, UNKNOWN))
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

    def words(self, report: Report, span: Span) -> ReadWords:
        """What is read in words of that report; called in a thread."""
        from timeline_core.decisions.reading_words import read_words

        if self._known is None:
            self.learn()
        if self._known is None or self.live.whole is None:
            return ReadWords(span.of(report.text), "occurrence")
        found = read_words(report, self.live.whole.published.get(report.id, Published()), span, self._known)
        said, several = found.said, tuple(one.text for one in found.dates)
        why = self.why(said.read) if said.read is not None else ""
        return ReadWords(said.title, found.kind.value, said.when, why, several)

    def _pasted(self, text: str, said: Mapping[str, str]) -> Pasted:
        """What is read in a pasted text; called in a thread."""
        from tui.commands.reader.pasting import read
        from tui.ports.pasted import Pasted

        if self._known is None:
            self.learn()
        now = self.live.now
        if self._known is None or now is None:
            return Pasted(problem=say("the reports are not read yet"))
        return read(text, said, self.live.found, now, self._known)

    def _take(self, text: str, said: Mapping[str, str]) -> Taken:
        """Keep it, and read it beside the screen; called in a thread."""
        from tui.commands.reader.pasting import keep

        taken = keep(text, said, self.live.found, self._today)
        if taken.reports:
            self.live.take_in()
        return taken

    def _turnable(self, report: Report, context: Context) -> Turnable | None:
        """The report with what tries its day; called in a thread."""
        from tui.commands.reader.turnable import turnable

        if self._known is None:
            self.learn()
        if self._known is None or self.live.whole is None:
            return None
        published = self.live.whole.published.get(report.id, Published())
        return turnable(report, published, self.live.log, self._known, context.today)

    def _counted_from(self, report: str, context: Context) -> date:
        from tui.commands.story.new_event import counted_from

        published = self.live.whole.published.get(report, Published()) if self.live.whole is not None else Published()
        return counted_from(published, context.today)

    def export(self, filter: Filter, timeline: Timeline, path: Path) -> str:
        """What is shown, without what is tagged as sensitive; a document is in the language of the screen.

        Args:
            filter: what was let through; the document names it, and says how many rejected events it passed over.
            path: the file, the ending of which tells the format (`timeline_core.export.SUFFIXES`).
        """
        from timeline_core.export import EXPORTERS, format_of
        from timeline_core.export.scope import Asked, scoped
        from timeline_core.view import query
        from timeline_core.view.filter import REJECTED, apply
        from tui.commands.export import TABLES
        from tui.commands.shared.select import asks_for_rejected

        if self._tell is None or self.live.whole is None:
            return ""
        asked = Asked(query.format(filter), rejected=asks_for_rejected(filter), made=self._today.isoformat())
        shown, scope = scoped(self.live.whole, timeline, asked)
        if not asked.rejected:
            passed = apply(replace(filter, terms=(*filter.terms, REJECTED)), self.live.whole)
            scope = replace(scope, rejected=len(passed.events) + len(passed.undated))
        format = format_of(path.name) or "markdown"
        return ("\ufeff" if format in TABLES else "") + EXPORTERS[format](shown, self._tell, scope)


def _has_browser(environment: Mapping[str, str]) -> bool:
    """A window can be opened: one of this machine, or of the one that `waqai serve` answers."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "TEXTUAL_DRIVER")
    return sys.platform in ("darwin", "win32") or any(map(environment.get, shown))
