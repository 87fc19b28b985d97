"""`LibraryRecorder`: records the reader's decisions in a library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from timeline_core.errors import TimelineError
from timeline_core.model.decision import OF_TWO, Act, Decision
from timeline_core.model.event import Event
from tui.i18n.speech import say
from tui.ports.recorder import NotKeptError

if TYPE_CHECKING:
    from store.decisions.decisions import Decisions
    from timeline_core.timeline import Timeline
    from timeline_core.view.index.index import Indexed
    from tui.commands.shared.decision_words import Table
    from tui.ports.new_event import NewWords

    Log = tuple[Decision, ...]


class LibraryRecorder:
    """Implements `tui.ports.recorder.Recorder` with the store's decision log."""

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
            table: resolves events and words to decisions, once the timeline is loaded.
            who: the name of the person who decides.
            decided: derives the timeline with a log applied.
            news: true if the timeline has changed for other reasons.
        """
        self._decisions, self._table, self._who, self._decided, self._news = decisions, table, who, decided, news
        self._one = Lock()

    def turn_to(self, decisions: Decisions) -> None:
        """Record there from now on."""
        self._decisions = decisions

    @property
    def refusal(self) -> str:
        """Nothing is refused before it was tried."""
        return ""

    def record(self, act: Act, events: Sequence[Event], words: Sequence[str] = ()) -> tuple[Decision, ...]:
        """Record all in one write, or none."""
        table = self._table()
        if act in OF_TWO:
            drafts = [table.draft(events[0], act, [event.id for event in events[1:]], self._who)]
        else:
            drafts = [table.draft(event, act, words, self._who) for event in events]
        return self._decisions.record_all(drafts)

    def record_name(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        """Record it as `waqai actors` does."""
        from timeline_core.decisions.who import another, joined_last
        from timeline_core.lexicon.language_of import language_of

        id, *more = values
        if act is Act.UNDO:
            joined = joined_last(id, self._decisions.log())
            if joined is None:
                raise NotKeptError(say("nobody was merged into it"))
            return self._decisions.record_all([Decision("", act, "", self._who, values=("split",), undoes=joined.id)])
        if act in (Act.RENAME, Act.NAME):
            more = [*more, language_of(more[0], self._table().known.signs)]
        elif act is Act.OTHER:
            more = [another(id, self._decisions.log()), *more]
        return self._decisions.record_all([Decision("", act, "", self._who, values=(id, *more))])

    def record_report(self, act: Act, values: Sequence[str]) -> tuple[Decision, ...]:
        """Record it as `waqai reports` does."""
        return self._decisions.record_all([Decision("", act, "", self._who, values=tuple(values))])

    def restore(self, sha256: str) -> Decision | None:
        """A step of its own, which an undo takes back."""
        from timeline_core.decisions.on_reports import read_amendments

        act = read_amendments(self._decisions.log()).removed.get(sha256)
        if act is None:
            return None
        [kept] = self._decisions.record_all([Decision("", Act.UNDO, "", self._who, values=("restore",), undoes=act.id)])
        return kept

    def record_new(self, words: NewWords) -> tuple[Decision, ...]:
        """Record it as `waqai decide new` does."""
        from tui.commands.story.new_event import NewEvent, draft_new

        asked = NewEvent(words.report, "", words.span, words.date, words.title, words.kind)
        return self._decisions.record_all([draft_new(self._table(), asked, self._who)])

    def undo(self) -> Decision | None:
        """The act that is taken back by the `undo` that was recorded."""
        return self._undone(self._decisions.undo(self._who))

    def redo(self) -> Decision | None:
        """The act that is done again."""
        return self._undone(self._decisions.redo(self._who))

    def news(self) -> bool:
        """False if the disk fails; the next decision reports that."""
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
