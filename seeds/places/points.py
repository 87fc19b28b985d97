"""Where the places of our own lists lie: `points.tsv`, written by `python -m seeds.places.build`.

Source:
    GeoNames, CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from seeds.compiled import POINTS
from timeline_core.model.entry import Entry, Point, distance


def read() -> Mapping[str, Point]:
    """Id -> where it lies; WGS 84."""
    lines = (line.split("\t") for line in POINTS.read_text("utf-8").splitlines())
    return {id: Point(float(latitude), float(longitude)) for id, latitude, longitude in lines}


def settle(entry: Entry, points: Mapping[str, Point]) -> Entry:
    """The entry with its point, where that is known."""
    return replace(entry, point=points[entry.id]) if entry.id in points else entry


def middle(some: Sequence[Point]) -> Point:
    """The one that is nearest to the mean of all, so that it lies in no sea and behind no border."""
    mean = Point(sum(one.latitude for one in some) / len(some), _mean_longitude(some))
    return min(some, key=lambda one: (distance(one, mean), one))


def _mean_longitude(some: Sequence[Point]) -> float:
    """Counted from the first, so that 179 E and 179 W lie beside each other."""
    first = some[0].longitude
    turned = sum((one.longitude - first + 180) % 360 - 180 for one in some) / len(some)
    return (first + turned + 180) % 360 - 180
