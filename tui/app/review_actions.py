"""`Reviewing`: what a person decides at the keys; kept before it is shown, applied in a thread."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act
from timeline_core.model.event import Event, Status
from tui.app import threads
from tui.app.prompts import Asking
from tui.i18n.speech import later, say
from tui.screens.edit import EditScreen
from tui.view import review, state
from tui.widgets.prompt_bar import Prompt

TAG = Prompt("tag", later("tag"), later("a tag; with - before it, it is taken off"))
NOTE = Prompt("note", later("note"), later("what you want to remember of this event"))

_LOOK = 2.0
"""Seconds between two looks for decisions of others."""


class Reviewing(Asking):
    """Each action is upon the marked events or, without any, upon the one that the reader stands on."""

    def on_mount(self) -> None:
        self.set_interval(_LOOK, self.look)

    def look(self) -> None:
        """What a colleague, or another window, has decided meanwhile is shown."""
        if not self.view.loading and self.services.recorder.news():
            self._derive()

    def _decide(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> bool:
        """Keep the act; what stood in its way is told. True when it was kept."""
        if not events:
            return False
        try:
            self.services.recorder.record(act, events, words)
        except TimelineError as error:
            self.view = state.tell(self.view, str(error))
            return False
        self.view = review.after(self.view, act, tuple(events))
        self._derive()
        return True

    @work(thread=True, exclusive=True, group="decisions")
    def _derive(self) -> None:
        """In a thread: the timeline with what was decided."""
        self.post_message(threads.load(self.services.recorder.timeline, self.view))

    def action_accept(self) -> None:
        self._turn(Act.ACCEPT, Status.ACCEPTED)

    def action_reject(self) -> None:
        self._turn(Act.REJECT, Status.REJECTED)

    def _turn(self, act: Act, status: Status) -> None:
        """The act, or back to drafts what is all so already."""
        events = review.upon(self.view)
        same = bool(events) and all(event.status is status for event in events)
        self._decide(Act.REOPEN if same else act, events)

    def action_star(self) -> None:
        events = review.upon(self.view)
        self._decide(Act.UNSTAR if events and all(event.starred for event in events) else Act.STAR, events)

    def action_tag(self) -> None:
        events = review.upon(self.view)
        if events:
            known = sorted({tag for event in events for tag in event.tags})
            self.ask(TAG, "", lambda text: self._tag(events, text), known=[f"-{tag}" for tag in known])

    def _tag(self, events: Sequence[Event], text: str) -> None:
        words = text.split(",")
        off = [tag for word in words if (tag := word.strip().removeprefix("-").strip()) and word.strip()[0] == "-"]
        on = [tag for word in words if (tag := word.strip()) and tag[0] != "-"]
        if on:
            self._decide(Act.TAG, events, on)
        if off:
            self._decide(Act.UNTAG, events, off)

    def action_note(self) -> None:
        events = review.upon(self.view)
        if events:
            before = events[0].note if len(events) == 1 else ""
            self.ask(NOTE, before, lambda text: self._note(events, before, text.strip()))

    def _note(self, events: Sequence[Event], before: str, text: str) -> None:
        if text != before:
            self._decide(Act.NOTE, events, [text])

    def action_merge(self) -> None:
        event = self.view.event
        others = [one for one in review.upon(self.view) if event is not None and one.id != event.id]
        if event is None or not others:
            key = self.view.keys.of("mark")
            self.view = state.tell(self.view, say("first mark with {key} what is the same as this event", key=key))
            return
        self._decide(Act.MERGE, [event, *others])

    def action_split(self) -> None:
        event = self.view.event
        if event is None or len(event.evidence) == 1:
            self.view = state.tell(self.view, say("one quote alone cannot be split"))
            return
        self._decide(Act.SPLIT, [event], [str(min(self.view.evidence, len(event.evidence) - 1) + 1)])

    @work
    async def action_edit(self) -> None:
        event = self.view.event
        if event is None:
            return
        for act, words in await self.push_screen_wait(EditScreen(self.view, event, self.services)):
            if not self._decide(act, [event], words):
                return

    def action_undo(self) -> None:
        self._back(again=False)

    def action_redo(self) -> None:
        self._back(again=True)

    def _back(self, *, again: bool) -> None:
        recorder = self.services.recorder
        try:
            found = recorder.redo() if again else recorder.undo()
        except TimelineError as error:
            self.view = state.tell(self.view, str(error))
            return
        self.view = review.undone(self.view, found, again=again)
        if found is not None:
            self._derive()
