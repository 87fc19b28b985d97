"""`Sentence`: the words of one sentence, and what is told in it to happen."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from timeline_core.model.span import Span
from timeline_core.syntax.sentence_words import SentenceWords
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.words import Hit


class Sentence(SentenceWords):
    """One sentence; what is read off its words alone is made when it is asked for."""

    @cached_property
    def concepts(self) -> tuple[Hit, ...]:
        """What is told to happen, as concepts, with their words."""
        found = [*self.phrasing.topics.deeds.find(self.run)]
        like = self.grammar.like
        compared = (any(letter in self.glued(hit) for letter in like) for hit in found)
        return tuple(hit for hit, out in zip(found, compared, strict=True) if not (out or self.in_date(hit.at)))

    def concepts_at(self, span: Span) -> tuple[Hit, ...]:
        """What is told to happen in the words that the span touches; most sentences tell little."""
        if not self.concepts:
            return ()
        run = self.run
        return tuple(hit for hit in self.concepts if run[hit.at].start < span.end and span.start < run[hit.at].end)

    @cached_property
    def _concept_places(self) -> list[int]:
        return [hit.at for hit in self.concepts]

    def concepts_in(self, part: WordRange) -> tuple[Hit, ...]:
        """What is told to happen in these words."""
        places = self._concept_places
        return self.concepts[bisect_left(places, part[0]) : bisect_left(places, part[1])]
