"""Persons of whom the text has one name alone: «وقال أولمرت», "Mr Lang", «الرئيس مبارك».

Source:
    DESIGN.md section 6: a word that may be another one needs a sign beside it, a title or a verb of saying.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from timeline_core.names.name_parts import COMMON, KNOWN
from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.full_names import Person
from timeline_core.names.persons.part_sense import PartSense
from timeline_core.names.persons.retold import Retold
from timeline_core.names.persons.word_shape import Shape
from timeline_core.text.words import Run

_OWNER = "'s"
_LETTERS = 4
"""A word of fewer letters that no data knows is no name."""
_QUOTES = frozenset('"“«')
_BETWEEN = 2
"""Adjectives between a title and the name: «الرئيس الأميركي السابق كلينتون»."""


class SingleNames:
    """Looks for them in the words of one text that are in one language. Used once."""

    def __init__(self, run: Run, wording: NameWords, shape: Shape, sense: PartSense, retold: Retold) -> None:
        self._run, self._wording, self._shape, self._sense, self._retold = run, wording, shape, sense, retold
        self._told = shape.told
        self._form = wording.form

    @property
    def size(self) -> int:
        """How many words they are."""
        return len(self._run)

    def find(self, taken: Container[int], listed: Callable[[str], bool] = bool) -> Iterator[Person]:
        """In no order.

        Args:
            taken: numbers of the words that belong to a name.
            listed: whether the gazetteer has names that begin with a word.
        """
        foreign = self._foreign(taken, listed)
        every = (*self._speakers(), *self._titled(), *self._of_states(), *self._alone(), *foreign)
        for k in every:
            if k not in taken:
                yield Person(k, k + 1, 0)

    def _speakers(self) -> Iterator[int]:
        behind = (k + 1 for k in sorted(self._told.said) if k + 1 < len(self._run))
        return (k for k in behind if self._shape.touches(k) and self._is_speaker(k))

    def _titled(self) -> Iterator[int]:
        for hit in self._wording.titles.find(self._run):
            k = self._behind_title(hit.at, hit.at + hit.count)
            owned = self._run[hit.at + hit.count - 1].folded.endswith(_OWNER)
            if k and not owned and self._is_titled(k) and not self._is_borne(hit.at, k + 1):
                yield k

    def _of_states(self) -> Iterator[int]:
        for k in (k for k in self._shape.demonyms if k + 1 < len(self._run)):
            known = self._stands_for(k) or (self._describes_person(k) and self._shape.has_foreign_letters(k + 1))
            if known and self._is_titled(k + 1):
                yield k + 1

    def _describes_person(self, k: int) -> bool:
        """A masculine definite noun that is no organisation stands before the adjective: «المهاجم البرازيلي كافو»."""
        noun = self._run[k - 1].folded if k and self._shape.touches(k) and self._shape.touches(k + 1) else ""
        bare_noun = self._form.without_article(noun)
        feminine = noun.endswith(self._form.feminine_nouns) or self._run[k].folded.endswith(self._form.feminine)
        return bare_noun != noun and bare_noun not in self._wording.called and not feminine

    def _alone(self) -> Iterator[int]:
        every = self._run.where_exactly(self._told.parts.common) if not self._form.capitals else ()
        return (k for k in every if self._stands_alone(k))

    def _stands_alone(self, k: int) -> bool:
        """A common name that the text tells again, and never with an article, right behind a verb or particle.

        «وصل مايكل … غادر مايكل», not «شارع مايكل», «عيد ميلاد» or «جوهر الحب».
        """
        if not self._is_stranger(k) or not self._may_be_name(k) or not self._shape.is_bare(k):
            return False
        if self._run[k].folded in self._wording.ambiguous_names or self._sense.is_borne(k):
            return False
        return self._retold.is_told_bare(k) and not self._governs(k) and self._follows_verb(k)

    def _foreign(self, taken: Container[int], listed: Callable[[str], bool]) -> Iterator[int]:
        """Foreign names that the text tells again, where nothing beside them speaks of a place, a body or a thing.

        «غادر ميتشكوف … رد ميتشكوف», not «في بوخوم», «إنتر الإيطالي», «باعت فولكسفاغن» or «أتلتيكو مدريد».
        """
        if self._form.capitals:
            return
        every: dict[str, list[int]] = {}
        for k in self._run.where(self._told.letters.foreign):
            every.setdefault(self._run[k].folded, []).append(k)
        for word, places in ((word, places) for word, places in every.items() if len(places) > 1):
            k = places[0]
            if listed(word) or not self._shape.has_foreign_letters(k):
                continue
            if not self._is_stranger(k) or not self._may_be_name(k):
                continue
            alone = all(n not in taken and self._may_be_told(n, taken) for n in places)
            if alone and any(map(self._follows_verb, places)):
                yield from places

    def _may_be_told(self, k: int, taken: Container[int]) -> bool:
        before = self._run[k - 1].folded if k and self._shape.touches(k) else ""
        quoted = k and self._shape.follows_mark(k, _QUOTES)
        realm = bool(before) and self._shape.is_bare(k - 1) and before in self._wording.chiefs
        verb = before.endswith(self._form.verb_ends) or before.startswith(self._form.feminine_verbs)
        if (
            quoted
            or realm
            or before in self._wording.places.around
            or (verb and self._follows_verb(k))
            or self._sense.is_borne(k)
        ):
            return False
        if k + 1 >= len(self._run) or not self._shape.touches(k + 1):
            return True
        state = self._form.without_article(self._run[k + 1].folded) in self._wording.states_by_adjective
        longer = self._shape.has_foreign_letters(k + 1) or (k + 1 in taken and self._shape.is_bare(k + 1))
        return not state and not longer

    def _follows_verb(self, k: int) -> bool:
        return k > 0 and self._shape.touches(k) and self._shape.kind(k - 1) == "word"

    def _stands_for(self, k: int) -> bool:
        """The adjective of a state that describes no noun before it, with a bare word behind: «البرتغالي رونالدو»."""
        before = k > 0 and self._shape.touches(k) and not self._shape.is_bare(k - 1)
        return not before and self._shape.touches(k + 1) and self._shape.is_bare(k + 1)

    def _is_speaker(self, k: int) -> bool:
        """A part of names that is no word, or a stranger that is told again or with which the clause ends.

        «قال أولمرت إن», and not «قال خبراء في»; of words only a common last name before what is said: «قال مبارك إن».
        """
        if self._form.capitals or not self._may_be_name(k):
            return False
        role, ends = self._shape.role(k), self._shape.leaves_office(k + 1, k)
        if self._shape.kind(k):
            return ends and role.family >= COMMON and role.family > role.given
        told = ends or self._shape.has_foreign_letters(k) or self._retold.is_told_bare(k)
        return role.level >= KNOWN or (self._is_stranger(k) and told)

    def _behind_title(self, at: int, end: int) -> int:
        """The word that a definite title leads to, behind adjectives with an article; 0 where there is none."""
        if not self._is_definite(at) or not self._shape.is_title(at, end):
            return 0
        for k in range(end, min(end + _BETWEEN + 1, len(self._run))):
            if not self._shape.touches(k) and not (k == end and self._shape.follows_short_title(k)):
                return 0
            if self._run[k].folded in self._wording.closing_words:  # «الفريق الذي أشرف على …»
                return 0
            if self._form.capitals or self._shape.is_bare(k):
                return k
        return 0

    def _is_definite(self, at: int) -> bool:
        return self._form.capitals or self._run[at].folded.startswith((*self._form.article, *self._form.led_article))

    def _is_borne(self, at: int, end: int) -> bool:
        return self._sense.is_borne(at) or self._sense.is_borne_behind(end)

    def _is_titled(self, k: int) -> bool:
        """A common name, or a stranger that ends no clause as an adjective would: «الرئيس بوش …», not «الفريق جاهز»."""
        if not self._may_be_name(k):
            return False
        role = self._shape.role(k)
        if self._form.capitals:
            if not self._shape.is_foreign(k) and not self._sense.is_part(k):
                return False
            return role.level > 0 or self._retold.is_repeated(k) or not self._shape.kind(k - 1)
        if self._shape.kind(k):
            return role.level >= COMMON and not self._governs(k)
        goes_on = self._shape.has_foreign_letters(k) or not self._shape.leaves_office(k + 1, k)
        told = (goes_on and not self._is_described(k)) or self._retold.is_told_bare(k)
        return role.level >= KNOWN or (self._is_stranger(k) and told)

    def _is_described(self, k: int) -> bool:
        """An indefinite adjective stands behind it: «جنرالا درزيا»."""
        k += 1
        behind = k < len(self._run) and self._shape.touches(k) and not self._shape.role(k).level
        return behind and self._run[k].folded.endswith(self._form.indefinite_relation)

    def _governs(self, k: int) -> bool:
        """A definite word stands right behind it, as its complement: «شكري التقدير»."""
        return k + 1 < len(self._run) and self._shape.touches(k + 1) and not self._shape.is_bare(k + 1)

    def _may_be_name(self, k: int) -> bool:
        """True for what is no title itself, no adjective of a state, and no word that a lexicon knows."""
        word = self._run[k].folded
        other = word in self._wording.stops or word in self._wording.lookalikes or self._shape.is_preposition(k)
        if other or self._form.without_article(word) in self._wording.states_by_adjective:
            return False
        named = self._sense.is_part(k) or self._shape.may_be_name(k) or self._is_short(k)
        return self._wording.titles.at(self._run, k) is None and named

    def _is_short(self, k: int) -> bool:
        """A name of three letters, common as one or foreign: «الملك حمد», «الرئيس بوش»."""
        if len(self._run[k].folded) != _LETTERS - 1 or self._form.capitals:
            return False
        return self._shape.role(k).level >= COMMON or self._shape.has_foreign_letters(k)

    def _is_stranger(self, k: int) -> bool:
        word = self._run[k].folded
        foreign = self._shape.has_foreign_letters(k)
        like_noun = word.endswith(self._form.plural) or len(word) < _LETTERS
        return self._shape.is_stranger(k) and (foreign or not like_noun)
