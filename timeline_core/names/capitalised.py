"""Organisations by their capitals: "Step News Agency", "the Union of Relief Workers".

Source:
    Named entities by internal evidence (McDonald 1996): the noun that a name ends in says of what kind it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_core.names.found_body import FoundBody
from timeline_core.names.name_words import NameWords
from timeline_core.text.words import Word

_LONGEST = 8
"""Words of a name."""


class CapitalisedBodies:
    """Looks for organisations in the words of one text, in a language whose names have capitals. Used once."""

    def __init__(self, text: str, run: Sequence[Word], wording: NameWords, closed: frozenset[int]) -> None:
        """`closed`: words that are known, or are verbs."""
        self._text, self._run, self._wording, self._closed = text, run, wording, closed

    def find(self) -> Iterator[FoundBody]:
        """In text order, not overlapping."""
        if not self._wording.form.capitals:
            return
        end = 0
        for at, word in enumerate(self._run):
            type_ = self._wording.tails.get(word.folded)
            if type_ is None or at < end or not self._is_part(at) or self._goes_on(at):
                continue
            first, end = self._first(at, end), self._end(at)
            if end - first > 1:
                yield FoundBody(first, end, 0, "", "", type_)

    def _is_part(self, k: int) -> bool:
        return k not in self._closed and self._text[self._run[k].start].isupper()

    def _goes_on(self, at: int) -> bool:
        """The next word is such a noun too: "News" of "News Agency"."""
        behind = at + 1
        return (
            behind < len(self._run)
            and self._touches(behind)
            and self._run[behind].folded in self._wording.tails
            and self._is_part(behind)
        )

    def _touches(self, k: int) -> bool:
        return k > 0 and self._text[self._run[k - 1].end : self._run[k].start] == " "

    def _first(self, at: int, free: int) -> int:
        """The first of the capitalised words that end in that noun; an article before them is none."""
        first = at
        while first > free and at - first < _LONGEST and self._touches(first) and self._is_part(first - 1):
            if self._run[first - 1].folded in self._wording.form.articles:
                break
            first -= 1
        while first < at and self._run[first].folded in self._wording.stops and self._begins_sentence(first):
            first += 1
        return first

    def _begins_sentence(self, k: int) -> bool:
        return not k or not self._touches(k)

    def _end(self, at: int) -> int:
        """Behind the noun, and behind what "of", "for" and "and" lead to there."""
        end = at + 1
        while end < len(self._run) and end - at < _LONGEST and self._touches(end):
            more = end
            while more < len(self._run) and self._run[more].folded in self._wording.form.inside and self._touches(more):
                more += 1
            if more >= len(self._run) or not self._touches(more) or not self._is_part(more):
                break
            if more == end and end == at + 1:
                break
            end = more + 1
        return end
