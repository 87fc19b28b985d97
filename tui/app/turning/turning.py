"""`Turning`: tries days for the report that is shown; what hangs on it moves in the list as it is tried."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from textual import events
from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act
from timeline_core.model.event import Event
from timeline_core.model.report import GIVEN, INFERRED, Published, Report
from timeline_core.publication.tried import Tried
from tui.app.parts import Action, Hear, why_not
from tui.app.stage import Stage
from tui.draw import when as render_when
from tui.i18n.speech import say
from tui.ports.listed_report import DayFrom
from tui.ports.turning import Turnable
from tui.view.in_report import MOST
from tui.view.turning.turn import Turn, numbered_day
from tui.widgets.bars import FootBar
from tui.widgets.pane import Pane
from tui.widgets.turning.strip import TurnStrip

_ANY_DAY = date(2000, 1, 1)
"""Shown for the moment in which a report is read of which nothing tells a day."""
_FROM = {GIVEN: DayFrom.FILE, INFERRED: DayFrom.INFERRED}


@dataclass
class Told(Message):
    """What follows from a tried day; `report` and the day tell whether it is still asked for."""

    report: str
    tried: Tried


class Turning:
    """Reads the report beside the screen, one day at a time: of keys that come in between only the last counts."""

    def __init__(self, app: Stage, decided: Callable[[], None]) -> None:
        """`decided`: says where a decision went, and shows the timeline with it."""
        self._app, self._decided = app, decided
        self._report: Report | None = None
        self._turnable: Turnable | None = None
        self._busy = self._wanted = False
        """A day is being read; Enter was pressed before the first one was."""

    @property
    def does(self) -> Mapping[str, Action]:
        """The key that opens the strip."""
        return {"turn": self.open}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """Keys of the strip, what a thread found, and that another pane took the keys."""
        return {
            TurnStrip.Turned: lambda message: self._go(lambda turn: turn.moved(message.unit, message.by)),
            TurnStrip.Typed: lambda message: self._typed(message.text),
            TurnStrip.Kept: lambda _: self._keep(),
            TurnStrip.Left: lambda _: self._close(),
            Told: self._told,
            events.DescendantFocus: self._turned_away,
        }

    async def open(self) -> None:
        """Read the shown report for itself, in a thread, and open the strip on its day."""
        app = self._app
        report = app.view.report
        if report is None or not report.text:
            app.tell(say("no report is shown"))
        elif refusal := app.services.recorder.refusal:
            app.tell(refusal)
        elif app.view.turn is None and not self._busy:
            self._busy = True
            try:
                await self._begin(report)
            except TimelineError as error:
                app.tell(str(error))
            finally:
                self._busy = False

    async def _begin(self, report: Report) -> None:
        """The strip has the keys before anything is read: what is typed at once is typed on it."""
        app = self._app
        self._report, self._turnable, self._wanted = report, None, False
        first = self._put_up(report)
        try:
            found = await asyncio.to_thread(app.services.turnable, report)
        except TimelineError:
            self._close()
            raise
        turn = app.view.turn
        if found is None:
            self._close()
            app.tell(say("the reports are not read yet"))
        elif turn is not None and turn.report == report.id:  # else the reader has left it meanwhile
            self._turnable = found
            day = found.start if turn == first else turn.day
            known = replace(turn, day=day, published=found.published, day_from=found.day_from, who=found.who)
            app.view = replace(app.view, turn=known)
            await self._read()
            if self._wanted:
                self._keep()

    def _put_up(self, report: Report) -> Turn:
        view = self._app.view
        published = view.timeline.published.get(report.id, Published())
        event = view.event.when if view.event is not None else None
        days = [when.days[0] for when in (published.when, event) if when is not None and when.days is not None]
        turn = Turn(report.id, days[0] if days else _ANY_DAY, published, _FROM.get(published.origin, DayFrom.UNKNOWN))
        self._app.view = replace(view, turn=turn, message="")
        self._show(on=True)
        return turn

    def _show(self, *, on: bool) -> None:
        """The strip in the place of the foot, and the keys with it; or as it was."""
        app = self._app
        app.query_one(FootBar).display, app.query_one(TurnStrip).display = not on, on
        app.screen.set_class(on, "-turning")
        app.screen.set_focus(app.query_one(TurnStrip if on else f"#{app.view.focus}"), scroll_visible=False)

    def _go(self, to: Callable[[Turn], Turn]) -> None:
        turn = self._app.view.turn
        if turn is not None:
            self._app.view = replace(self._app.view, turn=to(turn))
            if not self._busy:
                self._busy = True
                self._app.run_worker(self._read_on(), group="turning")

    async def _read_on(self) -> None:
        try:
            await self._read()
        finally:
            self._busy = False

    async def _read(self) -> None:
        """Read until what is told is of the day that is tried."""
        while (turn := self._app.view.turn) is not None and turn.settled is None and self._turnable is not None:
            tried = await asyncio.to_thread(self._tried, self._turnable, turn)
            self._told(Told(turn.report, tried))

    def _tried(self, turnable: Turnable, turn: Turn) -> Tried:
        return turnable.trial.on(turn.day, self._events(turn.report), self._app.view.timeline.published)

    def _events(self, report: str) -> list[Event]:
        view = self._app.view
        numbers = (number for _, number in zip(range(MOST), view.index.of_report(report), strict=False))
        return [view.numbered(number) for number in numbers]

    def _told(self, message: Told) -> None:
        turn = self._app.view.turn
        if turn is not None and turn.report == message.report:
            self._app.view = replace(self._app.view, turn=replace(turn, tried=message.tried))

    def _typed(self, text: str) -> None:
        def to(turn: Turn) -> Turn:
            return turn.typing(text, self._day(text, turn.typed_on or turn.day))

        self._go(to)

    def _day(self, text: str, near: date) -> date | None:
        """The day of a number in its month, or of a date in any words."""
        found = numbered_day(text, near)
        if found is None and not text.isdecimal():
            days = self._app.services.days(text)
            found = days[0] if days is not None else None
        return found

    def _keep(self) -> None:
        """Record the day; one that a clue forbids only when the reader was told so."""
        app, report = self._app, self._report
        turn = app.view.turn
        if turn is None or report is None or turn.wrong:
            return
        if self._turnable is None:
            self._wanted = True
            return
        tried = turn.settled or self._tried(self._turnable, turn)
        if tried.forbidden and not turn.warned:
            app.view = replace(app.view, turn=replace(turn, tried=tried, typed="", warned=True))
            return
        words = (report.sha256, "published", turn.day.isoformat(), report.id)
        refusal = why_not(lambda: app.services.recorder.record_report(Act.ABOUT, words))
        self._close()
        if refusal:
            app.tell(refusal)
            return
        app.tell(say("the report is of {date} now", date=render_when.day(turn.day)))
        self._decided()

    def _close(self) -> None:
        if self._app.view.turn is not None:
            self._app.view = replace(self._app.view, turn=None)
            self._show(on=False)

    def _turned_away(self, event: events.DescendantFocus) -> None:
        """A click on a pane leaves the strip."""
        if isinstance(event.widget, Pane) and event.widget is self._app.focused and self._app.view.turn is not None:
            self._close()
