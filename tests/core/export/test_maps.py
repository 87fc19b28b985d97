"""Events on a map: GeoJSON as RFC 7946 has it, KML as its schema has it, and no point finer than what is known."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import jsonschema
import pytest

from tests import builders
from tests.builders import ISIS, evidence, report
from tests.core.export.hostile import titles
from tests.core.export.schemas import GEOJSON
from tests.core.export.words import SCOPE, WHENS, of_every_precision, tagged, titled
from tests.core.words import teller
from timeline_core.export import EXPORTERS
from timeline_core.export.located import without_point
from timeline_core.export.scope import Asked, scoped
from timeline_core.model.entry import PLACE, Entry, Point
from timeline_core.model.event import Event
from timeline_core.model.when import on
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline

KML = "{http://www.opengis.net/kml/2.2}"


def place(id: str, type: str, within: str = "", point: Point | None = None) -> Entry:
    return Entry(id, PLACE, type, {"en": (id.capitalize(),), "ar": (id.upper(),)}, within=within, point=point)


PLACES = Gazetteer(
    (
        ISIS,
        place("syria", "country", point=Point(35.0, 38.0)),
        place("idlib", "province", "syria", Point(35.9, 36.6)),
        place("sarmin", "town", "idlib", Point(35.8, 36.7)),
        place("atmeh", "town", "idlib"),
        replace(place("bridge", "crossing", "sarmin", Point(35.81, 36.72)), source="a list of one's own"),
        place("fort", "base", "sarmin", Point(35.8, 36.7)),
        place("desert", "region", "syria"),
        place("nowhere", "town"),
    )
)


def at(number: int, *places: str, actors: tuple[str, ...] = ()) -> Event:
    when, title = on(date(2023, 2, number)), f"raid {number}"
    found = builders.event(f"e{number}", when, title, evidence(report("r", "raid"), "raid", "", when), actors=actors)
    return replace(found, places=places)


def told(*events: Event) -> Timeline:
    return builders.timeline(*events, names=PLACES)


def features(timeline: Timeline) -> list[dict[str, Any]]:
    read = json.loads(EXPORTERS["geojson"](timeline, teller("en"), SCOPE))
    jsonschema.validate(read, GEOJSON)
    found: list[dict[str, Any]] = read["features"]
    return found


def shown(*places: str) -> list[tuple[str, str, str]]:
    """Place, precision, and whose point it is, of each feature of an event at these places."""
    said = [feature["properties"] for feature in features(told(at(1, *places)))]
    return [(one["place_id"], one["precision"], one["point_of"]) for one in said]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("bridge",), [("bridge", "exact", "Bridge")]),
        (("fort",), [("fort", "town", "Fort")]),
        (("sarmin",), [("sarmin", "town", "Sarmin")]),
        (("idlib",), [("idlib", "district", "Idlib")]),
        (("syria",), [("syria", "country", "Syria")]),
        (("atmeh",), [("atmeh", "district", "Idlib")]),
        (("desert",), [("desert", "country", "Syria")]),
        (("syria", "idlib", "sarmin"), [("sarmin", "town", "Sarmin")]),
        (("sarmin", "atmeh", "syria"), [("sarmin", "town", "Sarmin"), ("atmeh", "district", "Idlib")]),
        (("nowhere",), [("nowhere", None, None)]),
        (("sarmin", "nowhere"), [("sarmin", "town", "Sarmin")]),
        ((), [(None, None, None)]),
        (("unheard-of",), [(None, None, None)]),
    ],
)
def test_a_point_says_what_it_stands_for(places: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert shown(*places) == expected


def test_longitude_stands_before_latitude() -> None:
    [feature] = features(told(at(1, "sarmin")))
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.7, 35.8]}


def test_what_has_no_point_is_there_without_one_and_counted() -> None:
    timeline = told(at(1, "sarmin"), at(2), at(3, "nowhere"), at(4, "sarmin", "nowhere"))
    unlocated = [one["properties"]["event"] for one in features(timeline) if one["geometry"] is None]
    assert unlocated == ["e2", "e3"]
    assert without_point(timeline) == (1, 1)


def test_geojson_tells_the_day_the_proof_and_who_did_what() -> None:
    [feature] = features(told(at(1, "sarmin", actors=("isis",))))
    said = feature["properties"]
    assert (said["edtf"], said["first"], said["last"], said["status"]) == (
        "2023-02-01",
        "2023-02-01",
        "2023-02-01",
        "draft",
    )
    assert [one["exact"] for one in said["evidence"]] == ["raid"]
    assert said["within"] == ["Idlib", "Syria"]
    assert said["actors"] == ["Islamic State"]


def test_every_feature_has_an_id_of_its_own() -> None:
    ids = [feature["id"] for feature in features(told(at(1, "sarmin", "desert"), at(2, "sarmin"), at(3)))]
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize("format", ["geojson", "kml"])
def test_what_is_sensitive_is_on_no_map(format: str) -> None:
    timeline = tagged("2023-02-10--5")
    left, scope = scoped(timeline, timeline, Asked())
    assert "2023-02-10--5" not in EXPORTERS[format](left, teller("en"), scope)
    assert "2023-02-10--5" in EXPORTERS[format](timeline, teller("en"), scope)


# KML

PARTS = ("name", "description", "TimeStamp", "TimeSpan", "styleUrl", "ExtendedData", "Point")
"""Of a placemark, in the order of the schema."""


def kml(timeline: Timeline, code: str = "en") -> Element:
    root = fromstring(EXPORTERS["kml"](timeline, teller(code), SCOPE))
    assert root.tag == f"{KML}kml"
    [document] = root
    styles = {f"#{one.get('id')}" for one in document.iter(f"{KML}Style")}
    for mark in root.iter(f"{KML}Placemark"):
        parts = [PARTS.index(part.tag.removeprefix(KML)) for part in mark]
        assert parts == sorted(set(parts))
        assert {one.text for one in mark.iter(f"{KML}styleUrl")} <= styles
    return root


def folders(timeline: Timeline) -> list[tuple[str, list[str]]]:
    return [
        (
            folder.findtext(f"{KML}name", ""),
            [mark.findtext(f"{KML}name", "") for mark in folder.iter(f"{KML}Placemark")],
        )
        for folder in kml(timeline).iter(f"{KML}Folder")
    ]


def test_kml_has_a_folder_of_what_has_no_point() -> None:
    timeline = told(at(1, "sarmin"), at(2), at(3, "nowhere"))
    assert folders(timeline) == [("On the map", ["raid 1"]), ("Without a point", ["raid 2", "raid 3"])]
    [point] = kml(timeline).iter(f"{KML}coordinates")
    assert point.text == "36.7,35.8"


def times() -> dict[str, list[tuple[str, str | None]]]:
    """EDTF -> the elements of its time."""
    found = {}
    for mark in kml(of_every_precision()).iter(f"{KML}Placemark"):
        title = mark.findtext(f"{KML}name", "").removeprefix("raid of ")
        parts = [one for name in ("TimeStamp", "TimeSpan") for part in mark.iter(f"{KML}{name}") for one in part]
        found[title] = [(one.tag.removeprefix(KML), one.text) for one in parts]
    return found


def test_kml_makes_no_date_finer_than_it_is() -> None:
    found = times()
    assert len(found) == len(WHENS)
    assert found["2023-02-10"] == [("when", "2023-02-10")]
    assert found["2023-02"] == [("when", "2023-02")]
    assert found["2023-02 START"] == [("begin", "2023-02-01"), ("end", "2023-02-10")]
    assert found["2023"] == [("when", "2023")]
    assert found["../2023-02"] == [("end", "2023-02")]
    assert found["2023-02/.."] == [("begin", "2023-02")]
    assert found["../2023-02-14"] == [("end", "2023-02-14")]


def test_kml_speaks_arabic() -> None:
    names = [folder.findtext(f"{KML}name") for folder in kml(told(at(1, "sarmin")), "ar").iter(f"{KML}Folder")]
    assert names == ["على الخريطة", "بلا موقع على الخريطة"]


@pytest.mark.parametrize("title", titles(120))
def test_no_title_becomes_markup_in_kml(title: str) -> None:
    """Neither of XML nor of the HTML that globes draw."""
    root = kml(titled(title))
    plain = kml(titled("raid"))
    assert [one.tag for one in root.iter()].count(f"{KML}Placemark") == 2
    for mark in root.iter(f"{KML}description"):
        tags = [part.partition(">")[0] for part in (mark.text or "").split("<")[1:]]
        assert {tag.split()[0] for tag in tags} <= {"p", "/p", "bdi", "/bdi", "blockquote", "/blockquote", "a", "/a"}
    assert {one.tag for one in root.iter()} == {one.tag for one in plain.iter()}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("sarmin", "idlib", "syria"), ("Sarmin", "35.8", "36.7", "1")),
        (("bridge",), ("Bridge", "35.81", "36.72", "1")),
        (("idlib",), ("Idlib", "35.9", "36.6", "3")),
        (("atmeh",), ("Atmeh", "35.9", "36.6", "3")),
        (("syria",), ("Syria", "", "", "")),
        (("nowhere",), ("Nowhere", "", "", "")),
    ],
)
def test_acled_has_the_point_of_a_town_or_region_and_none_of_a_state(
    places: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    [row] = csv.DictReader(io.StringIO(EXPORTERS["acled"](told(at(1, *places)), teller("en"), SCOPE)))
    assert tuple(row[column] for column in ("location", "latitude", "longitude", "geo_precision")) == expected
