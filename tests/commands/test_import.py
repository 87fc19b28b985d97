"""`waqai places import` and `waqai actors import`: a list of one's own is one decision, and its names are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.store.words import written

REPORT = (
    "On 3 May 2023 a drone hit a depot in Tell Sabra. On 9 May 2023 the Red Well Council fined two shops in Aleppo."
)
PLACES = "name,name_ar,lat,lon,pcode,admin1\nTell Sabra,تل صبرا,36.1,37.2,SY9,Aleppo\n"
ASKED = ("--origin", "OCHA HDX", "--licence", "CC BY-IGO")


@pytest.fixture
def desk(waqai: Streams, tmp_path: Path) -> Path:
    assert waqai("add", written(tmp_path / "one.txt", REPORT)).code == 0
    return Path(written(tmp_path / "places.csv", PLACES))


def places(waqai: Streams) -> list[str]:
    read = json.loads(waqai("export", "--format", "json").out)
    return [id for event in read["events"] for id in event["places"]]


def test_a_list_is_found_in_reports_shown_with_its_origin_and_taken_back(waqai: Streams, desk: Path) -> None:
    before = places(waqai)
    said = waqai("places", "import", desk, *ASKED, "--who", "rana")
    assert said.out == "import 1 place of places.csv (OCHA HDX; CC BY-IGO)\n"
    assert "1 place read, 1 with coordinates" in said.err
    assert "sy9" in places(waqai)
    shown = waqai("places", "show", "تل صبرا").out
    assert "36.1, 37.2" in shown
    assert "تل صبرا  (OCHA HDX; CC BY-IGO)" in shown
    assert "SY9" in shown
    read = json.loads(waqai("export", "--format", "geojson").out)
    [feature] = [one for one in read["features"] if one["properties"]["place_id"] == "sy9"]
    assert feature["geometry"]["coordinates"] == [37.2, 36.1]
    assert feature["properties"]["coordinates_from"] == "OCHA HDX; CC BY-IGO"
    assert len(json.loads(waqai("list", 'near:"Tell Sabra 5km"', "--format", "json").out)["events"]) == 1
    assert "rana  import 1 place of places.csv" in waqai("library", "log").out
    assert waqai("decide", "undo", "--who", "rana").out.startswith("undo of import 1 place")
    assert places(waqai) == before


@pytest.mark.usefixtures("desk")
def test_actors_come_from_entities(waqai: Streams, tmp_path: Path) -> None:
    entity = {"id": "rw", "schema": "Organization", "properties": {"name": ["Red Well Council"]}}
    listed = written(tmp_path / "entities.json", json.dumps(entity))
    assert waqai("actors", "import", listed, *ASKED).code == 0
    assert "rw  organisation" in waqai("actors", "show", "Red Well Council").out
    found = {one["id"]: one for one in json.loads(waqai("actors", "--format", "json").out)["actors"]}
    assert found["rw"]["events"] == 1


def test_origin_and_licence_are_asked_for(waqai: Streams, desk: Path) -> None:
    said = waqai("places", "import", desk, "--origin", "OCHA")
    assert said.code != 0
    assert "say with --licence" in said.err
    assert waqai("places", "import", *ASKED).code != 0
    assert "No such file" in waqai("places", "import", desk.with_name("none.csv"), *ASKED).err
    assert waqai("library", "log").out == ""


def test_a_colleague_gets_it(waqai: Streams, desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "theirs"
    assert waqai("--library", other, "add", desk.with_name("one.txt")).code == 0
    assert waqai("--library", other, "places", "import", desk, *ASKED).code == 0
    assert waqai("library", "merge", other).code == 0
    assert "sy9" in places(waqai)


def test_what_is_sensitive_takes_lists_out_of_what_is_handed_on(waqai: Streams, desk: Path) -> None:
    waqai("places", "import", desk, *ASKED)
    [event] = [one for one in json.loads(waqai("export", "--format", "json").out)["events"] if "depot" in one["title"]]
    assert "CC BY-IGO" in waqai("export", "--format", "jsonl").out
    waqai("decide", event["id"], "tag", "sensitive")
    assert "تل صبرا" not in waqai("export", "--format", "jsonl").out
