"""Blocks: the places of what a report told, by all that a mention can share with it or point to it by.

Only what shares a block with a mention is compared with it; a block too many costs a comparison and changes nothing.
A block holds what was told of it last, so that a report of a thousand deeds of one kind costs a mention no more than
one of a hundred; what was told longer ago is found by its day.

Source:
    Blocking in record linkage (Newcombe and Kennedy 1962), with the bounded window of the sorted neighbourhood
    (Hernández and Stolfo 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, islice

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.anaphors import Anaphor
from timeline_core.events.discourse.traces import MOVE, VIOLENCE, Traces
from timeline_core.model.draft import Draft

FEWEST = 3
"""Words that two mentions share at least where their wording says that they are one."""
MOST = 100
"""Places that a block holds, and happenings that a mention is compared with.

Source: measured; in 57 news reports of the greatest length no mention had thirty.
"""
_NONE: dict[int, None] = {}


class Blocks:
    """Of one report."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts
        self.places: dict[str | int, dict[int, None]] = defaultdict(dict)
        """Each block with the places in it, what was told last at the end."""
        self.steps: dict[int, int] = {}
        """When each was told last: a number that rises."""
        self._step = count()
        self._words: dict[int, frozenset[str]] = {}
        self._days: dict[date, dict[int, None]] = defaultdict(dict)

    def put(self, at: int, told: Draft, left: Traces, deeds: frozenset[str]) -> None:
        """Note what was told there.

        Args:
            deeds: of which it may tell.
        """
        self.steps[at] = next(self._step)
        self._words.pop(at, None)
        self._words[at] = told.words
        if (day := day_of(told)) is not None:
            _hold(self._days[day], at)
        frame = left.frame
        for keys in (left.classes, left.scenes, left.deeds, left.tells, left.speakers, frame.acts, frame.doers, deeds):
            self._note(at, keys)
        self._note(at, self._keys(told))

    def of(self, mention: Draft, traces: Traces) -> set[int]:
        """The places of what the mention may tell of again, or go on with."""
        found = self.of_traces(traces) | self.under((MOVE, *self._keys(mention)))
        if len(self._words) > MOST and (day := day_of(mention)) is not None:
            found.update(self._days.get(day, _NONE))
        mine, last = mention.words, islice(reversed(self._words.items()), MOST)
        return found.union(at for at, words in last if len(words & mine) >= FEWEST)

    def of_traces(self, traces: Traces) -> set[int]:
        """The places of what the words that leave those traces may go on with."""
        frame, known = traces.frame, self._concepts
        found = self.under((traces.head, traces.office, VIOLENCE if traces.evokes_violence else ""))
        scenes = known.scenes_of(traces.classes | traces.again_of)
        keys = (traces.deeds, traces.scenes, traces.again, traces.again_of, traces.stands_for, traces.subject)
        for some in (*keys, traces.during, traces.speakers, traces.classes, scenes, frame.acts):
            found |= self.under(some)
        return found

    def of_noun(self, noun: Anaphor) -> set[int]:
        """The places of what a noun that names its deed may stand for."""
        return self.under(noun.lemmas | noun.deeds)

    def _note(self, at: int, keys: Iterable[str | int]) -> None:
        for key in keys:
            if key:
                _hold(self.places[key], at)

    def under(self, keys: Iterable[str | int]) -> set[int]:
        """The places in any of those blocks."""
        found = set[int]()
        for key in keys:
            found.update(self.places.get(key, _NONE))
        return found

    def _keys(self, told: Draft) -> Iterator[str | int]:
        """Its class, deeds and numbers, and the deed by which whoever left a thing was freed: of a prison."""
        yield told.predicate
        yield from told.concepts
        yield from (figure.low for figure in told.figures)
        yield from (self._concepts.left[thing] for thing in told.things if thing in self._concepts.left)


def _hold(block: dict[int, None], at: int) -> None:
    """Put the place at the end of the block; where that is full, what was told longest ago leaves it."""
    block.pop(at, None)
    block[at] = None
    if len(block) > MOST:
        del block[next(iter(block))]


def day_of(told: Draft) -> date | None:
    """The day, where it is one."""
    days = told.when.days if told.when is not None else None
    return days[0] if days is not None and days[0] == days[1] else None
