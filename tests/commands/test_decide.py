"""`waqai decide`: what a person says of an event from a script, and what lists and exports show of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.commands.words import Streams, process

REPORT = (
    "On 3 March 2021 the army raided a village near Deir ez-Zor.\n\nOn 5 April 2021 a bridge in Raqqa was destroyed."
)
PAIR = "In March 2021 the army raided a village near Deir ez-Zor. A bridge in Raqqa fell on 5 April 2021."


@pytest.fixture
def ids(waqai: Streams, tmp_path: Path) -> list[str]:
    """The events of a library of one report."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    waqai("add", tmp_path / "report.txt")
    found = [event["id"] for event in listed(waqai)]
    assert len(found) == 2
    return found


def listed(waqai: Streams) -> list[dict[str, str]]:
    return [json.loads(line) for line in waqai("list", "--format", "jsonl").out.splitlines()]


def event(waqai: Streams, id: str) -> dict[str, object]:
    [found] = [event for event in json.loads(waqai("export", "--format", "json").out)["events"] if event["id"] == id]
    return dict(found)


def test_what_is_decided_is_told_listed_shown_and_exported(waqai: Streams, ids: list[str]) -> None:
    said = waqai("decide", ids[0], "accept", "--who", "ليلى")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"accept: {ids[0]}  ")
    assert "  accepted  " in said.out
    assert event(waqai, ids[0])["status"] == "accepted"
    shown = waqai("show", ids[0]).out
    assert ", accepted\n" in shown
    assert "Decided    accept (ليلى, " in shown
    assert waqai("list", "status:accepted").out.startswith(ids[0])


def test_a_date_in_any_wording_is_kept_with_its_words_and_the_machines_own_comes_back(
    waqai: Streams, ids: list[str]
) -> None:
    said = waqai("decide", ids[0][:12], "date", "10 شباط 2023")
    assert said.out.startswith(f"date 2023-02-10 (10 شباط 2023): {ids[0]}")
    assert event(waqai, ids[0])["when"]["edtf"] == "2023-02-10"  # type: ignore[index]
    assert "Machine    Wednesday 3 March 2021 (2021-03-03)" in waqai("show", ids[0]).out
    assert waqai("decide", ids[0], "date", "").out.startswith("date as the machine has it")
    assert event(waqai, ids[0])["when"]["edtf"] == "2021-03-03"  # type: ignore[index]


def test_words_of_every_act(waqai: Streams, ids: list[str]) -> None:
    waqai("decide", ids[0], "tag", "#urgent", "to check")
    waqai("decide", ids[0], "untag", "urgent")
    waqai("decide", ids[0], "note", "ask", "the", "source")
    waqai("decide", ids[0], "title", "A raid")
    waqai("decide", ids[0], "kind", "planned")
    waqai("decide", ids[0], "actors", "داعش", "sdf")
    waqai("decide", ids[0], "star")
    found = event(waqai, ids[0])
    wanted = {"tags": ["to check"], "note": "ask the source", "title": "A raid", "kind": "planned"}
    assert {name: found[name] for name in wanted} == wanted
    assert found["actors"] == ["isis", "sdf"]
    assert waqai("decide", ids[0], "actors", "").out.startswith("actors as the machine has it")
    assert event(waqai, ids[0])["actors"] != ["isis", "sdf"]


def test_several_at_once_and_the_rest_of_them_after_an_undo(waqai: Streams, ids: list[str]) -> None:
    said = waqai("decide", *ids, "reject")
    assert [line.split(":")[0] for line in said.out.splitlines()] == ["reject", "reject"]
    back = waqai("decide", "undo")
    assert back.out.startswith(f"undo of reject: {ids[1]}")
    assert waqai("decide", "redo").out.startswith(f"redo of reject: {ids[1]}")
    assert waqai("decide", ids[0], "undo").out.startswith(f"undo of reject: {ids[0]}")
    assert [one["status"] for one in listed(waqai)] == ["draft", "rejected"]


def test_undo_keeps_to_the_person(waqai: Streams, ids: list[str]) -> None:
    waqai("decide", ids[0], "star", "--who", "omar")
    said = waqai("decide", "undo", "--who", "sana")
    assert (said.code, said.out) == (1, "")
    assert said.err == "waqai: sana has decided nothing that could be taken back\n"
    assert waqai("decide", "redo", "--who", "omar").code == 1


def test_merge_and_split(waqai: Streams, ids: list[str]) -> None:
    assert waqai("decide", ids[0], "merge", ids[1]).code == 0
    [one] = listed(waqai)
    assert one["id"] == ids[0]
    assert waqai("show", ids[1]).out.splitlines()[0] == one["title"]
    assert "2 quotes" in waqai("decide", ids[0], "split", "3").err
    assert waqai("decide", ids[0], "split", "2").code == 0
    assert len(listed(waqai)) == 2
    waqai("decide", "undo")
    assert waqai("decide", ids[0], "split").code == 0
    assert len(listed(waqai)) == 2


def test_after_a_split_a_date_and_a_note_stay_with_the_event_that_was_named(waqai: Streams, tmp_path: Path) -> None:
    """A saying stands before what it tells, but the reader gave both to the deed."""
    (tmp_path / "claim.txt").write_text(
        "The police said on 19 May 2023 that they killed Hamza al-Homsi in Manbij on 17 May 2023.", "utf-8"
    )
    waqai("add", tmp_path / "claim.txt")
    deed, saying = (one["id"] for one in listed(waqai))
    waqai("decide", deed, "merge", saying)
    waqai("decide", deed, "date", "2023-05-16")
    waqai("decide", deed, "note", "checked")
    assert waqai("decide", deed, "split").code == 0
    assert (event(waqai, deed)["note"], event(waqai, saying)["note"]) == ("checked", "")
    assert event(waqai, deed)["when"]["edtf"] == "2023-05-16"  # type: ignore[index]


def test_many_from_standard_input_in_one_writing(waqai: Streams, ids: list[str]) -> None:
    lines = [
        {"id": ids[0], "act": "accept"}, {"ids": ids, "act": "tag", "values": ["x"]}, {"id": "none", "act": "star"},
        {"id": ids[0], "act": "dream"}, {"id": 5, "act": "star"}, ["x"],
    ]  # fmt: skip
    told = "\n\n".join(json.dumps(line) for line in lines) + "\n{bad\n"
    said = waqai("decide", "-", stdin=told.encode())
    assert said.code == 1
    assert len(said.out.splitlines()) == 3
    assert [line.split(": ")[1] for line in said.err.splitlines()[:-1]] == [f"line {n}" for n in (5, 7, 9, 11, 12)]
    assert said.err.endswith("3 decisions kept, 5 not understood\n")


@pytest.mark.parametrize(
    "words, told",
    [
        (["ID", "rejct"], "did you mean «reject»?"),
        (["ID", "dream"], "is nothing that can be decided"),
        (["ID"], "is nothing that can be decided"),
        (["accept"], "write the id of an event"),
        (["2021", "accept"], "several events begin with «2021»"),
        (["1999", "accept"], "no event is called «1999»"),
        (["ID", "accept", "now"], "nothing stands behind «accept», but there is «now»"),
        (["ID", "date", "soon"], "no date can be read in «soon»"),
        (["ID", "date", "2023-13"], "no date can be read"),
        (["ID", "kind", "plan"], "did you mean «planned»?"),
        (["ID", "tag"], "write the tag behind it"),
        (["ID", "actors", "Nobody Known"], "no actor is called «Nobody Known»"),
        (["ID", "merge", "ID"], "joins other events"),
        (["ID", "split", "1"], "write the numbers"),
        (["undo", "now"], "alone"),
    ],
)
def test_what_is_not_understood_is_told_and_nothing_is_recorded(
    waqai: Streams, ids: list[str], words: list[str], told: str
) -> None:
    said = waqai("decide", *(ids[0] if word == "ID" else word for word in words))
    assert (said.code, said.out) == (1, "")
    assert told in said.err
    assert waqai("library", "log").out == ""


def test_one_wrong_of_several_records_none_of_them(waqai: Streams, ids: list[str]) -> None:
    assert waqai("decide", ids[0], "none", "accept").code == 1
    assert waqai("library", "log").out == ""


def test_without_a_library_nothing_is_decided(waqai: Streams, own_home: Path) -> None:
    said = waqai("decide", "x", "accept")
    assert said.code == 1
    assert "«waqai add PATH» makes one" in said.err
    assert not (own_home / "waqai" / "library").exists()


def test_the_name_in_the_settings_decides_and_no_other_while_they_cannot_be_read(
    waqai: Streams, ids: list[str], own_home: Path
) -> None:
    config = own_home / "waqai" / "config.toml"
    config.write_text('[person]\nname = "ليلى\\n حداد"\n', "utf-8")
    waqai("decide", ids[0], "star")
    config.write_text("[person]\nname = 5\n", "utf-8")
    refused = waqai("decide", ids[0], "unstar")
    assert refused.code == 1
    assert "mend the file, or say --who NAME" in refused.err
    log = [json.loads(line) for line in waqai("library", "log", "--format", "jsonl").out.splitlines()]
    assert [one["who"] for one in log] == ["ليلى حداد"]


def test_decisions_outlive_better_rules_for_they_hang_on_words(waqai: Streams, ids: list[str], tmp_path: Path) -> None:
    """Another report that tells of the same changes the event; the decision stays with it."""
    waqai("decide", ids[0], "star")
    (tmp_path / "pair.txt").write_text(PAIR, "utf-8")
    waqai("add", tmp_path / "pair.txt")
    assert "starred" in waqai("show", ids[0]).out


def test_a_decision_from_a_process(waqai: Streams, ids: list[str]) -> None:
    library = waqai("locate", "library").out.strip()
    done = process("--library", library, "decide", ids[0], "accept")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_decision_is_told_on_one_line_that_commands_nothing(waqai: Streams, ids: list[str]) -> None:
    said = waqai("decide", ids[0], "note", "n\x1b[31m\u202e\nwaqai: all is well")
    assert said.out.count("\n") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said.out)
