"""Finds the runs of words in which a date can stand, around the few words that can be the core of one («أيار»,
"Monday").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from timeline_core.temporal.grammar.forms import Form, Forms
from timeline_core.temporal.grammar.trees import Grammar
from timeline_core.text.tokens import Tokens, is_narrow

_LONGEST_SPELLING = 7
"""Words: no spelling is longer."""
_PLAIN = frozenset(("", " "))


class Known:
    """What the language data says of each token of a text, looked up when asked for."""

    __slots__ = ("forms", "words")

    def __init__(self, words: Sequence[str], forms: Forms) -> None:
        self.words, self.forms = words, forms

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Form | None:
        return self.forms[self.words[at]]

    def heavy(self) -> Iterator[int]:
        """The tokens that can be the core of a date."""
        return compress(range(len(self.words)), self.forms.heavy.of(self.words))


@dataclass(frozen=True, slots=True)
class Stretches:
    """Finds such runs of words, called stretches, in one text."""

    said: Tokens
    forms: Known
    grammar: Grammar

    def find(self) -> Iterator[tuple[int, int]]:
        """First token of each stretch, and the first behind it: known words that a shape can hold side by side."""
        end = 0
        words, forms = self.forms.words, self.forms.forms
        for at in self.forms.heavy():
            if at < end:
                continue
            form = forms[words[at]]
            if form is None or not (form.heavy or (form.leads and self._leads_on(form, at))):
                continue
            begin = self._begin(at, end)
            if begin <= at:
                end = self._end(begin)
                yield begin, end

    def _begin(self, at: int, least: int) -> int:
        """The first token of the stretch around a token; behind that token where it is the tail of a name like
        "SY24".
        """
        begin = at
        while begin > least and not self._is_wide(begin):
            before = self._spelling_over(begin, least)
            if before is None:
                form, here = self.forms[begin - 1], self.forms[begin]
                if form is None or here is None or not form.parts or not self.grammar.joins(form.closes, here.opens):
                    break
                before = begin - 1
            begin = before
        while begin <= at and not self.said.gaps[begin] and self._is_tail(begin):
            begin += 1
        return begin

    def _spelling_over(self, begin: int, least: int) -> int | None:
        """Where a spelling of several words begins that reaches as far as the token before, or further; else None."""
        words, forms, gaps = self.forms.words, self.forms.forms, self.said.gaps
        for first in range(begin - 1, max(begin - _LONGEST_SPELLING, least - 1), -1):
            form = forms[words[first]]
            if form is None or not form.parts or (gaps[first + 1] not in _PLAIN and self._is_wide(first + 1)):
                return None
            if form.leads and self._leads_on(form, first) and self._spelt(first) >= begin:
                return first
        return None

    def _end(self, begin: int) -> int:
        end = spelt = begin
        closes = None
        words, forms, gaps = self.forms.words, self.forms.forms, self.said.gaps
        while end < len(words):
            form = forms[words[end]]
            if form is None or not form.parts or (gaps[end] not in _PLAIN and end > begin and self._is_wide(end)):
                break
            if closes is not None and end > spelt and not self.grammar.joins(closes, form.opens):
                break
            if form.leads and self._leads_on(form, end):
                spelt = max(spelt, self._spelt(end))
            closes = form.closes
            end += 1
        return end

    def _leads_on(self, form: Form, at: int) -> bool:
        """True where the word begins a longer spelling, and what follows can go on with it."""
        following = self.forms[at + 1] if at + 1 < len(self.forms) else None
        if following is not None and following.parts and following.parts[0].word in form.leads:
            return True
        return any(part.word in form.leads for part in form.parts[1:])

    def _spelt(self, first: int) -> int:
        """The token behind the longest spelling of several words that begins within a token; -1 without one."""
        parts: list[tuple[str, int]] = []
        for at in range(first, min(first + _LONGEST_SPELLING, len(self.forms))):
            form = self.forms[at]
            if form is None or not form.parts:
                break
            parts += [(part.word, at) for part in form.parts]
        form = self.forms[first]
        found = -1
        for number, part in enumerate(form.parts) if form is not None else ():
            following = parts[number + 1][0] if number + 1 < len(parts) else ""
            for rest in part.rests.get(following, ()):
                behind = parts[number + 1 : number + 1 + len(rest)]
                if len(behind) == len(rest) and all(word == said for word, (said, _) in zip(rest, behind, strict=True)):
                    found = max(found, behind[-1][1] + 1)
        return found

    def _is_wide(self, at: int) -> bool:
        gap = self.said.gaps[at]
        return gap not in _PLAIN and not is_narrow(gap)

    def _is_tail(self, at: int) -> bool:
        """True for the figures at the end of a name: the 24 of "SY24"."""
        words = self.said.words
        return at > 0 and self.forms[at - 1] is None and words[at][0].isdecimal() and words[at - 1][-1].isalnum()
