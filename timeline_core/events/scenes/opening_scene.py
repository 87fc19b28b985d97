"""The place of the report's story, for what it tells of that story and names no place: a fire in a town, then "it".

Source:
    Discourse coherence: the scene that the opening sets holds until another is set (Chafe 1994; Zwaan 1995).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_core.concepts import Concepts
from timeline_core.events.report_reading import Reading
from timeline_core.model.draft import Draft
from timeline_core.model.entry import PLACE, STATES
from timeline_core.model.event import Kind, Role
from timeline_core.model.when import When

_REGION, _MEET = "region", "meet"


@dataclass(frozen=True, slots=True)
class _Opening:
    places: tuple[str, ...]
    when: When | None
    until: int
    """Where its story ends: at the next heading."""


def in_opening_scene(drafts: Sequence[Draft], reading: Reading, concepts: Concepts) -> tuple[Draft, ...]:
    """The drafts, with the place of the opening where they tell of its story and name none."""
    opening = _opening(drafts, reading)
    if opening is None:
        return tuple(drafts)
    return tuple(
        replace(draft, scene=opening.places) if _lacks_scene(draft, opening, reading, concepts) else draft
        for draft in drafts
    )


def _opening(drafts: Sequence[Draft], reading: Reading) -> _Opening | None:
    """What happened in the sentence that opens the report, and the place that this sentence sets."""
    sentences = (sentence for part in reading.paragraphs if not part.heading for sentence in part.sentences)
    opening = next((one for one in sentences if any(map(str.isalnum, one.span.of(reading.report.text)))), None)
    if opening is None:
        return None
    first = opening.span
    told = [draft for draft in drafts if draft.lead and first.overlaps(draft.evidence[0].span)]
    if not told:
        return None
    scenes = tuple(dict.fromkeys(place for draft in told for place in draft.scene or ()))
    named = tuple(place for place in reading.names_in(first, PLACE) if _is_near(place, reading))
    places = _smallest(scenes or (named if len(named) == 1 else ()), reading)
    headings = (part.span.start for part in reading.paragraphs if part.heading and part.span.start > first.start)
    until = next(headings, len(reading.report.text))
    return _Opening(places, told[0].when, until) if any(_is_near(place, reading) for place in places) else None


def _lacks_scene(draft: Draft, opening: _Opening, reading: Reading, concepts: Concepts) -> bool:
    """It happened on the day of the opening, or is what that tells itself, and its words name no place of their own."""
    if draft.scene != () or draft.kind is not Kind.OCCURRENCE or draft.role is not Role.STORY:
        return False
    start = draft.evidence[0].span.start
    if start >= opening.until or reading.layout.day_at(start) is not None:
        return False
    if draft.another or any(_is_near(place, reading) and place not in opening.places for place in draft.places):
        return False
    if draft.lead:
        return True
    told_of = concepts.classes.get(draft.predicate)
    if draft.when is None:
        return told_of is not None and told_of.ground
    meets = concepts.classes[_MEET].deeds
    elsewhere = bool(draft.concepts & meets) or (told_of is not None and (told_of.says or told_of.name == _MEET))
    return opening.when is not None and draft.when.meets(opening.when) and not elsewhere


def _smallest(places: Sequence[str], reading: Reading) -> tuple[str, ...]:
    """Without those that the others lie in: a town is handed on, and not the region that was named beside it."""
    for wide in (STATES, (_REGION,)):
        places = [place for place in places if reading.gazetteer[place].type not in wide] or places
    return tuple(places)


def _is_near(place: str, reading: Reading) -> bool:
    """A place that is smaller than a state."""
    return reading.gazetteer[place].type not in STATES
