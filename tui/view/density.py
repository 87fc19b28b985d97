"""How thickly the shown events lie, in so many equal stretches of time: the strip above the panes. Pure.

No event is visited: each count is a difference of two positions in the index. Only where a reader begins who was never
here are the events of the thickest stretch weighed: he stands on the story, with its background above it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from timeline_core.merge.importance import weigh_importance
from timeline_core.model.event import Event
from timeline_core.view.index.bits import Ranked
from tui.view.activity import counted, shown_before
from tui.view.state import View, choose

_APART = 40
"""One event in so many is left out at each end, so that a single old one does not press all others together."""
_PARTS = (12, 144, 1_728)
"""Into how many parts the time is cut, until the thickest has few enough events to look at each."""
_MOST = 300
"""Events that are looked at, so that a library of a million opens as fast."""


@dataclass(frozen=True, slots=True)
class Density:
    """Consecutive stretches of equal length and the number of events that begin in each."""

    starts: tuple[date, ...]
    """The first day of each, ascending; two may be equal where there are more stretches than days."""
    events: tuple[int, ...]
    last: date
    """The last day of the last stretch."""

    def at(self, day: date) -> int:
        """The stretch of that day: the first or the last one for what lies outside."""
        return max(0, min(bisect_right(self.starts, day) - 1, len(self.starts) - 1))

    def days(self, stretch: int) -> tuple[date, date]:
        """The first and the last day of that stretch."""
        start = self.starts[stretch]
        after = next((day for day in self.starts[stretch:] if day > start), None)
        return start, self.last if after is None else date.fromordinal(after.toordinal() - 1)


def density(view: View, columns: int) -> Density | None:
    """So many stretches from the first to the last day of the middle 95 in 100; None where fewer than two days are."""
    shown = counted(view)
    ends = _ends(view, shown)
    if ends is None or columns < 2:
        return None
    first, last = ends
    days = last - first + 1
    marks = [date.fromordinal(first + days * place // columns) for place in range(columns)]
    ranks = [shown_before(view, shown, mark) for mark in marks]
    ranks.append(shown_before(view, shown, date.fromordinal(last + 1)))
    events = tuple(after - before for before, after in pairwise(ranks))
    return Density(tuple(marks), events, date.fromordinal(last))


def _ends(view: View, shown: Ranked) -> tuple[int, int] | None:
    """Ordinals of the first and of the last day; None where nothing is shown, or a single day, or one without end."""
    columns = view.index.columns
    dated = shown_before(view, shown, date.max) if columns.dated else 0
    if dated < 2:
        return None
    ranks = dated // _APART, dated - 1 - dated // _APART
    found = [columns.days(columns.number(shown.select(rank))) for rank in ranks]
    first, last = (days[0] if days else 0 for days in found)
    return (first, last) if 1 < first < last < date.max.toordinal() else None


def stand_at_story(view: View) -> View:
    """Select the most important event of the stretch in which most of them lie; of equals the first told."""
    weighed = [(_points(event, view), -at, event.id) for at, event in enumerate(_thickest(view))]
    return replace(choose(view, max(weighed)[-1]), message=view.message) if weighed else view


def _points(event: Event, view: View) -> int:
    about = len(view.about(event.id))
    return weigh_importance(event, view.timeline, {event.id: about}).points


def _thickest(view: View) -> Iterator[Event]:
    """The events of the stretch that has most; all where they are of a single day."""
    shown, columns = counted(view), view.index.columns
    first, behind = 0, len(shown)
    for parts in _PARTS:
        found = density(view, parts)
        if found is None:
            break
        start, last = found.days(found.events.index(max(found.events)))
        first, behind = (
            shown_before(view, shown, start),
            shown_before(view, shown, date.fromordinal(last.toordinal() + 1)),
        )
        if behind - first <= _MOST:
            break
    for rank in range(first, min(behind, first + _MOST)):
        yield view.numbered(columns.number(shown.select(rank)))
