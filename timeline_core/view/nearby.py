"""`near:` of the filter line: a town and how far from it, «إدلب ٣٠ كم», "Idlib 30km"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from timeline_core.errors import QueryError
from timeline_core.model.entry import Point
from timeline_core.names.gazetteer import PLACE, Gazetteer, known_names
from timeline_core.names.world.table import World
from timeline_core.names.world.where import FINE, spot
from timeline_core.text.fold import fold
from timeline_core.text.words import spelled
from timeline_core.view.filter import Circle

_SAID = re.compile(r"(?P<place>.*?[^\W\d_].*?)[\s,]+(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d_]*)")
Find = Callable[[str], Circle]


def finder(gazetteer: Gazetteer, world: World, units: Container[str]) -> Find:
    """What reads a value of `near:`.

    Args:
        units: folded words that may stand behind the number for kilometres.
    """

    def find(said: str) -> Circle:
        found = _SAID.fullmatch(said.strip())
        if found is None or (found["unit"] and fold(found["unit"]) not in units):
            raise QueryError('«{said}»: near: takes a place and kilometres, in quotes: near:"Idlib 30km"', said=said)
        middle = _find_point(found["place"], gazetteer, world)
        if middle is None:
            raise QueryError(
                "«{place}» is no town that Waqai can find; near: takes a town, and place: a governorate or country",
                place=found["place"],
            )
        return Circle(middle, float(found["number"].replace(",", ".")))

    return find


def _find_point(name: str, gazetteer: Gazetteer, world: World) -> Point | None:
    """Of an id or a name of ours, else of the largest place of the world that is called so."""
    words = spelled(name)
    if not words:
        return None
    ids = (
        entry.id for entry in gazetteer if entry.serves(PLACE) and any(words == one.words for one in known_names(entry))
    )
    for id in (name.strip().casefold(), *ids):
        found = spot(id, gazetteer)
        if found is not None and found.fineness in FINE:
            return found.point
    places = next((one.places for one in world.beginning(words[0]) if one.words == words), ())
    site = world.site(max(places, key=lambda one: one.people).number) if places else None
    return site.point if site is not None else None
