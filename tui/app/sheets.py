"""`Sheets`: opens the modal screens (reason of a date, comparison, histogram, help, export)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from textual.message import Message

from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from tui.app import threads
from tui.app.messages import Written
from tui.app.parts import Action, Hear
from tui.app.stage import Stage
from tui.draw.detail import Reasons
from tui.i18n.speech import count, say
from tui.screens.activity import ActivityScreen
from tui.screens.compare import CompareScreen
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.reason import ReasonScreen
from tui.view import state, wishes
from tui.view.panes import Pane
from tui.widgets.pane import Pane as PaneWidget
from tui.widgets.selecting import Copied
from tui.widgets.timeline_list import TimelineList

Export = Callable[[Filter, Timeline, Path], str]


class Sheets:
    """Opens them and carries out what the reader chooses there; also copying and quitting."""

    def __init__(self, app: Stage, reasons: Reasons, export: Export | None, export_to: Path) -> None:
        """`export`: renders the timeline as the name of a file asks for; `export_to`: the suggested file."""
        self._app, self._reasons = app, reasons
        self._export, self._export_to = export, export_to

    @property
    def does(self) -> Mapping[str, Action]:
        """Actions that open a sheet, copy, or quit."""
        return {
            "read": self.read,
            "copy": self.copy,
            "compare": self.compare,
            "activity": self.activity,
            "export": self.export,
            "help": self.help,
            "leave": self.leave,
            "look": self.look,
        }

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """A double click on an event, and what is said when something was copied or written."""
        hears = {Written: self._say_done, Copied: self._say_done}
        return {TimelineList.Opened: lambda _: self.read(), **hears}

    def _say_done(self, message: Written | Copied) -> None:
        self._app.tell(message.text)

    def read(self) -> None:
        """Go to the evidence in its report; with the focus on the event, explain its date step by step; open a gap."""
        view = self._app.view
        if view.gap is not None:
            self._app.run_worker(self._app.run_action("do('gap')"))
        if view.event is None:
            return
        if view.focus is Pane.EVENT:
            self._app.push_screen(ReasonScreen(view, self._reasons, self._app.services.steps))
        else:
            self._app.view = state.focus(view, Pane.REPORT)

    def copy(self) -> None:
        """Copy the event with its citation."""
        event = self._app.view.event
        if event is not None:
            from tui.draw import citation as render_citation  # with it comes all that exports

            self._app.copy_to_clipboard(render_citation.citation(self._app.view.timeline, event))
            self._app.tell(say("the event and its sources are copied"))

    def compare(self) -> None:
        """Compare two reports on the event, starting with the one that is shown."""
        view = self._app.view
        if view.event is None or view.piece is None or len(view.event.reports) < 2:
            self._app.tell(say("only one report tells of this event"))
        else:
            self._app.push_screen(CompareScreen(view, view.event, view.piece.report))

    async def activity(self) -> None:
        """Open the histogram, and go to the day that is chosen there."""
        event = self._app.view.event
        day = event.when.order[0] if event and event.when and event.when.days else date.max
        found = await self._app.push_screen_wait(ActivityScreen(self._app.view, day))
        if found is not None:
            self._app.view = wishes.jump(self._app.view, found.first, found.last)

    async def export(self) -> None:
        """Ask for a file and write what is shown to it."""
        if self._export is None:
            self._app.tell(say("there is no export here"))
            return
        what = count("{n} event", "{n} events", self._app.view.count)
        path = await self._app.push_screen_wait(ExportScreen(what, self._export_to, self._app.choice.mode))
        if path is not None:
            self._export_to = path
            self._write(self._export, path)

    def _write(self, export: Export, path: Path) -> None:
        """Write the file in a thread, then say so."""
        view = self._app.view
        through = view.filter if view.filtering else state.ALL

        def written() -> None:
            def made(timeline: Timeline) -> str:
                return export(through, timeline, path)

            self._app.post_message(threads.write_export(made, partial(state.narrowed, view), path))

        self._app.run_worker(written, thread=True, exclusive=True, group="export")

    def help(self) -> None:
        """Open the help of the focused pane."""
        view = self._app.view
        pane = self._app.query_one(f"#{view.focus}", PaneWidget)
        self._app.push_screen(HelpScreen(pane.ABOUT, view.keys))

    def leave(self) -> None:
        """Go back to the timeline; from there, quit."""
        if self._app.view.focus is Pane.TIMELINE:
            self._app.exit()
        else:
            self._app.view = state.focus(self._app.view, Pane.TIMELINE)

    def look(self, name: str) -> None:
        """Switch to the theme of that name."""
        self._app.look(name)
