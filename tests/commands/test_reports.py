"""`waqai reports`: the day, outlet and language of a report can be mended after it was added, and it can be removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.store.words import written

RAID = "قتل ثلاثة مدنيين أمس في قصف على بلدة المنارة."
OTHER = "Two soldiers were killed on 3 May 2023 in Kirkuk."


@pytest.fixture
def desk(waqai: Streams, tmp_path: Path) -> Path:
    """A library of two reports."""
    path = written(tmp_path / "raid.txt", RAID)
    assert waqai("add", path, written(tmp_path / "other.txt", OTHER)).code == 0
    return Path(path)


def listed(waqai: Streams) -> dict[str, dict[str, object]]:
    said = waqai("reports", "list", "--format", "json")
    assert said.code == 0
    return {one["id"]: one for one in json.loads(said.out)["reports"]}


def days(waqai: Streams, word: str) -> list[str]:
    events = json.loads(waqai("export", "--format", "json").out)["events"]
    return [event["when"]["edtf"] for event in events if word in event["title"] and event["when"]]


@pytest.mark.usefixtures("desk")
def test_all_reports_are_listed_with_where_their_day_is_from(waqai: Streams) -> None:
    found = listed(waqai)
    assert [*found] == ["raid", "other"]
    assert (found["raid"]["published"], found["raid"]["day_from"]) == ("", "unknown")
    assert found["other"]["events"] == 1
    assert waqai("reports").out == waqai("reports", "list").out
    assert waqai("reports", "list", "--format", "csv").out.startswith(
        "id,published,day_from,publisher,lang,events,state"
    )
    assert len(waqai("reports", "list", "--format", "jsonl").out.splitlines()) == 2


@pytest.mark.usefixtures("desk")
def test_a_day_that_is_set_dates_the_events(waqai: Streams) -> None:
    assert days(waqai, "مدنيين") == []
    said = waqai("reports", "set", "raid", "published=16 شباط 2023", "publisher=SOHR", "--who", "rana")
    assert said.out == "raid: published is 2023-02-16\nraid: publisher is SOHR\n"
    assert days(waqai, "مدنيين") == ["2023-02-15"]
    row = listed(waqai)["raid"]
    assert (row["published"], row["day_from"], row["publisher"]) == ("2023-02-16", "set by rana", "SOHR")


@pytest.mark.usefixtures("desk")
def test_it_is_a_decision_that_is_undone_like_any_other(waqai: Streams) -> None:
    waqai("reports", "set", "raid", "published=2023-02-16", "--who", "rana")
    log = waqai("library", "log")
    assert "rana  set raid published=2023-02-16" in log.out
    assert waqai("decide", "undo", "--who", "rana").out == "undo of set raid published=2023-02-16\n"
    assert days(waqai, "مدنيين") == []
    assert waqai("decide", "redo", "--who", "rana").code == 0
    assert days(waqai, "مدنيين") == ["2023-02-15"]


@pytest.mark.usefixtures("desk")
def test_an_empty_value_gives_back_what_the_file_says_and_none_that_nobody_knows(waqai: Streams, desk: Path) -> None:
    waqai("add", written(desk.parent / "dated.md", f"---\npublished: 2023-05-09\n---\n{RAID} ثم آخر"))
    waqai("reports", "set", "dated", "published=none")
    assert listed(waqai)["dated"]["published"] == ""
    waqai("reports", "set", "dated", "published=")
    assert (listed(waqai)["dated"]["published"], listed(waqai)["dated"]["day_from"]) == ("2023-05-09", "its file")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "words, told",
    [
        (("set", "rai", "published=2023"), "no report is called «rai»; did you mean «raid»?"),
        (("set", "raid", "publishd=2023"), "«publishd» is no field of a report; did you mean «published»?"),
        (("set", "raid", "published=soon"), "«soon» is no day; write published=2023-02-16"),
        (("set", "raid", "lang=klingonish"), "«klingonish» is no language that is known here; write ar or en, or for"),
        (("set", "raid", "lang=xx"), "«xx» is no language that is known here; write ar or en, or for dates alone ru"),
        (("set", "raid"), "write «waqai reports set ID FIELD=VALUE»"),
        (("remov", "raid"), "«remov» is no action; did you mean «remove»?"),
        (("restore", "raid"), "raid is not in the bin"),
        (("remove",), "name a report"),
    ],
)
def test_what_cannot_be_understood_is_told_and_changes_nothing(
    waqai: Streams, words: tuple[str, ...], told: str
) -> None:
    said = waqai("reports", *words)
    assert said.code != 0
    assert told in said.err
    assert waqai("library", "log").out == ""


@pytest.mark.usefixtures("desk")
def test_a_report_in_the_bin_tells_nothing_and_comes_back(waqai: Streams) -> None:
    [day] = days(waqai, "Kirkuk")
    [id] = [
        one["id"] for one in json.loads(waqai("export", "--format", "json").out)["events"] if "Kirkuk" in one["title"]
    ]
    waqai("decide", id, "star")
    said = waqai("reports", "remove", "other")
    assert said.out.startswith(
        "other is in the bin; 1 decision about it is kept, and finds nothing; «waqai reports restore"
    )
    assert days(waqai, "Kirkuk") == []
    assert (listed(waqai)["other"]["state"], listed(waqai)["other"]["events"]) == ("in the bin", 0)
    assert "finds no event" in waqai("library", "verify", "--events").out
    assert waqai("reports", "restore", "other").out == "other is back\n"
    assert days(waqai, "Kirkuk") == [day]
    assert waqai("library", "verify", "--events").code == 0


@pytest.mark.usefixtures("desk")
def test_a_language_of_which_dates_alone_are_read_can_be_set(waqai: Streams) -> None:
    assert waqai("reports", "set", "raid", "lang=FR-be").out == "raid: lang is fr\n"


@pytest.mark.usefixtures("desk")
def test_undo_takes_back_that_a_report_was_restored_and_then_what_was_before(waqai: Streams) -> None:
    waqai("reports", "remove", "other", "--who", "rana")
    waqai("reports", "restore", "other", "--who", "rana")
    for verb, state in (("undo", "in the bin"), ("redo", "kept"), ("undo", "in the bin"), ("undo", "kept")):
        assert waqai("decide", verb, "--who", "rana").code == 0
        assert listed(waqai)["other"]["state"] == state
    assert waqai("decide", "undo", "--who", "rana").code != 0


def test_a_thread_stays_a_thread_in_the_order_of_its_messages(waqai: Streams, desk: Path) -> None:
    """The newest stands first in an export of Messenger, and part of a chat is often added later."""
    messages = [
        {"sender_name": "Rana", "timestamp_ms": 1683028800000 - 1000 * n, "content": f"{OTHER} {n}"} for n in range(3)
    ]
    for name, some in (("one.json", messages[:2]), ("two.json", messages[2:])):
        waqai("add", written(desk.parent / name, json.dumps({"title": "Desk", "messages": some})))
    waqai("add", written(desk.parent / "last.txt", f"{OTHER} last"))
    rows = waqai("reports").out.splitlines()
    assert [row.split("  ")[0].strip() or row.split("  ")[1] for row in rows] == [
        "raid", "other", "Desk:", "two", "one-2", "one", "last",
    ]  # fmt: skip


def test_a_colleague_gets_it_and_two_who_differ_are_told(waqai: Streams, desk: Path, tmp_path: Path) -> None:
    waqai("--library", tmp_path / "theirs", "add", desk)
    waqai("--library", tmp_path / "theirs", "reports", "set", "raid", "published=2023-02-17", "--who", "samir")
    said = waqai("library", "merge", tmp_path / "theirs")
    assert "1 decision taken in" in said.out
    assert days(waqai, "مدنيين") == ["2023-02-16"]
    waqai("reports", "set", "raid", "published=2023-02-20", "--who", "rana")
    waqai("--library", tmp_path / "theirs", "reports", "set", "raid", "published=2023-02-19", "--who", "samir")
    conflict = waqai("library", "merge", tmp_path / "theirs").out
    assert "raid: published: set raid published=2023-02-19 (samir" in conflict


def test_what_is_exported_as_lines_comes_home_with_it(waqai: Streams, desk: Path, tmp_path: Path) -> None:
    assert desk
    waqai("reports", "set", "raid", "published=2023-02-16")
    waqai("export", "--format", "jsonl", "-o", tmp_path / "all.jsonl")
    waqai("--library", tmp_path / "theirs", "add", tmp_path / "all.jsonl")
    said = waqai("--library", tmp_path / "theirs", "list")
    assert "15 Feb 2023" in said.out


@pytest.mark.usefixtures("desk")
def test_without_a_library_there_is_nothing_to_list(waqai: Streams, tmp_path: Path) -> None:
    said = waqai("--library", tmp_path / "none", "reports")
    assert said.code == 1
    assert "there is no library" in said.err


class TestAddingAgain:
    """What is said of a report that is kept already is taken in, and told."""

    def test_a_day_that_is_said_later_is_taken_in(self, waqai: Streams, desk: Path) -> None:
        said = waqai("add", desk, "--published", "2023-02-16", "--publisher", "SOHR")
        assert said.out == "1 report read: 0 new, 1 duplicate, 1 updated, 0 failed\n"
        assert days(waqai, "مدنيين") == ["2023-02-15"]
        assert "set raid published=2023-02-16" in waqai("library", "log").out

    def test_what_is_known_already_is_no_update(self, waqai: Streams, desk: Path) -> None:
        waqai("add", desk, "--published", "2023-02-16")
        said = waqai("add", desk, "--published", "2023-02-16")
        assert said.out == "1 report read: 0 new, 1 duplicate, 0 failed\n"
        assert len(waqai("library", "log").out.splitlines()) == 1

    def test_adding_again_with_nothing_said_takes_nothing_back(self, waqai: Streams, desk: Path) -> None:
        waqai("reports", "set", "raid", "published=2023-02-16")
        assert waqai("add", desk).out == "1 report read: 0 new, 1 duplicate, 0 failed\n"
        assert listed(waqai)["raid"]["published"] == "2023-02-16"

    def test_a_map_that_is_named_later_is_taken_in(self, waqai: Streams, tmp_path: Path) -> None:
        table = written(tmp_path / "a.csv", f"text,seen\n{OTHER} a,2023-05-04\n{OTHER} b,2023-05-05\n")
        waqai("add", table)
        said = waqai("add", table, "--map", "published=seen")
        assert said.out == "2 reports read: 0 new, 2 duplicates, 2 updated, 0 failed\n"
        assert listed(waqai)["a-2"]["published"] == "2023-05-05"

    def test_what_lies_in_the_bin_stays_there_and_is_told(self, waqai: Streams, desk: Path) -> None:
        waqai("reports", "remove", "raid")
        said = waqai("add", desk)
        assert ": is in the bin; «waqai reports restore raid» brings it back" in said.err


def test_what_a_colleague_decided_on_a_report_that_he_removed_comes_with_it(
    waqai: Streams, desk: Path, tmp_path: Path
) -> None:
    """His star finds nothing while the report lies in the bin, is told as that, and finds its event again."""
    theirs = ("--library", tmp_path / "theirs")
    waqai(*theirs, "add", desk.parent / "other.txt", desk)
    [id] = [
        one["id"]
        for one in json.loads(waqai(*theirs, "export", "--format", "json").out)["events"]
        if "Kirkuk" in one["title"]
    ]
    waqai(*theirs, "decide", id, "star")
    waqai(*theirs, "reports", "remove", "other")
    assert (
        "0 reports taken in, 2 here already; 2 decisions taken in" in waqai("library", "merge", tmp_path / "theirs").out
    )
    assert listed(waqai)["other"]["state"] == "in the bin"
    assert "finds no event" in waqai("library", "verify", "--events").out
    waqai("reports", "restore", "other")
    assert days(waqai, "Kirkuk") == ["2023-05-03"]
    assert waqai("library", "verify", "--events").code == 0


def test_a_decision_follows_its_words_where_a_colleague_sets_another_day(
    waqai: Streams, desk: Path, tmp_path: Path
) -> None:
    waqai("reports", "set", "raid", "published=2023-02-16")
    [id] = [
        one["id"] for one in json.loads(waqai("export", "--format", "json").out)["events"] if "مدنيين" in one["title"]
    ]
    waqai("decide", id, "accept")
    waqai("--library", tmp_path / "theirs", "add", desk)
    waqai("--library", tmp_path / "theirs", "reports", "set", "raid", "published=2023-02-20")
    waqai("library", "merge", tmp_path / "theirs")
    [event] = [one for one in json.loads(waqai("export", "--format", "json").out)["events"] if "مدنيين" in one["title"]]
    assert (event["when"]["edtf"], event["status"]) == ("2023-02-19", "accepted")
