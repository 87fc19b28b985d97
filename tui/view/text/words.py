"""Words and sentences of a text, for choosing some of it by keys: where the next one begins, what is whole. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from timeline_core.model.span import Span
from timeline_core.text.sentences import paragraphs, sentences

WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d]+")
"""Letters with their marks."""


class Words:
    """The words and sentences of one text."""

    def __init__(self, text: str) -> None:
        self.every = tuple(Span(*found.span()) for found in WORD.finditer(text))
        self._text = text
        self._starts = [word.start for word in self.every]
        self.sentences = tuple(one for part in paragraphs(text) for one in sentences(text, part) if self._holds(one))
        self._firsts = [one.start for one in self.sentences]

    def _holds(self, span: Span) -> bool:
        at = bisect_left(self._starts, span.start)
        return at < len(self.every) and self.every[at].end <= span.end

    def near(self, offset: int) -> int:
        """The number of the word at that code point, else of the next one, else of the last; -1 where there is none."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and self.every[at].end > offset:
            return at
        return min(at + 1, len(self.every) - 1)

    def sentence(self, word: int) -> Span:
        """The sentence in which the word stands; the word itself, where no sentence has it."""
        span = self.every[word]
        at = bisect_right(self._firsts, span.start) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].covers(span) else span

    def first_of(self, sentence: Span) -> int:
        """The number of its first word."""
        return bisect_left(self._starts, sentence.start)

    def last_of(self, sentence: Span) -> int:
        """The number of its last word."""
        return bisect_left(self._starts, sentence.end) - 1

    def is_rtl(self, word: int) -> bool:
        """True where the line of the word runs from the right: its first letter of a direction says so."""
        start = self._text.rfind("\n", 0, self.every[word].start) + 1
        ways = (unicodedata.bidirectional(letter) for letter in self._text[start : self.every[word].end])
        return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of a text: from the word `anchor` to the word `caret`; the caret alone while nothing is held."""

    words: Words = field(repr=False, compare=False)
    caret: int
    anchor: int
    held: bool = True
    """The anchor stays where it is when the caret moves."""

    @property
    def span(self) -> Span:
        """The chosen words; where they are whole sentences, with the marks that open and close these."""
        first, last = sorted((self.caret, self.anchor))
        words = self.words
        before, behind = words.sentence(first), words.sentence(last)
        several = first != last
        start = before.start if several and words.first_of(before) == first else words.every[first].start
        end = behind.end if several and words.last_of(behind) == last else words.every[last].end
        return Span(start, end)

    def at(self, caret: int) -> Choice:
        """With the caret there."""
        caret = max(0, min(caret, len(self.words.every) - 1))
        return replace(self, caret=caret, anchor=self.anchor if self.held else caret)


def begin(words: Words, offset: int) -> Choice | None:
    """Begin with the word near that code point; None in a text without words."""
    at = words.near(offset)
    return Choice(words, at, at) if at >= 0 else None


def by_word(choice: Choice, by: int) -> Choice:
    """Go a word on (`by` 1), or back (-1)."""
    return choice.at(choice.caret + by)


def by_sentence(choice: Choice, by: int) -> Choice:
    """Go to the end of the sentence, or of the next one; back (-1) to its first word, or to that of the one before.

    While nothing is held, on goes to the first word of the next sentence, as in vim.
    """
    words, here = choice.words, choice.words.sentence(choice.caret)
    if by < 0:
        first = words.first_of(here)
        before = words.first_of(words.sentence(max(0, first - 1)))
        return choice.at(first if choice.caret > first else before)
    last = words.last_of(here)
    if not choice.held:
        return choice.at(last + 1)
    behind = words.last_of(words.sentence(min(last + 1, len(words.every) - 1)))
    return choice.at(last if choice.caret < last else behind)


def turned(choice: Choice) -> Choice:
    """The other end is the one that moves."""
    return replace(choice, caret=choice.anchor, anchor=choice.caret)


def taken_up(choice: Choice) -> Choice:
    """Hold the word at the caret, or, where something is held, let go of it."""
    return replace(choice, held=not choice.held, anchor=choice.caret)
