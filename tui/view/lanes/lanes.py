"""The histogram in lanes: the events of each actor, or of each place, over the same buckets. Pure.

No event is visited: each count is a difference of two positions in the index.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice, pairwise
from typing import NamedTuple

from timeline_core.names.gazetteer import ACTOR, PLACE
from timeline_core.view.filter import Filter, Term
from timeline_core.view.index.bits import Ranked
from tui.i18n.speech import later
from tui.view import places
from tui.view.activity import Activity, counted, shown_before
from tui.view.state import View

ALL, ACTORS, PLACES = BY = (later("all events"), later("by actor"), later("by place"))
"""What the histogram is parted by."""
_LOOKED_AT = 60
"""Names that are looked at, those of most events first."""
_FIELDS = {ACTORS: ACTOR, PLACES: PLACE}


class Lane(NamedTuple):
    """A name with the number of its events in each bucket."""

    id: str
    events: tuple[int, ...]
    total: int
    """Of all shown events, also of those beyond the buckets."""


def lanes(view: View, found: Activity, by: str, most: int) -> tuple[Lane, ...]:
    """The lanes of so many names at most, those of most shown events first."""
    shown = counted(view)
    made = (_lane(view, found, shown, _FIELDS[by], id) for id in islice(_names(view, by), _LOOKED_AT))
    return tuple(sorted((lane for lane in made if lane.total), key=lambda lane: (-lane.total, lane.id))[:most])


def _names(view: View, by: str) -> Iterable[str]:
    if by == ACTORS:
        return (id for id, _ in view.index.actors)
    inner = (row for row in places.places(view).rows if not row.inside)
    return (row.id for row in sorted(inner, key=lambda row: (-row.events, row.id)))


def _lane(view: View, found: Activity, shown: Ranked, field: str, id: str) -> Lane:
    of_name = Ranked(shown.bits & view.index.matches(Filter((Term(field, (id,)),))))
    ends = [bucket.first for bucket in found.buckets]
    ranks = [shown_before(view, of_name, day) for day in ends]
    last = found.buckets[-1].last
    ranks.append(shown_before(view, of_name, last + timedelta(1)) if last < last.max else len(of_name))
    return Lane(id, tuple(after - before for before, after in pairwise(ranks)), len(of_name))
