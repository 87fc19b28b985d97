"""`Keeping`: brings reports that are in no library, with what was decided about them, into the library."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

from textual.message import Message

from timeline_core.errors import TimelineError
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.i18n.speech import count, say
from tui.ports.services import Adopted, Offer
from tui.screens.question import QuestionScreen


class Keeping:
    """Asks once, with the full path of the library; the reader then goes on with that."""

    def __init__(self, app: Stage, derive: Callable[[], None]) -> None:
        """`derive`: shows the timeline with all decisions."""
        self._app, self._derive = app, derive

    @property
    def does(self) -> Mapping[str, Action]:
        """The key that keeps."""
        return {"keep": self.keep}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the sheet answers."""
        return {}

    async def keep(self) -> None:
        """Ask, keep in a thread, and say what was kept."""
        app = self._app
        if not app.view.scratch:
            app.tell(say("these reports and decisions are in the library already"))
            return
        try:
            offer = await asyncio.to_thread(app.services.offer)
            sheet = QuestionScreen(
                app.view,
                say("Keep these reports in the library?"),
                [_what(offer), offer.folder, _there(offer)],
                say("Enter keep   Esc not now"),
            )
            if await app.push_screen_wait(sheet) < 0:
                return
            app.tell(say("keeping the reports…"))
            adopted = await asyncio.to_thread(app.services.adopt)
        except TimelineError as error:
            app.tell(str(error))
            return
        app.view = replace(app.view, title=adopted.title, scratch=False)
        app.tell(_said(adopted))
        self._derive()


def _what(offer: Offer) -> str:
    reports = count("{n} report", "{n} reports", offer.reports)
    decisions = count("{n} decision", "{n} decisions", offer.decisions)
    return say("{reports} and {decisions} go to", reports=reports, decisions=decisions)


def _there(offer: Offer) -> str:
    if offer.there is None:
        return say("There is no library yet; this begins it.")
    return count(
        "It holds {n} report; the reader then shows all of it.",
        "It holds {n} reports; the reader then shows all of it.",
        offer.there,
    )


def _said(adopted: Adopted) -> str:
    reports = count("{n} report", "{n} reports", adopted.reports)
    decisions = count("{n} decision", "{n} decisions", adopted.decisions)
    return say("kept in {folder}: {reports}, {decisions}", folder=adopted.folder, reports=reports, decisions=decisions)
