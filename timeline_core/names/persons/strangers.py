"""Persons of whose name no part is sure: two words that no lexicon knows, with a sign beside them.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so a new person needs two parts of a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline_core.names.name_parts import COMMON
from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.full_names import FullNames, Person
from timeline_core.names.persons.part_sense import PartSense
from timeline_core.names.persons.retold import Retold
from timeline_core.names.persons.word_shape import Shape
from timeline_core.text.words import Run, bare

NOUN = "noun"
_QUOTES = frozenset('"“«')
_COMMAS = frozenset("،,")
_SHORT = 3
"""Letters of the shortest name behind a conjunction."""


class Strangers:
    """Looks for them in the words of one text that are in one language. Used once."""

    def __init__(
        self, run: Run, wording: NameWords, shape: Shape, sense: PartSense, retold: Retold, full: FullNames, whole: Run
    ) -> None:
        """`whole`: all words of the text, of which `run` are a part."""
        self._run, self._wording, self._shape, self._sense, self._retold = run, wording, shape, sense, retold
        self._full, self._whole, self._told, self._form = full, whole, shape.told, wording.form

    def find(self) -> Iterator[Person]:
        """In no order; they may overlap."""
        yield from self._speaking()
        yield from self._common()
        yield from self._of_states()
        yield from self._strangers()

    def _speaking(self) -> Iterator[Person]:
        """Two words that no lexicon knows, who says something: «قال هينريك مالمان إن», "Miabek Lang said"."""
        for k in self._told.said:
            at = k - 2 if self._form.capitals else k + 1
            pair = 0 <= at < len(self._run) - 1 and self._shape.touches(max(at, k))
            if not pair or not (self._are_strangers(at) or self._is_listed_pair(at)):
                continue
            if self._form.capitals:
                yield Person(at, at + 2, 0)
            elif self._ends_speaker(at + 2):
                yield self._full.extend(at, at + 1, 0, titled=False) or Person(at, at + 2, 0)

    def _common(self) -> Iterator[Person]:
        """A common first name with a common last name behind it, though both are words: «أشرف السعيد»."""
        if self._form.capitals:
            return
        for k in self._run.where_listed(self._told.parts.common):
            clitic = self._first_name(k)
            if clitic < 0 or k + 1 >= len(self._run) or not self._shape.touches(k + 1) or self._sense.is_borne(k):
                continue
            first = self._shape.is_bare(k) and not self._is_particle(k) and not self._shape.is_closed(k)
            if first and self._is_last(k + 1) and not all(self._shape.kind(n) == NOUN for n in (k, k + 1)):
                yield self._full.extend(k, k + 1, clitic, titled=False) or Person(k, k + 2, clitic)

    def _first_name(self, k: int) -> int:
        """The letters of the conjunction glued to a listed first name, that no street is called by; -1 for none."""
        for form, clitic in bare(self._run[k].folded):
            joined = not clitic or self._run[k].folded[:clitic] in self._form.and_
            listed = form in self._wording.given_names or form in self._wording.ambiguous_names
            common = listed and self._told.parts.role(form).given >= COMMON
            if joined and common and not self._shape.bears_name(form):
                return clitic
        return -1

    def _is_particle(self, k: int) -> bool:
        return self._is_stop(k) or self._shape.is_preposition(k) or self._sense.may_be_particle(k)

    def _is_last(self, k: int) -> bool:
        """A common last name that is no stop, title or adjective, and no word but of origin or a first name too."""
        word, role = self._run[k].folded, self._shape.role(k)
        other = word in self._wording.stops or word in self._wording.lookalikes or self._is_particle(k)
        state = self._form.without_article(word) in self._wording.states_by_adjective
        if role.family < COMMON or other or state or self._shape.is_closed(k):
            return False
        if self._wording.titles.at(self._run, k) is not None:
            return False
        return (
            not self._shape.kind(k) or self._shape.is_of_origin(k) or (role.given >= COMMON and self._shape.is_bare(k))
        )

    def _are_strangers(self, at: int) -> bool:
        """Two words that may be a name together, with endings of last names too; no lexicon knows them."""
        if self._form.capitals:
            return (
                self._are_foreign(at)
                and not self._is_longer(at)
                and self._run[at + 1].folded not in self._wording.tails
            )
        pair = (at, at + 1)
        names = all(self._shape.may_be_name(n) and self._shape.is_stranger(n) for n in pair)
        return names and self._shape.is_bare(at) and self._shape.touches(at + 1)

    def _is_listed_pair(self, at: int) -> bool:
        """A first name that is a word too, and one that no lexicon knows: «توم ريندن»."""
        listed = self._run[at].folded in self._wording.ambiguous_names and not self._form.capitals
        stranger = self._shape.is_stranger(at + 1) and self._shape.may_be_name(at + 1)
        return listed and stranger and self._shape.touches(at + 1)

    def _ends_speaker(self, k: int) -> bool:
        """What he says, a mark or an office follows on the name: «إن», «،», «مدير»."""
        return self._shape.leaves_office(k, k - 1) or self._wording.titles.at(self._run, k) is not None

    def _is_longer(self, at: int) -> bool:
        """Another capital stands right before: it is a longer name, of a body."""
        return at > 0 and self._shape.touches(at) and self._shape.is_capitalised(at - 1)

    def _of_states(self) -> Iterator[Person]:
        """Behind whom a state's people are called: «الفرنسية ميلينا دوران», where the text names one of them again."""
        for k in (k for k in self._shape.demonyms if k + 2 < len(self._run)):
            person = self._pair_behind(k) if self._shape.touches(k + 1) else None
            person = person or self._foreign_pair(k + 1)
            inside = range(person.at, person.end) if person is not None else range(0)
            if person is not None and all(self._shape.is_unlike_words(n) or self._shape.is_stranger(n) for n in inside):
                yield person

    def _pair_behind(self, k: int) -> Person | None:
        """The name of two words behind the adjective of a state: the text has both again, or one of them."""
        may_be = self._shape.touches(k + 2) and all(self._shape.may_be_name(n) for n in (k + 1, k + 2))
        if may_be and self._is_told_twice(k + 1):
            return Person(k + 1, k + 3, 0)
        if self._describes(k):
            return None
        return Person(k + 1, k + 3, 0) if self._are_foreign(k + 1) else self.behind_title(k + 1)

    def _foreign_pair(self, k: int) -> Person | None:
        """A first name and a word that looks foreign, though a rare verb has its letters: «هيكتور كوبر من»."""
        if not self._shape.touches(k) or not self._shape.touches(k + 1) or self._form.capitals:
            return None
        first = self._shape.is_foreign(k) and self._shape.role(k).given > 0
        last = self._told.letters.foreign(self._run[k + 1].folded) and self._shape.looks_like_name(k + 1)
        ends = k + 2 >= len(self._run) or self._is_stop(k + 2) or self._shape.leaves_office(k + 2, k)
        return Person(k, k + 2, 0) if first and last and ends and self._shape.is_bare(k + 1) else None

    def _is_told_twice(self, k: int) -> bool:
        """The text has the word again with the same one behind it."""
        places, last = self._whole.places.get(self._run[k].folded, ()), self._run[k + 1].folded
        return sum(n + 1 < len(self._whole) and self._whole[n + 1].folded == last for n in places) > 1

    def _describes(self, k: int) -> bool:
        """An adjective of the definite noun before it: «القوات الفرنسية»."""
        return k > 0 and self._shape.touches(k) and self._run[k - 1].folded.startswith(self._form.article)

    def _strangers(self) -> Iterator[Person]:
        """Two words that no lexicon knows, one of them a part of names, or told again by itself: «جون بيرت»."""
        if self._form.capitals:
            return
        foreign = self._foreign()
        pairs = [k for k in foreign if k + 1 in foreign]
        last = (k - 1 for k in self._run.where_exactly(self._told.parts.last_names) if k)
        known = {*self._run.where_listed(self._told.parts.rare_first_names), *last}
        for k in sorted({*known, *pairs}):
            if k + 1 < len(self._run) and not self._is_stop(k) and self._are_foreign(k) and not self._sense.is_borne(k):
                person = self._full.extend(k, k + 1, self._clitic(k), titled=False)
                yield person or Person(k, k + 2, self._clitic(k))

    def _foreign(self) -> frozenset[int]:
        """Words that look like parts of a foreign name, by their letters too."""
        every = self._run.where(self._told.letters.foreign)
        pairs = [k for k, after in pairwise((*every, -1)) if after == k + 1]
        free = (k for k in pairs if not self._shape.follows_mark(k, _QUOTES) and not self._is_thing(k))
        return frozenset(k for one in free for k in (one, one + 1) if self._shape.is_foreign(k))

    def _is_thing(self, k: int) -> bool:
        """What a verb of the feminine tells of, and nobody is called by: «باعت تويوتا موتور»."""
        if any(self._shape.role(n).given for n in (k, k + 1)) or not k or not self._shape.touches(k):
            return False
        word = self._run[k - 1].folded
        return word.endswith(self._form.verb_ends) and self._shape.kind(k - 1) == "word"

    def _clitic(self, k: int) -> int:
        """Letters of the conjunction that is glued to a word whose rest is a part of names."""
        return next((c for form, c in bare(self._run[k].folded) if self._told.parts.role(form).given), 0)

    def joined(self, k: int) -> Person | None:
        """Two strangers that a conjunction joins to the name before: «هالي بيري، وجيني ماكرثي»."""
        if k + 1 >= len(self._run) or self._form.capitals or not self._run[k].folded.startswith(self._form.and_):
            return None
        between = self._shape.touches(k) or self._shape.follows_mark(k, _COMMAS)
        rest = self._run[k].folded.removeprefix(self._form.and_[0])
        stranger = len(rest) >= _SHORT and not rest.startswith(self._form.article) and not self._shape.kind(k)
        if not between or not stranger or rest in self._wording.stops or self._shape.is_closed(k):
            return None
        return Person(k, k + 2, 1) if self._shape.touches(k + 1) and self._shape.is_foreign(k + 1) else None

    def set_off(self, k: int) -> Person | None:
        """Two strangers between commas, behind an office: "the skipper of the ferry, Omar Tabet, waved"."""
        pair = k + 1 < len(self._run) and self._are_foreign(k)
        ends = k + 2 >= len(self._run) or self._shape.follows_mark(k + 2, _COMMAS)
        return Person(k, k + 2, 0) if pair and ends else None

    def behind_title(self, k: int) -> Person | None:
        """Two words behind a title that are in no list, where the text repeats one: «أفيق ستارك … ستارك»."""
        if k + 1 >= len(self._run) or not self._shape.touches(k + 1):
            return None
        pair = (k, k + 1)
        stranger = self._shape.is_stranger(k + 1) and self._shape.may_be_name(k + 1)
        borne = self._shape.role(k).given > 0 or self._retold.is_repeated(k) or self._shape.is_of_origin(k + 1)
        noun = self._shape.kind(k) == "noun" and self._shape.looks_like_name(k) and stranger and borne
        if not (noun or self._shape.may_be_name(k)) or not self._shape.may_be_name(k + 1):
            return None
        if self._run[k].folded.startswith(self._form.article) or self._wording.titles.at(self._run, k) is not None:
            return None
        last = self._run[k + 1].folded
        if last.startswith(self._form.article) and not last.endswith(self._form.relation):
            return None
        if self._form.capitals:
            return self._full.extend(k, k + 1, 0, titled=True)
        sure = any(self._retold.is_repeated(n) for n in pair) or all(map(self._shape.is_stranger, pair))
        closes = self._sense.is_last_name(k + 1) or (self._shape.is_bare(k + 1) and self._shape.kind(k + 1) != "word")
        ends = self._shape.is_stranger(k + 1) or (self._shape.is_stranger(k) and closes)
        sure = sure or (self._sense.is_definite_title(k) and self._shape.kind(k) != "word" and ends)
        return Person(k, k + 2, 0) if sure or self._retold.is_told_again(k) else None

    def _are_foreign(self, k: int) -> bool:
        """Two words without article that no lexicon knows."""
        if self._shape.kind(k + 1):  # as most are
            return False
        first = self._shape.is_foreign(k) or (self._sense.is_part(k) and self._shape.is_bare(k))
        if self._run[k].folded in self._wording.ambiguous_names and not self._shape.role(k + 1).level:
            return False
        return first and self._shape.touches(k + 1) and self._shape.is_foreign(k + 1)

    def _is_stop(self, k: int) -> bool:
        word = self._run[k].folded
        return word in self._wording.stops and word not in self._wording.first_words
