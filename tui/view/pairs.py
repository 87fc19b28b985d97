"""Pairs of actors or events that may be one, and what the reader says of each: the same, different, unsure. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from timeline_core.decisions.event_pair import EventPair
from timeline_core.decisions.pairs import Pair, Why
from timeline_core.model.decision import Act
from timeline_core.model.event import Event
from timeline_core.names.gazetteer import ACTOR
from timeline_core.view.filter import Filter, Term
from tui.view.state import View

Asked = TypeVar("Asked")
"""What is known of the two: of actors why they may be one, of events both of them and what they share."""


class PairRow(NamedTuple, Generic[Asked]):
    """A pair as the list shows it."""

    one: str
    """Its id is that of both, once they are the same."""
    other: str
    why: Asked
    said: Act | None = None
    """What the reader answered."""


class Pairs(NamedTuple, Generic[Asked]):
    """The rows, and the selected one."""

    rows: tuple[PairRow[Asked], ...] = ()
    at: int = 0
    answered: tuple[int, ...] = ()
    """Numbers of the rows in the order in which they were answered; the last one is taken back first."""

    @property
    def here(self) -> PairRow[Asked] | None:
        """The selected pair."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    @property
    def open(self) -> int:
        """How many have no answer."""
        return sum(row.said is None for row in self.rows)

    def step(self, by: int) -> Pairs[Asked]:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))

    def say(self, act: Act) -> Pairs[Asked]:
        """Answer the selected pair; the next one without an answer is selected, if there is one."""
        if self.here is None:
            return self
        rows = (*self.rows[: self.at], self.rows[self.at]._replace(said=act), *self.rows[self.at + 1 :])
        waiting = (n for n in chain(range(self.at, len(rows)), range(self.at)) if rows[n].said is None)
        return Pairs(rows, next(waiting, self.at), (*self.answered, self.at))

    def back(self) -> Pairs[Asked]:
        """Take back the last answer, and select its pair."""
        if not self.answered:
            return self
        *before, at = self.answered
        row = self.rows[at]._replace(said=None)
        return Pairs((*self.rows[:at], row, *self.rows[at + 1 :]), at, tuple(before))


def pairs(found: Iterable[Pair]) -> Pairs[Why]:
    """Those that the core found; of which a person was unsure before say so."""
    return Pairs(tuple(PairRow(one, other, why, Act.UNSURE if unsure else None) for one, other, why, unsure in found))


def event_pairs(found: Iterable[EventPair]) -> Pairs[EventPair]:
    """As `pairs`, of events."""
    return Pairs(tuple(PairRow(pair.one.id, pair.other.id, pair, Act.DOUBT if pair.unsure else None) for pair in found))


def latest(view: View, id: str, most: int) -> list[Event]:
    """The last events that name the actor, the last one first."""
    numbers = [*view.index.found(view.index.matches(Filter((Term(ACTOR, (id,)),))))]
    return [view.numbered(number) for number in reversed(numbers[-most:] if most else [])]
