"""How far the name of a person goes: what belongs to it behind its first part.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so a new person needs two parts of a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.names.name_words import NameWords
from timeline_core.names.persons.part_sense import PartSense, is_compound_of_servant
from timeline_core.names.persons.retold import Retold
from timeline_core.names.persons.word_shape import Shape
from timeline_core.text.words import Run

_LONGEST = 5
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a run of words."""

    at: int
    end: int
    clitic: int


class FullNames:
    """Completes the names of persons in the words of one text."""

    def __init__(self, run: Run, wording: NameWords, shape: Shape, sense: PartSense, retold: Retold) -> None:
        self._run, self._wording, self._shape, self._sense, self._retold = run, wording, shape, sense, retold
        self._form = wording.form

    def compound(self, k: int) -> bool:
        """True where the next word can complete «عبد», «أبو» or "Abu"."""
        if k + 1 >= len(self._run) or not self._shape.touches(k + 1):
            return False
        word = self._run[k + 1].folded
        return word in self._wording.joined_endings or word not in self._wording.stops

    def extend(self, at: int, end: int, clitic: int, *, titled: bool) -> Person | None:
        """The name with all further words that belong to it; None where it has no second part."""
        parts = 1
        while end < len(self._run) and end - at < _LONGEST and self._shape.touches(end, within=True):
            son = any(word.folded in self._wording.son_words for word in self._run[at:end])
            more = self._count_more(
                end, titled=titled, first=parts == 1 or self._run[end - 1].folded in self._wording.son_words, son=son
            )
            if not more:
                break
            last = more == 1 and self._sense.may_be_last_name(end)
            parts += titled or not self._is_ending(end)
            end += more
            if last and not self._surely_goes_on(end, son=son):
                break
        if self._run[end - 1].folded in self._wording.son_words:
            end, parts = end - 1, parts - 1
        kunya = end - at > 1 and not self._shape.kind(end - 1) and self._shape.is_bare(at)
        alias = (titled or kunya) and self._run[at].folded[clitic:] in self._wording.alias_begins
        return Person(at, end, clitic) if parts > 1 or alias else None

    def _surely_goes_on(self, k: int, *, son: bool) -> bool:
        """True where a name surely goes on behind a last name that is in no list."""
        if k >= len(self._run) or self._shape.is_closed(k):
            return False
        word = self._run[k].folded
        listed = word in self._wording.given_names or word in self._wording.ambiguous_names
        return listed or (son and word.startswith(self._form.article)) or self._sense.is_last_name(k)

    def _count_more(self, k: int, *, titled: bool, first: bool, son: bool) -> int:
        """How many words from there belong to the name.

        Args:
            first: only one part of the name stands before.
            son: a word for son («بن», "bin") stands before.
        """
        word = self._run[k].folded
        if self._shape.is_closed(k):
            return 0
        if word in self._wording.joined_endings:
            return 1
        if not first and self._wording.titles.at(self._run, k) is not None:
            return 0
        if word in self._wording.son_words:
            more = k + 1 < len(self._run) and self._count_more(k + 1, titled=True, first=True, son=True)
            return 1 if more else 0
        if word in self._wording.joined_names and self.compound(k):
            return 2
        if word in self._wording.stops and not (word in self._wording.ambiguous_names and self._shape.is_dotted(k)):
            return 0
        return self._count_listed(k, first=first) or self._count_unlisted(k, titled=titled, first=first, son=son)

    def _count_listed(self, k: int, *, first: bool) -> int:
        """The same for a word that is in a list, or that open data knows as a part of names."""
        word = self._run[k].folded
        if self.is_joined(k):
            return 2
        if (
            word in self._wording.given_names
            or word in self._wording.ambiguous_names
            or is_compound_of_servant(word, self._form.servant)
            or self._sense.is_part(k)
        ):
            return 1
        return int(first and self._sense.may_end_name(k))

    def _is_ending(self, k: int) -> bool:
        """A word that makes one name with the one before it: «الدين», "al-Din"."""
        return self._run[k].folded.rpartition("-")[2] in self._wording.joined_endings

    def is_joined(self, k: int) -> bool:
        """A word that makes one name with the next: «شرف الدين»."""
        joined = k + 1 < len(self._run) and self._run[k + 1].folded in self._wording.joined_endings
        return joined and self._shape.touches(k + 1) and self._run[k].folded not in self._wording.given_names

    def _count_unlisted(self, k: int, *, titled: bool, first: bool, son: bool) -> int:
        """The same for a word that is in no list of names."""
        word = self._run[k].folded
        if son and (word.startswith(self._form.article) or self._sense.may_be_lineage(k) or self._is_parent(k)):
            return 1
        if first and not self._form.capitals and self._sense.closes_name(k, titled=titled):
            return 1
        if first and not self._form.capitals and self._sense.may_be_second(k):
            return 1
        if first and not self._form.capitals and self._ends_name(k):
            return 1
        if not self._shape.may_be_name(k):
            return 0
        sure = self._sense.is_last_name(k) or (word.startswith(self._form.article) and titled and first)
        return int(sure or (first and (titled or self._shape.is_unlike_words(k))))

    def _is_parent(self, k: int) -> bool:
        """A noun right behind a word for son, be it common or not: «بن مارق», «آل مريع»."""
        behind = self._run[k - 1].folded in self._wording.son_words and not self._form.capitals
        return behind and self._shape.kind(k) == "noun" and self._sense.is_common_name(k)

    def _ends_name(self, k: int) -> bool:
        """Behind a first name, a definite word that no lexicon knows («السنيورة»), or one told with it again."""
        if self._shape.is_closed(k) or self._run[k].folded in self._wording.stops:
            return False
        return self._retold.is_told_with(k) or (not self._shape.is_bare(k) and self._is_definite_name(k))

    def _is_definite_name(self, k: int) -> bool:
        """«السنيورة», where it is told again, is somebody's name, or follows on a verb of saying; not «الأوضاع»."""
        if self._shape.kind(k):
            return False
        word = self._run[k].folded
        known = self._shape.role(k).level > 0 or word.endswith(self._form.relation)
        return known or not self._shape.kind(k - 1) or self._shape.is_said(k - 1) or self._retold.is_repeated(k)
