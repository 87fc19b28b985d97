"""Metonymy: a town's name for its club, in a text that has called the club by it: «فريق فالنسيا … فاز فالنسيا».

Source:
    Names of places for what is there (Markert and Nissim 2007); one sense per discourse (Gale, Church, Yarowsky 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from timeline_core.model.entry import ACTOR, PLACE, Named
from timeline_core.names.found import Found
from timeline_core.names.known.cues import Cues, is_cue
from timeline_core.names.name_words import Naming
from timeline_core.text.words import bare

_CLUB = "club"


def clubs_by_town(found: Found, naming: Naming) -> Iterator[tuple[Named | None, Named]]:
    """Where a town's name stands for a club: the place that was found there, if one was, with the club.

    Where a preposition or a noun stands before the town, it is the town: «في فالنسيا», «مدينة فالنسيا».
    """
    clubs = _towns_of_clubs(found, naming)
    for n in found.run.where_any(clubs.keys()) if clubs else ():
        word, place = found.run[n], found.taken.get(n)
        free = place is None or (place.category == PLACE and place.span.end == word.end and not _is_part(found, n))
        for form, clitic in bare(word.folded) if free and not _is_located(found, n) else ():
            if len(clubs.get(form, ())) == 1:
                [id] = clubs[form]
                yield place, Named(found.span(found.run, n, n + 1, clitic), id, ACTOR)
                break


def _is_part(found: Found, n: int) -> bool:
    """The word is one of several of a name."""
    return any(found.taken.get(k) is found.taken[n] for k in (n - 1, n + 1))


def _towns_of_clubs(found: Found, naming: Naming) -> dict[str, set[str]]:
    """The words by which the text calls clubs, of those that are the names of towns."""
    clubs: dict[str, set[str]] = defaultdict(set)
    for hit in found.named:
        if hit.category != ACTOR:
            continue
        numbers = [n for n, one in found.words_of([hit]).items() if one is hit]
        before = found.run[numbers[0]].folded if numbers else ""
        if found.type(hit.id) == _CLUB or is_cue(before, found.gazetteer.cues.sport):
            own = [n for n in numbers if not is_cue(found.run[n].folded, found.gazetteer.cues.sport)]
            own = [n for n in own if n == own[0] or not _is_adjective(found.run[n].folded, naming)]
            if len(own) == 1 and _is_town(found, own[0]):
                clubs[found.run[own[0]].folded].add(hit.id)
    return clubs


def _is_adjective(word: str, naming: Naming) -> bool:
    """The adjective of a state: «فالنسيا الإسباني»."""
    return any(one.form.without_article(word) in one.states_by_adjective for one in naming.wordings)


def _is_town(found: Found, n: int) -> bool:
    """The word by itself names a place."""
    return found.gazetteer.names_place(found.run[n].folded)


def _is_located(found: Found, n: int) -> bool:
    """A word before it, or a mark of a list of places, shows the place itself."""
    cues: Cues = found.gazetteer.cues
    before = found.run[n - 1].folded if n else ""
    glued = any(found.run[n].folded.startswith(letter) for letter in cues.glued_in)
    return is_cue(before, cues.locators) or is_cue(before, cues.introducers) or (glued and not _is_town(found, n))
