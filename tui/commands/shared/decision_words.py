"""Parses a decision as typed («date 2023-02-10») into a `Decision`. Independent of screen and library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from timeline_core.decisions.apply import make_target
from timeline_core.errors import TimelineError
from timeline_core.model.decision import Act, Decision, Target
from timeline_core.model.event import Event, Kind

if TYPE_CHECKING:
    from timeline_core.knowledge import Knowledge
    from timeline_core.timeline import Timeline

BARE = (Act.ACCEPT, Act.REJECT, Act.REOPEN, Act.STAR, Act.UNSTAR)
PAIRED = (Act.APART, Act.DOUBT)
"""Acts upon one event and one other."""
WITH_WORDS = (Act.TAG, Act.UNTAG, Act.NOTE, Act.DATE, Act.TITLE, Act.KIND, Act.ACTORS, Act.MERGE, Act.SPLIT, *PAIRED)
ACTS = tuple(act.value for act in (*BARE, *WITH_WORDS))
"""What can be said of an event, in the order of the help."""


class DecideError(TimelineError):
    """A decision cannot be understood; the message names the word and what to write."""


@dataclass(frozen=True, slots=True)
class Table:
    """Resolves ids, quotes and names in decisions, against one timeline."""

    timeline: Timeline
    known: Knowledge
    today: date

    def event(self, id: str) -> Event:
        """Find an event by its id, a prefix of it, or an id from before a merge.

        Raises:
            DecideError: none or several.
        """
        exact = self.timeline.event(id)
        if exact is not None:
            return exact
        every = (*self.timeline.events, *self.timeline.undated)
        found = [event for event in every if id and event.id.startswith(id)]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(event.id for event in found[:10]) + (", …" if len(found) > 10 else "")
            raise DecideError(f"several events begin with «{id}» ({ids}); write one of them")
        raise DecideError(f"no event is called «{id}»; «waqai list» shows what they are called")

    def draft(self, event: Event, act: Act, words: Sequence[str], who: str) -> Decision:
        """The decision to record.

        Raises:
            DecideError: the words do not fit the act.
        """
        if act is Act.MERGE:
            return Decision("", act, "", who, self._merged(event, words))
        if act in PAIRED:
            return Decision("", act, "", who, self._paired(event, act, words))
        if act is Act.SPLIT:
            return Decision("", act, "", who, self._split(event, words))
        values = _VALUES[act](self, words) if act in _VALUES else _none(act, words)
        return Decision("", act, "", who, (self._target(event),), values, cleared=act is Act.ACTORS and not values)

    def _target(self, event: Event) -> Target:
        return make_target(event, self.timeline)

    def _merged(self, event: Event, words: Sequence[str]) -> tuple[Target, ...]:
        others = [self.event(word) for word in words]
        if not others or any(other.id == event.id for other in others):
            raise DecideError(f"«merge» joins other events with {event.id}; write their ids behind it")
        return tuple(self._target(one) for one in (event, *others))

    def _paired(self, event: Event, act: Act, words: Sequence[str]) -> tuple[Target, ...]:
        others = [self.event(word) for word in words]
        if len(others) != 1 or others[0].id == event.id:
            raise DecideError(f"«{act}» is said of {event.id} and one other event; write the id of that behind it")
        return (self._target(event), self._target(others[0]))

    def _split(self, event: Event, words: Sequence[str]) -> tuple[Target, ...]:
        """Split off the numbered quotes (as `waqai show` numbers them); without numbers, separate all tellings."""
        if not words:
            return (self._target(event),)
        count = len(event.evidence)
        numbers = [int(word) for word in words if word.isdecimal() and 1 <= int(word) <= count]
        if len(numbers) != len(words) or len(set(numbers)) == count:
            raise DecideError(
                f"{event.id} has {count} quotes; write the numbers of those that are to leave it, as «waqai show» "
                "counts them, or none to part all"
            )
        leaving = make_target(event, self.timeline, [event.evidence[number - 1] for number in numbers])
        return (self._target(event), leaving)

    def _date(self, words: Sequence[str]) -> tuple[str, ...]:
        from timeline_core.view.typed_date import typed_date

        said = " ".join(words).strip()
        if not said:
            return ("", "")
        value = typed_date(said, self.today, self.known.languages.values())
        if value is None:
            raise DecideError(f"no date can be read in «{said}»; 2023-02-10, 2023-02 or “10 February 2023” are")
        return (value, said)

    def _actors(self, words: Sequence[str]) -> tuple[str, ...]:
        given = [word for word in words if word.strip()]
        return tuple(dict.fromkeys(self._actor(word) for word in given))

    def _actor(self, word: str) -> str:
        """By its id, or by any of its names in any script."""
        from timeline_core.model.entry import ACTOR
        from tui.commands.who.called import Uncalled, entry_called

        try:
            return entry_called(word, ACTOR, (self.timeline.names, self.known.gazetteer))
        except Uncalled as error:
            raise DecideError(str(error)) from error


def act_of(word: str) -> Act:
    """The act of that name.

    Raises:
        DecideError: there is none.
    """
    if word in ACTS:
        return Act(word)
    near = get_close_matches(word, ACTS, 1)
    raise DecideError(
        f"«{word}» is nothing that can be decided; "
        + (f"did you mean «{near[0]}»?" if near else f"write one of {', '.join(ACTS)}, undo, redo")
    )


def _none(act: Act, words: Sequence[str]) -> tuple[str, ...]:
    if words:
        raise DecideError(f"nothing stands behind «{act}», but there is «{words[0]}»")
    return ()


def _tags(table: Table, words: Sequence[str]) -> tuple[str, ...]:
    del table
    tags = tuple(dict.fromkeys(tag for word in words if (tag := " ".join(word.split()).removeprefix("#"))))
    if not tags:
        raise DecideError("write the tag behind it")
    return tags


def _text(table: Table, words: Sequence[str]) -> tuple[str]:
    del table
    return (" ".join(words).strip(),)


def _kind(table: Table, words: Sequence[str]) -> tuple[str, ...]:
    [said] = _text(table, words)
    kinds = [kind.value for kind in Kind]
    if said and said not in kinds:
        near = get_close_matches(said, kinds, 1)
        raise DecideError(
            f"no kind is called «{said}»; "
            + (f"did you mean «{near[0]}»?" if near else f"there are {', '.join(kinds)}")
        )
    return (said,)


_VALUES: Mapping[Act, Callable[[Table, Sequence[str]], tuple[str, ...]]] = {
    Act.TAG: _tags,
    Act.UNTAG: _tags,
    Act.NOTE: _text,
    Act.TITLE: _text,
    Act.KIND: _kind,
    Act.DATE: Table._date,
    Act.ACTORS: Table._actors,
}
