"""`Bounds`: the days of the reports and what is known of places; and of which days a report can speak as news.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from timeline_core.concepts import Concepts
from timeline_core.events.accounts import Account
from timeline_core.knowledge import Knowledge
from timeline_core.merge.facts import Facts, Where, Words
from timeline_core.model.draft import Draft
from timeline_core.model.entry import PLACE, Entry
from timeline_core.model.when import NEWS
from timeline_core.names.entries import join_entries
from timeline_core.names.gazetteer import Gazetteer

FRESH = NEWS
"""An undated telling is of the month before its report."""

_NEWS = timedelta(7)
"""An undated telling with a number that is not large is of this time before its report."""
_GAZETTEERS = 4
"""Lists of names of which it is remembered what lies where: that of the data, and that with a reader's names."""
_REMEMBERED = 16_384
"""Tellings of which the facts are kept, and as many before these that are still asked for: those of a day or two."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a merge knows besides the tellings."""

    since: Mapping[str, date]
    """Report id -> first day on which it can have been published; `date.max` when unknown."""
    until: Mapping[str, date]
    """Report id -> last such day; `date.max` when unknown."""
    around: Mapping[str, frozenset[str]]
    """Place id -> the places that it lies in, up to its country."""
    vague: frozenset[str]
    """Countries and regions: too large to tell one happening from another."""
    concepts: Concepts
    pointing: frozenset[str] = frozenset()
    """Folded words of every language by which a denial points back to what was told."""
    holders: frozenset[str] = frozenset()
    """The places that others lie in."""
    _facts: dict[int, Facts] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By the identity of their draft, which they hold: no other object can have it meanwhile."""
    _older: dict[int, Facts] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Those before them."""

    def facts(self, draft: Draft) -> Facts:
        """What depends on the telling alone, worked out once."""
        found = self._facts.get(id(draft))
        if found is None:
            if len(self._facts) >= _REMEMBERED:
                self._older.clear()
                self._older.update(self._facts)
                self._facts.clear()
            found = self._older.get(id(draft)) or self._made(draft)
            self._facts[id(draft)] = found
        return found

    def _made(self, draft: Draft) -> Facts:
        where = Where(draft, self.vague, self.holders, self.around)
        return Facts(draft, self.concepts, where, Words(draft))


def is_out_of_reach(dated: Draft, undated: Draft, bounds: Bounds) -> bool:
    """True when the report of the undated telling cannot speak of that day as news."""
    days = dated.when.days if dated.when is not None else None
    if undated.when is not None or days is None:
        return False
    since, until = bounds.since.get(undated.report, date.max), bounds.until.get(undated.report, date.max)
    if until == date.max:
        return not undated.persons & dated.persons
    return days[0] > until or (since > date.min + FRESH and days[1] < since - FRESH)


def are_of_other_times(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True when the reports of two undated tellings cannot speak of one month as news."""
    since, until = (
        [days.get(draft.report, date.max) for draft in (one, other)] for days in (bounds.since, bounds.until)
    )
    if date.max in until:
        return not one.persons & other.persons
    return max(since) > date.min + FRESH and max(since) - FRESH > min(until)


def are_other_news(one: Draft, other: Draft, bounds: Bounds, *, days: int = _NEWS.days) -> bool:
    """True where two undated tellings were news on days too far apart: "the president visits the coast", twice.

    Args:
        days: that may lie between their reports.
    """
    told = [span for span in (_published(draft, bounds) for draft in (one, other)) if span is not None]
    return len(told) > 1 and max(span[0] for span in told) - min(span[1] for span in told) > timedelta(days)


def is_stale(one: Draft, other: Draft, bounds: Bounds) -> bool:
    """True where the undated telling cannot be news of the other's day: more than a week lies between."""
    days = [draft.when.days if draft.when is not None else _published(draft, bounds) for draft in (one, other)]
    if days[0] is None or days[1] is None:
        return True
    return max(span[0] for span in days if span) - min(span[1] for span in days if span) > _NEWS


def told_on(draft: Draft, bounds: Bounds) -> date | None:
    """The day of the report of a telling without a day of its own; None where it has one, or the report has none."""
    return day_of_report(draft, bounds) if draft.when is None else None


def day_of_report(draft: Draft, bounds: Bounds) -> date | None:
    """The day of the report of a telling; None where that is not known, or is several."""
    span = _published(draft, bounds)
    return span[0] if span is not None and span[0] == span[1] else None


def _published(draft: Draft, bounds: Bounds) -> tuple[date, date] | None:
    since, until = bounds.since.get(draft.report, date.max), bounds.until.get(draft.report, date.max)
    return (since, until) if until < date.max else None


def bounds_of(read: Iterable[Account], known: Knowledge) -> Bounds:
    """What a merge of the reports must know of their days and of the places."""
    read = [*read]
    published = {one.report.id: one.published.when.days if one.published.when else None for one in read}
    found = join_entries(entry for one in read for entry in one.found if entry.category == PLACE)
    around, holders = _around_with(found, known.gazetteer)
    return Bounds(
        since={id: days[0] if days else date.max for id, days in published.items()},
        until={id: days[1] if days else date.max for id, days in published.items()},
        around=around,
        vague=_vague(known.gazetteer),
        concepts=known.concepts,
        pointing=frozenset().union(*(phrasing.topics.pointing for phrasing in known.phrasings.values())),
        holders=holders,
    )


def _around_with(found: Iterable[Entry], names: Gazetteer) -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Place id -> every place that it lies in, those of the reports too; and the places that others lie in."""
    around, holders, lost = _around(names)
    new = [entry for entry in found if entry.id not in names]
    if not new:
        return around, holders
    larger = names.with_found(new)
    if any(entry.id in lost for entry in new):
        around, holders, _ = _around(larger)
        return around, holders
    more = {entry.id: frozenset(larger.around(entry.id)) for entry in new}
    return {**around, **more}, holders.union(*more.values())


@lru_cache(maxsize=_GAZETTEERS)
def _around(names: Gazetteer) -> tuple[Mapping[str, frozenset[str]], frozenset[str], frozenset[str]]:
    """Place id -> every place that it lies in; the places that others lie in; what places lie in that nothing knows."""
    places = [entry for entry in names if entry.category == PLACE]
    around = {entry.id: frozenset(names.around(entry.id)) for entry in places}
    holders = frozenset(outer for outers in around.values() for outer in outers)
    return around, holders, frozenset(entry.within for entry in places) - holders


@lru_cache(maxsize=_GAZETTEERS)
def _vague(names: Gazetteer) -> frozenset[str]:
    """Countries and regions."""
    return frozenset(entry.id for entry in names if entry.type in ("country", "state", "region"))
