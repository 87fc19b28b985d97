"""`ReportList`: the list of all reports, what the reader says of one, and the way to where it stands on the web."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act
from tui.app.messages import Opened
from tui.app.parts import Action, Hear, why_not
from tui.app.stage import Stage
from tui.i18n.speech import say
from tui.ports.listed_report import ListedReport, State
from tui.view import in_report, state
from tui.view.panes import Pane

if TYPE_CHECKING:
    from tui.screens.reports import Mending, ReportsScreen

_WEB = ("http://", "https://")


class ReportList:
    """Opens the sheet; a decision about a report is on the disk before it is shown, and the reports are read again."""

    def __init__(self, app: Stage, derive: Callable[[], None]) -> None:
        """`derive`: shows the timeline with all decisions."""
        self._app, self._derive = app, derive
        self._sheet: ReportsScreen | None = None

    @property
    def does(self) -> Mapping[str, Action]:
        """The keys of the list and of the link."""
        return {"reports": self.open, "link": self.link}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """A new timeline is shown in the open list too."""
        return {Opened: self._renew}

    def _renew(self, _: Opened) -> None:
        if self._sheet is not None and self._sheet.is_attached:
            self._sheet.run_worker(self._sheet.renew(), exclusive=True, group="reports")

    async def open(self) -> None:
        """List the reports in a thread, open the sheet, and read the report that is chosen there."""
        from tui.draw.asked import reports as render_reports
        from tui.screens.reports import ReportsScreen

        app = self._app
        if app.view.loading:
            app.tell(say("the reports are not read yet"))
            return
        try:
            every = await asyncio.to_thread(app.services.reports)
        except TimelineError as error:
            app.tell(str(error))
            return
        shown = app.view.report
        first = render_reports.listed(every, app.view.mode).at_report(shown.id if shown is not None else "")
        sheet = self._sheet = ReportsScreen(app.view, app.services.reports, first, self._mending())
        chosen = await app.push_screen_wait(sheet)
        self._sheet = None
        if chosen:
            app.view = in_report.read(app.view, chosen)
        if chosen and sheet.turns:
            app.view = state.focus(app.view, Pane.TIMELINE)
            await app.run_action("do('turn')")

    def _mending(self) -> Mending:
        from tui.screens.reports import Mending

        recorder = self._app.services.recorder

        def done(act: Callable[[], object]) -> str:
            refusal = why_not(act)
            if not refusal:
                self._derive()
            return refusal

        def about(one: ListedReport, field: str, value: str) -> str:
            return done(lambda: recorder.record_report(Act.ABOUT, (one.sha256, field, value, one.id)))

        def bin(one: ListedReport) -> str:
            if one.state is State.BIN:
                return done(lambda: recorder.restore(one.sha256))
            return done(lambda: recorder.record_report(Act.REMOVE, (one.sha256, one.id)))

        return Mending(self._app.services.field, about, bin, lambda: done(recorder.undo), recorder.refusal)

    def link(self) -> None:
        """Open in a browser where the report stands; without a browser, copy that."""
        report = self._app.view.report
        url = report.url if report is not None else ""
        if not url.casefold().startswith(_WEB) or not url.isprintable() or " " in url:
            self._app.tell(say("no report is shown") if report is None else say("this report has no link"))
        elif self._app.services.browser:
            self._app.open_url(url)
            self._app.tell(say("opening {url}", url=url))
        else:
            self._app.copy_to_clipboard(url)
            self._app.tell(say("there is no browser here; the link is copied: {url}", url=url))
