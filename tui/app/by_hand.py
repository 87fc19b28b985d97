"""`ByHand`: makes an event of words that are chosen in the report, by keys or with the mouse."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.i18n.speech import say
from tui.ports.new_event import NewWords
from tui.view import review, state
from tui.view.panes import Pane
from tui.widgets.choosing import Begun, Wanted
from tui.widgets.report_pane import ReportPane

_SOON = 0.3
"""Seconds that a reader waits without being told why."""


class ByHand:
    """Opens the form on the chosen words; the new event is chosen once the timeline has it."""

    def __init__(self, app: Stage, derive: Callable[[], None]) -> None:
        """`derive`: shows the timeline with all decisions."""
        self._app, self._derive = app, derive
        self._busy = False

    @property
    def does(self) -> Mapping[str, Action]:
        """The key that makes an event."""
        return {"new_event": self.make}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """That the reader begins to choose words, and that these are to be an event."""
        return {Begun: lambda _: self._tell_keys(), Wanted: lambda _: self._app.run_worker(self.make())}

    def _tell_keys(self) -> None:
        key = self._app.view.keys.of("new_event")
        self._app.tell(say("w b words   ) ( sentences   o other end   c copy   {key} make an event   Esc", key=key))

    async def make(self) -> None:
        """Ask of the chosen words what they are; where none are chosen, begin with a sentence."""
        report, pane = self._app.view.report, self._app.query_one(ReportPane)
        if report is None or not report.text:
            self._app.tell(say("no report is shown"))
        elif refusal := self._app.services.recorder.refusal:
            self._app.tell(refusal)
        elif pane.selecting.selected is None:
            self._app.view = state.focus(self._app.view, Pane.REPORT)
            pane.choosing.begin(whole=True)
        elif not self._busy:
            self._busy = True
            try:
                await self._ask(report, Span(*pane.selecting.selected))
            except TimelineError as error:
                self._app.tell(str(error))
            finally:
                self._busy = False

    async def _ask(self, report: Report, span: Span) -> None:
        from tui.screens.new_event import (
            NewEventScreen,
        )  # not before it is asked for: every module delays the first list

        services = self._app.services
        reading = asyncio.ensure_future(asyncio.to_thread(services.words, report, span))
        if not (await asyncio.wait({reading}, timeout=_SOON))[0]:
            self._app.tell(say("reading these words…"))
        read = await reading
        if self._app.view.report != report:
            return  # the reader has gone on meanwhile
        sheet = NewEventScreen(self._app.view, span, read, partial(services.typed, report.id))
        if (asked := await self._app.push_screen_wait(sheet)) is not None:
            self._record(asked)

    def _record(self, asked: NewWords) -> None:
        from timeline_core.decisions.by_hand import id_by_hand

        [act] = self._app.services.recorder.record_new(asked)
        self._app.query_one(ReportPane).choosing.end()
        self._app.view = replace(state.tell(self._app.view, review.done(Act.NEW, 1)), place=id_by_hand(act))
        self._derive()
