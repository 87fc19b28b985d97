"""What lies in a place, and what lies around one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import builders
from timeline_core.errors import QueryError
from timeline_core.model.entry import PLACE, Entry, Point
from timeline_core.model.event import Event
from timeline_core.model.when import on
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.names.world.table import World
from timeline_core.view import query
from timeline_core.view.filter import apply
from timeline_core.view.nearby import finder

IDLIB = Point(35.93, 36.63)


def place(id: str, type: str, ar: str, within: str = "", point: Point | None = None) -> Entry:
    return Entry(id, PLACE, type, {"en": (id.capitalize(),), "ar": (ar,)}, within=within, point=point)


NAMES = Gazetteer(
    (
        place("syria", "country", "سوريا", point=Point(35, 38)),
        place("iraq", "country", "العراق", point=Point(34, 44)),
        place("idlib", "city", "إدلب", "syria", IDLIB),
        place("atmeh", "town", "أطمة", "idlib"),
        place("sarmin", "town", "سرمين", "idlib", Point(35.90, 36.73)),
        place("raqqa", "city", "الرقة", "syria", Point(35.95, 39.01)),
        place("ring", "town", "حلقة", "knot"),
        place("knot", "town", "عقدة", "ring"),
    )
)
WORLD = World(
    lambda: b"newark\t=1.US.300000,2.GB.40\n",
    lambda: b"\n1\t40.7\t-74.2\tNewark\t\t\t\n2\t53.1\t-0.8\tNewark\t\t\t\n",
)
FIND = finder(NAMES, WORLD, {"km", "كم"})


def at(*places: str) -> Event:
    return replace(builders.event(places[0] if places else "none", on(date(2023, 2, 1)), "raid"), places=places)


def shown(line: str) -> list[str]:
    events = (at("atmeh"), at("sarmin", "syria"), at("idlib"), at("raqqa"), at("syria"), at("iraq"), at("ring"), at())
    told = builders.timeline(*events, names=NAMES)
    return [event.id for event in apply(query.parse(line, nearby=FIND), told).events]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("place:إدلب", ["atmeh", "sarmin", "idlib"]),
        ("place:Syria", ["atmeh", "sarmin", "idlib", "raqqa", "syria"]),
        ("-place:Syria", ["iraq", "ring", "none"]),
        ("place:atmeh", ["atmeh"]),
        ("place:idlib,iraq", ["atmeh", "sarmin", "idlib", "iraq"]),
        ("place:knot", ["ring"]),
        ("place:nowhere", []),
        ('near:"Idlib 30km"', ["sarmin", "idlib"]),
        ('near:"Idlib 30"', ["sarmin", "idlib"]),
        ('near:"إدلب ٣٠ كم"', ["sarmin", "idlib"]),
        ('near:"idlib 5 km"', ["idlib"]),
        ('near:"idlib 9,7km"', ["sarmin", "idlib"]),
        ('near:"idlib 9.3km"', ["idlib"]),
        ('near:"Idlib 300km"', ["sarmin", "idlib", "raqqa"]),
        ('-near:"Idlib 300km"', ["atmeh", "syria", "iraq", "ring", "none"]),
        ('near:"raqqa 1km","idlib 1km"', ["idlib", "raqqa"]),
    ],
)
def test_a_place_holds_what_lies_in_it_and_a_distance_what_lies_around(line: str, found: list[str]) -> None:
    """Sarmin is 9.6 km from Idlib; of Atmeh only its governorate is known, of Syria that it is a country."""
    assert shown(line) == found


def test_a_place_that_only_the_world_has_is_the_largest_of_its_name() -> None:
    assert FIND("Newark 3km").middle == Point(40.7, -74.2)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("near:idlib", 'near:"Idlib 30km"'),
        ('near:"30km"', 'near:"Idlib 30km"'),
        ('near:"Idlib 30 miles"', 'near:"Idlib 30km"'),
        ('near:"Idlip 30km"', "«Idlip» is no town"),
        ('near:"Syria 30km"', "place: a governorate or country"),
        ('near:"Atmeh 30km"', "«Atmeh» is no town that Waqai can find"),
    ],
)
def test_what_is_near_nothing_is_told_with_the_remedy(line: str, said: str) -> None:
    with pytest.raises(QueryError) as wrong:
        query.parse(line, nearby=FIND)
    assert said in str(wrong.value)


def test_such_a_line_survives_reading_and_writing() -> None:
    read = query.parse('near:"Idlib 30km","raqqa 2" -place:atmeh', nearby=FIND)
    assert query.parse(query.format(read), nearby=FIND) == read
