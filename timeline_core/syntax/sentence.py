"""`Sentence`: the words of one sentence, and the concepts (kill, raid, arrest) that its words stand for."""

from __future__ import annotations

from bisect import bisect_left

from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.sentence_words import SentenceWords
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit


class Sentence(SentenceWords):
    """One sentence. Everything derived from its words is computed when it is first asked for."""

    @cached_property
    def concepts(self) -> tuple[Hit, ...]:
        """The concepts of its words, each with the word range that it was found in."""
        found = [*self.phrasing.topics.deeds.find(self.run)]
        like = self.grammar.like
        compared = (any(letter in self.glued(hit) for letter in like) for hit in found)
        return tuple(hit for hit, out in zip(found, compared, strict=True) if not (out or self.in_date(hit.at)))

    def concepts_at(self, span: Span) -> tuple[Hit, ...]:
        """The concepts of the words that the span touches."""
        if not self.concepts:
            return ()
        run = self.run
        return tuple(hit for hit in self.concepts if run[hit.at].start < span.end and span.start < run[hit.at].end)

    @cached_property
    def _concept_places(self) -> list[int]:
        return [hit.at for hit in self.concepts]

    def concepts_in(self, part: WordRange) -> tuple[Hit, ...]:
        """The concepts of these words."""
        places = self._concept_places
        return self.concepts[bisect_left(places, part[0]) : bisect_left(places, part[1])]
