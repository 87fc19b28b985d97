"""Where a place lies, and how exactly that is known: «أطمة», "Atmeh", by the governorate in which it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.entry import CAPITAL, STATES, Entry, Point
from timeline_core.names.gazetteer import Gazetteer


class Fineness(StrEnum):
    """What a point stands for, the smallest first."""

    EXACT = "exact"
    """The spot itself: a crossing, a base, a building."""
    TOWN = "town"
    """Somewhere in a town, village or camp."""
    DISTRICT = "district"
    """Somewhere in a governorate, district or region."""
    COUNTRY = "country"


_TOWNS = frozenset({"city", CAPITAL, "town", "village", "camp", "settlement", "quarter"})
_DISTRICTS = frozenset({"province", "region", "district", "island", "water"})
FINE = frozenset({Fineness.EXACT, Fineness.TOWN})
"""Fine enough for a distance to mean something."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The point of a place."""

    point: Point
    fineness: Fineness
    of: str
    """Id of the place whose point it is: the place itself, or the nearest around it of which one is known."""


def spot(id: str, names: Gazetteer) -> Spot | None:
    """Where the place lies; None where neither it nor what it lies in has a point."""
    if id not in names:
        return None
    entry = names[id]
    if entry.point is not None:
        return Spot(entry.point, _fineness(entry), entry.id)
    for outer in map(names.__getitem__, names.around(entry.id)):
        if outer.point is not None:
            return Spot(outer.point, Fineness.COUNTRY if outer.type in STATES else Fineness.DISTRICT, outer.id)
    return None


def finest(ids: Iterable[str], names: Gazetteer) -> tuple[str, ...]:
    """The places in which none of the others lies: «أطمة» of «أطمة، إدلب، سوريا»."""
    every = tuple(dict.fromkeys(ids))
    outer = {around for id in every for around in names.around(id)}
    return tuple(id for id in every if id not in outer)


def _fineness(entry: Entry) -> Fineness:
    if entry.type in STATES:
        return Fineness.COUNTRY
    if entry.type in _DISTRICTS:
        return Fineness.DISTRICT
    # Our own table knows towns alone: a base or a prison has the point of the one whose name it bears.
    return Fineness.TOWN if entry.type in _TOWNS or not entry.source else Fineness.EXACT
