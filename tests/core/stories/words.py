"""The words that tests of stories are written in: a log of changes, and the story that it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.core.words import teller
from timeline_core.decisions.apply import make_target
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Event
from timeline_core.stories import editing
from timeline_core.stories.change import Change, Do
from timeline_core.stories.editing import Draft
from timeline_core.stories.story import Story, read_stories
from timeline_core.stories.told import Told, tell_story
from timeline_core.timeline import Timeline


class Writing:
    """A log to which one story is written."""

    def __init__(self, timeline: Timeline, code: str = "en", name: str = "The mill") -> None:
        self.timeline, self.name, self.log = timeline, name, list[Decision]()
        self.keep([Draft(Change(name, Do.BEGIN, (code,)))])

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Put them into the log, a moment after all before."""
        for one in drafts:
            number = len(self.log)
            targets = (make_target(one.event, self.timeline),) if one.event is not None else ()
            at = f"2023-06-01T10:00:{number:02}.000Z"
            self.log.append(Decision(f"d{number:03}", Act.STORY, at, "rana", targets, one.change.kept))

    def tell(self, *events: Event) -> None:
        self.keep(editing.tell_events(self.story, events, self.timeline, teller(self.story.lang)))

    def undo(self, id: str) -> None:
        self.log.append(Decision(f"u{id}", Act.UNDO, "2023-06-01T11:00:00.000Z", "rana", undoes=id))

    @property
    def story(self) -> Story:
        [story] = read_stories(self.log)
        return story

    def told(self, timeline: Timeline | None = None) -> Told:
        """As it is told with that timeline; without one, with that of the beginning."""
        return tell_story(self.story, timeline or self.timeline, teller(self.story.lang))

    @property
    def texts(self) -> list[str]:
        return [part.text for part in self.story.parts]

    def whats(self, timeline: Timeline) -> Sequence[str]:
        """What has changed of its first sentence."""
        return [change.what for change in self.told(timeline).paragraphs[0].changes]
