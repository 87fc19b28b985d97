"""The timeline as GeoJSON: a feature for each event and place.

Precision: `precision` says what the point stands for (exact, town, district, country), `point_of` whose point it is. An
event of which no point is known is a feature without a geometry. Of the date, `edtf`, `first`, `last` and
`date_precision` say what is known.

Source:
    RFC 7946: longitude before latitude, WGS 84, `null` for a feature that is not located.
"""

from __future__ import annotations

from timeline_core.export.located import ATTRIBUTION, Located, facts, locate
from timeline_core.export.plain_json import dumps
from timeline_core.export.scope import Scope
from timeline_core.timeline import Timeline
from timeline_core.view.teller import Teller


def export(timeline: Timeline, tell: Teller, scope: Scope) -> str:
    """A collection, a feature a line, so that it can be compared and is read by pieces."""
    features = ",\n".join(dumps(_feature(one, timeline, tell)) for one in locate(timeline))
    head = {
        "type": "FeatureCollection",
        "name": "waqai",
        "attribution": ATTRIBUTION,
        "query": scope.query,
        "left_out": {"rejected": scope.rejected, "redacted": scope.redacted, "tags": list(scope.tags)},
    }
    return f'{dumps(head)[:-1]}, "features": [\n{features}\n]}}\n'


def _feature(one: Located, timeline: Timeline, tell: Teller) -> dict[str, object]:
    geometry = None
    if one.spot is not None:
        latitude, longitude = one.spot.point
        geometry = {"type": "Point", "coordinates": [longitude, latitude]}
    id = f"{one.event.id}@{one.place.id}" if one.place is not None else one.event.id
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": facts(one, timeline, tell)}
