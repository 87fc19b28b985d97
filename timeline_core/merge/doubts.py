"""Pairs of tellings that nearly join: what a person is asked about.

Clerical review: one report has "a blast hurt nine in the market of Tadmur", another one «إصابة أحد عشر في تدمر» of the
same day. What they share is too little to join them, and too much to say nothing.

Source:
    Fellegi and Sunter, A theory for record linkage (1969): between what is linked and what is not stands what a clerk
    decides. DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from timeline_core.merge.apart import contradict, is_day
from timeline_core.merge.bounds import Bounds, told_on
from timeline_core.merge.differences import name_others_of_a_kind, react_otherwise
from timeline_core.merge.pair import Pair
from timeline_core.merge.threshold import ENOUGH
from timeline_core.merge.weighing import weigh
from timeline_core.model.draft import Draft
from timeline_core.model.event import Likeness

NEAR = 0.8
"""How much less than what joins two is asked about."""
_CROWD = 12
"""Tellings of a day that share a key from which on the key tells nothing: each with each would be asked."""
_SAYS_DAYS = timedelta(1)
"""How far two reports may put one happening apart, and be asked about."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two tellings of two reports that may be of one happening."""

    one: Draft
    other: Draft
    likeness: Likeness


def find_doubts(drafts: Iterable[Draft], bounds: Bounds) -> Iterator[Doubt]:
    """Find the pairs of two reports that share nearly as much as what joins, or as much and are told a day apart.

    Whether the two are of one event by now, through others or by a person, is not looked at here.

    Cost:
        Linear in the tellings: a key that more than a few of a day share is passed over.
    """
    for one, other in _sharing_a_key(drafts, bounds):
        if one.report == other.report or contradict(one, other, bounds, days=False):
            continue
        pair = Pair(one, other, bounds)
        if react_otherwise(pair) or name_others_of_a_kind(pair):
            continue
        likeness = weigh(pair)
        if likeness.total >= _asked_from(one, other, bounds):
            yield Doubt(one, other, likeness)


def _asked_from(one: Draft, other: Draft, bounds: Bounds) -> float:
    """The sum from which on two are asked about: less where both are told of one day."""
    return ENOUGH - NEAR if _day(one, bounds) == _day(other, bounds) else ENOUGH


def _day(draft: Draft, bounds: Bounds) -> date | None:
    """Its day, or that of its report where it says none; None for longer periods."""
    if draft.when is None:
        return told_on(draft, bounds)
    return draft.when.first if is_day(draft) else None


def _sharing_a_key(drafts: Iterable[Draft], bounds: Bounds) -> Iterator[tuple[Draft, Draft]]:
    """Pairs of one day or of two in a row that share a key of the table; each once."""
    by_key: dict[tuple[date, Hashable], list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: draft.key):
        day = _day(draft, bounds)
        if day is not None and not draft.said:
            for key in _keys(draft, bounds):
                by_key[day, key].append(draft)
    seen: set[tuple[object, object]] = set()
    for (day, key), some in by_key.items():
        after = by_key.get((day + _SAYS_DAYS, key), []) if day < date.max else []
        for one, other in _pairs(some, after):
            both = (one.key, other.key)
            if both not in seen:
                seen.add(both)
                yield one, other


def _keys(draft: Draft, bounds: Bounds) -> frozenset[Hashable]:
    """What two tellings that nearly join share: a name and a class of predicate, or a rare word."""
    facts = bounds.facts(draft)
    regional = draft.concepts & bounds.concepts.deeds.regional
    found: set[Hashable] = {("regional", place, deed) for place in draft.places for deed in regional}
    found |= {(anchor, where) for anchor in facts.anchors for where in facts.wheres}
    return frozenset(found | {("rare", draft.lang, word) for word in facts.words.rare_words})


def _pairs(some: Sequence[Draft], after: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    if len(some) + len(after) <= _CROWD:
        yield from combinations(some, 2)
        yield from ((one, other) for one in some for other in after)
