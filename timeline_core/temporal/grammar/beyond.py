"""Kinds of words that the date data does not know, told by how they end or begin.

Before a singular 1992 is a year, before a plural a count: "the 1992 offensive", "the 1992 soldiers".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline_core.temporal.grammar.lexicon import strings, table
from timeline_core.text.fold import fold

CAPITAL, WORD, LINE = "a_capital", "a_word", "a_line"
"""Kinds of every language: a word that begins with a capital letter, any word, and the beginning of a line."""
_SHORT = 3
_MOST_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Beyond:
    """The section `[endings]` of a language: kind of word -> what such words end with: "s" plurals, «ا» a tanwin."""

    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    begins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind -> what such words begin with, where that tells them: «لل» of what a preposition is glued to."""
    no: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind -> endings of words that only seem to be of it ("crisis")."""
    _kept: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @staticmethod
    def of(section: Mapping[str, object]) -> Beyond:
        """Read the section: for each kind the lists `ends`, `begins` and `no`.

        Raises:
            LanguageError: a kind is no table, or a list holds something else than words.
        """
        kinds = {kind: table(section, kind) for kind in section}
        ends, begins, no = (
            {
                kind: tuple(map(fold, strings(said.get(key, []), f"[endings.{kind}] {key}")))
                for kind, said in kinds.items()
            }
            for key in ("ends", "begins", "no")
        )
        return Beyond(ends, begins, no)

    @property
    def groups(self) -> frozenset[str]:
        """All kinds, by the names that shapes use for them."""
        return frozenset((CAPITAL, WORD, LINE, *self.endings))

    def kinds(self, word: str) -> frozenset[str]:
        """The kinds that the word is of; none for a number or a mark."""
        found = self._kept.get(word)
        if found is None:
            found = frozenset(self._kinds(word))
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[word] = found
        return found

    def _kinds(self, word: str) -> list[str]:
        if not word[:1].isalpha():
            return []
        said = fold(word)
        found = [WORD, CAPITAL] if word[0].isupper() else [WORD]
        for kind, ends in self.endings.items():
            told = said.endswith(ends) or said.startswith(self.begins[kind])
            if len(said) > _SHORT and told and not said.endswith(self.no[kind]):
                found.append(kind)
        return found
