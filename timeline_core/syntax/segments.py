"""`Segments`: a sentence cut at its marks, and before words that do as much: «…، وأضاف …», "…, while …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from functools import cached_property
from itertools import pairwise

from timeline_core.syntax.sentence_words import SentenceWords
from timeline_core.syntax.word_range import WordRange

_BREAK = re.compile(r"[،؛;—–]|[,:]\s")


def starts(word: str, forms: frozenset[str], *, whole: bool = True) -> bool:
    """True when the folded word is one of the forms, or begins as one that ends in `-`."""
    return (whole and word in forms) or any(form.endswith("-") and word.startswith(form[:-1]) for form in forms)


class Segments:
    """The segments of one sentence, in order."""

    def __init__(self, words: SentenceWords) -> None:
        self._words, self._phrasing = words, words.phrasing

    @cached_property
    def firsts(self) -> list[int]:
        """The first word of each: behind commas, semicolons, colons, dashes that stand in no bracket, or turning."""
        found, depth, run = [0], 0, self._words.run
        trails = frozenset(self._phrasing.speech.trailing.begins_in(run))
        for k, (word, after) in enumerate(pairwise(run)):
            gap = self._words.text[word.end : after.start]
            if gap != " ":
                depth = max(0, depth + gap.count("(") - gap.count(")"))
                broken = _BREAK.search(gap) is not None
            else:
                broken = False
            if depth == 0 and (broken or self._begins_another(k + 1, trails)):
                found.append(k + 1)
        return found

    def number_of(self, at: int) -> int:
        """Which segment holds the word."""
        return max(0, bisect_right(self.firsts, at) - 1) if at < len(self._words.run) else 0

    def around(self, at: int) -> WordRange:
        """The segment that holds the word."""
        number, last = self.number_of(at), len(self.firsts) - 1
        return WordRange(self.firsts[number], self.firsts[number + 1] if number < last else len(self._words.run))

    def led_to(self, at: int) -> bool:
        """True when the word is a preposition or begins with one, or nothing stands there."""
        run = self._words.run
        return at >= len(run) or starts(run[at].folded, self._phrasing.clauses.prepositions)

    def _begins_another(self, at: int, trails: Container[int]) -> bool:
        """The word begins another clause: «وأضاف», «واندلعت» before its subject, «وفق ما ذكرت».

        Args:
            trails: the places at which a phrase that trails a statement may begin.
        """
        if self._words.in_date(at):
            return False
        phrasing, run, word = self._phrasing, self._words.run, self._words.run[at].folded
        trailing = phrasing.speech.trailing.at(run, at) if at in trails else None
        if trailing is not None and phrasing.clauses.marks.at(run, at) is None:
            return True
        if word in phrasing.clauses.parting:
            return True
        if self._words.conjoined(at):
            return self._says(at, 1) or (word[1:] in phrasing.clauses.subject_behind and not self.led_to(at + 1))
        return word in phrasing.clauses.conjunctions and at + 1 < len(run) and self._says(at + 1, 0)

    def _says(self, at: int, clitic: int) -> bool:
        hit = self._phrasing.speech.verbs.at(self._words.run, at)
        return hit is not None and hit.concept in ("say", "denies") and hit.clitic == clitic
