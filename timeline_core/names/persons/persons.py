"""Persons that no gazetteer holds: by a title, by a first name, or by a last name that the text repeats.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so a new person needs two parts of a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.full_names import FullNames, Person, is_compound_of_servant
from timeline_core.names.persons.word_shape import UNTOLD, Shape, Told
from timeline_core.text.words import Word, bare, run_of

_REACH = 7
"""Words between a title and the name: «الناطق باسم القوات المسلحة اليمنية …»."""
_OFFICIAL = 2
"""Words between a spokesman and for whom he speaks: «الناطق الرسمي باسم»."""
_FULL = 4
"""A first name of fewer letters takes no glued preposition: «لجان» are committees, not «ل» and «جان»."""
_TITLE_STOPS = frozenset(".!?؟؛;:،,\n")
_COMMAS = frozenset("،,")
"""An office, a comma and a name: «زعيم الحزب السابق، فلان الفلاني»."""


class Persons:
    """Looks for persons in the words of one text that are in one language. Used once."""

    def __init__(
        self,
        text: str,
        run: Sequence[Word],
        wording: NameWords,
        closed: frozenset[int],
        whole: Sequence[Word] | None = None,
        told: Told = UNTOLD,
    ) -> None:
        """`closed`: numbers of the words that cannot be part of a name: they are known, or are verbs; `whole`: all
        words of the text, of which `run` are a part."""
        self._whole, self._told = run_of(run if whole is None else whole), told
        self._run, self._wording, self._closed = run_of(run), wording, closed
        self._form = wording.form
        self._closed |= self._on_behalf() | self._inside_titles()
        self._shape = Shape(text, run, wording, self._closed, self._whole, told)
        self._full = FullNames(self._run, wording, self._closed, self._shape)

    def _on_behalf(self) -> frozenset[int]:
        """Words that say for whom a spokesman speaks: «باسم» of «الناطق الرسمي باسم الحرس»."""
        wording, run = self._wording, self._run
        return frozenset(
            k
            for k, word in enumerate(run)
            if word.folded in wording.on_behalf
            and any(form in wording.spokesmen for before in run[max(0, k - _OFFICIAL) : k] for form, _ in before.forms)
        )

    def _inside_titles(self) -> frozenset[int]:
        """Words inside a title of several: «باسم» of «المعروف باسم» is no first name."""
        hits = self._wording.titles.find(self._run)
        return frozenset(n for hit in hits if hit.count > 1 for n in range(hit.at + 1, hit.at + hit.count))

    def find(self) -> Iterator[Person]:
        """In text order, not overlapping."""
        every = (*self._speaking(), *self._of_states(), *self._untitled(), *self._titled())
        found = {person.at: person for person in every}
        end = 0
        for at in sorted(found):
            if at >= end:
                yield found[at]
                end = found[at].end

    def _titled(self) -> Iterator[Person]:
        for hit in self._wording.titles.find(self._run):
            named = self._with_title(hit.at, hit.at + hit.count)
            if named is not None:
                yield named
                continue
            if (hit.at and self._bears_name(hit.at - 1)) or not self._shape.is_title(hit.at, hit.at + hit.count):
                continue
            person = self._behind_title(hit.at + hit.count)
            if person is not None:
                yield person

    def _with_title(self, at: int, k: int) -> Person | None:
        """One name behind a title that makes a whole name with it: «الأنبا إبيفانيوس», "Pope Francis"."""
        title = self._form.without_article(self._run[at].forms[-1][0])
        whole = k - at == 1 and k < len(self._run) and title in self._wording.regnal and self._definite_title(k)
        if not whole or not self._shape.touches(k):
            return None
        single = self._run[k].folded in self._wording.given_names or (
            self._shape.is_stranger(k) and self._shape.is_bare(k)
        )
        if not single or not self._shape.may_be_name(k) or self._name_at(k, titled=True) is not None:
            return None
        clitic = next((clitic for form, clitic in self._run[at].forms if self._is_regnal(form)), 0)
        return Person(at, k + 1, clitic)

    def _is_regnal(self, form: str) -> bool:
        return self._form.without_article(form) in self._wording.regnal

    def _behind_title(self, at: int) -> Person | None:
        """The name behind a title: the first within reach, before the words turn to something else."""
        strangers = 1
        for k in range(at, min(at + _REACH, len(self._run))):
            if self._leaves_office(k, at):
                if not self._shape.follows_mark(k, _COMMAS):
                    return None
                return (self._name_at(k, titled=False) if k > at else None) or self._between_commas(k)
            if (person := self._from_son(k) if k > at else None) or (person := self._name_at(k, titled=True)):
                return person
            if strangers and not self._shape.is_of_office(k):
                strangers = 0
                if (k > at or self._definite_title(at)) and (person := self._unlisted_pair(k)) is not None:
                    return person
        return None

    def _between_commas(self, k: int) -> Person | None:
        """Two words that no lexicon knows, behind an office and between commas: "the governor, Taban Deng, said"."""
        pair = (k, k + 1)
        if k + len(pair) >= len(self._run) or not self._shape.follows_mark(k + len(pair), _COMMAS):
            return None
        if not self._shape.touches(k + 1) or not all(
            self._shape.may_be_name(n) and self._shape.is_stranger(n) for n in pair
        ):
            return None
        named = self._shape.is_capitalised(k) if self._form.capitals else self._shape.is_bare(k)
        return self._full.extend(k, k + 1, 0, titled=True) if named else None

    def _leaves_office(self, k: int, at: int) -> bool:
        """True where the office ends, whose words begin at `at`: at «الذي», "who", or a mark."""
        if k >= len(self._run):
            return True
        if self._run[k].folded in self._wording.closing_words:
            return True
        return self._shape.follows_mark(k, _TITLE_STOPS) and not (k == at and self._shape.follows_short_title(k))

    def _from_son(self, k: int) -> Person | None:
        """At a word for son: the name that begins one word before it, whatever that word is («فلان بن …»)."""
        son = self._run[k].folded in self._wording.son_words and self._shape.may_be_name(k - 1)
        return self._full.extend(k - 1, k, 0, titled=True) if son else None

    def _speaking(self) -> Iterator[Person]:
        """Between a verb of saying and what is said, two words that no lexicon knows: «قال هينريك مالمان إن»."""
        for k in self._told.said if not self._form.capitals else ():
            at = k + 1
            if at + 1 < len(self._run) and self._shape.touches(at) and self._shape.touches(at + 1):
                pair = (at, at + 1)
                names = all(
                    self._shape.may_be_name(n) and self._shape.is_stranger(n) for n in pair
                ) and self._shape.is_bare(at)
                if names and self._leaves_office(at + 2, at):
                    yield Person(at, at + 2, 0)

    def _of_states(self) -> Iterator[Person]:
        """Behind whom a state's people are called: «الفرنسية ميلينا دوران», where the text names one of them again."""
        for k, word in enumerate(self._run[:-2]):
            bare_word = self._form.without_article(word.folded)
            if bare_word == word.folded or bare_word not in self._wording.states_by_adjective:
                continue
            person = self._pair_behind(k) if self._shape.touches(k + 1) else None
            inside = range(person.at, person.end) if person is not None else range(0)
            if person is not None and all(self._shape.is_unlike_words(n) or self._shape.is_stranger(n) for n in inside):
                yield person

    def _pair_behind(self, k: int) -> Person | None:
        """The name of two words behind the adjective of a state: the text has both again, or one of them."""
        pair = tuple(word.folded for word in self._run[k + 1 : k + 3])
        may_be = self._shape.touches(k + 2) and all(self._shape.may_be_name(n) for n in (k + 1, k + 2))
        if may_be and sum((one.folded, other.folded) == pair for one, other in pairwise(self._whole)) > 1:
            return Person(k + 1, k + 3, 0)
        return None if self._describes(k) else self._unlisted_pair(k + 1)

    def _describes(self, k: int) -> bool:
        """An adjective of the definite noun before it: «القوات الفرنسية»."""
        return k > 0 and self._shape.touches(k) and self._run[k - 1].folded.startswith(self._form.article)

    def _definite_title(self, at: int) -> bool:
        """True for «الرئيس», which a name may follow at once; «مدير» has a place or a body behind it."""
        return self._form.capitals or self._run[at - 1].folded.startswith(
            (*self._form.article, *self._form.led_article)
        )

    def _untitled(self) -> Iterator[Person]:
        for k in self._run.where(self._may_be_first):
            person = self._name_at(k, titled=False)
            if person is not None and not (k and self._bears_name(k - 1)):
                yield person

    def _may_be_first(self, spelling: str) -> bool:
        """A first name, or one with «عبد» glued to it, whatever else the word may be."""
        first, servant = self._wording.first_words, self._form.servant
        return any(form in first or is_compound_of_servant(form, servant) for form, _ in bare(spelling))

    def _bears_name(self, k: int) -> bool:
        """True for the noun of something named after a person: «شارع محمد محمود», "Omar Street"."""
        return any(self._shape.bears_name(form) for form, _ in bare(self._run[k].folded))

    def _unlisted_pair(self, k: int) -> Person | None:
        """Two words behind a title that are in no list, where the text repeats one: «أفيق ستارك … ستارك»."""
        if k + 1 >= len(self._run) or not self._shape.touches(k + 1):
            return None
        pair = (k, k + 1)
        if not all(self._shape.may_be_name(n) for n in pair) or self._run[k].folded.startswith(self._form.article):
            return None
        last = self._run[k + 1].folded
        if last.startswith(self._form.article) and not last.endswith(self._form.relation):
            return None
        if self._form.capitals:
            return self._full.extend(k, k + 1, 0, titled=True)
        sure = any(self._shape.is_repeated(n) for n in pair) or all(map(self._shape.is_stranger, pair))
        closes = self._shape.is_last_name(k + 1) or (self._shape.is_bare(k + 1) and self._shape.is_nominal(k + 1))
        ends = self._shape.is_stranger(k + 1) or (self._shape.is_stranger(k) and closes)
        sure = sure or (self._definite_title(k) and self._shape.is_nominal(k) and ends)
        return Person(k, k + 2, 0) if sure or self._shape.is_told_again(k) else None

    def _name_at(self, k: int, *, titled: bool) -> Person | None:
        """The name that begins at that word: a first name, and what belongs to it."""
        if not self._may_begin(k):
            return None
        for form, clitic in bare(self._run[k].folded):
            if form not in self._wording.first_words and not is_compound_of_servant(form, self._form.servant):
                continue
            if (
                clitic
                and len(form) < _FULL
                and not self._run[k].folded.startswith((*self._form.and_, *self._form.then))
            ):
                continue
            if form in self._wording.joined_names:
                if self._full.compound(k):
                    return self._full.extend(k, k + 2, clitic, titled=titled)
            elif form not in self._wording.ambiguous_names or (
                not self._shape.is_preposition(k) and (titled or self._proves_name(k + 1))
            ):
                return self._full.extend(k, k + 1, clitic, titled=titled)
        return None

    def _may_begin(self, k: int) -> bool:
        """False for a stop word such as «لصالح» (no «ل» with «صالح»), and for a Latin word without its capital."""
        word = self._run[k].folded
        if k in self._closed or (word in self._wording.stops and word not in self._wording.first_words):
            return False
        return not self._form.capitals or self._shape.is_capitalised(k)

    def _proves_name(self, k: int) -> bool:
        """True for a word that shows the one before it to be a name: «بن», "bin", a first name."""
        if k >= len(self._run) or not self._shape.touches(k):
            return False
        word = self._run[k].folded
        wording = self._wording
        return word in wording.son_words or word in wording.given_names or word in wording.joined_names
