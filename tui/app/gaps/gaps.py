"""`Gaps`: opens the gap that the reader stands on, and goes where he chooses to."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from textual.message import Message

from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.view import in_report, state
from tui.view.gaps.rows import Going, hole_of
from tui.view.state import View


class Gaps:
    """What could fall there is found in a thread, for every undated event is looked at."""

    def __init__(self, app: Stage) -> None:
        self._app = app

    @property
    def does(self) -> Mapping[str, Action]:
        """What Enter does on a gap."""
        return {"gap": self.open}

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the sheet answers."""
        return {}

    async def open(self) -> None:
        """Find, then open the sheet, then go there."""
        from tui.screens.gaps.gap import GapScreen  # not before it is asked for

        app = self._app
        view, gap = app.view, app.view.gap
        if gap is None:
            return
        hole = await asyncio.to_thread(hole_of, view, gap)
        going: Going = await app.push_screen_wait(GapScreen(view, gap, hole))
        if going.report:
            app.view = in_report.read(app.view, going.id)
        elif going.id:
            number = app.view.index.columns.find(going.id)
            past = app.view if app.view.listing.place(number) >= 0 else _past_filters(app.view)
            app.view = state.choose(past, going.id)


def _past_filters(view: View) -> View:
    """With all that the filters and the reader hide."""
    return state.listed(replace(view, filtering=view.filtering and not view.filter, bounds=True, message=""))
