"""The histogram: shown events counted by year, month, week or day. Pure.

No event is visited: each count is a difference of two positions in the index.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline_core.view.index.bits import Ranked
from tui.i18n.speech import later
from tui.view.state import View

UNITS = (later("by decade"), later("by year"), later("by month"), later("by week"), later("by day"))
DECADE, YEAR, MONTH, WEEK, DAY = UNITS
_FIRST, _LAST = date.min, date.max
_FEW = 40
"""One of so many events at either end may lie far off: what is between holds 95 % of them."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A period and the number of events that begin in it."""

    first: date
    last: date
    events: int


@dataclass(frozen=True, slots=True)
class Activity:
    """Consecutive buckets of one unit, and the selected one."""

    unit: str
    buckets: tuple[Bucket, ...]
    at: int
    kept: date | None = None
    """The day that the reader came with, while he stays in its bucket: closer goes to it."""

    @property
    def here(self) -> Bucket:
        """The selected bucket."""
        return self.buckets[self.at]


def _decade(of: date) -> date:
    return date(max(1, of.year // 10 * 10), 1, 1)


def _week(of: date) -> date:
    return date.fromordinal(max(1, of.toordinal() - of.weekday()))


_START: Mapping[str, Callable[[date], date]] = {
    DECADE: _decade,
    YEAR: lambda of: date(of.year, 1, 1),
    MONTH: lambda of: date(of.year, of.month, 1),
    WEEK: _week,
    DAY: lambda of: of,
}
_LONGEST = {DECADE: 3653, YEAR: 366, MONTH: 31, WEEK: 7, DAY: 1}


def _after(start: date, unit: str) -> date:
    """The first day of the next bucket; the last day there is at the end of time."""
    days = min(start.toordinal() + _LONGEST[unit], _LAST.toordinal())
    return _START[unit](date.fromordinal(days))


def _before(start: date, unit: str) -> date:
    return _START[unit](date.fromordinal(max(_FIRST.toordinal(), start.toordinal() - 1)))


def activity(view: View, unit: str, day: date, columns: int) -> Activity | None:
    """So many buckets around that day; fewer where the timeline is shorter; None where nothing dated is shown.

    The day stands in the middle, unless the whole timeline fits.
    """
    ends = _ends(view)
    if ends is None:
        return None
    first, last = (_START[unit](end) for end in ends)
    here = min(max(_START[unit](day), first), last)
    starts = [here]
    while len(starts) < columns and (starts[0] > first or starts[-1] < last):
        behind, ahead = starts[0] > first, starts[-1] < last
        if ahead and (not behind or here.toordinal() - starts[0].toordinal() >= (starts[-1] - here).days):
            starts.append(_after(starts[-1], unit))
        else:
            starts.insert(0, _before(starts[0], unit))
    shown = counted(view)
    buckets = tuple(_bucket(view, shown, start, unit) for start in starts)
    return Activity(unit, buckets, starts.index(here), day)


def _bucket(view: View, shown: Ranked, start: date, unit: str) -> Bucket:
    end = _after(start, unit)
    last = end - timedelta(1) if end > start else _LAST
    return Bucket(start, last, shown_before(view, shown, end) - shown_before(view, shown, start))


def counted(view: View) -> Ranked:
    """The slots of the shown events that are counted: what has only a bound began on no day that is known."""
    return Ranked(view.listing.shown.bits & ~view.index.bounded())


def shown_before(view: View, shown: Ranked, day: date) -> int:
    """Counted events that stand before what begins on that day or later."""
    columns = view.index.columns
    number = columns.since(day)
    return shown.rank(columns.own(number)) if number < columns.count else len(shown)


def uncounted(view: View) -> int:
    """How many of the shown events have only a bound."""
    return len(view.listing.shown) - len(counted(view))


def _ends(view: View) -> tuple[date, date] | None:
    """The first days of the first and of the last dated event; of what is not dated nothing is known."""
    columns = view.index.columns
    if not columns.dated:
        return None
    days = columns.days(0), columns.days(columns.dated - 1)
    first, last = (date.fromordinal(found[0]) for found in days if found is not None)
    return first, last


def fitting(view: View, columns: int) -> str:
    """The finest unit in which nearly the whole timeline fits: one envoy of 1219 makes no decades of a week."""
    shown = counted(view)
    ends = [_first_day(view, shown, place) for place in (len(shown) // _FEW, len(shown) - 1 - len(shown) // _FEW)]
    if ends[0] is None or ends[1] is None:
        return MONTH
    days = (ends[1] - ends[0]).days
    return next((unit for unit in reversed(UNITS) if days / _LONGEST[unit] < columns - 1), DECADE)


def _first_day(view: View, shown: Ranked, place: int) -> date | None:
    """The first day of the counted event at that place; None of what is not dated."""
    columns = view.index.columns
    number = columns.number(shown.select(place)) if 0 <= place < len(shown) else columns.dated
    days = columns.days(min(number, columns.dated - 1)) if columns.dated else None
    return date.fromordinal(days[0]) if days is not None else None


def stepped(found: Activity, view: View, by: int, columns: int) -> Activity:
    """So many buckets on; what lies beyond the window comes into it."""
    at = found.at + by
    if 0 <= at < len(found.buckets):
        return replace(found, at=at, kept=None)
    edge = found.buckets[-1].last + timedelta(1) if by > 0 and found.buckets[-1].last < _LAST else None
    day = edge or _before(found.buckets[0].first, found.unit)
    moved = activity(view, found.unit, day if by < 0 or edge else found.here.first, columns)
    return replace(moved, kept=None) if moved is not None else found


def zoomed(found: Activity, view: View, by: int, columns: int) -> Activity:
    """A finer unit (`by` 1), or a coarser one (-1), around the day that the reader came with; around the bucket that he
    went to since, a finer one where something happened first there.
    """
    at = max(0, min(UNITS.index(found.unit) + by, len(UNITS) - 1))
    day = found.kept or found.here.first
    if by > 0 and found.here.events and found.kept is None:
        number = view.index.columns.since(day)
        days = view.index.columns.days(number)
        day = date.fromordinal(days[0]) if days else day
    around = activity(view, UNITS[at], day, columns)
    return replace(around, kept=found.kept) if around is not None else found
