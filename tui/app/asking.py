"""`Asking`: explains the dates of the shown report one by one, whether they made an event or not."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.model.report import Report
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.draw.detail import Reasons
from tui.i18n.speech import say
from tui.ports.asked_date import AskedDate
from tui.view import in_report, state
from tui.view.panes import Pane
from tui.view.state import View
from tui.widgets.report_pane import ReportPane

if TYPE_CHECKING:
    from tui.screens.dates import DatesScreen

_SOON = 0.3
"""Seconds that a reader waits without being told why."""


class Asking:
    """Steps through the dates of a report, and remembers the last one for the next key."""

    def __init__(self, app: Stage, reasons: Reasons) -> None:
        self._app, self._reasons = app, reasons
        self._read: tuple[Report | None, tuple[AskedDate, ...]] = (None, ())
        """The last report and its dates; computing them takes a moment."""
        self._left: tuple[str, str, int] = ("", "", 0)
        """Event, report and code point of the date that was explained last."""
        self._sheet: DatesScreen | None = None
        self._busy = False

    @property
    def does(self) -> Mapping[str, Action]:
        """The keys for the next date and the previous one."""
        return {"date": self.ask}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the sheet calls back."""
        return {}

    async def ask(self, by: int) -> None:
        """Open the sheet at the next date after the reader's place (`by` 1), or at the one before it (-1)."""
        report = self._app.view.report
        if report is None:
            self._app.tell(say("no report is shown"))
        elif not self._busy:
            self._busy = True
            try:
                await self._explain(report, by)
            except TimelineError as error:
                self._app.tell(str(error))
            finally:
                self._busy = False

    async def _explain(self, report: Report, by: int) -> None:
        from tui.screens.dates import DatesScreen  # not before it is asked for: every module delays the first list

        dates = await self._dates(report)
        if self._app.view.report is not report:
            return  # the reader has gone on meanwhile
        if not dates:
            self._app.tell(say("no date is found in this report"))
            return
        view = self._app.view = state.focus(self._app.view, Pane.REPORT)
        at = in_report.date_from([one.expression.span for one in dates], self._place(view, by), by)
        telling = (self._reasons, self._app.services.steps)
        self._sheet = DatesScreen(view, dates, at, telling, self._moved)
        await self._app.push_screen_wait(self._sheet)
        self._sheet = None
        self._app.view = replace(self._app.view, asked=None)

    async def _dates(self, report: Report) -> tuple[AskedDate, ...]:
        known, dates = self._read
        if known is not report:
            reading = asyncio.ensure_future(asyncio.to_thread(self._app.services.dates, report))
            if not (await asyncio.wait({reading}, timeout=_SOON))[0]:
                self._app.tell(say("reading the dates of this report…"))
            dates = tuple(await reading)
            self._read = (report, dates)
        return dates

    def _place(self, view: View, by: int) -> int:
        """Where the search for a date starts: after the date explained last, else at the evidence of the event."""
        event, report, last = self._left
        if view.report is not None and (event, report) == (view.chosen, view.report.id):
            return last + (by > 0)
        piece = view.piece
        if piece is None:
            return 0
        return piece.expression.span.start if piece.expression else piece.span.start

    def _moved(self, one: AskedDate) -> None:
        span = one.expression.span
        view = self._app.view
        self._left = (view.chosen, view.report.id if view.report else "", span.start)
        self._app.view = replace(view, asked=span)
        self._app.call_after_refresh(self._make_room, span.start)

    def _make_room(self, offset: int) -> None:
        """Move the sheet to the half of the screen where it does not cover the date."""
        drawn = self._app.screen_stack[0].query_one(ReportPane).text.drawn_on(offset)
        if self._sheet is not None:
            self._sheet.spare(lower=drawn >= self._app.size.height // 2)
