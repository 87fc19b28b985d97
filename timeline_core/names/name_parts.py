"""What open data tells of the parts of persons' names: whether they are first names or last names, and how often.

Source:
    DESIGN.md section 6; the data is made by `python -m seeds.name_parts`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from timeline_core.model.once import cached_property

LEVELS = (1, 3, 10)
"""From so many bearers on a part counts as rare, known, common in its role."""
RARE, KNOWN, COMMON = 1, 2, 3
_FIRST_CODE = ord("A")
_STEPS = len(LEVELS) + 1


class Role(NamedTuple):
    """How common a word is as a first name («خالد», "Khaled") and as a last name («الخالدي», "Khalidi"); 0: never."""

    given: int
    family: int

    @property
    def level(self) -> int:
        """How common it is as the part of a name that it mostly is."""
        return max(self)


NO_PART = Role(0, 0)
_ROLES = {chr(_FIRST_CODE + _STEPS * given + family): Role(given, family) for given in range(4) for family in range(4)}


def code_of(given: int, family: int) -> str:
    """One letter for the role of a word that so many persons bear as first and as last name."""
    return chr(_FIRST_CODE + _STEPS * bisect_right(LEVELS, given) + bisect_right(LEVELS, family))


class NameParts:
    """The parts of names by their folded spelling. Immutable; the tables are made when they are first asked."""

    def __init__(self, words_of: Callable[[], Mapping[str, Sequence[str]]] = dict) -> None:
        """`words_of`: gives the words of each code that `code_of` makes."""
        self._words_of = words_of

    @cached_property
    def _words(self) -> Mapping[Role, Sequence[str]]:
        return {_ROLES[code]: words for code, words in self._words_of().items()}

    @cached_property
    def _roles(self) -> dict[str, Role]:
        roles: dict[str, Role] = {}
        for role, words in self._words.items():
            roles |= dict.fromkeys(words, role)
        return roles

    def role(self, word: str) -> Role:
        """The role of a folded word; `NO_PART` where nobody is called so."""
        return self._roles.get(word, NO_PART)

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Words that are known as first names."""
        return self._where(lambda role: role.given >= KNOWN)

    @cached_property
    def rare_first_names(self) -> frozenset[str]:
        """Words that are first names at all."""
        return self._where(lambda role: role.given >= RARE)

    @cached_property
    def last_names(self) -> frozenset[str]:
        """Words that are known as last names."""
        return self._where(lambda role: role.family >= KNOWN)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that are common as first names or as last names."""
        return self._where(lambda role: role.level >= COMMON)

    def _where(self, holds: Callable[[Role], bool]) -> frozenset[str]:
        return frozenset().union(*(words for role, words in self._words.items() if holds(role)))
