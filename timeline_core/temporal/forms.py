"""What the language data says of a word as written. Worked out once a distinct word, then remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from timeline_core.temporal.grammar import Grammar, Opening, Terms
from timeline_core.temporal.lexicon import Lexicon
from timeline_core.text.fold import bare, fold

_LONGEST_WORD = 32
_SHORT = 4
"""So few letters are no verb that looks ahead."""
_MOST_FORMS = 200_000
"""Beyond this the memory begins anew: a text of ever new words must not fill it."""
_DOTTED = re.compile(r"\d{1,4}([.])\d{1,2}\1\d{1,4}|\d{1,4},\d{4}")
_NUMBERS = re.compile(r"\d+|[.,]")


class Cue(Enum):
    """Which way the words around a date look."""

    FUTURE = "future"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that look ahead or back; a word of `no` only seems to, and so does one that begins as one of `no`."""

    future: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    """What a word that looks ahead begins with."""
    ends: tuple[str, ...] = ()
    """What a word that looks back ends with."""
    no: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """Those that look so only right before an expression ("by")."""


@dataclass(frozen=True, slots=True)
class Part:
    """One atom of a word: folded, its place within the word, and its terms."""

    word: str
    start: int
    end: int
    terms: Terms
    begins: tuple[str, ...] = ()
    """The meanings that it can begin."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word that the language data knows."""

    parts: tuple[Part, ...]
    starts: Opening | None
    """How an expression that begins within the word may go on after it; None when none begins."""
    cue: Cue | None = None
    cue_after: frozenset[str] = frozenset()
    """Words of which one must stand before it, for it to be a cue: «المتوقع» is one after «من»."""
    cue_near: bool = False
    """A cue only right before an expression."""


class Forms(dict[str, Form | None]):
    """Word as written -> `Form`; grows by itself when asked for a word it has not met. It is a memory, not a state."""

    def __init__(self, lexicon: Lexicon, cues: Cues, grammar: Grammar) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._grammar = grammar
        self._cues: dict[str, tuple[Cue, frozenset[str]]] = {}
        for cue, said in ((Cue.FUTURE, cues.future), (Cue.PAST, cues.past)):
            for words in said:
                before, _, word = fold(words).rpartition(" ")
                others = self._cues.get(word, (cue, frozenset()))[1]
                self._cues[word] = (cue, others | {before} if before else frozenset())
        self._near = frozenset(map(fold, cues.near))
        self._begins = tuple(map(fold, cues.begins))
        self._particles = tuple(particle for row in lexicon.clitics.before for particle in row)
        self._joined = lexicon.clitics.before[0] if lexicon.clitics.before else ()
        self._ends = tuple(map(fold, cues.ends))
        self._no = tuple(map(fold, cues.no))

    def __missing__(self, word: str) -> Form | None:
        if len(word) > _LONGEST_WORD:
            return None
        form = self._number(word) if word[0].isdecimal() else self._word(word)
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[word] = form
        return form

    def _form(
        self, parts: tuple[Part, ...], cue: tuple[Cue | None, frozenset[str]] = (None, frozenset())
    ) -> Form | None:
        if not parts and cue[0] is None:
            return None
        return Form(parts, self._starts(parts), *cue)

    def _starts(self, parts: tuple[Part, ...]) -> Opening | None:
        if any(part.begins for part in parts[:-1]):
            return Opening(alone=True)
        return self._grammar.opening(parts[-1].terms) if parts else None

    def _word(self, word: str) -> Form | None:
        whole = fold(word)
        cut = self._lexicon.clitics.split_folded(word, whole, self._lexicon.known)
        parts = tuple(self._part(said, start, end, self._terms(said, word[start:end])) for said, start, end in cut)
        form = self._form(parts, self._cue(whole))
        return replace(form, cue_near=True) if form is not None and whole in self._near else form

    def _part(self, folded: str, start: int, end: int, terms: Terms) -> Part:
        return Part(folded, start, end, terms, self._grammar.begun_by(terms))

    def _terms(self, folded: str, written: str) -> Terms:
        terms = self._lexicon.terms.get(folded, {})
        shut = self._lexicon.capital if written[:1].islower() else frozenset()
        if bare(written) not in self._lexicon.exact:
            shut |= self._lexicon.exact_groups
        return terms if shut.isdisjoint(terms) else {group: terms[group] for group in terms if group not in shut}

    def _cue(self, word: str) -> tuple[Cue | None, frozenset[str]]:
        """What the folded word, or the word without the particle that it begins with, says of the way ahead."""
        if word.startswith(self._particles) and (found := self._cues.get(word[1:])):
            return found
        for bare_word in (word, word[1:]) if word.startswith(self._joined) else (word,):
            found = self._cues.get(bare_word)
            if found is not None:
                return found
            if len(bare_word) > _SHORT and not bare_word.startswith(self._no):
                if bare_word.startswith(self._begins):
                    return Cue.FUTURE, frozenset()
                if bare_word.endswith(self._ends):
                    return Cue.PAST, frozenset()
        return None, frozenset()

    def _number(self, word: str) -> Form | None:
        if word.isdecimal():
            return self._form((self._figure(word, 0),)) if len(word) <= 4 else None
        if not _DOTTED.fullmatch(word):
            return None
        pieces = (self._figure(piece[0], piece.start()) for piece in _NUMBERS.finditer(word))
        return self._form(tuple(pieces))

    def _figure(self, figure: str, start: int) -> Part:
        end = start + len(figure)
        if not figure.isdecimal():
            return self._part(figure, start, end, self._lexicon.terms.get(figure, {}))
        number = int(figure)
        terms: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
            group: (((), str(number)),) for group, (low, high) in self._lexicon.digits.items() if low <= number <= high
        }
        terms.update(self._lexicon.terms.get(str(number), {}))
        return self._part(str(number), start, end, terms)
