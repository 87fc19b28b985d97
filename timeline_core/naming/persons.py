"""Persons that no list knows: by their title, by a first name, and by a last name that the text repeats.

Source:
    DESIGN.md section 6: a wrong match is worse than a missed one, so a new person needs two parts of a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_core.naming.wording import Wording
from timeline_core.text.words import Word, bare

_REACH = 7
"""Words between a title and the name: «الناطق باسم القوات المسلحة اليمنية …»."""
_LONGEST = 5
"""Words of a name."""
_SHORT = 3
"""Letters up to which a word that no list knows is no part of a name."""
_AL, _SERVANT = "ال", "عبدال"
_ACCUSATIVE = ("اً", "ًا")
"""How a noun ends whose case is written: «كيلومتراً»."""
_OPENING = frozenset(" \t\n\"'“”‘’«»(")
"""What may stand between a title and a name, and between the words of a name."""
_TITLE_STOPS = frozenset(".!?؟؛;:،,\n")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a run of words."""

    at: int
    end: int
    clitic: int


class Persons:
    """Looks for persons in the words of one text that are in one language. Used once."""

    def __init__(self, text: str, run: Sequence[Word], wording: Wording, closed: frozenset[int]) -> None:
        """`closed`: numbers of the words that cannot be part of a name: they are known, or are verbs."""
        self._text, self._run, self._wording, self._closed = text, run, wording, closed
        self._counted = Counter(word.folded for word in run)

    def find(self) -> Iterator[Person]:
        """In text order, not overlapping."""
        found = {person.at: person for person in (*self._untitled(), *self._titled())}
        end = 0
        for at in sorted(found):
            if at >= end:
                yield found[at]
                end = found[at].end

    def _titled(self) -> Iterator[Person]:
        for hit in self._wording.titles.find(self._run):
            person = self._behind(hit.at + hit.count)
            if person is not None:
                yield person

    def _behind(self, at: int) -> Person | None:
        """The name behind a title: the first within reach, before the words turn to something else."""
        strangers = 1
        for k in range(at, min(at + _REACH, len(self._run))):
            if (self._parted(k, _TITLE_STOPS) and not (k == at and self._short_title(k))) or self._run[
                k
            ].folded in self._wording.closers:
                return None
            if k > at and self._run[k].folded in self._wording.sons and self._plausible(k - 1):
                return self._grown(k - 1, k, 0, titled=True)
            if (person := self._name(k, titled=True)) is not None:
                return person
            if strangers and not self._office(k):
                strangers = 0
                if k == at and not self._run[at - 1].folded.startswith(_AL) and not self._wording.latin:
                    continue
                if (person := self._stranger(k)) is not None:
                    return person
        return None

    def _short_title(self, k: int) -> bool:
        """True behind "Gen.": its stop ends no sentence."""
        return self._wording.latin and len(self._run[k - 1].folded) <= _SHORT + 1

    def _office(self, k: int) -> bool:
        """True for a word of the office itself: definite, an adjective, a preposition."""
        word = self._run[k].folded
        return word.startswith((_AL, "لل", "بال", "وال")) or word in self._wording.stops or k in self._closed

    def _parted(self, k: int, marks: frozenset[str]) -> bool:
        """True when one of the marks stands before the word."""
        return k > 0 and any(letter in marks for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def _touches(self, k: int) -> bool:
        """True when nothing but blanks and quotation marks stands before the word."""
        return all(letter in _OPENING for letter in self._text[self._run[k - 1].end : self._run[k].start])

    def _untitled(self) -> Iterator[Person]:
        for k in range(len(self._run)):
            if k and any(self._bears(form) for form, _ in bare(self._run[k - 1].folded)):
                continue
            person = self._name(k, titled=False)
            if person is not None:
                yield person

    def _bears(self, form: str) -> bool:
        return form in self._wording.bearers

    def _stranger(self, k: int) -> Person | None:
        """Two words that are no known name, where the text has one of them again: «أفيق ستارك … ستارك»."""
        if k + 1 >= len(self._run) or not self._touches(k + 1):
            return None
        pair = (k, k + 1)
        if not all(self._plausible(n) for n in pair) or self._run[k].folded.startswith(_AL):
            return None
        proven = self._wording.latin or any(self._repeated(n) for n in pair)
        return Person(k, k + 2, 0) if proven else None

    def _repeated(self, k: int) -> bool:
        word = self._run[k].folded
        return self._counted[word] + sum(self._counted[clitic + word] for clitic in ("و", "ل", "ب")) > 1

    def _name(self, k: int, *, titled: bool) -> Person | None:
        """The name that begins at that word: a first name, and what belongs to it."""
        if k in self._closed or (self._wording.latin and not self._capital(k)):
            return None
        for form, clitic in bare(self._run[k].folded):
            if form in self._wording.before and self._compound(k):
                return self._grown(k, k + 2, clitic, titled=titled)
            if form in self._wording.given or _servant(form):
                return self._grown(k, k + 1, clitic, titled=titled)
            if form in self._wording.weak and not self._preposition(k) and (titled or self._surely(k + 1)):
                return self._grown(k, k + 1, clitic, titled=titled)
        return None

    def _preposition(self, k: int) -> bool:
        """True for «على», which folded is «علي»."""
        return self._text[self._run[k].end - 1] == "ى"

    def _compound(self, k: int) -> bool:
        """True for «عبد» or «أبو» and the word that belongs to it."""
        return k + 1 < len(self._run) and self._touches(k + 1) and self._run[k + 1].folded not in self._wording.stops

    def _surely(self, k: int) -> bool:
        """True for a word that proves the one before it a name: «بن», another first name."""
        if k >= len(self._run) or not self._touches(k):
            return False
        word = self._run[k].folded
        return word in self._wording.sons | self._wording.given | self._wording.before

    def _grown(self, at: int, end: int, clitic: int, *, titled: bool) -> Person | None:
        """The name with all its further words; None where it has no second part."""
        parts = 1
        while end < len(self._run) and end - at < _LONGEST and self._touches(end):
            son = any(word.folded in self._wording.sons for word in self._run[at:end])
            more = self._further(
                end, titled=titled, first=parts == 1 or self._run[end - 1].folded in self._wording.sons, son=son
            )
            if not more:
                break
            last = more == 1 and self._family(end)
            end, parts = end + more, parts + 1
            if last and not self._goes_on(end, son=son):
                break
        if self._run[end - 1].folded in self._wording.sons:
            end, parts = end - 1, parts - 1
        return Person(at, end, clitic) if parts > 1 else None

    def _goes_on(self, k: int, *, son: bool) -> bool:
        """True for a word that is surely one of a name, behind a last name that no list knows."""
        if k >= len(self._run) or k in self._closed:
            return False
        word = self._run[k].folded
        listed = word in self._wording.given | self._wording.weak or (son and word.startswith(_AL))
        return listed or self._sure_family(k)

    def _further(self, k: int, *, titled: bool, first: bool, son: bool) -> int:
        """How many words from there belong to the name.

        Args:
            first: only one part stands before.
            son: «بن» stands before.
        """
        word = self._run[k].folded
        if k in self._closed:
            return 0
        if word in self._wording.behind:
            return 1
        if word in self._wording.sons:
            more = k + 1 < len(self._run) and self._further(k + 1, titled=True, first=True, son=True)
            return 1 if more else 0
        if word in self._wording.before and self._compound(k):
            return 2
        if word in self._wording.stops:
            return 0
        if word in self._wording.given or word in self._wording.weak or _servant(word):
            return 1
        return self._unlisted(k, titled=titled, first=first, son=son)

    def _unlisted(self, k: int, *, titled: bool, first: bool, son: bool) -> int:
        """The same of a word that is in no list."""
        word = self._run[k].folded
        if son and word.startswith(_AL):
            return 1
        if k + 1 < len(self._run) and self._run[k + 1].folded in self._wording.behind and self._touches(k + 1):
            return 2
        if not self._plausible(k):
            return 0
        sure = self._sure_family(k) or (word.startswith(_AL) and titled)
        return int(sure or (first and (titled or self._unlike_words(k))))

    def _family(self, k: int) -> bool:
        """True for what no first name follows: a last name."""
        word = self._run[k].folded
        known = self._wording.given | self._wording.weak | self._wording.sons | self._wording.behind
        return word not in known and k not in self._closed and not self._wording.latin

    def _sure_family(self, k: int) -> bool:
        """True for «القحطاني», and for any word that the text has again by itself."""
        word = self._run[k].folded
        if self._wording.latin:
            return self._capital(k)
        known = word in self._wording.common or any(form in self._wording.adjectives for form, _ in _bare(word))
        return not known and self._plausible(k) and ((word.startswith(_AL) and word.endswith("ي")) or self._repeated(k))

    def _unlike_words(self, k: int) -> bool:
        """True for an Arabic word that has no article, and neither beginning nor end of a verb or a common noun."""
        word = self._run[k].folded
        return (
            not self._wording.latin and not word.startswith((_AL, "ي", "ت", "ن", "ا", "س")) and not word.endswith("ت")
        )

    def _plausible(self, k: int) -> bool:
        """True for a word that may be a name for all that its form tells."""
        word = self._run[k].folded
        if (
            not word
            or k in self._closed
            or any(form in self._wording.stops for form, _ in bare(word))
            or not word[-1].isalpha()
        ):
            return False
        if self._wording.latin:
            return self._capital(k)
        forms = bare(word)
        if word.startswith("و") or any(
            clitic and (form.startswith(_AL) or self._bears(form)) for form, clitic in forms
        ):
            return False
        plural = word.startswith(_AL) and word.endswith(("ين", "ون", "ات"))
        return (
            len(word) > _SHORT
            and not word.endswith("ه")
            and not plural
            and not self._text[self._run[k].start : self._run[k].end].endswith(_ACCUSATIVE)
        )

    def _capital(self, k: int) -> bool:
        """True for a Latin word with a capital, or with an article before its capital: "al-Qahtani"."""
        word = self._text[self._run[k].start : self._run[k].end]
        head, _, rest = word.partition("-")
        return word[0].isupper() or (rest[:1].isupper() and head.islower())


def _servant(form: str) -> bool:
    """True for «عبدالعليم», written as one word."""
    return form.startswith(_SERVANT) and len(form) > len(_SERVANT) + 1


def _bare(word: str) -> list[tuple[str, int]]:
    """The word, and the same without its article."""
    return [(word.removeprefix(_AL), 2)]
