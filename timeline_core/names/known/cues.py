"""`Cues`, `Known`, `Index`: names of entries ready for look-up, and the words beside them that show what they name.

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline_core.model.entry import Entry
from timeline_core.text.words import bare


class Known(NamedTuple):
    """One name of an entry, ready for look-up."""

    words: tuple[str, ...]
    """Folded."""
    id: str
    guarded: bool = False
    """It is a common word, too, and needs a cue beside it."""
    company: bool = False
    """Guarded; names of its own country elsewhere in the text are cue enough."""
    shared: bool = False
    """Entries of several countries bear it."""
    capital: bool = False
    """A Latin name that is a common word without its capital ("turkey")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Folded words beside a name that show what it names."""

    introducers: frozenset[str] = frozenset()
    """Behind them a guarded name counts («مدينة», «ريف», «حركة», "town of")."""
    locators: frozenset[str] = frozenset()
    """Behind them a state is a place («في», «إلى», "from")."""
    speakers: frozenset[str] = frozenset()
    """Beside them a state is an actor: before it («أعلنت»), or behind it ("said")."""
    bearers: frozenset[str] = frozenset()
    """Nouns of what is named after a place and need not be there: «بنك الرياض»."""
    inside: frozenset[str] = frozenset()
    """Words between a place and the one that it lies in («في», "in")."""
    sources: frozenset[str] = frozenset()
    """Words before the place from which a way leads («من», "from")."""
    goals: frozenset[str] = frozenset()
    """Words before the one to which it leads («إلى», "to")."""
    extents: frozenset[str] = frozenset()
    """Words before those, of how far something reaches («وصولا إلى»)."""
    glued_in: frozenset[str] = frozenset()
    """Letters for the same, glued to the second place («بدمشق»)."""
    glued_and: frozenset[str] = frozenset()
    """Letters that join a name to the one before it («ودمشق»)."""
    articles: frozenset[str] = frozenset()
    """Words that may stand between a cue and the name: "in the United States"."""
    joints: frozenset[str] = frozenset()
    """Words that join two names: "Chad and the Central African Republic"."""
    press: frozenset[str] = frozenset()
    """Behind them a guarded name is an outlet: «مراسل الجزيرة»."""
    sport: frozenset[str] = frozenset()
    """Behind them it is a club: «مهاجم الأهلي»."""
    ranks: frozenset[str] = frozenset()
    """Behind them it is an armed group: «عناصر القاعدة»."""
    pointers: frozenset[str] = frozenset()
    """Words that point at a thing: behind them no guarded name counts («هذه القاعدة» is a rule, or a base)."""
    hours: frozenset[str] = frozenset()
    """Names that are an hour of the day, too: «المغرب»."""
    beside_hours: frozenset[str] = frozenset()
    """Words beside which they are the hour: «صلاة المغرب», «المغرب والعشاء»."""

    def of_type(self, type_: str) -> frozenset[str]:
        """The words that introduce a guarded name of that type, and of no other."""
        return {"outlet": self.press, "club": self.sport, "armed group": self.ranks}.get(type_, frozenset())


@dataclass(frozen=True, slots=True)
class Index:
    """Entries and their names, ready for look-up."""

    entries: Mapping[str, Entry]
    names: Mapping[str, Sequence[Known]]
    """First word -> names that begin with it, the longest first."""
    cues: Cues = field(default_factory=Cues)
    containers: frozenset[str] = frozenset()
    """Ids of the places that others lie in."""


class Spotted(NamedTuple):
    """A name in a run of words: from which word on, which, and the letters of its clitic."""

    at: int
    known: Known
    clitic: int

    @property
    def id(self) -> str:
        return self.known.id

    @property
    def end(self) -> int:
        return self.at + len(self.known.words)


def is_cue(word: str, cues: frozenset[str]) -> bool:
    """True where the folded word, with or without what is glued to it, is one of them."""
    return any(form in cues for form, _ in bare(word))
