"""The key of a name: its consonants, by one table for both scripts, so that «حفتر» and "Haftar" have one key.

Source:
    DESIGN.md section 6; the table is data (`seeds/names/transliteration.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline_core.errors import LanguageError
from timeline_core.text.fold import fold

_PARTS = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['`]")
_ENOUGH = 2
"""A part with fewer consonants is kept as it is spelt: «عون» would be any name with one n."""
_SHORTEST_WITH_ARTICLE = 4
"""Letters of a Latin word behind a glued article: "Alban" has none."""
_SON = "bn"


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Letters and parts of names, with what each is in the key. All folded."""

    letters: Mapping[str, str]
    before: frozenset[str]
    behind: frozenset[str]
    articles: frozenset[str]
    glued: Sequence[str]
    """Articles that are glued to a word: «ال»."""
    endings: Sequence[str]
    sons: frozenset[str]
    alike: Mapping[str, str]
    glued_to_consonants: Sequence[str] = ()
    """Articles that a Latin word begins with where a consonant follows: "Alhulwani"."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Latin spellings of parts whose consonants are not those of the name: "Agrebi" is «العقربي»."""
    longest_before: Sequence[str] = field(init=False)
    """The parts that stand before another, the longest first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest_before", sorted(self.before, key=lambda part: (-len(part), part)))

    def key(self, name: str) -> tuple[str, ...]:
        """The parts of the name, by their consonants or as the table spells them: equal for one name in two scripts."""
        return tuple(part for part in map(self._part, self._joined(name)) if part)

    def words(self, name: str) -> list[str]:
        """The words of the name, folded, without its articles."""
        return [word for word in _PARTS.findall(_APOSTROPHES.sub("", fold(name))) if word not in self.articles]

    def _joined(self, name: str) -> list[list[str]]:
        """The words of the name, those together that are one part: «عبد الرحمن», "Abu Bakr", "Nur al-Din"."""
        parts: list[list[str]] = []
        open_ = False
        for word in self.words(name):
            bare = self._bare(word)
            if parts and (open_ or bare in self.behind):
                parts[-1].append(word)
            else:
                parts.append([word])
            open_ = word in self.before
        return parts

    def _bare(self, word: str) -> str:
        """The word without an article that is glued to it: «الحسن», and "Alhulwani", but not "Elias" or "Ali"."""
        if word in self.behind:
            return word
        for one in (*self.glued, *self.glued_to_consonants):
            rest = word.removeprefix(one)
            if rest != word and len(rest) > 1 and (one in self.glued or self._opens_with_consonant(rest)):
                return rest
        return word

    def _opens_with_consonant(self, rest: str) -> bool:
        return len(rest) >= _SHORTEST_WITH_ARTICLE and rest[0] in self.letters

    def _part(self, words: Sequence[str]) -> str:
        if len(words) == 1 and words[0] in self.sons:
            return _SON
        return "+".join(piece for word in words for piece in self._pieces(word))

    def _pieces(self, word: str) -> list[str]:
        """A word as one or two consonant groups: "Abdulrahman" is Abdul and Rahman, "Noureddine" Nour and Din."""
        if known := self._known(word):
            return [known]
        for beginning in self.longest_before:
            rest = word.removeprefix(beginning)
            if len(beginning) > 2 and rest != word and len(rest) > 2:
                return [*self._pieces(beginning), *self._pieces(self._bare(rest))]
        for ending in self.endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return [*self._pieces(word.removesuffix(ending)), *self._pieces(ending.lstrip("aeiou"))]
        bare = self._bare(word)
        return [self._known(bare) or self._consonants(bare) or bare]

    def _known(self, word: str) -> str:
        return self.alike.get(word) or self.spellings.get(word, "")

    def _consonants(self, word: str) -> str:
        """The consonants; the word as it is spelt where they are too few to tell it from others."""
        found: list[str] = []
        at, last = 0, ""
        while at < len(word):
            for length in (3, 2, 1):
                letter = self.letters.get(word[at : at + length])
                if letter is not None:
                    break
            if letter is not None and letter != last:
                found.append(letter)
            at, last = at + length, letter or ""
        if len(found) > 1 and found[-1] == "h":
            found.pop()
        consonants = "".join(found)
        return consonants if len(consonants) >= _ENOUGH or word in self.before or word in self.behind else word


def load(data: Mapping[str, object], spellings: Mapping[str, str]) -> Transliteration:
    """Compile `[letters]`, `[parts]` and `[alike]`; `spellings`: see `Transliteration`.

    Raises:
        LanguageError: one of them is missing or is no table.
    """
    tables: dict[str, Mapping[str, object]] = {}
    for section in ("letters", "parts", "alike"):
        table = data.get(section)
        if not isinstance(table, Mapping):
            raise LanguageError(f"transliteration: the section [{section}] is missing")
        tables[section] = table
    parts = {key: _words(key, value) for key, value in tables["parts"].items()}
    alike = {fold(word): one for one, some in tables["alike"].items() for word in _words(one, some)}
    return Transliteration(
        letters={letter: str(one) for letter, one in tables["letters"].items()},
        before=frozenset(map(fold, parts.get("before", ()))),
        behind=frozenset(map(fold, parts.get("behind", ()))),
        articles=frozenset(map(fold, parts.get("articles", ()))),
        glued=tuple(map(fold, parts.get("glued", ()))),
        glued_to_consonants=tuple(parts.get("glued_to_consonants", ())),
        endings=tuple(parts.get("endings", ())),
        sons=frozenset(map(fold, parts.get("sons", ()))),
        alike=alike,
        spellings=spellings,
    )


def _words(key: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguageError(f"transliteration: {key!r} is no list of words")
    return value
