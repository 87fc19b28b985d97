"""`Sentence`: one sentence, with the words that tell what is said, what happened, and how its clauses hang together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from timeline_core.syntax.reported_speech import SPEAKER, Sayings
from timeline_core.syntax.segments import Range
from timeline_core.text.words import Hit


class Sentence(Sayings):
    """One sentence, with its verbs of saying, its concepts, and the words that join or part its clauses."""

    def turned(self, at: int) -> bool:
        """True when the word turns to another thing («بينما»)."""
        k = bisect_left(self.marks, at, key=lambda hit: hit.at)
        return k < len(self.marks) and self.marks[k].at == at and self.marks[k].concept == "turn"

    @cached_property
    def concepts(self) -> tuple[Hit, ...]:
        """What is told to happen, as concepts, with their words."""
        found = [*self.phrasing.topics.deeds.find(self.run)]
        like = self.grammar.like
        compared = (any(letter in self.glued(hit) for letter in like) for hit in found)
        return tuple(hit for hit, out in zip(found, compared, strict=True) if not (out or self.in_date(hit.at)))

    @cached_property
    def _concept_places(self) -> list[int]:
        return [hit.at for hit in self.concepts]

    def concepts_in(self, part: Range) -> tuple[Hit, ...]:
        """What is told to happen in these words."""
        places = self._concept_places
        return self.concepts[bisect_left(places, part[0]) : bisect_left(places, part[1])]

    @cached_property
    def marks(self) -> tuple[Hit, ...]:
        """The words that look ahead, deny, recall, or turn to another thing."""
        return tuple(self.phrasing.clauses.marks.find(self.run))

    @cached_property
    def denials(self) -> tuple[Hit, ...]:
        """The words that deny; those that do so only as what somebody says, behind a verb of saying."""
        found = [hit for hit in self.marks if hit.concept in ("denial", "weak_denial")]
        if not any(hit.concept == "weak_denial" for hit in found):
            return tuple(found)
        heads = [hit.at for hit in self.heads if hit.concept == "say"]
        return tuple(hit for hit in found if hit.concept == "denial" or self._said_so(hit.at, heads))

    def _said_so(self, at: int, heads: Sequence[int]) -> bool:
        """True when what is said begins close before the word."""
        return any(head < at and self.content_words((head + 1, at)) <= SPEAKER // 2 for head in heads)

    @cached_property
    def links(self) -> tuple[Hit, ...]:
        """The words that tell how clauses hang together: `joins`, `leans`, `below`."""
        return tuple(self.phrasing.clauses.links.find(self.run))

    def marked(self, at: int, concept: str) -> bool:
        glued = concept == "joins" and self.conjoined(at)
        k = bisect_left(self.links, at, key=lambda hit: hit.at)
        hit = self.links[k] if k < len(self.links) else None
        return glued or (hit is not None and hit.at == at and hit.concept == concept and not hit.clitic)

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The first words of the segments that make a new statement."""
        return tuple(start for start in self.cuts if self._opens(start))

    def _opens(self, at: int) -> bool:
        """True when a new statement begins at that word."""
        reach = 1 if self.grammar.verb_first else SPEAKER
        last = min(at + reach, self.segments[self.segment_of(at)][1] - 1)
        k = bisect_left(self.heads, at, key=lambda hit: hit.at)
        if k < len(self.heads) and self.heads[k].at <= last:
            return True
        return self.turned(at)
