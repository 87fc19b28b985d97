"""`WaqaiApp`, the reader: it passes keys and messages on to its parts, and holds the one `View` that widgets draw."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from inspect import isawaitable
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from timeline_core.model.event import Event, Evidence, Join
from timeline_core.model.expression import Expression
from timeline_core.model.report import Published
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed
from tui.app.asking import Asking
from tui.app.by_hand import ByHand
from tui.app.command.labels import Labels
from tui.app.command.named import Named
from tui.app.doubting import Doubting
from tui.app.gaps.gaps import Gaps
from tui.app.keeping import Keeping
from tui.app.key_queue import KeyQueue
from tui.app.messages import Failed, Learnt, Opened, Written
from tui.app.pane_layout import PaneLayout
from tui.app.parts import Part, every_action, every_hearer
from tui.app.pasting.pasting import Pasting
from tui.app.prompts import PromptLine
from tui.app.report_list import ReportList
from tui.app.reports import Reports
from tui.app.review_actions import ReviewActions
from tui.app.searching import Searching
from tui.app.setup import Setup
from tui.app.sheets import Export, Sheets
from tui.app.stage import Stage
from tui.app.story.lags import Lags
from tui.app.story.story_desk import StoryDesk
from tui.app.turning.turning import Turning
from tui.app.who_and_where import WhoAndWhere
from tui.draw.detail import Reasons
from tui.i18n import speech
from tui.i18n.speech import count, say
from tui.keys import bindings
from tui.keys.table import Group
from tui.ports.services import Services
from tui.terminal import probe as terminal
from tui.terminal.glimpse import Glimpse
from tui.view import session, state, wishes
from tui.view.gaps import steps
from tui.view.state import View
from tui.widgets.bars import DensityStrip, FootBar, TopBar
from tui.widgets.choosing import Begun, Wanted
from tui.widgets.event_detail import EventDetail
from tui.widgets.prompt_bar import PromptBar
from tui.widgets.report_pane import ReportPane
from tui.widgets.selecting import Copied
from tui.widgets.timeline_list import TimelineList
from tui.widgets.turning.strip import TurnStrip

_LATEST = 1.0
"""Seconds after which the drawn screen replaces the glimpse, even without the list."""
_LOOK = 2.0
"""Seconds between two checks for decisions of other people or windows."""
ANYWHERE = (Group.TIMELINE, Group.REVIEW, Group.FILTER, Group.PROGRAM)


class WaqaiApp(Stage):
    """Composes the parts, one object a concern. State changes are in `tui.view`, colours and sizes in `waqai.tcss`."""

    CSS_PATH = "waqai.tcss"
    TITLE = "Waqai"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = bindings.bindings(*ANYWHERE)

    top: int = 0
    """The first visible row of the timeline at exit; the next start begins there."""
    left: str = ""
    """The screen at exit, as it was drawn."""

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
        bound: Callable[[Event, Mapping[str, Published]], str] = lambda _, __: "",
        export: Export | None = None,
        export_to: Path = Path("timeline.md"),
        answers: terminal.Answers = terminal.Answers(),  # noqa: B008 - an immutable value
        marks: bool | None = None,
        setup: Setup = Setup(),  # noqa: B008 - an immutable value
        services: Services = Services(),  # noqa: B008 - an immutable value
        glimpse: Glimpse | None = None,
    ) -> None:
        """Reports are read only after the first frame is on the screen.

        Args:
            load: reads the reports and derives the timeline; runs in a thread. Its errors are shown to the reader.
            title: the name of the library or dossier, for the top line.
            bidi: `auto` or a mode of `tui.bidi.modes`.
            why: explains a date in one line.
            published_why: explains how the day of a report was inferred.
            joined: explains why two tellings are one happening.
            told: explains where a quote is told from, and whose words it is.
            bound: explains where an event stands that no report gives a day.
            export: renders the timeline as Markdown; None disables the export.
            export_to: the file name that the export suggests.
            answers: what the terminal reported about itself (`terminal.ask`); used by `auto`.
            marks: whether to draw vowel marks; None decides by the terminal.
            setup: language, theme and keys.
            services: everything the screen needs from outside (`tui.ports`).
            glimpse: the picture of the last session, shown until the list is drawn.
        """
        self.glimpse = glimpse
        speech.use(setup.language, os.environ)
        super().__init__(bidi, answers, marks, setup.theme, services)
        self.set_keymap(bindings.keymap(setup.keys))
        self.memory = session.memory(setup.session)
        self._reasons = Reasons(why, published_why, joined, told, bound)
        self.key_queue = KeyQueue(self, super().on_event)
        self._layout = PaneLayout(self)
        self._reports = Reports(self, load, setup)
        line = PromptLine(self, self.memory)
        self.review = ReviewActions(self, line)
        sheets = Sheets(self, self._reasons, export, export_to)
        asking = Asking(self, self._reasons)
        who = WhoAndWhere(self, self.review.derive)
        doubting = Doubting(self, self.review.derive)
        searching = Searching(self, line)
        self._pasting = Pasting(self, self._reasons, self.review.derive)
        every = ReportList(self, self.review.derive)
        parts: Sequence[Part] = (
            *(line, self._layout, self._reports, searching, self.review, asking, sheets, who, doubting, every),
            *(
                Keeping(self, self.review.derive),
                ByHand(self, self.review.derive),
                Named(self, line),
                Turning(self, self.review.decided),
                StoryDesk(self, line),
                Lags(self),
                Gaps(self),
                self._pasting,
            ),
            Labels(self),
        )
        self.does, self._hears = every_action(parts), every_hearer(parts)
        message = _describe_problems(setup.problems)
        first = View(title=title, mode=self.choice.mode, keys=setup.keys, saved=setup.filters, message=message)
        first = replace(first, scratch=services.scratch)
        self.set_reactive(WaqaiApp.view, first)

    def compose(self) -> ComposeResult:
        yield TopBar(id="top").data_bind(WaqaiApp.view)
        yield DensityStrip(id="strip").data_bind(WaqaiApp.view)
        with Horizontal(id="panes"):
            yield TimelineList(id="timeline").data_bind(WaqaiApp.view)
            with Vertical(id="reading"):
                yield EventDetail(self._reasons).data_bind(WaqaiApp.view)
                yield ReportPane().data_bind(WaqaiApp.view)
        yield TurnStrip(id="turn").data_bind(WaqaiApp.view)
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
        if not self._pasting.takes(event):
            await self.key_queue.take(event)

    def on_resize(self, event: events.Resize) -> None:
        self._layout.resized(event.size.width, event.size.height)

    def watch_view(self, old: View, new: View) -> None:
        self._layout.changed(old, new)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """As Textual's; also keeps what the next start begins with: the first row (`top`) and the screen (`left`)."""
        if self.is_running and len(self.screen_stack) == 1:
            self.top = self.query_one(TimelineList).top
            if self.glimpse is not None and not self.view.loading:
                self.view = replace(self.view, message="")
                self.left = self.picture()
        super().exit(result, return_code, message)

    @on(events.DescendantFocus)
    @on(Failed)
    @on(Learnt)
    @on(Opened)
    @on(PromptBar.Closed)
    @on(PromptBar.Completed)
    @on(PromptBar.Kept)
    @on(PromptBar.Moved)
    @on(PromptBar.Typed)
    @on(Begun)
    @on(Copied)
    @on(DensityStrip.Pointed)
    @on(TimelineList.Opened)
    @on(TurnStrip.Kept)
    @on(TurnStrip.Left)
    @on(TurnStrip.Turned)
    @on(TurnStrip.Typed)
    @on(Wanted)
    @on(Written)
    def _heard(self, message: Message) -> None:
        """Pass the message on to the parts that listen for it."""
        for hear in self._hears[type(message)]:
            hear(message)

    @on(TimelineList.Moved)
    def _moved(self, message: TimelineList.Moved) -> None:
        self.view = steps.step(self.view, message.by)

    @on(TimelineList.Chosen)
    def _chosen(self, message: TimelineList.Chosen) -> None:
        there = state.choose(self.view, message.id)
        self.view = steps.to_gap(there) if message.gap else there

    def action_do(self, name: str, *values: object) -> None:
        """Run the action of that name; one of the parts has it (`Part.does`)."""
        under_way = self.does[name](*values)
        if isawaitable(under_way):
            self.run_worker(under_way)

    def action_wish(self, name: str, *values: int) -> None:
        """Replace the view by what the function of that name makes of it (`wishes.WISHES`)."""
        self.view = wishes.WISHES[name](self.view, *values)

    def action_help_quit(self) -> None:
        """Ctrl-C tells which key quits; pressed again, it quits."""
        message = say("{key} quits, and so does Ctrl-C once more", key=self.view.keys.of("leave"))
        if self.view.message == message:
            self.exit()
        self.view = state.tell(self.view, message)


def _describe_problems(problems: Sequence[str]) -> str:
    """A line on the settings that were ignored; empty when there are none."""
    if not problems:
        return ""
    return count(
        "{n} setting is passed over: {why}", "{n} settings are passed over: {why}", len(problems), why=problems[0]
    )
