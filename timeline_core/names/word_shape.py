"""What a word of a text tells by its form: whether it can be part of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline_core.names.name_words import Wording
from timeline_core.text.words import Word, bare

_SHORT = 3
"""Letters up to which a word that no list knows is no part of a name."""
_OPENING = frozenset(" \t\n\"'“”‘’«»(")
"""What may stand between a title and a name, and between the words of a name."""


class Shape:
    """The words of one text that are in one language, by their form."""

    def __init__(self, text: str, run: Sequence[Word], wording: Wording, closed: frozenset[int]) -> None:
        """`closed`: numbers of the words that cannot be part of a name."""
        self._text, self._run, self._wording, self._closed = text, run, wording, closed
        self._form = wording.form
        self._undotted = any(letters in text for letters in wording.form.undotted)
        self._counted = Counter(word.folded for word in run)

    def office(self, k: int) -> bool:
        """True for a word of the office itself: definite, an adjective, a preposition."""
        word = self._run[k].folded
        return (
            word.startswith((*self._form.article, *self._form.office_article))
            or word in self._wording.stops
            or k in self._closed
        )

    def parted(self, k: int, marks: frozenset[str]) -> bool:
        """True when one of the marks stands before the word."""
        return k > 0 and any(letter in marks for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def short_title(self, k: int) -> bool:
        """True behind "Gen." and «د.»: the stop ends no sentence."""
        return len(self._run[k - 1].folded) <= (_SHORT + 1 if self._form.capitals else 1)

    def spelled_out(self, at: int, end: int) -> bool:
        """False for a letter that no stop shows to be short for a title: «2019 م» is a year, «م. فلان» is somebody."""
        if end - at > 1 or len(self._run[at].folded) > 1:
            return True
        return self._text[self._run[at].end : self._run[at].end + 1] in (".", "/", "،")

    def touches(self, k: int) -> bool:
        """True when nothing but blanks and quotation marks stands before the word."""
        return all(letter in _OPENING for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def bears(self, form: str) -> bool:
        """True for what may bear the name of a person."""
        return form in self._wording.bearers

    def repeated(self, k: int) -> bool:
        word = self._run[k].folded
        return (
            self._counted[word]
            + sum(self._counted[clitic + word] for clitic in (*self._form.and_, *self._form.to, *self._form.by))
            > 1
        )

    def preposition(self, k: int) -> bool:
        """True for «على», which folded is «علي»."""
        return self._text[: self._run[k].end].endswith(self._form.undotted)

    def dotted(self, k: int) -> bool:
        """True for «علي» in a text that writes «على» with another letter."""
        return self._undotted and self._text[: self._run[k].end].endswith(self._form.dotted)

    def family(self, k: int) -> bool:
        """True for what no first name follows: a last name."""
        return self._run[k].folded not in self._wording.listed and k not in self._closed and not self._form.capitals

    def sure_family(self, k: int) -> bool:
        """True for «القحطاني», and for any word that the text has again by itself."""
        word = self._run[k].folded
        if self._form.capitals:
            return self.capital(k)
        known = word in self._wording.common or self._form.without_article(word) in self._wording.adjectives
        return (
            not known
            and self.plausible(k)
            and ((word.startswith(self._form.article) and word.endswith(self._form.relation)) or self.repeated(k))
        )

    def unlike_words(self, k: int) -> bool:
        """True for a word without capitals and article, and with neither beginning nor end of a verb or common noun."""
        word = self._run[k].folded
        begins = (*self._form.article, *self._form.verb_begins)
        return not self._form.capitals and not word.startswith(begins) and not word.endswith(self._form.verb_ends)

    def plausible(self, k: int) -> bool:
        """True for a word that may be a name for all that its form tells."""
        word = self._run[k].folded
        if (
            not word
            or k in self._closed
            or any(form in self._wording.stops for form, _ in bare(word))
            or not word[-1].isalpha()
        ):
            return False
        if self._form.capitals:
            return self.capital(k)
        forms = bare(word)
        article = self._form.article
        if word.startswith(self._form.and_) or any(
            clitic and (form.startswith(article) or self.bears(form)) for form, clitic in forms
        ):
            return False
        plural = word.startswith(article) and word.endswith(self._form.plural)
        return (
            len(word) > _SHORT
            and not word.endswith(self._form.feminine)
            and not plural
            and not self._text[self._run[k].start : self._run[k].end].endswith(self._form.accusative)
        )

    def capital(self, k: int) -> bool:
        """True for a word with a capital, or with an article before its capital: "al-Qahtani"."""
        word = self._text[self._run[k].start : self._run[k].end]
        head, _, rest = word.partition("-")
        return word[0].isupper() or (rest[:1].isupper() and head.islower())
