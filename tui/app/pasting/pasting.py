"""`Pasting`: a paste of many lines is a report, wherever the keys are; of one line it goes where they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.widgets import Input

from timeline_core.errors import TimelineError
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.draw.detail import Reasons
from tui.i18n.speech import count, say
from tui.ports.pasted import Taken
from tui.widgets.turning.strip import TurnStrip

if TYPE_CHECKING:
    from tui.screens.pasting.paste import Answer, PasteScreen

_LINES = 2
"""Lines with letters from which on a paste is a report."""
_LOOK = 0.1
"""Seconds between two looks whether the reports are read."""
_LONG = 400
"""Letters from which on one line is a report too, where no line is being typed."""


class Pasting:
    """What was pasted and not kept stays until the reader is closed: the key opens it again."""

    def __init__(self, app: Stage, reasons: Reasons, derive: Callable[[], None]) -> None:
        """`derive`: shows the timeline with what is new."""
        self._app, self._reasons, self._derive = app, reasons, derive
        self._text = ""
        """What was pasted last and is not kept."""
        self._sheet: PasteScreen | None = None

    @property
    def does(self) -> Mapping[str, Action]:
        """The key that opens the sheet."""
        return {"paste": self.open}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: a paste is an event of the terminal (`takes`)."""
        return {}

    def takes(self, event: events.Event) -> bool:
        """Take a paste that is a report; False where the event goes on to whatever has the keys."""
        if not isinstance(event, events.Paste) or event.is_forwarded:
            return False
        text, typing = _with_ends(event.text), isinstance(self._app.focused, Input | TurnStrip)
        lines = sum(bool(line.strip()) for line in text.split("\n"))
        many = lines >= _LINES or (len(text) >= _LONG and not typing)
        if self._sheet is not None and self._sheet is self._app.screen:
            if many or not self._sheet.text.strip():
                self._sheet.more(text)
                return True
            return False
        if many:
            self._text = text
            self._app.run_worker(self.open())
        elif not typing and text.strip():
            self._text = text
            key = self._app.view.keys.of("paste")
            self._app.tell(say("one line was pasted; {key} takes it as a report", key=key))
        return many or not typing

    async def open(self) -> None:
        """Open the sheet on what was pasted last, or empty."""
        from tui.screens.pasting.paste import PasteScreen, Reading

        app = self._app
        while app.view.loading and not app.view.failed:  # what is pasted meanwhile waits
            await asyncio.sleep(_LOOK)
        if self._sheet is not None:
            return
        if refusal := app.services.recorder.refusal:
            app.tell(refusal)
            return
        reading = Reading(app.services.pasted, app.services.field, self._reasons.why)
        self._sheet = PasteScreen(app.view, self._text, reading)
        try:
            answer = await app.push_screen_wait(self._sheet)
        finally:
            self._sheet = None
        self._text = answer.text
        if answer.kept:
            await self._keep(answer)
        elif answer.text.strip():
            app.tell(say("not kept; {key} opens the pasted text again", key=app.view.keys.of("paste")))

    async def _keep(self, answer: Answer) -> None:
        """Keep it before anything is said of it; what was refused can be opened again."""
        app = self._app
        try:
            taken = await asyncio.to_thread(app.services.take, answer.text, answer.said)
        except TimelineError as error:
            app.tell(str(error))
            return
        self._text = ""
        meetings = answer.pasted.meetings if answer.pasted is not None else ()
        place = meetings[0].event.id if meetings else app.view.place
        app.view = replace(app.view, place=place)
        app.tell(_told(taken, app.view.keys.of("keep")))
        self._derive()


def _with_ends(text: str) -> str:
    """With ends of lines as texts have them: a terminal sends those of the Enter key."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _told(taken: Taken, key: str) -> str:
    if not taken.reports:
        return say("this text is there already")
    told = count("{n} report is kept", "{n} reports are kept", taken.reports)
    if taken.scratch:
        return say("{done}, in a scratch library; {key} keeps it in yours", done=told, key=key)
    return say("{done} in {folder}", done=told, folder=taken.folder)
