"""Whether a word is a part of a name where it stands: by the lists, by open data, by what stands beside it.

Source:
    DESIGN.md section 6: a part that is a common word, too, counts only with a sign beside it.
"""

from __future__ import annotations

from enum import IntEnum

from timeline_core.names.name_parts import COMMON, KNOWN
from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.retold import Retold
from timeline_core.names.persons.word_shape import Shape, Told
from timeline_core.text.fold import fold
from timeline_core.text.words import Run

_STOPS = frozenset(".!?:;\n")
_SHORT = 3
"""Letters of the shortest first name that no list has."""


class Sure(IntEnum):
    """Whether a word is a first name."""

    NO = 0
    MAYBE = 1
    """It is another word, too: «جمال», "Grace"."""
    LIKELY = 2
    """Persons are called so, and no lexicon knows it: «سهير», "Tawfiq"."""
    YES = 3
    """It is listed as nothing else: «محمد»."""


class PartSense:
    """The words of one text in one language, asked whether they are parts of names. `k` is the number of a word."""

    def __init__(self, run: Run, wording: NameWords, shape: Shape, retold: Retold, told: Told) -> None:
        self._run, self._wording, self._shape, self._retold, self._told = run, wording, shape, retold, told
        self._form = wording.form

    def first_name(self, k: int, form: str) -> Sure:
        """Whether the word without what is glued to it is a first name; open data counts where no lexicon knows it."""
        if form in self._wording.given_names or is_compound_of_servant(form, self._form.servant):
            return Sure.YES
        given = self._told.parts.role(form).given
        if form in self._wording.ambiguous_names:
            if self._closes_compound(k + 1):
                return Sure.LIKELY
            return (
                Sure.LIKELY
                if given >= COMMON and self._told.kind_of is not None and not self._shape.kind(k)
                else Sure.MAYBE
            )
        return self._unlisted_first(k, form, given) if given >= KNOWN else Sure.NO

    def _unlisted_first(self, k: int, form: str, given: int) -> Sure:
        if len(form) < _SHORT or form.startswith(self._form.article) or self._shape.bears_name(form):
            return Sure.NO
        if not self._form.capitals and self._wording.titles.at(self._run, k) is not None:
            return Sure.NO
        kind = self._shape.kind(k)
        if not kind or (given >= COMMON and self._closes_compound(k + 1)):
            return Sure.LIKELY
        return Sure.MAYBE if given >= COMMON and (kind == "noun" or self._shape.is_said(k)) else Sure.NO

    def _closes_compound(self, k: int) -> bool:
        """The word makes one name with the one before it: «الدين» of «نور الدين»."""
        return k < len(self._run) and self._run[k].folded in self._wording.joined_endings and self._shape.touches(k)

    def is_borne(self, k: int) -> bool:
        """Something is named so, with the title or without: «شارع محمد محمود», «جامعة الأمير فيصل»."""
        while k and self._shape.touches(k) and self._wording.titles.at(self._run, k - 1) is not None:
            k -= 1
        return self.follows_bearer(k)

    def follows_bearer(self, k: int) -> bool:
        """True right behind the noun of what bears a name: «آل سعود», «شارع محمد»."""
        return k > 0 and any(self._shape.bears_name(form) for form, _ in self._run[k - 1].forms)

    def is_borne_behind(self, end: int) -> bool:
        """Where adjectives stand before nouns, the noun that bears the name stands behind it: "Sultan Ahmed Square"."""
        behind = self._form.adjective_first and end < len(self._run) and self._shape.touches(end)
        return behind and self._shape.is_capitalised(end) and self._shape.bears_name(self._run[end].folded)

    def is_definite_title(self, at: int) -> bool:
        """True for «الرئيس», which a name may follow at once; «مدير» has a place or a body behind it."""
        return self._form.capitals or self._run[at - 1].folded.startswith(
            (*self._form.article, *self._form.led_article)
        )

    def is_part(self, k: int) -> bool:
        """True for a part of names that is no other word: «القحطاني», «رالف»."""
        word = self._run[k].folded
        return not self._shape.is_closed(k) and (
            word in self._wording.given_names
            or is_compound_of_servant(word, self._form.servant)
            or (self._told.parts.role(word).level >= KNOWN and not self._shape.kind(k))
        )

    def proves_name(self, k: int, first: Sure) -> bool:
        """True for a word that shows the likely first name before it to be one: another name, or a common last name."""
        word, role = self._run[k].folded, self._shape.role(k)
        if word in self._wording.given_names or word in self._wording.son_words or word in self._wording.joined_names:
            return True
        if first is Sure.MAYBE and self._form.capitals:
            return self._closes_capital(k)
        if first is Sure.MAYBE and self._agrees(k):
            return False
        if self._is_second(k) or (word in self._wording.ambiguous_names and not self._shape.is_bare(k)):
            return True
        if self._wording.titles.at(self._run, k) is not None:
            return False
        if self._shape.kind(k):
            verb = self._shape.kind(k - 1) == "word" and not self._shape.is_said(k - 1)
            origin = self._shape.is_of_origin(k) and not verb
            return role.family >= COMMON and (first is Sure.LIKELY or origin)
        if role.level >= KNOWN:
            return role.level >= COMMON or self._shape.is_bare(k) or word.endswith(self._form.relation)
        told = first is Sure.LIKELY and self._shape.is_bare(k) and self._retold.is_told_again(k)
        return told or self._is_origin_behind_verb(k)

    def _is_origin_behind_verb(self, k: int) -> bool:
        """A last name that no lexicon knows, where a verb stands before the first: «وصلت أمل القرشوبي»."""
        follows = k > 1 and self._shape.touches(k - 1) and self._shape.kind(k - 2) == "word"
        state = self._form.without_article(self._run[k].folded) in self._wording.states_by_adjective
        return follows and self._shape.is_of_origin(k) and self._shape.is_bare(k - 1) and not state

    def _closes_capital(self, k: int) -> bool:
        """A capital that is no word, behind one that is none, or is no sentence's first: "arrested Hope Mbeki"."""
        word = self._run[k].folded
        begins = k < 2 or self._shape.follows_mark(k - 1, _STOPS)
        other = word in self._wording.stops or self._shape.bears_name(word) or bool(self._shape.kind(k))
        sure = not begins or k + 1 in self._told.said or not self._shape.kind(k - 1)
        return self._shape.may_be_name(k) and not other and sure

    def _agrees(self, k: int) -> bool:
        """An adjective may describe the noun before it, both of them feminine: «حياة كريمة», «سلامة آمنة»."""
        both = all(self._run[n].folded.endswith(self._form.feminine) for n in (k - 1, k)) and bool(self._form.feminine)
        return both and bool(self._shape.kind(k - 1)) and not self._shape.is_said(k - 1)

    def _is_second(self, k: int) -> bool:
        """A compound («نجم الدين»), or what ends a name between a verb of saying and what is said («المطلك»)."""
        listed = self._run[k - 1].folded in self._wording.ambiguous_names and self._shape.is_said(k - 1)
        said = listed and not self._shape.kind(k) and not self._shape.is_bare(k)
        return said or self._closes_compound(k) or self._closes_compound(k + 1)

    def may_end_name(self, k: int) -> bool:
        """True for a last name that is a word, too, where a first name stands before it: «مبارك», «الشريف»."""
        family, kind = self._shape.role(k).family, self._shape.kind(k)
        return not self._shape.is_closed(k) and family >= (COMMON if kind == "word" else KNOWN)

    def may_be_lineage(self, k: int) -> bool:
        """Behind a word for son: any word that can be no other part of the sentence than a name («بن لادن»)."""
        return (
            not self._form.capitals and self._run[k].folded not in self._wording.stops and self._shape.role(k).level > 0
        )

    def may_be_second(self, k: int) -> bool:
        """Behind a first name: a word without article that no lexicon knows, whatever its ending: «عسلية»."""
        word = self._run[k].folded
        led = word.startswith((*self._form.and_, *self._form.to_article, *self._form.led_article))
        return (
            not led
            and self._shape.is_stranger(k)
            and self._shape.is_bare(k)
            and len(word) >= _SHORT
            and not word.isascii()
        )

    def closes_name(self, k: int, *, titled: bool) -> bool:
        """A noun between a sure first name and the end of the phrase: «الأستاذ ياسر الرميان.», «قال يوسف رفاه مدير»."""
        first = self._run[k - 1].folded
        sure = first in self._wording.given_names or is_compound_of_servant(first, self._form.servant)
        if not sure or not (titled or self._shape.is_said(k - 1)) or not self._shape.touches(k):
            return False
        ends = self._shape.leaves_office(k + 1, k) or self._wording.titles.at(self._run, k + 1) is not None
        return ends and self._shape.kind(k) == "noun" and self.is_common_name(k)

    def is_common_name(self, k: int) -> bool:
        """A common noun that may be somebody's name: no title, stop or adjective of a state, nothing glued to it."""
        word = self._run[k].folded
        other = word in self._wording.stops or word in self._wording.lookalikes or self._shape.is_closed(k)
        state = self._form.without_article(word) in self._wording.states_by_adjective
        led = word.startswith((*self._form.and_, *self._form.to_article, *self._form.led_article))
        feminine = word.endswith(self._form.feminine) and not self._shape.is_bare(k)
        adverb = word.endswith(tuple(map(fold, self._form.accusative))) and self._shape.is_bare(k)
        return not (other or state or led or adverb or feminine) and self._wording.titles.at(self._run, k) is None

    def may_be_particle(self, k: int) -> bool:
        """True for «علي» in a text that writes «على» no other way."""
        return self._shape.is_dotted(k, other=False) and self._shape.kind(k) == "word"

    def may_be_last_name(self, k: int) -> bool:
        """True for a word that can end a name: it is in no list, and no Latin word."""
        return (
            self._run[k].folded not in self._wording.name_words
            and not self._shape.is_closed(k)
            and not self._form.capitals
        )

    def is_last_name(self, k: int) -> bool:
        """True for a word with the form of a last name («القحطاني»), or one that the text repeats."""
        word = self._run[k].folded
        if self._form.capitals:
            return self._shape.is_capitalised(k)
        known = (
            word in self._wording.lookalikes or self._form.without_article(word) in self._wording.states_by_adjective
        )
        return (
            not known
            and self._shape.may_be_name(k)
            and (
                (word.startswith(self._form.article) and word.endswith(self._form.relation))
                or self._retold.is_repeated(k)
                or self._retold.is_told_again(k)
            )
        )


def is_compound_of_servant(form: str, beginnings: tuple[str, ...]) -> bool:
    """True for a name with «عبد» that is written as one word: «عبدالعليم»."""
    return form.startswith(beginnings) and any(form.startswith(one) and len(form) > len(one) + 1 for one in beginnings)
