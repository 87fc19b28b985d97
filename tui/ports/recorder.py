"""What the reader asks for when a person decides: a `Recorder`. One keeps nothing and says where it would be kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed


class NotKeptError(TimelineError):
    """A decision cannot be kept; the message says where it would be, or why it cannot be understood."""


class Recorder(Protocol):
    """Keeps what a person decides, and applies it."""

    def record(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        """Keep that act upon each of these events (a merge upon all at once); on the disk when this returns.

        Raises:
            TimelineError: nothing was kept; the message says why, for a person.
        """

    def undo(self) -> Decision | None:
        """Take back the last act of this person; what was taken back, None when there is nothing."""

    def redo(self) -> Decision | None:
        """Do again what was taken back last."""

    def timeline(self) -> Timeline | Indexed:
        """The timeline with everything decided until now; called in a thread."""

    def news(self) -> bool:
        """True when another program may have decided something since `timeline` was asked for; cheap."""


class NoRecorder:
    """Reports that are read without a library: nothing is kept of them."""

    def __init__(self, why: str) -> None:
        """`why`: for a person, with the place where decisions would be kept."""
        self._why = why

    def record(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        del act, events, words
        raise NotKeptError(self._why)

    def undo(self) -> Decision | None:
        raise NotKeptError(self._why)

    def redo(self) -> Decision | None:
        raise NotKeptError(self._why)

    def timeline(self) -> Timeline | Indexed:
        raise NotKeptError(self._why)

    def news(self) -> bool:
        return False
