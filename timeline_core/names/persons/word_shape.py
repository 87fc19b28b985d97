"""Whether a word can be part of a name, by its form: capital, article, ending, repetition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline_core.names.name_words import NameWords
from timeline_core.text.words import Run, Word, bare

_SHORT = 3
"""A word of so many letters that is in no list is no part of a name."""
_OPENING = frozenset(" \t\n\"'“”‘’«»(_")
"""What may stand between a title and a name, and between the words of a name; a hashtag joins them by a sign."""


class Told(NamedTuple):
    """What is known of the words of a text beside its names."""

    said: frozenset[int] = frozenset()
    """Numbers of its verbs of saying."""
    kind_of: Callable[[str], str] | None = None
    """What the lexicon knows a word as: nothing (or only a name), `noun`, another `word`."""


UNTOLD = Told()
"""Nothing is known."""


class Shape:
    """The words of one text in one language, asked for their form. `k` is the number of a word."""

    def __init__(
        self, text: str, run: Sequence[Word], wording: NameWords, closed: frozenset[int], whole: Run, told: Told
    ) -> None:
        """`closed`: numbers of the words that cannot be part of a name; `whole`: all words of the text."""
        self._whole, self._told = whole, told
        self._text, self._run, self._wording, self._closed = text, run, wording, closed
        self._form = wording.form
        self._undotted = any(letters in text for letters in wording.form.undotted)
        self._counted = Counter(word.folded for word in run)

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

    def follows_short_title(self, k: int) -> bool:
        """True behind a short title with its stop: "Gen.", «د.»."""
        return len(self._run[k - 1].folded) <= (_SHORT + 1 if self._form.capitals else 1)

    def is_title(self, at: int, end: int) -> bool:
        """False for a single letter without a stop: «م» of «2019 م» is no title, «م.» of «م. فلان» is."""
        if end - at > 1 or len(self._run[at].folded) > 1:
            return True
        return self._text[self._run[at].end : self._run[at].end + 1] in (".", "/", "،")

    def touches(self, k: int) -> bool:
        """True when nothing but blanks and quotation marks stands before the word."""
        return all(letter in _OPENING for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def bears_name(self, form: str) -> bool:
        """True for a noun of what is named after persons: «شارع», "street"."""
        return form in self._wording.bearers

    def is_repeated(self, k: int) -> bool:
        """True where the text has the word again, alone or behind a glued particle."""
        word = self._run[k].folded
        return (
            self._counted[word]
            + sum(self._counted[clitic + word] for clitic in (*self._form.and_, *self._form.to, *self._form.by))
            > 1
        )

    def is_preposition(self, k: int) -> bool:
        """True for «على», which folding makes «علي»."""
        return self._text.endswith(self._form.undotted, 0, self._run[k].end)

    def is_dotted(self, k: int) -> bool:
        """True for «علي» in a text that writes «على» with another letter."""
        return self._undotted and self._text.endswith(self._form.dotted, 0, self._run[k].end)

    def may_be_last_name(self, k: int) -> bool:
        """True for a word that can end a name: it is in no list, and no Latin word."""
        return self._run[k].folded not in self._wording.name_words and k not in self._closed and not self._form.capitals

    def is_last_name(self, k: int) -> bool:
        """True for a word with the form of a last name («القحطاني»), or one that the text repeats."""
        word = self._run[k].folded
        if self._form.capitals:
            return self.is_capitalised(k)
        known = (
            word in self._wording.lookalikes or self._form.without_article(word) in self._wording.states_by_adjective
        )
        return (
            not known
            and self.may_be_name(k)
            and (
                (word.startswith(self._form.article) and word.endswith(self._form.relation))
                or self.is_repeated(k)
                or self.is_told_again(k)
            )
        )

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
        forms = bare(word)
        article = self._form.article
        if word.startswith(self._form.and_) or any(
            clitic and (form.startswith(article) or self.bears_name(form)) for form, clitic in forms
        ):
            return False
        plural = word.startswith(article) and word.endswith(self._form.plural)
        return (
            len(word) > _SHORT
            and not word.endswith(self._form.feminine)
            and not plural
            and not self._text[self._run[k].start : self._run[k].end].endswith(self._form.accusative)
        )

    def is_capitalised(self, k: int) -> bool:
        """True for a word with a capital, or with an article before its capital: "al-Qahtani"."""
        word = self._text[self._run[k].start : self._run[k].end]
        head, _, rest = word.partition("-")
        return word[0].isupper() or (rest[:1].isupper() and head.islower())

    def kind(self, k: int) -> str:
        """What the lexicon knows the word as; a word like any other where there is none."""
        return self._told.kind_of(self._run[k].span.of(self._text)) if self._told.kind_of is not None else "word"

    def is_bare(self, k: int) -> bool:
        return not self._run[k].folded.startswith(self._form.article)

    def is_nominal(self, k: int) -> bool:
        """A word that can be no verb and no particle; behind a definite title it is a name («الشيخ كريم …»)."""
        return self.kind(k) in ("", "noun")

    def is_stranger(self, k: int) -> bool:
        """A word that no lexicon knows, without an article or with the ending of last names: «جرمانوس»."""
        return (self.is_bare(k) or self._run[k].folded.endswith(self._form.relation)) and not self.kind(k)

    def is_told_again(self, k: int) -> bool:
        """The text has the first of the two words again, and no lexicon knows it: «السودانية نورا حسين … نورا»."""
        return self.is_stranger(k) and len(self._whole.places.get(self._run[k].folded, ())) > 1

    def is_told_with(self, k: int) -> bool:
        """The text has the word more than once behind the name before it."""
        name = {form for form, _ in bare(self._run[k - 1].folded)}
        places = self._whole.places.get(self._run[k].folded, ())
        before = [self._whole[n - 1].folded for n in places if n]
        return sum(any(form in name for form, _ in bare(word)) for word in before) > 1
