"""`Entry`: an actor or a place that is known by name; `Named`: where a text names one; `Point`: where a place lies.

Source:
    DESIGN.md section 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from timeline_core.model.span import Span

ACTOR, PLACE = "actor", "place"
STATES = frozenset({"state", "country"})
"""Types of what acts and is a place as well; which of the two, its neighbours in the text tell."""

CAPITAL = "capital"
"""Type of a city by which the government of its state is called: «قالت بغداد», "Moscow said"."""

UNLISTED = "place:"
"""Beginning of the id of a place that no list knows."""
UNNAMED = "some:"
"""Beginning of the id of a group that has no name of its own: «المحكمة», «مصادر عسكرية». Two reports mean two."""


class Point(NamedTuple):
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


_ACROSS = 12_742
"""Kilometres from one side of the earth to the other."""


def distance(one: Point, other: Point) -> float:
    """Kilometres along the surface of the earth, taken as a sphere.

    Source:
        The haversine formula.
    """
    first, second = radians(one.latitude), radians(other.latitude)
    across = sin((first - second) / 2) ** 2
    along = sin(radians(one.longitude - other.longitude) / 2) ** 2
    return _ACROSS * asin(min(1.0, sqrt(across + cos(first) * cos(second) * along)))


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor or a place, with its names in every script."""

    id: str
    category: str
    """`actor` or `place`; of a state, what it is where nothing tells."""
    type: str
    """Of an actor: person, armed force, armed group, state, outlet…; of a place: country, region, city…"""
    names: Mapping[str, tuple[str, ...]]
    """Language -> names, the one to show first."""
    short: Mapping[str, str] = field(default_factory=dict)
    """Language -> the name for a narrow column, where there is one."""
    affiliation: str = ""
    """Of an actor: the id of the actor that it belongs to."""
    within: str = ""
    """Of a place: the id of the place that it lies in."""
    wikidata: str = ""
    guarded: frozenset[str] = frozenset()
    """Names that are common words too: they count only behind a word of `Cues.introducers`."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Name -> who calls it so, where that matters («داعش»: its opponents)."""
    company: frozenset[str] = frozenset()
    """Guarded names that also count where the words around them may be those of a place, and the text names another
    one of the same country."""
    shared: frozenset[str] = frozenset()
    """Names that another entry has too: the text names the one in whose country most of its other names lie."""
    home: str = ""
    """The id of the country whose conflict it is of."""
    point: Point | None = None
    """Of a place: where it lies; of a larger one a settlement in the middle of it. None where that is not known."""
    source: str = ""
    """Of what a list of the reader's own tells of: the origin and licence of that."""

    @property
    def unnamed(self) -> bool:
        """True for a group that is called by its kind alone («مسلحون», "the committee"): in each report another one."""
        return self.id.startswith(UNNAMED) and self.type != "person"

    def name(self, lang: str, *, short: bool = False) -> str:
        """The name to show in that language; in another one where it has none."""
        if short and lang in self.short:
            return self.short[lang]
        for choice in (lang, "en", *self.names):
            if self.names.get(choice):
                return self.names[choice][0]
        return self.id

    def serves(self, category: str) -> bool:
        """True when it can be an actor, or a place: a state is both."""
        return self.category == category or self.type in STATES


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a text where an entry is named; the span is without the clitics («وقسد» gives «قسد»)."""

    span: Span
    id: str
    category: str
    """What the entry is there: `actor` or `place`."""
