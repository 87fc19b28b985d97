"""`Recorder`: records decisions. `NoRecorder` keeps nothing and says which library would keep them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Event
from timeline_core.timeline import Timeline
from timeline_core.view.index.index import Indexed
from tui.ports.new_event import NewWords


class NotKeptError(TimelineError):
    """A decision cannot be kept; the message says where it would be, or why it cannot be understood."""


class Recorder(Protocol):
    """Records decisions and derives the timeline with them."""

    @property
    def refusal(self) -> str:
        """Why nothing that is decided would be kept, so that nobody is asked for words in vain; else empty."""

    def record(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        """Record the act for each event (a merge: for all at once); it is on the disk on return.

        Raises:
            TimelineError: nothing was kept; the message says why, for a person.
        """

    def record_name(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        """Record an act upon a name (`OF_NAMES`); it is on the disk on return.

        Args:
            values: of `rename` and `name` the id and the name, in no matter which language; of `other` the id and the
                SHA-256 of reports; of `undo` the id of whom somebody was merged into, who is parted from it again; of
                all others those of the act.

        Raises:
            TimelineError: nothing was kept; the message says why, for a person.
        """

    def record_report(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        """Record an act upon a report (`OF_REPORTS`) with its values; it is on the disk on return.

        Raises:
            TimelineError: nothing was kept; the message says why, for a person.
        """

    def record_new(self, words: NewWords) -> tuple[Decision, ...]:
        """Record that these words of a report are an event; it is on the disk on return.

        Raises:
            TimelineError: nothing was kept; the message says why, for a person.
        """

    def restore(self, sha256: str) -> Decision | None:
        """Take the report of that hash out of the bin, whoever put it there; None where it is in none."""

    def undo(self) -> Decision | None:
        """Undo this person's last act; the act, or None."""

    def redo(self) -> Decision | None:
        """Redo what was undone last; the act, or None."""

    def timeline(self) -> Timeline | Indexed:
        """The timeline with all decisions until now; called in a thread."""

    def news(self) -> bool:
        """True if others may have decided something since the last `timeline`; cheap."""


class NoRecorder:
    """For reports outside a library: every decision is refused."""

    def __init__(self, why: str) -> None:
        """`why`: for a person, with the place where decisions would be kept."""
        self._why = why

    @property
    def refusal(self) -> str:
        return self._why

    def record(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        del act, events, words
        raise NotKeptError(self._why)

    def record_name(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        del act, values
        raise NotKeptError(self._why)

    def record_report(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        del act, values
        raise NotKeptError(self._why)

    def restore(self, sha256: str) -> Decision | None:
        del sha256
        raise NotKeptError(self._why)

    def record_new(self, words: NewWords) -> tuple[Decision, ...]:
        del words
        raise NotKeptError(self._why)

    def undo(self) -> Decision | None:
        raise NotKeptError(self._why)

    def redo(self) -> Decision | None:
        raise NotKeptError(self._why)

    def timeline(self) -> Timeline | Indexed:
        raise NotKeptError(self._why)

    def news(self) -> bool:
        return False
