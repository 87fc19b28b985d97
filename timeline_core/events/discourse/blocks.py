"""Blocks: the places of what a report told, by all that a mention can share with it or point to it by.

Only what shares a block with a mention is compared with it; a block too many costs a comparison and changes nothing.

Source:
    Blocking in record linkage (Newcombe and Kennedy 1962).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from timeline_core.concepts import Concepts
from timeline_core.events.discourse.anaphors import Anaphor
from timeline_core.events.discourse.traces import MOVE, VIOLENCE, Traces
from timeline_core.model.draft import Draft

FEWEST = 3
"""Words that two mentions share at least where their wording says that they are one."""
_NONE: frozenset[int] = frozenset()


class Blocks:
    """Of one report."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts
        self.places: dict[str | int, set[int]] = defaultdict(set)
        self._words: dict[int, frozenset[str]] = {}

    def put(self, at: int, told: Draft, left: Traces, deeds: frozenset[str]) -> None:
        """Note what was told there.

        Args:
            deeds: of which it may tell.
        """
        self._words[at] = told.words
        frame = left.frame
        for keys in (left.classes, left.scenes, left.deeds, left.tells, left.speakers, frame.acts, frame.doers, deeds):
            self._note(at, keys)
        self._note(at, self._keys(told))

    def of(self, mention: Draft, traces: Traces) -> set[int]:
        """The places of what the mention may tell of again, or go on with."""
        found = self.of_traces(traces) | self.under((MOVE, *self._keys(mention)))
        mine = mention.words
        return found.union(at for at, words in self._words.items() if len(words & mine) >= FEWEST)

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
                self.places[key].add(at)

    def under(self, keys: Iterable[str | int]) -> set[int]:
        """The places in any of those blocks."""
        found = set[int]()
        for key in keys:
            found |= self.places.get(key, _NONE)
        return found

    def _keys(self, told: Draft) -> Iterator[str | int]:
        """Its class, deeds and numbers, and the deed by which whoever left a thing was freed: of a prison."""
        yield told.predicate
        yield from told.concepts
        yield from (figure.low for figure in told.figures)
        yield from (self._concepts.left[thing] for thing in told.things if thing in self._concepts.left)
