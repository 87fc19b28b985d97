"""`SentenceWords`: a sentence as words, where its dates stand among them, and which of them tell something."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.model.once import cached_property
from timeline_core.model.span import Span
from timeline_core.syntax.word_range import WordRange
from timeline_core.text.marks import TATWEEL
from timeline_core.text.words import Hit, Run, Word, words_in

_NOWHERE = WordRange(0, 0)
_BREAK = re.compile(r"[،؛;—–]|[,:]\s")
_NAME = TATWEEL
"""A letter that folding removes, so that no word of a list has it."""


class SentenceWords:
    """Positions of words count within the sentence; spans within the report."""

    def __init__(
        self, text: str, span: Span, dates: Sequence[Span], phrasing: Phrasing, persons: Sequence[Span] = ()
    ) -> None:
        """`dates`: the spans of all expressions of the text in the sentence; `persons`: of the names of persons."""
        self.text, self.span, self.phrasing, self.grammar = text, span, phrasing, phrasing.grammar
        self.dated, self.persons = tuple(dates), tuple(persons)

    @cached_property
    def run(self) -> Run:
        """The words of the sentence; «علي» of a person's name is spelled so that no list takes it for «على»."""
        run = words_in(self.text, self.span)
        if not self.persons:
            return run
        named = {at: word for at, word in enumerate(run) if self._is_named(word)}
        if not named:
            return run
        return Run(word._replace(folded=word.folded + _NAME) if at in named else word for at, word in enumerate(run))

    @property
    def whole(self) -> WordRange:
        """All its words."""
        return WordRange(0, len(self.run))

    def _is_named(self, word: Word) -> bool:
        known = word.folded in self.phrasing.clauses.prepositions
        return known and any(name.start <= word.start and word.end <= name.end for name in self.persons)

    @cached_property
    def dates(self) -> tuple[WordRange, ...]:
        """The words of each expression."""
        return tuple(self.range_of(date) for date in self.dated)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.run]

    def range_of(self, span: Span) -> WordRange:
        """The words that the span touches."""
        starts = self._starts
        first = bisect_right(starts, span.start)
        if first and self.run[first - 1].end > span.start:
            first -= 1
        end = bisect_left(starts, span.end, first)
        return WordRange(first, end) if first < end else _NOWHERE

    def span_of(self, part: WordRange) -> Span:
        """From the first to the last of these words."""
        return Span(self.run[part[0]].start, self.run[max(part[0], part[1] - 1)].end)

    @cached_property
    def _date_words(self) -> frozenset[int]:
        return frozenset(at for start, end in self.dates for at in range(start, end))

    def in_date(self, at: int) -> bool:
        """True when the word belongs to an expression."""
        return at in self._date_words

    @cached_property
    def _content_before(self) -> list[int]:
        """For each word, how many content words stand before it."""
        small = self.phrasing.titles.trails | self.phrasing.titles.drops
        asides = {hit.at + k for hit in self.phrasing.titles.asides.find(self.run) for k in range(hit.count)}
        dated, unjoined = self._date_words, self.grammar.unjoined
        tells = [
            k not in dated and k not in asides and word not in small and unjoined(word) not in small
            for k, (_, _, word) in enumerate(self.run)
        ]
        return list(accumulate(tells, initial=0))

    def content_words(self, part: WordRange) -> int:
        """How many words of the range are content words: no date, no aside, none of `trails` and `drops`."""
        return self._content_before[part[1]] - self._content_before[part[0]] if part[0] < part[1] else 0

    def is_parted(self, at: int) -> bool:
        """True when a comma, a colon or a dash stands before the word."""
        return at > 0 and _BREAK.search(self.text, self.run[at - 1].end, self.run[at].start) is not None

    def glued(self, hit: Hit) -> str:
        """The clitics before the phrase: «و» of «وقتل», «ل» of «لمقتل»."""
        return self.run[hit.at].folded[: hit.clitic]

    @cached_property
    def marks(self) -> tuple[Hit, ...]:
        """The words that mark future, denial, background, or a change of subject."""
        return tuple(self.phrasing.clauses.marks.find(self.run))
