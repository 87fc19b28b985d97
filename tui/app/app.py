"""The reader: a switchboard between the keys, the one `View`, and the parts that do what is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from inspect import isawaitable
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from timeline_core.model.event import Evidence, Join
from timeline_core.model.expression import Expression
from timeline_core.model.report import Published
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from timeline_core.view.index.index import Indexed
from tui.app.key_queue import KeyQueue
from tui.app.messages import Failed, Learnt, Opened, Written
from tui.app.pane_layout import PaneLayout
from tui.app.parts import Part, every_action, every_hearer
from tui.app.prompts import PromptLine
from tui.app.reports import Reports
from tui.app.review_actions import ReviewActions
from tui.app.searching import Searching
from tui.app.setup import Setup
from tui.app.sheets import Sheets
from tui.app.stage import Stage
from tui.draw.detail import Reasons
from tui.i18n import speech
from tui.i18n.speech import count, say
from tui.keys import bindings
from tui.keys.table import Group
from tui.ports.services import Services
from tui.terminal import probe as terminal
from tui.terminal.glimpse import Glimpse
from tui.view import session, state
from tui.view import wishes as moving
from tui.view.state import View
from tui.widgets.bars import FootBar, TopBar
from tui.widgets.event_detail import EventDetail
from tui.widgets.prompt_bar import PromptBar
from tui.widgets.report_pane import ReportPane
from tui.widgets.timeline_list import TimelineList

_LATEST = 1.0
"""Seconds after which what is drawn is seen, though the list is not there yet."""
_LOOK = 2.0
"""Seconds between two looks for decisions of others."""
ANYWHERE = (Group.TIMELINE, Group.REVIEW, Group.FILTER, Group.PROGRAM)


class WaqaiApp(Stage):
    """Holds the parts, each an object for one concern; the rules are in `tui.view`, the looks in `waqai.tcss`."""

    CSS_PATH = "waqai.tcss"
    TITLE = "Waqai"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = bindings.bindings(*ANYWHERE)

    top: int = 0
    """The first row of the list, when the reader was left."""
    left: str = ""
    """The screen, as it was left."""

    def __init__(
        self,
        load: Callable[[], Timeline | Indexed],
        title: str = "",
        bidi: str = "auto",
        *,
        why: Callable[[Expression], str] = lambda _: "",
        published_why: Callable[[Published], str] = lambda _: "",
        joined: Callable[[Join, Gazetteer], str] = lambda _, __: "",
        told: Callable[[Evidence], str] = lambda _: "",
        export: Callable[[Filter, Timeline], str] | None = None,
        export_to: Path = Path("timeline.md"),
        answers: terminal.Answers = terminal.Answers(),  # noqa: B008 - an immutable value
        marks: bool | None = None,
        setup: Setup = Setup(),  # noqa: B008 - an immutable value
        services: Services = Services(),  # noqa: B008 - an immutable value
        glimpse: Glimpse | None = None,
    ) -> None:
        """Nothing is read before the first frame is on the screen.

        Args:
            load: reads and derives; called in a thread. What it raises is shown in its own words.
            title: of what is read, for the line above the panes.
            bidi: `auto` or a mode of `tui.bidi.modes`.
            why: the reason of a date, for a person.
            published_why: how the day of a report was inferred, for a person.
            joined: why two tellings are one happening, for a person.
            told: from where a quote is told, and whose words it is, for a person.
            export: the timeline as Markdown; None where there is no export.
            export_to: the file that the export proposes.
            answers: what the terminal said of itself (`terminal.ask`), for `auto`.
            marks: whether vowel marks are drawn; None leaves it to what the terminal is known to do.
            setup: language, looks and keys.
            services: what is asked for beyond the screen.
            glimpse: what stands on the screen until the list does.
        """
        self.glimpse = glimpse
        speech.use(setup.language, os.environ)
        super().__init__(bidi, answers, marks, setup.theme, services)
        self.set_keymap(bindings.keymap(setup.keys))
        self.memory = session.memory(setup.session)
        self._reasons = Reasons(why, published_why, joined, told)
        self.key_queue = KeyQueue(self, super().on_event)
        self._layout = PaneLayout(self)
        self._reports = Reports(self, load, setup.session)
        line = PromptLine(self, self.memory)
        self.review = ReviewActions(self, line)
        sheets = Sheets(self, self._reasons, export, export_to)
        parts: Sequence[Part] = (line, self._layout, self._reports, Searching(self, line), self.review, sheets)
        self.does, self._hears = every_action(parts), every_hearer(parts)
        problems = _passed_over(setup.problems)
        first = View(title=title, mode=self.choice.mode, keys=setup.keys, saved=setup.filters, told=problems)
        self.set_reactive(WaqaiApp.view, first)

    def compose(self) -> ComposeResult:
        yield TopBar(id="top").data_bind(WaqaiApp.view)
        with Horizontal(id="panes"):
            yield TimelineList(id="timeline").data_bind(WaqaiApp.view)
            with Vertical(id="reading"):
                yield EventDetail(self._reasons).data_bind(WaqaiApp.view)
                yield ReportPane().data_bind(WaqaiApp.view)
        yield PromptBar(self.choice.mode)
        yield FootBar(id="foot").data_bind(WaqaiApp.view)

    def on_mount(self) -> None:
        self.set_up()
        self.view = state.resized(self.view, self.size.height, self.size.width)
        self._layout.show(self.view)
        self.query_one(TimelineList).focus()
        self._reports.begin()
        self.set_interval(_LOOK, self.review.look)
        if self.glimpse is not None:
            self.set_timer(_LATEST, self.reveal)

    def on_unmount(self) -> None:
        self.services.leave()

    async def on_event(self, event: events.Event) -> None:
        await self.key_queue.take(event)

    def on_resize(self, event: events.Resize) -> None:
        self._layout.resized(event.size.width, event.size.height)

    def watch_view(self, old: View, new: View) -> None:
        self._layout.changed(old, new)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """As Textual's; what the next start begins with is kept: the first row of the list, in `left` the screen."""
        if self.is_running and len(self.screen_stack) == 1:
            self.top = self.query_one(TimelineList).top
            if self.glimpse is not None and not self.view.loading:
                self.view = replace(self.view, told="")
                self.left = self.picture()
        super().exit(result, return_code, message)

    @on(events.DescendantFocus)
    @on(Failed)
    @on(Learnt)
    @on(Opened)
    @on(PromptBar.Closed)
    @on(PromptBar.Kept)
    @on(PromptBar.Moved)
    @on(PromptBar.Typed)
    @on(ReportPane.Copied)
    @on(TimelineList.Opened)
    @on(Written)
    def _heard(self, message: Message) -> None:
        """Each message goes to the parts that it is for."""
        for hear in self._hears[type(message)]:
            hear(message)

    @on(TimelineList.Moved)
    def _moved(self, message: TimelineList.Moved) -> None:
        self.view = state.step(self.view, message.by)

    @on(TimelineList.Chosen)
    def _chosen(self, message: TimelineList.Chosen) -> None:
        self.view = state.choose(self.view, message.id)

    def action_do(self, name: str, *values: object) -> None:
        """What the part does that knows that name (`Part.does`)."""
        under_way = self.does[name](*values)
        if isawaitable(under_way):
            self.run_worker(under_way)

    def action_wish(self, name: str, *values: int) -> None:
        """Change the view as the function of that name says (`moving.WISHES`)."""
        self.view = moving.WISHES[name](self.view, *values)

    def action_help_quit(self) -> None:
        """Ctrl-C says how to leave; who presses it again wants out."""
        told = say("{key} quits, and so does Ctrl-C once more", key=self.view.keys.of("leave"))
        if self.view.told == told:
            self.exit()
        self.view = state.tell(self.view, told)


def _passed_over(problems: Sequence[str]) -> str:
    """What is said of a settings file in which something is wrong; nothing where all is well."""
    if not problems:
        return ""
    return count(
        "{n} setting is passed over: {why}", "{n} settings are passed over: {why}", len(problems), why=problems[0]
    )
