"""The decisions of the reader on a library: kept by the store, applied by the core."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Event

if TYPE_CHECKING:
    from store.decisions.decisions import Decisions
    from timeline_core.timeline import Timeline
    from timeline_core.view.index.index import Indexed
    from tui.commands.shared.decision_words import Table

    Log = tuple[Decision, ...]


class LibraryRecorder:
    """`tui.recorder.Recorder` of a library."""

    def __init__(
        self,
        decisions: Decisions,
        table: Callable[[], Table],
        who: str,
        decided: Callable[[Log], Timeline | Indexed],
        news: Callable[[], bool] = lambda: False,
    ) -> None:
        """
        Args:
            table: what decisions are made upon, once it is there.
            who: decides.
            decided: makes the timeline with that log in force.
            news: whether there is more to be shown than was.
        """
        self._decisions, self._table, self._who, self._decided, self._news = decisions, table, who, decided, news
        self._one = Lock()

    def record(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        """Kept in one writing, all or none."""
        table = self._table()
        if act is Act.MERGE:
            drafts = [table.draft(events[0], act, [event.id for event in events[1:]], self._who)]
        else:
            drafts = [table.draft(event, act, words, self._who) for event in events]
        return self._decisions.record_all(drafts)

    def undo(self) -> Decision | None:
        """The act that is taken back by the `undo` that was recorded."""
        return self._undone(self._decisions.undo(self._who))

    def redo(self) -> Decision | None:
        """The act that is done again."""
        return self._undone(self._decisions.redo(self._who))

    def news(self) -> bool:
        """A disk that does not answer has none; the next decision tells of it."""
        try:
            return self._news() or self._decisions.changed
        except TimelineError:
            return False

    def _undone(self, recorded: Decision | None) -> Decision | None:
        """The act that an `undo`, or an `undo` of one, is about."""
        known = {one.id: one for one in self._decisions.log()}
        while recorded is not None and recorded.act is Act.UNDO:
            recorded = known.get(recorded.undoes)
        return recorded

    def timeline(self) -> Timeline | Indexed:
        """What was derived, with every decision in force applied."""
        with self._one:  # a thread that came later has the later log
            return self._decided(self._decisions.log())
