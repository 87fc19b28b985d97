"""`ReviewActions`: records decisions (accept, reject, tag, merge…) and shows the timeline with them.

A decision is on the disk before it is shown; the new timeline is derived in a thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.message import Message

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act
from timeline_core.model.event import Event, Status
from tui.app import threads
from tui.app.parts import Action, Hear
from tui.app.prompts import PromptLine
from tui.app.stage import Stage
from tui.draw import when as render_when
from tui.i18n.speech import later, say
from tui.screens.edit import EditScreen
from tui.screens.question import QuestionScreen
from tui.view import review
from tui.widgets.prompt_bar import Prompt

TAG = Prompt("tag", later("tag"), later("a tag; with - before it, it is taken off"))
NOTE = Prompt("note", later("note"), later("what you want to remember of this event"))


class ReviewActions:
    """Every action applies to the marked events; if none is marked, to the selected one."""

    def __init__(self, app: Stage, line: PromptLine) -> None:
        self._app, self._line = app, line
        self._told_scratch = False

    @property
    def does(self) -> Mapping[str, Action]:
        """The keys of the group «What you decide»."""
        return {
            "accept": partial(self._turn, Act.ACCEPT, Status.ACCEPTED),
            "reject": partial(self._turn, Act.REJECT, Status.REJECTED),
            "star": self.star,
            "tag": self.tag,
            "note": self.note,
            "merge": self.merge,
            "split": self.split,
            "edit": self.edit,
            "undo": partial(self._back, again=False),
            "redo": partial(self._back, again=True),
        }

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """No messages: the new timeline arrives at `Reports`."""
        return {}

    def look(self) -> None:
        """Show what a colleague or another window has decided meanwhile."""
        if not self._app.view.loading and self._app.services.recorder.news():
            self.derive()

    def _decide(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> bool:
        """Record the act and show the result; True on success. A failure is shown in the foot line."""
        if not events:
            return False
        try:
            self._app.services.recorder.record(act, events, words)
        except TimelineError as error:
            self._app.tell(str(error))
            return False
        self._app.view = review.after(self._app.view, act, tuple(events))
        self.decided()
        return True

    def decided(self) -> None:
        """Say where a decision went that was just told, and show the timeline with it."""
        self._tell_scratch()
        self.derive()

    def _tell_scratch(self) -> None:
        """Say once where decisions go that are about reports in no library."""
        view = self._app.view
        if view.scratch and not self._told_scratch:
            self._told_scratch = True
            key = view.keys.of("keep")
            self._app.tell(say("{done}, in a scratch library; {key} keeps it in yours", done=view.message, key=key))

    def _refused(self) -> bool:
        """Tell why nothing would be kept, before anybody is asked for words."""
        refusal = self._app.services.recorder.refusal
        if refusal:
            self._app.tell(refusal)
        return bool(refusal)

    def derive(self) -> None:
        """Derive the timeline with all decisions, in a thread."""

        def derived() -> None:
            self._app.post_message(threads.load_timeline(self._app.services.recorder.timeline, self._app.view))

        self._app.run_worker(derived, thread=True, exclusive=True, group="decisions")

    def _turn(self, act: Act, status: Status) -> None:
        """Set the status; if all events have it already, make them drafts again."""
        events = review.upon(self._app.view)
        same = bool(events) and all(event.status is status for event in events)
        self._decide(Act.REOPEN if same else act, events)

    def star(self) -> None:
        """Star the events; if all are starred already, remove the stars."""
        events = review.upon(self._app.view)
        self._decide(Act.UNSTAR if events and all(event.starred for event in events) else Act.STAR, events)

    def tag(self) -> None:
        """Ask for tags to add, or to remove with a leading minus."""
        events = review.upon(self._app.view)
        if events and not self._refused():
            known = sorted({tag for event in events for tag in event.tags})
            self._line.ask(TAG, "", lambda text: self._tag(events, text), known=[f"-{tag}" for tag in known])

    def _tag(self, events: Sequence[Event], text: str) -> bool:
        words = text.split(",")
        off = [tag for word in words if (tag := word.strip().removeprefix("-").strip()) and word.strip()[0] == "-"]
        on = [tag for word in words if (tag := word.strip()) and tag[0] != "-"]
        kept = not on or self._decide(Act.TAG, events, on)
        return kept and (not off or self._decide(Act.UNTAG, events, off))

    def note(self) -> None:
        """Ask for a note; an existing one can be edited, and one that was typed and never kept goes on."""
        events = review.upon(self._app.view)
        if not events or self._refused():
            return
        before = events[0].note if len(events) == 1 else ""
        draft = partial(self._app.services.drafted, " ".join(event.id for event in events))

        def typed(text: str) -> str:
            draft("" if text == before else text)
            return ""

        def done(text: str) -> bool:
            kept = text.strip() == before or self._decide(Act.NOTE, events, [text.strip()])
            if kept:
                draft("")
            return kept

        def forget() -> None:
            draft("")

        left = draft(None)
        self._line.ask(NOTE, before, done, typed, left=lambda _: forget())
        if left:
            self._line.mend(left, "", say("typed before, and not kept yet"))

    async def merge(self) -> None:
        """Merge the marked events into the selected one; where their days differ, ask which holds."""
        event = self._app.view.event
        others = [one for one in review.upon(self._app.view) if event is not None and one.id != event.id]
        if event is None or not others:
            key = self._app.view.keys.of("mark")
            self._app.tell(say("first mark with {key} what is the same as this event", key=key))
            return
        first = await self._with_day([event, *others])
        if first is not None:
            self._decide(Act.MERGE, [first, *(one for one in (event, *others) if one is not first)])

    async def _with_day(self, events: Sequence[Event]) -> Event | None:
        """The event whose day holds for all of them; None where the reader gives none."""
        days = {one.when: one for one in reversed(events) if one.when is not None and not one.bounded}
        if len(days) < 2:
            return events[0]
        found = sorted(days.values(), key=events.index)
        answers = [f"{render_when.full(one.when)} · {one.title}" for one in found]
        view = self._app.view
        asked = say("The days differ: which one holds?")
        sheet = QuestionScreen(view, asked, [], say("1–9 or Enter choose   Esc do not merge"), answers)
        number = await self._app.push_screen_wait(sheet)
        return found[number] if number >= 0 else None

    def split(self) -> None:
        """Split the shown quote off into an event of its own."""
        event = self._app.view.event
        if event is None or len(event.evidence) == 1:
            self._app.tell(say("one quote alone cannot be split"))
            return
        self._decide(Act.SPLIT, [event], [str(min(self._app.view.evidence, len(event.evidence) - 1) + 1)])

    async def edit(self) -> None:
        """Open the form that corrects title, date, actors and kind; what was refused stands in it once more."""
        event = self._app.view.event
        if event is None or self._refused():
            return
        typed: dict[Act, Sequence[str]] = {}
        while changes := await self._app.push_screen_wait(EditScreen(self._app.view, event, self._app.services, typed)):
            typed = {act: words for act, words in changes if not self._decide(act, [event], words)}
            if not typed:
                return

    def _back(self, *, again: bool) -> None:
        recorder = self._app.services.recorder
        try:
            found = recorder.redo() if again else recorder.undo()
        except TimelineError as error:
            self._app.tell(str(error))
            return
        self._app.view = review.undone(self._app.view, found, again=again)
        if found is not None:
            self.derive()
