"""Persons of whom a text has a part of the name alone, be it told in full before or not.

Source:
    DESIGN.md section 6: where the part can stand for two, it stands for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count

from timeline_core.model.entry import ACTOR, UNNAMED, Named
from timeline_core.model.span import Span
from timeline_core.names.found import Found
from timeline_core.names.name_parts import KNOWN
from timeline_core.names.name_words import NameWords, Naming
from timeline_core.names.persons.longer_names import longer_names
from timeline_core.names.persons.short_names import ShortNames, spellings_of
from timeline_core.names.persons.single_names import SingleNames

PERSON = "person"
"""Type of an actor."""


class NamesAlone:
    """Adds them to what is found in one text. Used once."""

    def __init__(self, found: Found, naming: Naming, kinds: Mapping[str, Callable[[str], str]]) -> None:
        """`kinds`: by language, what its lexicon knows a word as; see `find_names`."""
        self._found, self._naming = found, naming
        self._short = ShortNames(found.text, found.run, naming, kinds)
        self._called: dict[tuple[str, str], list[str]] = defaultdict(list)
        """Id of a person of one name, and language -> how the text spells it."""
        self._paragraphs: list[tuple[int, SingleNames, NameWords]] = []

    def read_later(self, low: int, names: SingleNames, wording: NameWords) -> None:
        """Take in a paragraph, which begins with that word, for when all full names are known."""
        self._paragraphs.append((low, names, wording))

    def find(self) -> None:
        """Add parts of names that the text has in full, then names that stand alone in all of it."""
        self._join_full_names()
        self._find_short_names()
        self._find_single_names()

    def _persons(self) -> tuple[Mapping[str, Sequence[Named]], Mapping[str, Iterable[str]]]:
        """Id of each person named so far -> where the text does so; and all spellings of the name."""
        whole: dict[str, list[Named]] = defaultdict(list)
        for hit in self._found.named:
            if self._found.type(hit.id) == PERSON:
                whole[hit.id].append(hit)
        return whole, {
            id: (*spellings_of(id, self._found.gazetteer), *(hit.span.of(self._found.text) for hit in hits))
            for id, hits in whole.items()
        }

    def _join_full_names(self) -> None:
        """Give persons that no list knows the id of the one whose name they have in part: one man, two full names."""
        _, every = self._persons()
        lineage = frozenset[str]().union(*(one.lineage for one in self._naming.wordings))
        longer = longer_names(every, lineage, self._is_first)
        self._found.rename({id: meant for id, meant in longer.items() if id not in self._found.gazetteer})

    def _is_first(self, word: str) -> bool:
        role = self._naming.parts.role(word)
        return any(word in one.given_names for one in self._naming.wordings) or role.given > role.family

    def _find_short_names(self) -> None:
        """Add the persons of whom one part of the name stands alone: "Haftar" after "Khalifa Haftar"."""
        whole, every = self._persons()
        for hit in self._short.find(whole, every, self._found.taken):
            self._found.add(hit)

    def _find_single_names(self) -> None:
        """Add the persons of whom the text has one name alone, and where it has it again.

        They are nobody's in particular: «علي» of two reports is hardly one man.
        """
        again: dict[str, set[str]] = defaultdict(set)
        for low, names, wording in self._paragraphs:
            taken = frozenset(n for n in range(names.size) if n + low in self._found.taken)
            for person in names.find(taken, self._found.gazetteer.begins):
                word = self._found.run[low + person.at]
                spelling = word.span.of(self._found.text).removesuffix("'s").removesuffix("’s")
                key = self._naming.transliteration.key(spelling)
                if key and not self._touches_person(low + person.at):
                    id = self._id(".".join(key), word.folded.removesuffix("'s"), wording.code)
                    self._found.types[id] = PERSON
                    self._found.spellings[id][wording.code].append(spelling)
                    self._found.add(Named(Span(word.start, word.start + len(spelling)), id, ACTOR))
                    again[word.folded.removesuffix("'s")].add(id)
        for hit in self._short.again(again, self._found.taken):
            self._found.add(hit)

    def _id(self, key: str, word: str, code: str) -> str:
        """The id of whom the word calls: another one's, of that key too, where the text spells that one otherwise."""
        ids = (f"{UNNAMED}{key}" if n == 1 else f"{UNNAMED}{key}~{n}" for n in count(1))
        id = next(id for id in ids if all(self._may_be_same(word, other) for other in self._called[id, code]))
        self._called[id, code].append(word)
        return id

    def _may_be_same(self, word: str, other: str) -> bool:
        """One word, or one foreign name with a letter more or less: «كلنتون», not «كرم» and «كريم», which are two."""
        short, long = sorted((word, other), key=len)
        letters = iter(long)
        within = all(letter in letters for letter in short)
        return word == other or (within and any(self._naming.parts.role(one).level < KNOWN for one in (word, other)))

    def _touches_person(self, n: int) -> bool:
        """The word is taken, or stands beside a name: "Bashar" of "Bashar Assad"."""
        hits = [hit for k in (n - 1, n, n + 1) if (hit := self._found.taken.get(k)) is not None]
        return n in self._found.taken or any(self._found.type(hit.id) == PERSON for hit in hits)
