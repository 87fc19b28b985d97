"""The reader: a switchboard between the keys, the one `View`, and the widgets that draw it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from timeline_core.model.event import Join
from timeline_core.model.expression import Expression
from timeline_core.model.report import Published
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from timeline_core.view.index.index import Indexed
from tui.app import threads
from tui.app.messages import Failed, Learnt, Opened, Written
from tui.app.review_actions import Reviewing
from tui.app.setup import Setup
from tui.draw import palette as render_palette
from tui.draw.detail import Reasons
from tui.i18n import speech
from tui.i18n.speech import count, say
from tui.keys import bindings
from tui.keys.table import Group
from tui.ports.services import Services
from tui.screens.activity import ActivityScreen
from tui.screens.actor import ActorScreen
from tui.screens.compare import CompareScreen
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.reason import ReasonScreen
from tui.terminal import probe as terminal
from tui.terminal.glimpse import Glimpse
from tui.view import session, state
from tui.view import wishes as moving
from tui.view.panes import Pane
from tui.view.state import View
from tui.widgets.bars import FootBar, TopBar
from tui.widgets.drawn import Pane as PaneWidget
from tui.widgets.event_detail import EventDetail
from tui.widgets.prompt_bar import PromptBar
from tui.widgets.report_pane import ReportPane
from tui.widgets.themes import THEMES
from tui.widgets.timeline_list import TimelineList

_OFTEN = 0.5
"""Seconds between two looks at how far the reading is."""
_LATEST = 1.0
"""Seconds after which what is drawn is seen, though the list is not there yet."""
ANYWHERE = (Group.TIMELINE, Group.REVIEW, Group.FILTER, Group.PROGRAM)


class WaqaiApp(Reviewing):
    """Holds the one `View`; the rules are in `state`, the looks in `waqai.tcss`."""

    CSS_PATH = "waqai.tcss"
    TITLE = "Waqai"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = bindings.bindings(*ANYWHERE)

    def __init__(
        self,
        load: Callable[[], Timeline | Indexed],
        title: str = "",
        bidi: str = "auto",
        *,
        why: Callable[[Expression], str] = lambda _: "",
        published_why: Callable[[Published], str] = lambda _: "",
        joined: Callable[[Join, Gazetteer], str] = lambda _, __: "",
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
        super().__init__(bidi, answers, marks, setup.theme)
        self.set_keymap(bindings.keymap(setup.keys))
        self._read, self._export, self._export_to = load, export, export_to
        self._told_orphans = False
        self.services, self._session = services, setup.session
        self.memory = session.memory(setup.session)
        self._reasons = Reasons(why, published_why, joined)
        told = _passed_over(setup.problems)
        first = View(title=title, mode=self.choice.mode, keys=setup.keys, saved=setup.filters, told=told)
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
        self._show(self.view)
        self.query_one(TimelineList).focus()
        self._load()
        self._counter = self.set_interval(_OFTEN, self._wait)
        if self.glimpse is not None:
            self.set_timer(_LATEST, self.reveal)

    def on_unmount(self) -> None:
        self.services.leave()

    def _wait(self) -> None:
        """Tell how far the reading is, for as long as it goes on."""
        read = self.services.read()
        if read != self.view.read:
            self.view = replace(self.view, read=read)
        if read is None and not self.view.loading:
            self._counter.stop()

    @work(thread=True, exclusive=True, group="reports")
    def _load(self) -> None:
        """In a thread: reads, then tells."""
        self.post_message(threads.load(self._read, self.view))

    @work(thread=True, exclusive=True, group="export")
    def _write(self, export: Callable[[Filter, Timeline], str], view: View, path: Path) -> None:
        """In a thread: writes, then tells."""
        through = view.filter if view.filtering else state.ALL
        self.post_message(threads.write(partial(export, through), partial(state.narrowed, view), path))

    @on(Opened)
    def _opened(self, message: Opened) -> None:
        """What changed on the screen while the thread read (its size, who has the keys) stands."""
        self.view = state.joined(self.view, message.view)
        if self._session:
            top = session.top(self._session)
            self.view, self._session = session.restored(self.view, self._session, self.services.query), {}
            if top is not None:
                self.query_one(TimelineList).stand(top)
        self._tell_orphans()
        if self.services.learn is None or self.view.learnt:
            self.call_after_refresh(self.reveal)
        if not self.is_headless:
            self.call_after_refresh(_freeze)
        if self.services.learn is not None and not self.view.learnt:
            self.call_after_refresh(self._learn, self.services.learn)

    @work(thread=True, exclusive=True, group="knowledge")
    def _learn(self, learn: Callable[[], None]) -> None:
        """In a thread: loads what reasons are told with, then tells."""
        self.post_message(threads.learnt(learn))

    @on(Learnt)
    def _learnt(self) -> None:
        self.view = replace(self.view, learnt=True)
        self.call_after_refresh(self.reveal)

    def _tell_orphans(self) -> None:
        """Once a run: decisions whose words are no longer among the reports."""
        orphans = len(self.view.timeline.orphans)
        if orphans and not self._told_orphans:
            told = count(
                "{n} decision hangs on words that are no longer here; see «waqai library verify»",
                "{n} decisions hang on words that are no longer here; see «waqai library verify»",
                orphans,
            )
            self.view = state.tell(self.view, told)
        self._told_orphans = True

    @on(Written)
    @on(Failed)
    @on(ReportPane.Copied)
    def _told(self, message: Written | Failed | ReportPane.Copied) -> None:
        loading = isinstance(message, Failed) and self.view.loading
        self.view = (state.failed if loading else state.tell)(self.view, message.text)
        if loading:
            gc.enable()

    @on(TimelineList.Moved)
    def _moved(self, message: TimelineList.Moved) -> None:
        self.view = state.step(self.view, message.by)

    @on(TimelineList.Chosen)
    def _chosen(self, message: TimelineList.Chosen) -> None:
        self.view = state.choose(self.view, message.id)

    @on(TimelineList.Opened)
    def action_read(self) -> None:
        """The evidence in its report; from the event itself, the reason of its date step by step."""
        if self.view.event is None:
            return
        if self.view.focus is Pane.EVENT:
            self.push_screen(ReasonScreen(self.view, self._reasons, self.services.steps))
        else:
            self.view = state.focus(self.view, Pane.REPORT)

    def action_copy(self) -> None:
        event = self.view.event
        if event is not None:
            from tui.draw import citation as render_citation  # with it comes all that exports

            self.copy_to_clipboard(render_citation.citation(self.view.timeline, event))
            self.view = state.tell(self.view, say("the event and its sources are copied"))

    def action_compare(self) -> None:
        """Two reports on the event, beginning with the one that is shown."""
        event, piece = self.view.event, self.view.piece
        if event is None or piece is None or len(event.reports) < 2:
            self.view = state.tell(self.view, say("only one report tells of this event"))
        else:
            self.push_screen(CompareScreen(self.view, event, piece.report))

    @work
    async def action_activity(self) -> None:
        event = self.view.event
        day = event.when.days[0] if event and event.when and event.when.days else date.max
        found = await self.push_screen_wait(ActivityScreen(self.view, day))
        if found is not None:
            self.view = moving.jump(self.view, found.first, found.last)

    @work
    async def action_actors(self) -> None:
        chosen = await self.push_screen_wait(ActorScreen(self.view))
        self.view = chosen

    @work
    async def action_export(self) -> None:
        if self._export is None:
            self.view = state.tell(self.view, say("there is no export here"))
            return
        what = count("{n} event", "{n} events", self.view.count)
        path = await self.push_screen_wait(ExportScreen(what, self._export_to, self.choice.mode))
        if path is not None:
            self._export_to = path
            self._write(self._export, self.view, path)

    def action_help(self) -> None:
        pane = self.query_one(f"#{self.view.focus}", PaneWidget)
        self.push_screen(HelpScreen(pane.ABOUT, self.view.keys))

    def action_help_quit(self) -> None:
        """Ctrl-C says how to leave; who presses it again wants out."""
        told = say("{key} quits, and so does Ctrl-C once more", key=self.view.keys.of("leave"))
        if self.view.told == told:
            self.exit()
        self.view = state.tell(self.view, told)

    def action_leave(self) -> None:
        """Back to the timeline; from there, out."""
        if self.view.focus is Pane.TIMELINE:
            self.exit()
        else:
            self.view = state.focus(self.view, Pane.TIMELINE)

    @work
    async def action_palette(self) -> None:
        chosen = await self.push_screen_wait(PaletteScreen(render_palette.every(self.view), self.view.mode))
        if chosen is not None:
            await self.run_action(chosen.action)

    def action_look(self, name: str) -> None:
        """The colours of that name."""
        self.theme = THEMES[name].name


def _passed_over(problems: Sequence[str]) -> str:
    """What is said of a settings file in which something is wrong; nothing where all is well."""
    if not problems:
        return ""
    return count(
        "{n} setting is passed over: {why}", "{n} settings are passed over: {why}", len(problems), why=problems[0]
    )


def _freeze() -> None:
    """What was read stays: no key waits while it is looked through for garbage. From now on there may be some."""
    gc.collect()
    gc.freeze()
    gc.enable()
