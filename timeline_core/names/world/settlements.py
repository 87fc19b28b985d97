"""`Settlements`: the places of the world that a text names, under their number, or under the id of our own lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline_core.model.entry import PLACE, STATES, Named
from timeline_core.model.span import Span
from timeline_core.names.demonyms import state_of
from timeline_core.names.found import Found
from timeline_core.names.name_words import NameWords
from timeline_core.names.places.found_place import FoundPlace
from timeline_core.names.world.finding import Around, WorldPlaces, called, heard
from timeline_core.names.world.table import Place, World

_TYPES = frozenset({"city", "town", "village", "district"})
"""Types of what a noun introduces that the table can have: no quarter, street or island."""
_NAMES = ("en", "ar")
"""Languages of the two names that the table has of a place, the Latin one first."""


class Settlements:
    """Adds to what is found in one text."""

    def __init__(self, found: Found, world: World, foreign: Callable[[str], bool] = bool) -> None:
        """`foreign`: whether a word has the letters of another language."""
        self._found, self._world, self._foreign = found, world, foreign
        self._states = frozenset(filter(None, (state_of(hit.id, found.gazetteer) for hit in found.named)))

    def add_called(self, span: Span, name: str, key: Sequence[str], spot: FoundPlace, code: str) -> bool:
        """Add what a noun before it introduces («بلدة تلمنس»); False where the table has no such place in these states.

        Args:
            name: with the noun where the span holds it.
            key: of the name without the noun.
        """
        if spot.type not in _TYPES:
            return False
        within = state_of(spot.within, self._found.gazetteer)
        place = called(self._world, name, self._states | {within})
        state = within or (next(iter(self._states)) if len(self._states) == 1 else "")
        if place is None and state:
            place = heard(self._world, key, state)
        if place is not None:
            self._add(span, place, code)
        return place is not None

    def has(self, name: str) -> bool:
        """A place in one of these states is called so, by what the text says of states in lists of ours."""
        return called(self._world, name, self._states) is not None

    def find(self, span: Span, wording: NameWords, kind_of: Callable[[str], str] | None) -> None:
        """Add the places of one paragraph that neither a list of ours nor a noun before them has told."""
        found = self._found
        low, high = found.words_in(span)
        run = found.run.part(low, high)
        hits = {n - low: found.taken[n] for n in range(low, high) if n in found.taken}
        known = {
            n: state_of(hit.id, found.gazetteer)
            for n, hit in hits.items()
            if hit.category == PLACE or found.type(hit.id) in STATES
        }
        opening = frozenset(n for n, hit in hits.items() if hit.span.start == run[n].start)
        around = Around(self._states, hits, known, opening, found.gazetteer.means, kind_of, self._foreign)
        for one in WorldPlaces(found.text, run, wording, self._world, found.gazetteer.cues, around).find():
            self._add(found.span(run, one.at, one.end, one.clitic), one.place, wording.code)
            behind = hits.get(one.end)
            if one.in_state and behind is not None and behind.category != PLACE:  # "in Reading, England"
                found.give_up(behind)
                found.add(replace(behind, category=PLACE))

    def _add(self, span: Span, place: Place, code: str) -> None:
        found, site = self._found, self._world.site(place.number)
        id = self._world.id(place.number)
        if id not in found.gazetteer:
            found.types[id] = place.type
            found.within[id] = (site and site.within) or self._world.states.get(place.country, "")
            if site is not None:
                found.points[id] = site.point
            found.spellings[id][code].append(found.spelling(span))
            for other, name in zip(_NAMES, (site.latin, site.arabic), strict=True) if site else ():
                if name and other != code and other not in found.spellings[id]:
                    found.spellings[id][other].append(name)
        found.add(Named(span, id, PLACE))
