"""Whether a word can be part of a name, by its form: capital, article, ending, repetition."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline_core.model.once import cached_property
from timeline_core.names.foreign.letters import Letters
from timeline_core.names.name_parts import COMMON, KNOWN, NameParts, Role
from timeline_core.names.name_words import NameWords
from timeline_core.text.fold import CONTROLS
from timeline_core.text.words import Run, bare

_SHORT = 3
"""A word of so many letters that is in no list is no part of a name."""
_BETWEEN = re.compile(rf"""[\s"'“”‘’«»(_{CONTROLS}]*""")
"""What may stand between a title and a name; a hashtag joins words by a sign."""


NO_PARTS = NameParts()
NO_LETTERS = Letters()

_WITHIN = re.compile(rf"[\s_{CONTROLS}]*")
_INITIAL = ". "
_TITLE_STOPS = frozenset(".!?؟؛;:،,\n")


class Told(NamedTuple):
    """What is known of the words of a text beside its names."""

    said: frozenset[int] = frozenset()
    """Numbers of its verbs of saying."""
    kind_of: Callable[[str], str] | None = None
    """What the lexicon knows a word as: nothing (or only a name), `noun`, another `word`."""
    parts: NameParts = NO_PARTS
    """Which words are parts of names."""
    letters: Letters = NO_LETTERS
    """Which words look like names of other languages."""


UNTOLD = Told()
"""Nothing is known."""


class Shape:
    """The words of one text in one language, asked for their form. `k` is the number of a word."""

    def __init__(self, text: str, run: Run, wording: NameWords, closed: frozenset[int], told: Told) -> None:
        """`closed`: numbers of the words that cannot be part of a name."""
        self.told = self._told = told
        self._text, self._run, self._wording, self._closed = text, run, wording, closed
        self._form = wording.form
        self._undotted = any(letters in text for letters in wording.form.undotted)

    def is_closed(self, k: int) -> bool:
        """True for a word that can be no part of a name: it is known, or a verb."""
        return k in self._closed

    def role(self, k: int) -> Role:
        """How common the word is as a part of names, without regard to what else it is."""
        return self._told.parts.role(self._run[k].folded)

    def is_said(self, k: int) -> bool:
        """True right behind a verb of saying."""
        return k - 1 in self._told.said and self.touches(k)

    def is_of_origin(self, k: int) -> bool:
        """A definite word with the ending of last names; behind an indefinite noun no adjective: «شريف الحسيني»."""
        return not self.is_bare(k) and self._run[k].folded.endswith(self._form.relation)

    def is_word(self, k: int) -> bool:
        """True for a word of the lexicon that hardly anybody is called by: «بطاقات», «سائق»."""
        kind = self.kind(k) if self._told.kind_of is not None else ""
        if not kind or (kind == "noun" and self.is_of_origin(k)):
            return False
        return self.role(k).level < (KNOWN if kind == "noun" else COMMON)

    def is_of_office(self, k: int) -> bool:
        """True for a word that belongs to a title: «الناطق باسم القوات», each of them."""
        word = self._run[k].folded
        return (
            word.startswith((*self._form.article, *self._form.office_article))
            or word in self._wording.stops
            or k in self._closed
        )

    def follows_mark(self, k: int, marks: frozenset[str]) -> bool:
        """True when one of the marks stands before the word."""
        return k > 0 and any(letter in marks for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def leaves_office(self, k: int, at: int) -> bool:
        """True where the office ends, whose words begin at `at`: at «الذي», "who", or a mark."""
        if k >= len(self._run):
            return True
        if self._run[k].folded in self._wording.closing_words:
            return True
        return self.follows_mark(k, _TITLE_STOPS) and not (k == at and self.follows_short_title(k))

    def follows_short_title(self, k: int) -> bool:
        """True behind a short title with its stop: "Gen.", «د.»."""
        return len(self._run[k - 1].folded) <= (_SHORT + 1 if self._form.capitals else 1)

    def is_title(self, at: int, end: int) -> bool:
        """False for a single letter without a stop: «م» of «2019 م» is no title, «م.» of «م. فلان» is."""
        if end - at > 1 or len(self._run[at].folded) > 1:
            return True
        return self._text[self._run[at].end : self._run[at].end + 1] in (".", "/", "،")

    def touches(self, k: int, *, within: bool = False) -> bool:
        """True when nothing but blanks and quotation marks stands before the word; with `within` a name, no mark.

        The stop of an initial is none where no lexicon knows what follows it: "Karim M. Mansour".
        """
        between = _WITHIN if within else _BETWEEN
        before = self._run[k - 1].end
        if within and self._form.capitals and self._text.startswith(_INITIAL, before) and not self.kind(k):
            before += len(self._run[k - 1].folded) == 1
        return between.fullmatch(self._text, before, self._run[k].start) is not None

    def bears_name(self, form: str) -> bool:
        """True for a noun of what is named after persons: «شارع», "street"."""
        return form in self._wording.bearers

    def is_preposition(self, k: int) -> bool:
        """True for «على», which folding makes «علي»; not for «ليلى»."""
        return self._text.endswith(self._form.particles, self._run[k].start, self._run[k].end)

    def is_dotted(self, k: int, *, other: bool = True) -> bool:
        """True for «علي» in a text that writes «على» with another letter; with `other` false, in one that does not."""
        return self._undotted is other and self._text.endswith(self._form.dotted, 0, self._run[k].end)

    def is_unlike_words(self, k: int) -> bool:
        """True for a word without the article, beginning or ending of common words; in no script with capitals."""
        word = self._run[k].folded
        begins = (*self._form.article, *self._form.verb_begins)
        return not self._form.capitals and not word.startswith(begins) and not word.endswith(self._form.verb_ends)

    def may_be_name(self, k: int) -> bool:
        """True where nothing in the form of the word speaks against a name."""
        word = self._run[k].folded
        if (
            not word
            or k in self._closed
            or any(form in self._wording.stops for form, _ in bare(word))
            or not word[-1].isalpha()
        ):
            return False
        if self._form.capitals:
            return self.is_capitalised(k)
        return not self.is_word(k) and self.looks_like_name(k)

    def looks_like_name(self, k: int) -> bool:
        """True where a word in a script without capitals has the letters of a name, whatever else it may be."""
        word = self._run[k].folded
        forms = bare(word)
        article = self._form.article
        foreign = not self.kind(k) and word.startswith(self._form.then)
        if word.startswith(self._form.and_) or any(
            clitic and ((form.startswith(article) and not foreign) or self.bears_name(form)) for form, clitic in forms
        ):
            return False
        plural = word.startswith(article) and word.endswith(self._form.plural)
        level = self.role(k).level
        if (word.endswith(self._form.possessive) and level < KNOWN) or (
            word.endswith(self._form.indefinite_relation) and not level
        ):
            return False
        return (
            len(word) > _SHORT
            and not word.endswith(self._form.feminine)
            and not plural
            and not self._text[self._run[k].start : self._run[k].end].endswith(self._form.accusative)
        )

    @cached_property
    def demonyms(self) -> list[int]:
        """Where a state's people are called by its adjective with an article: «الفرنسية»."""
        return self._run.where(self._wording.is_demonym)

    def is_capitalised(self, k: int) -> bool:
        """True for a word with a capital, or with an article before its capital: "al-Qahtani"."""
        word = self._text[self._run[k].start : self._run[k].end]
        head, _, rest = word.partition("-")
        return word[0].isupper() or (rest[:1].isupper() and head.islower())

    def kind(self, k: int) -> str:
        """What the lexicon knows the word as; a word like any other where there is none."""
        word = self._run[k]
        return self._told.kind_of(self._text[word.start : word.end]) if self._told.kind_of is not None else "word"

    def is_bare(self, k: int) -> bool:
        word = self._run[k]
        return not word.folded.startswith(self._form.article) or self._text.startswith(
            self._form.no_article, word.start
        )

    def is_stranger(self, k: int) -> bool:
        """A word that no lexicon knows, without an article or with the ending of last names: «جرمانوس»."""
        return (self.is_bare(k) or self._run[k].folded.endswith(self._form.relation)) and not self.kind(k)

    def has_foreign_letters(self, k: int) -> bool:
        """A word without article that no lexicon knows, with letters as in names of other languages: «كفيورد»."""
        return self._told.letters.foreign(self._run[k].folded) and self.is_bare(k) and not self.kind(k)

    def is_foreign(self, k: int) -> bool:
        """A word without article that no lexicon knows, and in which nothing speaks against a name."""
        if self.kind(k):
            return False
        word = self._text[self._run[k].start : self._run[k].end]
        if self._form.capitals and (word.isupper() or self._wording.titles.at(self._run, k) is not None):
            return False
        if word.isascii() and not self._form.capitals:
            return False
        if not self.is_bare(k) or not self.may_be_name(k):
            return False
        return self.role(k).level > 0 or not self._run[k].folded.endswith(self._form.plural)
