"""`Guess`: what the letters of a word allow that no table knows.

A capital letter makes a name of it, an article a noun («السلطات»), an ending what mostly ends so.

Source:
    Unknown words by their affixes (Mikheev 1997).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline_core.syntax.readings import CONVERTED, ONLY, Category, Reading
from timeline_core.text.fold import bare, folded

_OPEN = frozenset(
    {Category.VERB, Category.ACTION, Category.PARTICIPLE, Category.NOUN, Category.ADJECTIVE, Category.NUMBER}
)
"""Categories of words of which there is always another, so that a capital letter can make a name of them."""

_Shape = tuple[str, str, int, Reading, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Guess:
    """What the letters of a word allow that no table knows."""

    shapes: Sequence[_Shape] = ()
    """(how it begins, how it ends, fewest letters, what it can be, what forbids it: endings, beginnings on "-")."""
    capitals: bool = False
    """A capital letter makes it a name too."""
    only_verbs: Sequence[str] = ()
    """Tenses: what only verbs of these are known of can be a noun or name all the same ("stretch", «خان»)."""
    by_first: dict[str, Sequence[_Shape]] = field(default_factory=dict, init=False)
    """First letter of a word -> the shapes that it may have."""

    def beside(self, known: Sequence[Reading], spelling: str) -> list[Reading]:
        """What the word can be beside what the table knows."""
        found: list[Reading] = []
        verbs = self._of_verbs_alone(known)
        if verbs:
            nouns = [one for one in self._shaped(spelling) if one.category is Category.NOUN]
            nouns = nouns or [Reading(Category.NOUN, folded(spelling), guessed=True)]
            role = CONVERTED if all(one.role == ONLY for one in verbs) else ""
            found += [one._replace(role=role) for one in nouns]
        if spelling[0].isupper() and self.capitals and all(one.category in _OPEN for one in known):
            found.append(Reading(Category.NAME, folded(spelling), guessed=True))
        return found if known else found + self._shaped(spelling)

    def _of_verbs_alone(self, known: Sequence[Reading]) -> list[Reading]:
        """The verbs whose form can be a noun, of a word that only verbs are known of."""
        fits = [one for one in known if one.tense in self.only_verbs]
        return fits if all(one.tense for one in known) else []

    def _shaped(self, spelling: str) -> list[Reading]:
        """All that its letters allow, the likeliest first; its article is no part of the word: «السلطات»."""
        word = bare(spelling).lower()
        found = [
            reading._replace(lemma=word[len(front) :] if reading.article else word)
            for front, back, letters, reading, unless in self._by_first(word[:1])
            if word.startswith(front) and word.endswith(back) and len(word) >= letters and not _ruled_out(word, unless)
        ]
        return found or [Reading(Category.NOUN, word, guessed=True)]

    def _by_first(self, letter: str) -> Sequence[_Shape]:
        """The shapes that a word may have which begins with that letter, in their order."""
        known = self.by_first.get(letter)
        if known is None:
            known = self.by_first[letter] = [shape for shape in self.shapes if shape[0][:1] in ("", letter)]
        return known


def _ruled_out(word: str, unless: Sequence[str]) -> bool:
    return any(word.startswith(one[:-1]) if one.endswith("-") else word.endswith(one) for one in unless)


def guessing(said: Mapping[str, Any], reading: Callable[[Mapping[str, Any]], Reading]) -> Guess:
    """The section `guess` of a table, ready to be asked; `reading` makes one of what a shape says."""
    shapes = [
        (front, back, letters, reading(what)._replace(guessed=True), tuple(unless))
        for front, back, letters, what, unless in said["shapes"]
    ]
    return Guess(shapes, said["capitals"], said["only_verbs"])
