"""Persons that no gazetteer holds: by a title, by a first name, or by a last name that the text repeats.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so a new person needs two parts of a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.full_names import FullNames, Person
from timeline_core.names.persons.part_sense import PartSense, Sure, is_compound_of_servant
from timeline_core.names.persons.retold import Retold
from timeline_core.names.persons.single_names import SingleNames
from timeline_core.names.persons.strangers import Strangers
from timeline_core.names.persons.word_shape import UNTOLD, Shape, Told
from timeline_core.text.words import Lexicon, Word, bare, run_of

_REACH = 7
"""Words between a title and the name: «الناطق باسم القوات المسلحة اليمنية …»."""
_FULL = 4
"""A first name of fewer letters takes a glued preposition before another name only: «لجان» are committees."""
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
        self._closed |= self._on_behalf() | self._inside(wording.titles, 1) | self._inside(wording.body_nouns, 0)
        self._shape = Shape(text, self._run, wording, self._closed, told)
        self._retold = Retold(self._run, wording, self._shape, self._whole)
        self._sense = PartSense(self._run, wording, self._shape, self._retold, told)
        self._full = FullNames(self._run, wording, self._shape, self._sense, self._retold)
        self._strangers = Strangers(self._run, wording, self._shape, self._sense, self._retold, self._full, self._whole)
        self.singles = SingleNames(self._run, wording, self._shape, self._sense, self._retold)
        """The persons of whom one name stands alone, to be asked for behind all others."""

    def _on_behalf(self) -> frozenset[int]:
        """Words that say for whom a spokesman speaks: «باسم» of «الناطق الرسمي باسم الحرس»."""
        every = (k for k, word in enumerate(self._run) if word.folded in self._wording.on_behalf)
        return frozenset(k for k in every if self._is_behind_spokesman(k))

    def _is_behind_spokesman(self, k: int) -> bool:
        """A spokesman stands before the word, with one word between, or with definite ones."""
        for n in range(k - 1, -1, -1):
            if any(form in self._wording.spokesmen for form, _ in self._run[n].forms):
                return True
            if n < k - 1 and not self._run[n].folded.startswith(self._form.article):
                return False
        return False

    def _inside(self, phrases: Lexicon, first: int) -> frozenset[int]:
        """Words, from the one of that number on, of phrases of several: «باسم» of «المعروف باسم» is no first name."""
        hits = phrases.find(self._run)
        return frozenset(n for hit in hits if hit.count > 1 for n in range(hit.at + first, hit.at + hit.count))

    def find(self) -> Iterator[Person]:
        """In text order, not overlapping."""
        every = (*self._strangers.find(), *self._untitled(), *self._titled())
        found = {person.at: person for person in every if not self._sense.is_borne_behind(person.end)}
        end = 0
        for at in sorted(found):
            if at >= end:
                yield found[at]
                end = found[at].end
                while end not in found and (joined := self._strangers.joined(end)) is not None:
                    yield joined
                    end = joined.end

    def _titled(self) -> Iterator[Person]:
        for hit in self._wording.titles.find(self._run):
            named = self._with_title(hit.at, hit.at + hit.count)
            if named is not None:
                yield named
                continue
            if self._sense.is_borne(hit.at) or not self._shape.is_title(hit.at, hit.at + hit.count):
                continue
            person = self._behind_title(hit.at + hit.count)
            if person is not None:
                yield person

    def _with_title(self, at: int, k: int) -> Person | None:
        """One name behind a title that makes a whole name with it: «الأنبا إبيفانيوس», "Pope Francis"."""
        title = self._form.without_article(self._run[at].forms[-1][0])
        whole = (
            k - at == 1 and k < len(self._run) and title in self._wording.regnal and self._sense.is_definite_title(k)
        )
        if not whole or self._sense.is_borne(at) or not self._shape.touches(k):
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
            if k > at and self._sense.follows_bearer(k):  # «الملك … آل سعود برقية», «رئيس جامعة محمد الخامس»
                continue
            if self._shape.leaves_office(k, at):
                if not self._shape.follows_mark(k, _COMMAS):
                    return None
                return (self._name_at(k, titled=False) if k > at else None) or self._strangers.set_off(k)
            if (person := self._from_son(k) if k > at else None) or (person := self._name_at(k, titled=True)):
                return person
            if strangers and not self._shape.is_of_office(k):
                strangers = 0
                if (k > at or self._sense.is_definite_title(at)) and (
                    person := self._strangers.behind_title(k)
                ) is not None:
                    return person
        return None

    def _from_son(self, k: int) -> Person | None:
        """At a word for son: the name that begins one word before it, whatever that word is («فلان بن …»)."""
        son = self._run[k].folded in self._wording.son_words and self._may_be_child(k - 1)
        return self._full.extend(k - 1, k, 0, titled=True) if son else None

    def _may_be_child(self, k: int) -> bool:
        """Before a word for son: any word without article that is no particle («سهل بن سعد»)."""
        stop = any(form in self._wording.stops for form, _ in self._run[k].forms)
        other = stop or k in self._closed or self._form.capitals
        if self._shape.bears_name(self._run[k].folded):  # «أسرة بن لادن»
            return False
        return self._shape.may_be_name(k) or (self._shape.is_bare(k) and not other)

    def _untitled(self) -> Iterator[Person]:
        sons = {k - 1 for k in self._run.where_exactly(self._wording.lineage) if k}
        for k in sorted({*self._may_be_first(), *sons}):
            person = self._name_at(k, titled=False)
            if person is None and k in sons:
                person = self._from_son(k + 1)
            if person is not None and not self._sense.is_borne(k):
                yield person

    def _may_be_first(self) -> list[int]:
        """Where a first name stands, or one with «عبد» glued to it, whatever else the word may be."""
        found = {
            *self._run.where_listed(self._wording.first_words),
            *self._run.where_listed(self._told.parts.first_names),
            *self._run.where(_holds_servant(self._form.servant)),
        }
        return sorted(found)

    def _name_at(self, k: int, *, titled: bool) -> Person | None:
        """The name that begins at that word: a first name, and what belongs to it."""
        if not self._may_begin(k):
            return None
        if titled and self._is_compound_first(k):
            return self._full.extend(k, k + 2, 0, titled=True)
        return self._with_first_name(k, titled=titled)

    def _with_first_name(self, k: int, *, titled: bool) -> Person | None:
        for form, clitic in bare(self._run[k].folded):
            sure = self._sense.first_name(k, form)
            if sure is Sure.NO and form not in self._wording.joined_names:
                continue
            led = clitic and not self._run[k].folded.startswith((*self._form.and_, *self._form.then))
            if led and not self._may_be_led(k, form, sure):
                continue
            if form in self._wording.joined_names:
                if self._full.compound(k):
                    return self._full.extend(k, k + 2, clitic, titled=titled)
            elif (
                sure is Sure.YES
                or (sure is Sure.LIKELY and self._form.capitals)
                or (
                    not self._shape.is_preposition(k)
                    and ((titled and not self._sense.may_be_particle(k)) or self._proves_name(k + 1, sure))
                )
            ):
                return self._full.extend(k, k + 1, clitic, titled=titled)
        return None

    def _may_be_led(self, k: int, form: str, sure: Sure) -> bool:
        """«برقية» is no «رقية», and «لجان» no «جان»; a short name goes with a preposition before another name."""
        if len(form) < _FULL:
            return not self._shape.is_preposition(k) and self._proves_name(k + 1, sure)
        return self._shape.kind(k) != "noun"

    def _is_compound_first(self, k: int) -> bool:
        """A noun that no verb is spelled like, bare: «ذبيح» of «المتحدث ذبيح الله مجاهد», not «رعاه الله»."""
        joined = self._full.is_joined(k) and self._shape.is_bare(k)
        return joined and self._shape.kind(k) != "word" and self._sense.is_common_name(k)

    def _may_begin(self, k: int) -> bool:
        """False for a stop word such as «لصالح» (no «ل» with «صالح»), and for a Latin word without its capital."""
        word = self._run[k].folded
        if k in self._closed or (word in self._wording.stops and word not in self._wording.first_words):
            return False
        return not self._form.capitals or self._shape.is_capitalised(k)

    def _proves_name(self, k: int, first: Sure) -> bool:
        """True for a word that shows the one before it to be a name: «بن», "bin", a first name."""
        return k < len(self._run) and self._shape.touches(k) and self._sense.proves_name(k, first)


@cache
def _holds_servant(servant: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells a word to which one of these is glued, behind a particle too: «وعبدالعليم»."""

    def holds(spelling: str) -> bool:
        held = any(one in spelling for one in servant)
        return held and any(is_compound_of_servant(form, servant) for form, _ in bare(spelling))

    return holds
