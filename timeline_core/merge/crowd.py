"""`Crowd`: the tellings of one day in columns, so that a new one meets at once all that share enough with it.

Of two thousand tellings of a day, forty name the army and nine a killing. Each of these is one number whose bits are
the tellings that have it: the nine and the forty are laid upon one another in one step, whatever their count, and only
what may reach the sum of the table, or a rule, is weighed.

Source:
    Bit-sliced index: O'Neil, Quass, Improved query performance with variant indexes (1997). Meta-blocking: Papadakis,
    Koutrika, Palpanas, Nejdl (2014): what shares too few blocks is not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from timeline_core.merge.facts import Glance
from timeline_core.merge.same_sentence import SHORTEST_COPY, are_copies
from timeline_core.merge.threshold import ENOUGH
from timeline_core.merge.weighing import MOST_OF_WORDING, TWICE, WEIGHT_OF_COLUMN, in_tenths
from timeline_core.model.draft import Draft

_MOST_WORDS = len(MOST_OF_WORDING) - 1
"""Words that two share, beyond which more weigh no more."""
_BITS = sum(WEIGHT_OF_COLUMN.values()).bit_length()
"""Of the largest sum."""


class Crowd:
    """Tellings, each with the number of its group: whatever the table or the rules join is found, and little else.

    Cost:
        A step takes as many machine words as the day has tellings, divided by the bits of one.
    """

    def __init__(self) -> None:
        self._members: list[tuple[int, Draft]] = []
        self._columns: dict[str, dict[Hashable, int]] = defaultdict(dict)
        self._words: dict[Hashable, int] = {}
        self._langs: dict[Hashable, int] = {}
        self._about: dict[Hashable, int] = {}

    def put(self, number: int, draft: Draft, glance: Glance, about: Iterable[Hashable] = ()) -> None:
        """Add a telling of the group of that number.

        Args:
            about: what joins two sayings whatever else they share: the happenings that they are about.
        """
        bit = 1 << len(self._members)
        self._members.append((number, draft))
        for name, values in glance.columns.items():
            if values:
                _mark(self._columns[name], values, bit)
        _mark(self._words, glance.words, bit)
        _mark(self._langs, (glance.lang,), bit)
        _mark(self._about, about, bit)

    def find(
        self, draft: Draft, glance: Glance, about: Iterable[Hashable] = (), *, rules: bool
    ) -> Iterator[tuple[int, Draft]]:
        """The tellings that may be one with this one, with the numbers of their groups.

        Args:
            rules: by the rules too, and not by the table alone.
        """
        shared, alike = self._share(glance), self._alike(glance)
        found = self._of_table(shared, alike, self._langs.get(glance.lang, 0))
        if rules:
            found |= self._of_rules(shared, glance) | _any(self._about, about)
            for known in self._at(alike[SHORTEST_COPY] & ~found):
                if are_copies(known[1].words, draft.words):
                    yield known
        yield from self._at(found)

    def _at(self, found: int) -> Iterator[tuple[int, Draft]]:
        while found:
            last = found & -found
            yield self._members[last.bit_length() - 1]
            found ^= last

    def _share(self, glance: Glance) -> Mapping[str, int]:
        """Column -> the tellings that have one of its values in common; behind `TWICE`, those that have two."""
        found: dict[str, int] = {}
        for name, values in glance.columns.items():
            column, once, twice = self._columns[name], 0, 0
            for value in values:
                if with_it := column.get(value):
                    twice |= once & with_it
                    once |= with_it
            found[name], found[TWICE + name] = once, twice
        found["scenes"] &= ~found["class"]
        found["places"] &= ~found["exact"]
        return found

    def _alike(self, glance: Glance) -> Sequence[int]:
        """The tellings of its language that share so many words with it, or more, by that number."""
        found = [self._langs.get(glance.lang, 0)] + [0] * _MOST_WORDS
        most = 1
        for with_it in filter(None, map(self._words.get, glance.words)):
            for count in range(most, 0, -1):
                found[count] |= found[count - 1] & with_it
            most += most < _MOST_WORDS and bool(found[most])
        return found

    def _of_table(self, shared: Mapping[str, int], alike: Sequence[int], of_lang: int) -> int:
        """Those that may weigh enough: of one class, scene or deed, or of like wording."""
        base = shared["class"] | shared["scenes"] | shared["deeds"] | alike[SHORTEST_COPY]
        if not base:
            return 0
        sums = _Sums(base)
        for name, weight in WEIGHT_OF_COLUMN.items():
            sums.add(weight, shared[name])
        needed = in_tenths(ENOUGH)
        found = sums.at_least(needed) & ~of_lang
        for of_wording in sorted(set(MOST_OF_WORDING)):
            if worded := alike[MOST_OF_WORDING.index(of_wording)] & base:
                found |= worded & sums.at_least(needed - of_wording)
        return found

    def _of_rules(self, shared: Mapping[str, int], glance: Glance) -> int:
        """Those that a rule may join: by a person, or by a deed and a number, a thing, a meeting of one, or a place."""
        columns, mine = self._columns, glance.columns
        near = shared["number"] | shared["small number"] | shared["lone"] | shared["objects"] | shared["spots"]
        near |= shared["held"] & shared["actors"]
        near |= _any(columns["near"], mine["spots"]) | _any(columns["spots"], mine["near"])
        return shared["persons"] | (shared["joining"] & near) | (shared[TWICE + "joining"] & shared["near"])


def _mark(column: dict[Hashable, int], values: Iterable[Hashable], bit: int) -> None:
    for value in values:
        column[value] = column.get(value, 0) | bit


def _any(column: Mapping[Hashable, int], values: Iterable[Hashable]) -> int:
    found = 0
    for value in values:
        found |= column.get(value, 0)
    return found


class _Sums:
    """Sums of weights of many tellings at once: each number holds one bit of the sum of every telling."""

    def __init__(self, base: int) -> None:
        self._base = base
        self._bits = [0] * _BITS

    def add(self, weight: int, have: int) -> None:
        """Add the weight to the sum of those tellings."""
        have &= self._base
        place = 0
        while have and weight >> place:
            if weight >> place & 1:
                self._carry(have, place)
            place += 1

    def _carry(self, carry: int, place: int) -> None:
        while carry:
            self._bits[place], carry = self._bits[place] ^ carry, self._bits[place] & carry
            place += 1

    def at_least(self, needed: int) -> int:
        """The tellings whose sum is that or more."""
        if needed <= 0:
            return self._base
        found = self._base if needed < 1 << _BITS else 0
        for place, bits in enumerate(self._bits):
            found = found & bits if needed >> place & 1 else found | bits
        return found & self._base
