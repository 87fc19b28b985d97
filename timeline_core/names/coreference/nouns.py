"""`HeadNouns`, `PlaceNouns`: the nouns of one language by which a text says again what it has named. They are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline_core.text.words import Lexicon


@dataclass(frozen=True, slots=True)
class HeadNouns:
    """One language's nouns that head the names of organisations, and stand for one of them by themselves. Folded."""

    definite: Mapping[str, str] = field(default_factory=dict)
    """As it stands by itself -> the noun: «الحزب» -> «حزب», "party" -> "party"."""
    goes_on: frozenset[str] = frozenset()
    """Words behind it that say which one is meant: "the union of …", "the company that …"."""
    common: frozenset[str] = frozenset()
    """Those of other senses, too: they stand only for one that the text calls so («حركة المرور», "a party")."""
    apart: frozenset[str] = frozenset()
    """Definite words behind it that say nothing of it: «أعلن الاتحاد اليوم»."""


@dataclass(frozen=True, slots=True)
class PlaceNouns:
    """One language's nouns that stand for a place named elsewhere."""

    definite: Lexicon = field(default_factory=lambda: Lexicon({}))
    """«المدينة», "the camp"; the concept is the kind of place."""
    opening: Lexicon = field(default_factory=lambda: Lexicon({}))
    """«مخيم», "a camp": for the only one of its kind, in the opening of a text."""
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind -> types of places that it can be: a city may be a town."""
    goes_on: frozenset[str] = frozenset()
    """Words behind a noun by which it is another: "the city of …"."""
