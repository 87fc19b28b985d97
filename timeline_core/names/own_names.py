"""Organisations with a name of their own, by its first word: «وكالة مكافحة الفساد», «الهيئة العامة للموانئ».

Source:
    Named entities by internal evidence (McDonald 1996): the noun that heads a name says of what kind it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline_core.names.found_body import FoundBody
from timeline_core.names.name_words import NameWords
from timeline_core.text.words import Run

BETWEEN = frozenset(" \t\n\"'“”‘’«»")
"""What may stand between the words of a name."""
_SHORT = 3
_LONGEST = 4
"""Words behind the first word of an organisation's name."""
_NOUN_AND_NAME = 2
_QUOTES = {"«": "»", '"': '"', "“": "”", "”": "“"}


class OwnNames:
    """Looks for them in the words of one text that are in one language. Used once."""

    def __init__(self, text: str, run: Run, wording: NameWords, closed: frozenset[int]) -> None:
        """`closed`: words that are known, or are verbs."""
        self._text, self._run, self._wording, self._closed = text, run, wording, closed
        self._form = wording.form

    def find(self, nouns: Mapping[str, str]) -> Iterator[FoundBody]:
        """In text order.

        Args:
            nouns: `organisations`, `quoted` or `definite` of the wording: how far the name goes depends on which.
        """
        for at in self._run.where_listed(nouns):
            for form, clitic in self._run[at].forms:
                if form in nouns and at not in self._closed and not self._is_opened(at, form):
                    end = self._end(at + 1, nouns)
                    if end > at + 1 and not self._heads_place(at, end):
                        yield FoundBody(at, end, clitic, "", "", nouns[form])
                        break

    def _end(self, at: int, nouns: Mapping[str, str]) -> int:
        if nouns is self._wording.definite:
            return self._end_behind_definite(at)
        return self._end_of_name(at) if nouns is self._wording.organisations else self._end_of_quotation(at)

    def _is_opened(self, at: int, form: str) -> bool:
        """The noun lost the first letter of its article to a preposition, as its adjective shows: «للجنة المحلية»."""
        word = self._run[at].folded
        opened = word.startswith(self._form.to_article) and self._form.with_article(form) != form
        return opened and at + 1 < len(self._run) and self._touches(at + 1) and self._describes(at + 1, form)

    def _heads_place(self, at: int, end: int) -> bool:
        """One word behind a noun that names places as well is a place: «مديرية الفازة»."""
        return end - at == _NOUN_AND_NAME and self._wording.places.heads.at(self._run, at) is not None

    def _end_of_name(self, at: int) -> int:
        """Where the name ends that begins before `at`: a word in quotation marks, or definite words, one without
        an article before them."""
        quoted = self._end_of_quotation(at)
        if quoted:
            return quoted
        end = at
        while end < len(self._run) and end - at < _LONGEST and self._touches(end) and self._belongs(end):
            end += 1
        if end == at and self._touching(at, at + 2) and self._has_no_article(at) and self._belongs(at + 1):
            end = at + 2
            while end < len(self._run) and end - at < _LONGEST and self._touches(end) and self._belongs(end):
                end += 1
        return end

    def _end_behind_definite(self, at: int) -> int:
        """Where a name ends of which the first word has an article: behind an adjective, and what it is for.

        That is «لل…» or «لـ…» with a definite word, and what «و» joins to it («للغابات والمراعي»); `at` without both.
        """
        k = at
        while k < len(self._run) and k - at < 2 and self._touches(k) and self._belongs(k) and not self._led_by_to(k):
            k += 1
        if k == at or k >= len(self._run) or not self._touches(k) or k in self._closed:
            return at
        if self._led_by_to(k):
            return self._end_of_joined(k + 1)
        purpose = self._run[k].folded.startswith(self._form.to) and len(self._run[k].folded) > _SHORT
        if purpose and k + 1 < len(self._run) and self._touches(k + 1) and self._belongs(k + 1):
            return self._end_of_joined(k + 2)
        return at

    def _end_of_joined(self, at: int) -> int:
        """Past the definite nouns that «و» joins to the complement before, and an adjective («للتراث البحري»)."""
        end = at
        while end < len(self._run) and end - at < 2 and self._touches(end) and self._is_joined(end):
            end += 1
        free = end < len(self._run) and self._touches(end) and self._belongs(end) and not self._led_by_to(end)
        return end + 1 if free and self._describes(end, self._run[end - 1].folded) else end

    def _describes(self, k: int, noun: str) -> bool:
        """An adjective of relation, and of no state, that has the article and the gender of the noun."""
        word, feminine = self._run[k].folded, self._form.feminine
        if self._form.without_article(word) in self._wording.states_by_adjective:
            return False
        endings = tuple(one + more for one in self._form.relation for more in ("", *feminine))
        agrees = word.endswith(feminine) == noun.endswith(self._form.feminine_nouns)
        return word.startswith(self._form.article) and word.endswith(endings) and agrees

    def _is_joined(self, k: int) -> bool:
        """«و» and a definite word that names neither another body nor somebody: «والمراعي», not «والشرطة»."""
        known = k in self._closed or self._wording.titles.at(self._run, k) is not None
        if known or self._wording.body_nouns.at(self._run, k) is not None:
            return False
        for and_ in self._form.and_:
            word = self._run[k].folded
            bare_word = word.removeprefix(and_)
            noun = self._form.without_article(bare_word)
            if bare_word != word and noun != bare_word:
                head = noun in self._wording.organisations or bare_word in self._wording.definite
                return (
                    not head
                    and noun not in self._wording.head_nouns.definite.values()
                    and bare_word not in self._wording.stops
                )
        return False

    def _led_by_to(self, k: int) -> bool:
        """True for a word with «ل» and its article: «للموانئ»."""
        return self._run[k].folded.startswith(self._form.to_article) and self._run[k].folded not in self._wording.stops

    def _end_of_quotation(self, at: int) -> int:
        """The end of the words in quotation marks that begin there; 0 where there are none."""
        if at >= len(self._run):
            return 0
        between = self._text[self._run[at - 1].end : self._run[at].start]
        closing = next((_QUOTES[letter] for letter in between if letter in _QUOTES), "")
        for end in range(at + 1, min(at + _LONGEST, len(self._run)) + 1):
            stop = self._run[end].start if end < len(self._run) else len(self._text)
            if closing and closing in self._text[self._run[end - 1].end : stop]:
                return end
        return 0

    def _belongs(self, k: int) -> bool:
        """True for a definite word that may go on a name: «الفساد», «للتنمية»."""
        word = self._run[k].folded
        known = k in self._closed or word in self._wording.stops or self._wording.titles.at(self._run, k) is not None
        return word.startswith((*self._form.article, *self._form.to_article)) and not known

    def _has_no_article(self, k: int) -> bool:
        """True for a word without an article before a definite one: «مكافحة الفساد»; no purpose: «لهذا الغرض»."""
        word = self._run[k].folded
        other = word in self._wording.states_by_adjective or any(
            form in self._wording.stops for form, _ in self._run[k].forms
        )
        purpose = word.startswith(self._form.to) and len(word) > _SHORT + 1
        return k not in self._closed and not other and not purpose and len(word) > _SHORT

    def _touching(self, first: int, end: int) -> bool:
        """True when these words, and the one before them, have nothing but blanks between them."""
        return first > 0 and end <= len(self._run) and all(self._touches(k) for k in range(first, end))

    def _touches(self, k: int) -> bool:
        return all(letter in BETWEEN for letter in self._text[self._run[k - 1].end : self._run[k].start])
