"""Where events lie, for the formats of maps: an event at each of its places, as exactly as that is known.

Of places of one event that lie in each other only the smallest is shown: «أطمة», and not «إدلب» and «سوريا» too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_core.export import words
from timeline_core.export.harmless import make_harmless
from timeline_core.model.event import Event
from timeline_core.names.gazetteer import Entry
from timeline_core.names.world.where import Spot, finest, spot
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller

GEONAMES = "GeoNames"
ATTRIBUTION = "Coordinates: GeoNames (https://www.geonames.org/), CC BY 4.0"
"""What that licence asks for, where the coordinates are from there."""


@dataclass(frozen=True, slots=True)
class Located:
    """An event at one of its places."""

    event: Event
    place: Entry | None = None
    """None for an event without one."""
    spot: Spot | None = None
    """None where nothing tells where the place lies."""


def locate(timeline: Timeline) -> Iterator[Located]:
    """Every event, dated or not, once for each of its places; those without any once."""
    names = timeline.names
    for event in (*timeline.events, *timeline.undated):
        places = [names[id] for id in finest(event.places, names) if id in names]
        known = [one for place in places if (one := Located(event, place, spot(place.id, names))).spot is not None]
        yield from known or [Located(event, place) for place in places] or [Located(event)]


def without_point(timeline: Timeline) -> tuple[int, int]:
    """How many events name no place, and how many only such that nobody knows where they lie."""
    missing = {one.event.id: one.place for one in locate(timeline) if one.spot is None}
    nowhere = sum(place is None for place in missing.values())
    return nowhere, len(missing) - nowhere


def facts(one: Located, timeline: Timeline, tell: Teller) -> dict[str, object]:
    """What is known of it, in plain values; evidence and roles as lists of objects, all other lists of text."""
    event, when = one.event, one.event.when
    first, last = words.days(when)
    return {
        "event": event.id,
        "title": make_harmless(event.title) or event.id,
        "kind": event.kind.value,
        "status": event.status.value,
        "edtf": when.edtf if when else None,
        "mod": when.mod.value if when and when.mod else None,
        "date_precision": when.precision.value if when else None,
        "approximate": when is not None and when.approximate,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "date_in_words": words.when(event, tell),
        **_where(one, timeline, tell),
        "actors": _names(event.actors, timeline, tell),
        "roles": [
            {"role": role.value, "id": id, "actor": name}
            for role, id in event.roles
            for name in _names((id,), timeline, tell)
        ],
        "figures": [f"{what} {number}" for what, number, _ in words.figures(event, tell)],
        "evidence": list(_evidence(event, timeline)),
        "sources": [make_harmless(", ".join(words.source(piece, timeline, tell))) for piece in event.evidence],
        "why": [make_harmless(line) for line in words.reasons(event, timeline, tell)],
        "tags": [make_harmless(tag) for tag in event.tags],
        "starred": event.starred,
        "note": make_harmless(event.note),
    }


def _where(one: Located, timeline: Timeline, tell: Teller) -> dict[str, object]:
    place, spot = one.place, one.spot
    around = timeline.names.around(place.id) if place is not None else ()
    return {
        "place": make_harmless(place.name(tell.language.code)) if place is not None else None,
        "place_id": place.id if place is not None else None,
        "place_type": place.type if place is not None else None,
        "within": _names(around, timeline, tell),
        "precision": spot.fineness.value if spot is not None else None,
        "coordinates_from": (timeline.names[spot.of].source or GEONAMES) if spot is not None else None,
        "point_of": next(iter(_names((spot.of,), timeline, tell)), None) if spot is not None else None,
    }


def _names(ids: tuple[str, ...], timeline: Timeline, tell: Teller) -> list[str]:
    return [make_harmless(name) for name in words.names(ids, timeline, tell)]


def _evidence(event: Event, timeline: Timeline) -> Iterator[dict[str, object]]:
    for piece in event.evidence:
        report = timeline.report(piece.report)
        yield {
            "report": piece.report,
            "publisher": make_harmless(report.publisher) if report is not None else "",
            "url": make_harmless(words.address(report)),
            "exact": make_harmless(piece.exact),
            "start": piece.span.start,
            "end": piece.span.end,
        }
