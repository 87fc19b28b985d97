"""What open data tells of the parts of persons' names: whether they are first names or last names, and how often.

Source:
    DESIGN.md section 6; the data is made by `python -m seeds.name_parts`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

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
    """The parts of names by their folded spelling. Immutable."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        """`codes`: what `code_of` gives, by word."""
        self._codes = codes

    def role(self, word: str) -> Role:
        """The role of a folded word; `NO_PART` where nobody is called so."""
        return _ROLES.get(self._codes.get(word, ""), NO_PART)

    def any_of(self, words: Iterable[str]) -> bool:
        """True where one of the words is a part of a name."""
        return any(word in self._codes for word in words)
