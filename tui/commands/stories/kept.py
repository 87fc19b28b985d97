"""`KeptStories`: the stories of a log of decisions, told with the timeline of now. Implements `tui.ports.stories`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision
from timeline_core.stories import editing
from timeline_core.stories.change import LONGEST_NAME, Change, Do
from timeline_core.stories.editing import Draft
from timeline_core.stories.story import Story, key, read_stories
from timeline_core.stories.told import Told, tell_story
from tui.i18n.speech import say

if TYPE_CHECKING:
    from store.decisions.decisions import Decisions
    from timeline_core.knowledge import Knowledge
    from timeline_core.model.event import Event
    from timeline_core.model.report import Collected
    from timeline_core.timeline import Timeline
    from timeline_core.view.teller import Teller
    from tui.ports.stories import Edit


class StoryError(TimelineError):
    """There is no such story, or nothing can be kept; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the stories stand on now."""

    timeline: Timeline
    """With all decisions."""
    known: Knowledge
    decisions: Decisions | None
    foreign: tuple[Decision, ...] = ()
    """Decisions that came with files."""
    collected: Callable[[Collection[str]], Mapping[str, Collected]] | None = None
    """Ids of reports -> by their hashes, who added them; None where they are in no library."""
    within: Callable[[str], Iterable[Event]] | None = None
    """The events of a report."""


class KeptStories:
    """Every change is on the disk before it is shown."""

    def __init__(self, ground: Callable[[], Ground], who: Callable[[], str], today: date) -> None:
        """
        Args:
            ground: raises `TimelineError` before the reports are read.
            who: who writes.
        """
        self._ground, self._who, self._today = ground, who, today
        self._steps: list[int] = []
        """How many acts each step made."""

    @property
    def refusal(self) -> str:
        """Why nothing would be kept; else empty."""
        try:
            self._decisions(self._ground())
            self._who()
        except TimelineError as error:
            return str(error)
        return ""

    def stories(self) -> tuple[Story, ...]:
        """All of them, the last changed first."""
        ground = self._ground()
        own = ground.decisions.log() if ground.decisions is not None else ()
        return read_stories((*ground.foreign, *own))

    def names(self) -> Sequence[str]:
        return [story.name for story in self.stories()]

    def story(self, name: str) -> Story | None:
        """The story of that name; None where there is none."""
        return next((one for one in self.stories() if key(one.name) == key(name)), None)

    def event(self, id: str) -> Event:
        """The event of that id, or of what it begins with."""
        from tui.commands.shared.decision_words import Table

        ground = self._ground()
        return Table(ground.timeline, ground.known, self._today).event(id)

    def teller(self, code: str) -> Teller:
        """Who tells in that language."""
        return teller(self._ground().known, code)

    def told(self, name: str) -> Told:
        ground = self._ground()
        story = self.story(name)
        if story is None:
            return Told(Story(name))
        return tell_story(story, ground.timeline, teller(ground.known, story.lang), ground.within)

    def begin(self, name: str, code: str, events: Sequence[Event]) -> None:
        ground = self._ground()
        clean = " ".join(name.split())[:LONGEST_NAME]
        if not clean:
            raise StoryError(say("a story needs a name"))
        if self.story(clean) is not None:
            self.add(clean, events)
            return
        story = Story(clean, code)
        told = editing.tell_events(story, events, ground.timeline, teller(ground.known, code))
        self._record(ground, [Draft(Change(clean, Do.BEGIN, (code,))), *told])

    def add(self, name: str, events: Sequence[Event]) -> int:
        drafts: list[Draft] = []

        def edit(told: Told, timeline: Timeline, tell: Teller) -> Sequence[Draft]:
            has = {one.id for one in told.events}
            new = [event for event in events if event.id not in has]
            drafts.extend(editing.tell_events(told.story, new, timeline, tell))
            return drafts

        self.edit(name, edit)
        return len(drafts)

    def edit(self, name: str, edit: Edit) -> bool:
        ground, told = self._ground(), self.told(name)
        drafts = edit(told, ground.timeline, teller(ground.known, told.story.lang))
        self._record(ground, drafts)
        return bool(drafts)

    def speak(self, name: str, code: str) -> None:
        ground = self._ground()
        self._record(ground, editing.speak(self.told(name), ground.timeline, teller(ground.known, code)))

    def undo(self) -> bool:
        if not self._steps:
            return False
        decisions, who = self._decisions(self._ground()), self._who()
        for _ in range(self._steps.pop()):
            decisions.undo(who)
        return True

    def export(self, name: str, path: Path) -> str:
        from tui.commands.stories.writing import write_story

        return write_story(self.told(name), self._ground(), path, self._today)

    def _decisions(self, ground: Ground) -> Decisions:
        if ground.decisions is None:
            raise StoryError(say("not kept: these reports are in no library"))
        return ground.decisions

    def _record(self, ground: Ground, drafts: Sequence[Draft]) -> None:
        from timeline_core.decisions.apply import make_target

        if not drafts:
            return
        decisions, who = self._decisions(ground), self._who()
        decisions.record_all(
            Decision(
                *("", Act.STORY, "", who),
                targets=(make_target(one.event, ground.timeline),) if one.event is not None else (),
                values=one.change.kept,
            )
            for one in drafts
        )
        self._steps.append(len(drafts))


def teller(known: Knowledge, code: str) -> Teller:
    """Who tells a story in that language; in English where it is none of ours."""
    from tui.commands.shared import select
    from tui.i18n import speech

    return select.teller(known, speech.of(code if speech.known(code) else "en"))
