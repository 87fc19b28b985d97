"""How far the name of a person goes: what belongs to it behind its first part.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so a new person needs two parts of a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.names.name_words import NameWords
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

    def __init__(self, run: Run, wording: NameWords, closed: frozenset[int], shape: Shape) -> None:
        """`closed`: numbers of the words that cannot be part of a name."""
        self._run, self._wording, self._closed, self._shape = run, wording, closed, shape
        self._form = wording.form

    def compound(self, k: int) -> bool:
        """True where the next word can complete «عبد», «أبو» or "Abu"."""
        return (
            k + 1 < len(self._run) and self._shape.touches(k + 1) and self._run[k + 1].folded not in self._wording.stops
        )

    def extend(self, at: int, end: int, clitic: int, *, titled: bool) -> Person | None:
        """The name with all further words that belong to it; None where it has no second part."""
        parts = 1
        while end < len(self._run) and end - at < _LONGEST and self._shape.touches(end):
            son = any(word.folded in self._wording.son_words for word in self._run[at:end])
            more = self._count_more(
                end, titled=titled, first=parts == 1 or self._run[end - 1].folded in self._wording.son_words, son=son
            )
            if not more:
                break
            last = more == 1 and self._shape.may_be_last_name(end)
            end, parts = end + more, parts + 1
            if last and not self._surely_goes_on(end, son=son):
                break
        if self._run[end - 1].folded in self._wording.son_words:
            end, parts = end - 1, parts - 1
        alias = titled and self._run[at].folded in self._wording.alias_begins
        return Person(at, end, clitic) if parts > 1 or alias else None

    def _surely_goes_on(self, k: int, *, son: bool) -> bool:
        """True where a name surely goes on behind a last name that is in no list."""
        if k >= len(self._run) or k in self._closed:
            return False
        word = self._run[k].folded
        listed = word in self._wording.given_names or word in self._wording.ambiguous_names
        return listed or (son and word.startswith(self._form.article)) or self._shape.is_last_name(k)

    def _count_more(self, k: int, *, titled: bool, first: bool, son: bool) -> int:
        """How many words from there belong to the name.

        Args:
            first: only one part of the name stands before.
            son: a word for son («بن», "bin") stands before.
        """
        word = self._run[k].folded
        if k in self._closed:
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
        if (
            word in self._wording.given_names
            or word in self._wording.ambiguous_names
            or is_compound_of_servant(word, self._form.servant)
        ):
            return 1
        return self._count_unlisted(k, titled=titled, first=first, son=son)

    def _count_unlisted(self, k: int, *, titled: bool, first: bool, son: bool) -> int:
        """The same for a word that is in no list of names."""
        word = self._run[k].folded
        if son and word.startswith(self._form.article):
            return 1
        if first and not self._form.capitals and self._ends_name(k):
            return 1
        if (
            k + 1 < len(self._run)
            and self._run[k + 1].folded in self._wording.joined_endings
            and self._shape.touches(k + 1)
        ):
            return 2
        if not self._shape.may_be_name(k):
            return 0
        sure = self._shape.is_last_name(k) or (word.startswith(self._form.article) and titled)
        return int(sure or (first and (titled or self._shape.is_unlike_words(k))))

    def _ends_name(self, k: int) -> bool:
        """Behind a first name, a definite word that no lexicon knows («السنيورة»), or one told with it again."""
        if k in self._closed or self._run[k].folded in self._wording.stops:
            return False
        definite = self._run[k].folded.startswith(self._form.article)
        return (definite and not self._shape.kind(k)) or self._shape.is_told_with(k)


def is_compound_of_servant(form: str, beginnings: tuple[str, ...]) -> bool:
    """True for a name with «عبد» that is written as one word: «عبدالعليم»."""
    return form.startswith(beginnings) and any(form.startswith(one) and len(form) > len(one) + 1 for one in beginnings)
