"""`Reports`: loads the timeline in a thread while the screen is already up, and shows it when it arrives."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import replace

from textual.message import Message
from textual.timer import Timer

from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed
from tui.app import threads
from tui.app.messages import Failed, Learnt, Opened
from tui.app.parts import Action, Hear
from tui.app.setup import Setup
from tui.app.stage import Stage
from tui.i18n.speech import count, say, spoken
from tui.view import density, session, state
from tui.view.state import View
from tui.widgets.timeline_list import TimelineList

_OFTEN = 0.5
"""Seconds between two updates of the progress."""


class Reports:
    """Loads once; later timelines (after decisions) arrive by the same message."""

    def __init__(self, app: Stage, read: Callable[[], Timeline | Indexed], setup: Setup) -> None:
        """
        Args:
            read: derives the timeline; called in a thread.
            setup: with the last session, or where to begin where there was none.
        """
        self._app, self._read, self._left, self._welcome = app, read, setup.session, setup.welcome
        self._at_story = setup.at_story
        self._told_orphans = False
        self._counter: Timer | None = None

    @property
    def does(self) -> Mapping[str, Action]:
        """The key that reads again."""
        return {"reload": self.reload}

    def reload(self) -> None:
        """Draw the screen anew, and read all reports once more, beside it."""
        self._app.draw_anew()
        if not self._app.view.loading:
            self._app.services.reload()
            self._app.tell(say("reading the reports again…"))

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """Results and failures of the threads."""
        return {Opened: self._opened, Learnt: self._learnt, Failed: self._failed}

    def begin(self) -> None:
        """Start loading, and show its progress."""
        app = self._app

        def loaded() -> None:
            app.post_message(threads.load_timeline(self._read, app.view))

        app.run_worker(loaded, thread=True, exclusive=True, group="reports")
        self._counter = app.set_interval(_OFTEN, self._count)

    def _count(self) -> None:
        app = self._app
        read = app.services.read()
        if read != app.view.read:
            app.view = replace(app.view, read=read)
        if read is None and not app.view.loading and self._counter is not None:
            self._counter.stop()

    def _opened(self, message: Opened) -> None:
        """Show the new timeline; keep what changed on the screen meanwhile (size, focus)."""
        app, before = self._app, self._app.view
        app.view = replace(state.joined(before, message.view), read=app.services.read())
        if not before.loading:
            self._tell_new(len(app.view.timeline.reports) - len(before.timeline.reports))
        self._resume()
        self._greet()
        self._tell_orphans()
        learn = None if app.view.learnt else app.services.learn
        if learn is None:
            app.call_after_refresh(app.reveal)
        if not app.is_headless:
            app.call_after_refresh(_freeze)
        if learn is not None:
            app.call_after_refresh(self._learn, learn)

    def _tell_new(self, reports: int) -> None:
        """Say quietly that another process brought reports: only where nothing else stands there."""
        view = self._app.view
        if view.message == say("reading the reports again…"):
            self._app.tell("")
        if reports > 0 and not self._app.view.message:
            key = view.keys.of("news")
            words = count(
                "{n} new report; {key} shows what is new", "{n} new reports; {key} shows what is new", reports, key=key
            )
            self._app.tell(words)

    def _resume(self) -> None:
        """Restore the last session, or stand on the story, once a run."""
        if self._at_story and self._app.view.count:
            self._app.view, self._at_story = density.stand_at_story(self._app.view), False
        if self._left:
            top = session.top(self._left)
            self._app.view, self._left = session.restored(self._app.view, self._left, self._app.services.query), {}
            if top is not None:
                self._app.query_one(TimelineList).stand(top)

    def _greet(self) -> None:
        """Say once what a newcomer may do, where there is nothing else to say."""
        app = self._app
        if self._welcome and app.view.count and not app.view.message:
            app.view = state.tell(app.view, _greeting(app.view))
        self._welcome = False

    def _learn(self, learn: Callable[[], None]) -> None:
        """Load the language data for explanations in a thread."""

        def learnt() -> None:
            self._app.post_message(threads.load_explanations(learn))

        self._app.run_worker(learnt, thread=True, exclusive=True, group="knowledge")

    def _learnt(self, _: Learnt) -> None:
        self._app.view = replace(self._app.view, learnt=True)
        self._app.call_after_refresh(self._app.reveal)

    def _tell_orphans(self) -> None:
        """Say once how many decisions refer to words that no report has any more."""
        orphans = len(self._app.view.timeline.orphans)
        if orphans and not self._told_orphans:
            message = count(
                "{n} decision hangs on words that are no longer here; see «waqai library verify»",
                "{n} decisions hang on words that are no longer here; see «waqai library verify»",
                orphans,
            )
            self._app.tell(message)
        self._told_orphans = True

    def _failed(self, message: Failed) -> None:
        loading = self._app.view.loading
        self._app.view = (state.failed if loading else state.tell)(self._app.view, message.text)
        if loading:
            gc.enable()


def _greeting(view: View) -> str:
    """What a newcomer may do with the first keys."""
    of = view.keys.of
    said = [say("{key} proof", key=of("open"))]
    if view.pins:
        name = view.timeline.names[view.pins[0][0]].name(spoken().code, short=True)
        said.append(say("{key} only {name}", key=of("pin_1"), name=name))
    said += [say("{key} keys", key=of("help")), say("«waqai add FOLDER» for your reports")]
    return " · ".join(said)


def _freeze() -> None:
    """Exempt the loaded timeline from garbage collection, so that no key waits for it, and turn collection on."""
    gc.collect()
    gc.freeze()
    gc.enable()
