"""`waqai actors` and `waqai places`: who is one, nobody, somebody else, and how they are called; all of it undone."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.store.words import written

ONE = "On 3 May 2023 the United States bombed a depot in Aleppo. Brigadier Samir Hadlan said so on 4 May 2023."
TWO = "قصفت إسرائيل مستودعا في حلب في 9 أيار 2023."


@pytest.fixture
def desk(waqai: Streams, tmp_path: Path) -> None:
    """A library of two reports."""
    assert waqai("add", written(tmp_path / "one.txt", ONE), written(tmp_path / "two.txt", TWO)).code == 0


def listed(waqai: Streams, verb: str = "actors") -> dict[str, dict[str, object]]:
    said = waqai(verb, "list", "--format", "json")
    assert said.code == 0
    return {one["id"]: one for one in json.loads(said.out)[verb]}


@pytest.mark.usefixtures("desk")
def test_all_are_listed_with_their_events_and_roles(waqai: Streams) -> None:
    found = listed(waqai)
    assert (found["usa"]["events"], found["usa"]["agent"], found["israel"]["agent"]) == (1, 1, 1)
    assert listed(waqai, "places")["aleppo"]["events"] == 2
    assert waqai("actors").out == waqai("actors", "list").out
    rows = [*csv.DictReader(io.StringIO(waqai("actors", "list", "--format", "csv").out))]
    assert {row["id"] for row in rows} == set(found)
    assert len(waqai("actors", "--format", "jsonl").out.splitlines()) == len(found)
    assert "agent" not in waqai("places").out


@pytest.mark.usefixtures("desk")
def test_two_are_made_one_by_name_in_either_script_and_parted_again(waqai: Streams) -> None:
    assert waqai("actors", "merge", "United States", "إسرائيل", "--who", "rana").out == "same usa, israel\n"
    assert waqai("actors", "show", "Israel").out.startswith("usa ")
    found = listed(waqai)
    assert "israel" not in found
    assert found["usa"]["events"] == 2
    assert waqai("actors", "split", "usa", "aleppo").code != 0
    assert waqai("actors", "split", "usa", "israel").out == "undo of same usa, israel\n"
    assert listed(waqai)["israel"]["events"] == 1
    assert "rana  same usa, israel" in waqai("library", "log").out


@pytest.mark.usefixtures("desk")
def test_a_place_is_merged_too(waqai: Streams) -> None:
    assert waqai("places", "merge", "idlib", "حلب").code == 0
    assert listed(waqai, "places")["idlib"]["events"] == 2


@pytest.mark.usefixtures("desk")
def test_the_name_to_show_is_chosen_and_a_further_one_is_found(waqai: Streams, tmp_path: Path) -> None:
    assert waqai("actors", "rename", "usa", "Washington's forces").out == "rename usa, Washington's forces, en\n"
    assert str(listed(waqai)["usa"]["names"]).count("Washington's forces") == 1
    assert "(rana)" not in waqai("actors", "show", "usa").out
    assert waqai("actors", "add", "usa", "جماعة واشنطن", "--who", "rana").out == "name usa, جماعة واشنطن, ar\n"
    assert "جماعة واشنطن  (rana)" in waqai("actors", "show", "usa").out
    waqai("add", written(tmp_path / "three.txt", "قصفت جماعة واشنطن مستودعا في إدلب في 11 أيار 2023."))
    assert listed(waqai)["usa"]["events"] == 2


@pytest.mark.usefixtures("desk")
def test_who_is_hidden_is_in_no_event_until_it_is_shown_again(waqai: Streams) -> None:
    assert waqai("actors", "hide", "usa", "israel").code == 0
    found = listed(waqai)
    assert (found["usa"]["events"], found["usa"]["state"]) == (0, "hidden")
    exported = json.loads(waqai("export", "--format", "json").out)
    assert [event["actors"] for event in exported["events"] if "depot" in event["title"]] == [[]]
    assert waqai("actors", "unhide", "usa").out == "undo of hide usa\n"
    assert listed(waqai)["usa"]["events"] == 1
    said = waqai("actors", "unhide", "usa")
    assert said.code != 0
    assert "is not hidden" in said.err
    waqai("decide", "undo")
    assert listed(waqai)["usa"]["state"] == "hidden"


@pytest.mark.usefixtures("desk")
def test_in_one_report_a_name_is_somebody_else_s_and_undo_takes_it_back(waqai: Streams) -> None:
    assert waqai("actors", "other", "usa", "one").out == "other usa, usa~2 in 1 report\n"
    assert {id for id in listed(waqai) if id.startswith("usa")} == {"usa~2"}
    assert waqai("decide", "undo").out == "undo of other usa, usa~2 in 1 report\n"
    assert {id for id in listed(waqai) if id.startswith("usa")} == {"usa"}


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "words, told",
    [
        (["frobnicate"], "there are list, show"),
        (["hidee", "usa"], "did you mean «hide»?"),
        (["show", "nobody at all"], "no actor is called «nobody at all»"),
        (["show"], "show NAME"),
        (["merge", "usa"], "merge NAME OTHER…"),
        (["merge", "usa", "usa"], "is itself"),
        (["split", "usa", "israel"], "nobody was joined to it"),
        (["rename", "usa", "،"], "has no letters"),
        (["other", "usa", "onne"], "did you mean «one»?"),
    ],
)
def test_what_cannot_be_done_says_what_to_write(waqai: Streams, words: list[str], told: str) -> None:
    said = waqai("actors", *words)
    assert said.code != 0
    assert told in said.err
    assert waqai("library", "log").out == ""


def test_without_a_library_nothing_is_kept(waqai: Streams) -> None:
    said = waqai("actors", "hide", "usa")
    assert said.code != 0
    assert "waqai add PATH" in said.err


def test_pairs_that_may_be_one_are_asked_for_until_a_person_says(waqai: Streams, tmp_path: Path) -> None:
    one = "The Red Well Council fined two shops on 3 May 2023. Brigadier Samir Hadlan said so on 4 May 2023."
    two = "Brigadier Samir Hasan Hadlan arrested two men on 9 May 2023."
    assert waqai("add", written(tmp_path / "one.txt", one), written(tmp_path / "two.txt", two)).code == 0
    [pair] = json.loads(waqai("actors", "pairs", "--format", "json").out)["pairs"]
    assert (pair["why"], pair["events"]) == ("parts", ["1", "1"])
    said = waqai("actors", "pairs")
    assert said.out.startswith(f"{pair['one']}  {pair['other']}  ")
    assert "merge|different|unsure" in said.err
    assert waqai("actors", "unsure", pair["one"], pair["other"]).code == 0
    assert len(waqai("actors", "pairs").out.splitlines()) == 1
    assert waqai("actors", "different", pair["one"], pair["other"]).code == 0
    assert waqai("actors", "pairs").out == ""
    assert waqai("actors", "different", pair["one"], pair["one"]).code != 0
    waqai("decide", "undo")
    assert len(waqai("actors", "pairs").out.splitlines()) == 1
    assert waqai("actors", "merge", pair["one"], pair["other"]).code == 0
    assert waqai("actors", "pairs").out == ""


def test_groups_without_a_name_stand_apart_from_who_has_one(waqai: Streams, tmp_path: Path) -> None:
    told = "اقتحم مسلحون مستودعا في حلب في 9 أيار 2023. وقصف مسلحون مستودعا في إدلب في 10 أيار 2023."
    assert waqai("add", written(tmp_path / "one.txt", told), written(tmp_path / "two.txt", TWO)).code == 0
    found = listed(waqai)
    assert {id: one["state"] for id, one in found.items()} == {"israel": "", "some:militants": "unnamed"}
    assert list(found) == ["israel", "some:militants"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("atme", ["in Idlib, Syria", "(district: of Idlib, in which it lies; GeoNames)"]),
        ("Aleppo", ["in Syria", "(town; GeoNames)"]),
        ("red-sea", ["no coordinates are known"]),
    ],
)
def test_a_place_is_shown_with_what_it_lies_in_and_how_exactly_its_point_is_known(
    waqai: Streams, place: str, lines: list[str]
) -> None:
    told = waqai("places", "show", place).out
    assert all(line in told for line in lines)
