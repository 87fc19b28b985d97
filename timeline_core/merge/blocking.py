"""Blocking: which tellings are compared at all, so that a merge need not compare each with each.

Two tellings that `likeness.score_likeness` can join share a key and some day; nothing else is ever compared.

Source:
    DESIGN.md section 5. Prefix filter: Chaudhuri, Ganti, Kaushik, A primitive operator for similarity joins (2006).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from timeline_core.calendars.gregorian import days_later
from timeline_core.merge.apart import is_day
from timeline_core.merge.bounds import FRESH, Bounds, day_of_report
from timeline_core.merge.same_sentence import COPIED, SHORTEST_COPY
from timeline_core.merge.weighing import NEWS_OF
from timeline_core.model.draft import Draft

Key = int
"""The hash of what two tellings share; two that only have one hash are compared, and not joined."""
_MONTHS = 36
"""Months up to which a period is found by each of its months."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Blocking keys of a telling: two that can be alike share one."""

    sharp: frozenset[Key]
    """A person and a deed, a number and a name: joins days, months and what says no day."""
    daily: frozenset[Key]
    """A deed and a name, rare words: joins only what is told of one and the same day."""
    table: frozenset[Key] = frozenset()
    """A name and a class of predicate, a rare word: joins what is told of one day, said or not."""

    def about(self, numbers: Iterable[int]) -> Keys:
        """Those of a saying, with the happenings that it is about."""
        return Keys(self.sharp | {hash(("about", number)) for number in numbers}, self.daily, self.table)


def keys_of(draft: Draft, bounds: Bounds) -> Keys:
    """The keys of a telling: a place and a deed (a prison and `escape`), or a number of something (27 killed)."""
    concepts, known = bounds.concepts, bounds.concepts.deeds
    deeds = {concepts.abroad_as(deed) for deed in draft.concepts & known.distinct}
    counted = {(concepts.counted_as(figure.what), figure.low) for figure in draft.figures if not figure.up_to}
    named = {*draft.actors, *draft.places, *draft.things, *(draft.context - bounds.vague)}
    sharp = {hash((person, deed)) for person in draft.persons for deed in deeds}
    sharp |= {hash((person, about)) for person in draft.persons for about in draft.concepts & known.of_others}
    sharp |= {hash((what, low, name)) for what, low in counted for name in named if deeds}
    sharp |= {hash((lost, place)) for place in draft.places for lost in draft.concepts & known.lost_once}
    of_table = keys_of_table(draft, bounds)
    if not is_day(draft):
        return Keys(frozenset(sharp), frozenset(), of_table)
    telling = deeds - known.frequent
    spots = frozenset((*draft.places, *draft.context)) - bounds.vague
    daily = {hash((deed, spot)) for deed in telling for spot in spots}
    daily |= {hash((deed, what, low)) for deed in telling for what, low in counted}
    to_things = {concepts.abroad_as(deed) for deed in draft.concepts & known.to_things} if draft.things else ()
    daily |= {hash((thing, deed)) for thing in draft.things for deed in to_things}
    daily |= {hash((held, actor)) for actor in draft.actors for held in draft.concepts & known.held}
    daily |= {hash(("word", draft.lang, word)) for word in _longest(draft.words)}
    return Keys(frozenset(sharp), frozenset(daily), of_table)


def keys_of_table(draft: Draft, bounds: Bounds) -> frozenset[Key]:
    """What two tellings that the table of likeness joins share: a name and a class of predicate, or a rare word."""
    facts = bounds.facts(draft)
    regional = draft.concepts & bounds.concepts.deeds.regional
    found = {hash(("regional", place, deed)) for place in draft.places for deed in regional}
    found |= {hash((anchor, where)) for anchor in facts.anchors for where in facts.wheres}
    return frozenset(found | {hash(("rare", draft.lang, word)) for word in facts.words.rare_words})


def _longest(words: frozenset[str]) -> list[str]:
    """The longest words, as many as two copies cannot all differ in: two copies share one of them."""
    count = len(words)
    if count < SHORTEST_COPY:
        return []
    return sorted(words, key=lambda word: (-len(word), word))[: count - ceil(COPIED * count) + 1]


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
    """Numbers of groups, by the keys and days of their tellings, which come in the order of their first days."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._day = date.min
        self._today: _Table = {}
        """Tellings of the day that they have come to; nothing of an earlier day can be asked for again."""
        self._months: dict[int, _Table] = defaultdict(dict)
        """Days and periods, by month."""
        self._periods: dict[int, _Table] = defaultdict(dict)
        self._open: _Table = {}
        self._told: dict[date, _Table] = defaultdict(dict)
        """What the table may join: what is told of a day, and without one by the day of the report."""

    def put(self, group: int, draft: Draft, keys: Keys) -> None:
        """Make the group known to be found by the telling."""
        months = _months(possible_days(draft, self._bounds))
        if months is None:
            return _put(group, keys.sharp, [self._open])
        _put(group, keys.sharp, [self._months[month] for month in months])
        if is_day(draft):
            _put(group, keys.table, [self._told[day] for day in self._days_of(draft)])
            return _put(group, keys.sharp | keys.daily, [self._on(draft)])
        _put(group, keys.table, [self._told[day] for day in self._days_of(draft)])
        return _put(group, keys.sharp, [self._periods[month] for month in months])

    def near(self, draft: Draft, keys: Keys) -> list[int]:
        """The groups that it may belong to, the oldest first."""
        months = _months(possible_days(draft, self._bounds))
        if months is None:
            found = _found(keys.sharp, [self._open, *self._months.values()])
        elif not is_day(draft):
            found = _found(keys.sharp, [self._open, *(self._months[month] for month in months)])
            found |= _found(keys.table, [self._told[day] for day in self._days_before(draft)])
        else:
            found = _found(keys.sharp, [self._open, self._periods[months[0]]])
            found |= _found(keys.sharp | keys.daily, [self._on(draft)])
            found |= _found(keys.table, [self._told[day] for day in self._days_of(draft)])
        return sorted(found)

    def of_day(self, draft: Draft, keys: frozenset[Key]) -> list[int]:
        """The groups that are told of its day, or of that of its report, and share a key of the table with it."""
        return sorted(_found(keys, [self._told[day] for day in self._days_of(draft) if day in self._told]))

    def _days_of(self, draft: Draft) -> list[date]:
        """Its day, or that of its report where it says none, or a longer time."""
        day = draft.when.first if draft.when is not None and is_day(draft) else day_of_report(draft, self._bounds)
        return [day] if day is not None else []

    def _days_before(self, draft: Draft) -> list[date]:
        """That day, and the one before it."""
        days = ((day, days_later(day, -NEWS_OF.days)) for day in self._days_of(draft))
        return [one for both in days for one in dict.fromkeys(both) if one in self._told]

    def _on(self, draft: Draft) -> _Table:
        """The tellings of its day."""
        day = draft.when.first if draft.when is not None else None
        if day is not None and day != self._day:
            self._day, self._today = day, {}
        return self._today


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
