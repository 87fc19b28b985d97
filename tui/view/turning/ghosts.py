"""`Ghosts`: the rows of the list with those of what would move laid between them. Pure.

Where no day is tried there are none, and every row is that of the listing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from timeline_core.model.when import Precision, When
from timeline_core.publication.tried import How, Move, Tried
from timeline_core.view.index.index import Index
from tui.view.listing import Listing
from tui.view.state import View


@dataclass(frozen=True)
class Ghosts:
    """New places of events, each before a row of the listing."""

    at: tuple[int, ...] = ()
    """The rows of the listing before which they stand, ascending."""
    moves: tuple[Move, ...] = ()
    leaving: frozenset[str] = frozenset()
    """Ids of the events that would not stay where they are."""

    def row(self, number: int) -> int | Move:
        """What stands on that row of the screen's list: a row of the listing, or what would stand there."""
        shown = [row + n for n, row in enumerate(self.at)]
        n = bisect_left(shown, number)
        return self.moves[n] if n < len(shown) and shown[n] == number else number - n

    def shown(self, row: int) -> int:
        """The row of the screen's list on which that row of the listing stands."""
        return row + bisect_right(self.at, row)


_NONE = Ghosts()


def ghosts(view: View) -> Ghosts:
    """What would stand where, for the day that is being tried."""
    tried = view.turn.tried if view.turn is not None else None
    return _laid(view.listing, view.index, tried) if tried is not None and tried.moves else _NONE


@lru_cache(2)
def _laid(listing: Listing, index: Index, tried: Tried) -> Ghosts:
    """Each move that is seen: what the filter hides stays hidden."""
    seen = [move for move in tried.moves if not move.event or listing.place_of(move.event) >= 0]
    there = [(row, move) for move in seen if (row := _row(listing, index, move)) >= 0]
    placed = sorted(there, key=lambda pair: (pair[0], _day(pair[1].after)))
    leaving = frozenset(move.event for move in seen if move.how is not How.NEW)
    return Ghosts(tuple(row for row, _ in placed), tuple(move for _, move in placed), leaving)


def _row(listing: Listing, index: Index, move: Move) -> int:
    """The row of the listing before which it would stand; -1 for what has no day. In a list of another order than that
    of days it stands below its event.
    """
    when = move.after
    if when is None or when.days is None or not when.resolved:
        return -1
    if not listing.order.of_days:
        return listing.row(move.event) + 1 if move.event else -1
    day, behind = when.order[0], when.bound or when.precision is Precision.DAY
    number = index.columns.since(day + timedelta(1) if behind and day < date.max else day)
    before = listing.behind(number)
    if not before:
        return len(listing.rows) if listing.order.turned or not listing.shown else listing.row_at(0)
    return listing.row(listing.ranked(before - 1).id) + (not listing.order.turned)


def _day(when: When | None) -> int:
    return when.order[0].toordinal() if when is not None else 0
