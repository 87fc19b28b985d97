"""`Stories`: reads and changes the stories of a library. `NoStories` has none, and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.ports.recorder import NotKeptError

if TYPE_CHECKING:
    from timeline_core.model.event import Event
    from timeline_core.stories.editing import Draft
    from timeline_core.stories.told import Told
    from timeline_core.timeline import Timeline
    from timeline_core.view.teller import Teller

    Edit = Callable[[Told, Timeline, Teller], Sequence[Draft]]
    """Story, timeline and who tells it -> what is to be recorded."""


class Stories(Protocol):
    """All of it is called in a thread, and raises `TimelineError` with words for a person."""

    @property
    def refusal(self) -> str:
        """Why nothing would be kept; else empty."""

    def names(self) -> Sequence[str]:
        """Of every story, the last changed first."""

    def told(self, name: str) -> Told:
        """The story of that name, with its events of now; an empty one where there is none."""

    def begin(self, name: str, code: str, events: Sequence[Event]) -> None:
        """Begin a story in that language, with a sentence for each event; it is on the disk on return."""

    def add(self, name: str, events: Sequence[Event]) -> int:
        """Put the events that it has not yet at its end; how many these were."""

    def edit(self, name: str, edit: Edit) -> bool:
        """Change the story; False where there was nothing to change."""

    def speak(self, name: str, code: str) -> None:
        """Tell it in that language."""

    def undo(self) -> bool:
        """Take back the last step that was made through this object; False where none is left."""

    def export(self, name: str, path: Path) -> str:
        """Write it as the name of the file asks for; what is to be told of it, for a person."""


class NoStories:
    """For reports outside of any library."""

    refusal = ""

    def names(self) -> Sequence[str]:
        return ()

    def told(self, name: str) -> Told:
        from timeline_core.stories.story import Story
        from timeline_core.stories.told import Told

        return Told(Story(name))

    def begin(self, name: str, code: str, events: Sequence[Event]) -> None:
        del name, code, events
        raise NotKeptError(self.refusal)

    def add(self, name: str, events: Sequence[Event]) -> int:
        del name, events
        raise NotKeptError(self.refusal)

    def edit(self, name: str, edit: Edit) -> bool:
        del name, edit
        raise NotKeptError(self.refusal)

    def speak(self, name: str, code: str) -> None:
        del name, code
        raise NotKeptError(self.refusal)

    def undo(self) -> bool:
        return False

    def export(self, name: str, path: Path) -> str:
        del name, path
        raise NotKeptError(self.refusal)
