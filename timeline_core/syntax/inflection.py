"""The forms of a verb that only takes endings: "stop" gives "stops", "stopped", "stopping".

Which endings there are, and what happens where they meet the word, is data.

Source:
    Concatenative morphology; spelling rules at the seam.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DOUBLES = "+"
"""Behind a word of the list: its last letter is doubled before an ending that opens with a vowel ("stop+")."""


@dataclass(frozen=True, slots=True)
class Inflection:
    """The endings of one language's verbs."""

    endings: Mapping[str, str]
    """Slot -> ending."""
    seams: Sequence[tuple[str, str, str]]
    """(how the word ends, ending, what stands in place of both), the longest first."""
    vowels: str
    noun: Mapping[str, str]
    """Number -> ending of a noun of action."""

    def forms(self, listed: str) -> dict[str, str]:
        """Slot -> form of a word as listed; forms that the list gives ("shoot shot", "have had had has") instead."""
        word, *given = listed.split()
        base = word.removesuffix(DOUBLES)
        made = {
            slot: self.joined(base, ending, doubles=word.endswith(DOUBLES)) for slot, ending in self.endings.items()
        }
        if given:
            past, *others = given
            made |= dict(zip(_GIVEN, (past, *(others or [past])), strict=False))
        return {slot: made[slot] for slot in self.endings}

    def joined(self, base: str, ending: str, *, doubles: bool = False) -> str:
        """The word with an ending: "try" with "ed" gives "tried"."""
        if doubles and ending[:1] and ending[:1] in self.vowels:
            return base + base[-1] + ending
        for end, before, together in self.seams:
            if before == ending and base.endswith(end):
                return base.removesuffix(end) + together
        return base + ending


_GIVEN = ("past", "participle", "third")
"""Slots whose forms the list may give; one alone stands for the first two."""


def load(data: Mapping[str, object]) -> Inflection | None:
    """The endings of a language's `paradigms` file; None where its verbs are built of roots and patterns."""
    said = data.get("inflection")
    if not isinstance(said, Mapping):
        return None
    seams = sorted((tuple(seam) for seam in said["seams"]), key=lambda seam: -len(seam[0]))
    return Inflection(dict(said["endings"]), seams, said["vowels"], dict(said["noun"]))
