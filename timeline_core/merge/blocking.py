"""Blocking: which tellings are compared at all, so that a merge need not compare each with each.

Two tellings that `likeness.score_likeness` can join are found in the `Crowd` of a day, or share a key and a month.

Source:
    DESIGN.md section 5. Prefix filter: Chaudhuri, Ganti, Kaushik, A primitive operator for similarity joins (2006).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline_core.calendars.gregorian import days_later
from timeline_core.merge.apart import is_day
from timeline_core.merge.bounds import FRESH, Bounds, day_of_report
from timeline_core.merge.crowd import Crowd
from timeline_core.merge.weighing import NEWS_OF
from timeline_core.model.draft import Draft

Key = int
"""The hash of what two tellings share; two that only have one hash are compared, and not joined."""
_MONTHS = 36
"""Months up to which a period is found by each of its months."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a telling can be found by beyond its day."""

    sharp: frozenset[Key]
    """A person and a deed, a number and a name: joins days, months and what says no day."""
    about: frozenset[int] = frozenset()
    """Of a saying, the happenings that it is about, by number."""


def keys_of(draft: Draft, bounds: Bounds, about: Iterable[int] = ()) -> Keys:
    """The keys of a telling: a person and a deed, or a number of something (27 killed) and a name."""
    concepts, known = bounds.concepts, bounds.concepts.deeds
    deeds = {concepts.abroad_as(deed) for deed in draft.concepts & known.distinct}
    counted = {(concepts.counted_as(figure.what), figure.low) for figure in draft.figures if not figure.up_to}
    named = {*draft.actors, *draft.places, *draft.things, *(draft.context - bounds.vague)} if deeds and counted else ()
    about = frozenset(about)
    sharp = {hash((person, deed)) for person in draft.persons for deed in deeds}
    sharp |= {hash((person, deed)) for person in draft.persons for deed in draft.concepts & known.of_others}
    sharp |= {hash((what, low, name)) for what, low in counted for name in named}
    sharp |= {hash((lost, place)) for place in draft.places for lost in draft.concepts & known.lost_once}
    return Keys(frozenset(sharp).union([hash(("about", number)) for number in about]), about)


def possible_days(draft: Draft, bounds: Bounds) -> tuple[date, date] | None:
    """The first and last day on which it can have happened; None where these are not known."""
    if draft.when is not None:
        return draft.when.days
    since, until = bounds.since.get(draft.report, date.max), bounds.until.get(draft.report, date.max)
    if until == date.max:
        return None
    return (since - FRESH if since > date.min + FRESH else date.min, until)


_Table = dict[Key, int | list[int]]
"""Key -> the number of the group that has it; where several have, theirs, the oldest first. Few keys have several."""


class Blocks:
    """Tellings, each with the number of its group, by keys and days. They come days first, then what is no day."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._months: dict[int, _Table] = defaultdict(dict)
        """Days and periods, by month."""
        self._open: _Table = {}
        self._told: dict[date, Crowd] = {}
        """What is told of a day, and without one by the day of the report."""

    def put(self, group: int, draft: Draft, keys: Keys) -> None:
        """Make the group known to be found by the telling."""
        months = _months(possible_days(draft, self._bounds))
        _put(group, keys.sharp, [self._open] if months is None else [self._months[month] for month in months])
        day = self._day_of(draft)
        if day is not None and months is not None:
            crowd = self._told.setdefault(day, Crowd())
            crowd.put(group, draft, self._bounds.facts(draft).glance, keys.about)

    def near(self, draft: Draft, keys: Keys) -> Mapping[int, Sequence[Draft]]:
        """The groups that it may belong to, the oldest first, with those of their tellings that it may be one with.

        With none where a key leads to the whole group.
        """
        months = _months(possible_days(draft, self._bounds))
        found: dict[int, list[Draft]] = defaultdict(list)
        for group, known in self._told_near(draft, keys) if months is not None else ():
            found[group].append(known)
        if not is_day(draft):
            tables = self._months.values() if months is None else [self._months[month] for month in months]
            found.update({group: [] for group in _found(keys.sharp, [self._open, *tables])})
        return dict(sorted(found.items()))

    def of_day(self, draft: Draft) -> Mapping[int, Sequence[Draft]]:
        """The groups that are told of its day, or of that of its report, and may weigh enough by the table."""
        found: dict[int, list[Draft]] = defaultdict(list)
        day = self._day_of(draft)
        if day is not None and day in self._told:
            for group, known in self._told[day].find(draft, self._bounds.facts(draft).glance, rules=False):
                found[group].append(known)
        return found

    def _told_near(self, draft: Draft, keys: Keys) -> Iterator[tuple[int, Draft]]:
        """What its day tells; of what says no day, that of its report and the day before it."""
        day = self._day_of(draft)
        if day is None:
            return
        glance = self._bounds.facts(draft).glance
        for one in [day] if is_day(draft) else dict.fromkeys([day, days_later(day, -NEWS_OF.days)]):
            if one in self._told:
                yield from self._told[one].find(draft, glance, keys.about, rules=True)

    def _day_of(self, draft: Draft) -> date | None:
        """Its day, or that of its report where it says none, or a longer time."""
        return draft.when.first if draft.when is not None and is_day(draft) else day_of_report(draft, self._bounds)


def _put(group: int, keys: Iterable[Key], tables: Sequence[_Table]) -> None:
    for key in keys:
        for table in tables:
            groups = table.setdefault(key, group)
            if isinstance(groups, int):
                if groups != group:
                    table[key] = [groups, group]
            elif groups[-1] != group:
                groups.append(group)


def _found(keys: Iterable[Key], tables: Sequence[_Table]) -> set[int]:
    """The groups that have one of the keys."""
    found: set[int] = set()
    for table in filter(None, tables):
        for key in keys:
            groups = table.get(key)
            if isinstance(groups, int):
                found.add(groups)
            elif groups is not None:
                found.update(groups)
    return found


def _months(days: tuple[date, date] | None) -> range | None:
    """The months of these days, counted from the year 0; None for no days and for more than three years of them."""
    if days is None:
        return None
    first, last = (day.year * 12 + day.month for day in days)
    return range(first, last + 1) if last - first < _MONTHS else None
