"""`add_actors`, `add_places`: the definite nouns of a text that stand for what it names elsewhere, as names of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from timeline_core.model.entry import ACTOR, PLACE, Named
from timeline_core.model.span import Span
from timeline_core.names.coreference.by_body import resolve_bodies
from timeline_core.names.coreference.by_head import ByHead
from timeline_core.names.coreference.by_kind import PlaceCoreference
from timeline_core.names.found import Found
from timeline_core.names.name_words import Naming
from timeline_core.names.persons.by_title import ByTitle

_PERSON = "person"

Parts = Sequence[tuple[Span, str]]
"""Paragraphs with their language, in text order."""


def add_actors(found: Found, naming: Naming, parts: Parts, kinds: Mapping[str, Callable[[str], str]]) -> None:
    """Resolve bodies by their kind, then add organisations by their head nouns and persons by their titles.

    Args:
        kinds: by language, what its lexicon knows a word as; see `find_names`.
    """
    resolve_bodies(found, naming)
    for wording in naming.wordings:
        by_head = ByHead(found, wording, kinds.get(wording.code, str))
        for span in (span for span, code in parts if code == wording.code):
            for n, clitic, id in [*by_head.find(found.words_in(span))]:
                if n in found.taken:
                    found.give_up(found.taken[n])
                found.add(Named(found.span(found.run, n, n + 1, clitic), id, ACTOR))
    persons = [hit for hit in found.named if found.type(hit.id) == _PERSON]
    for wording in naming.wordings if persons else ():
        by_title = ByTitle(found.text, found.run, wording, persons)
        for span in (span for span, code in parts if code == wording.code):
            for hit in [*by_title.find(found.words_in(span), found.taken)]:
                found.add(hit)


def add_places(found: Found, naming: Naming, parts: Parts) -> None:
    """Add places by nouns of their kind."""
    places = sorted((hit for hit in found.named if hit.category == PLACE), key=lambda hit: hit.span)
    nouns = {wording.code: wording.places.nouns for wording in naming.wordings}
    coreference = PlaceCoreference(found.text, found.run, places, found.type)
    for at, end, clitic, id in coreference.find(
        (nouns[code], found.words_in(span)) for span, code in parts if code in nouns
    ):
        if not any(n in found.taken for n in range(at, end)):
            found.add(Named(found.span(found.run, at, end, clitic), id, PLACE))
