"""`waqai decide new`: an event that a person makes of words of a report, from a script to every export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams
from timeline_core.export import EXPORTERS

VIGIL = "A vigil is planned for next Friday near the mill."
ROAD = "In 2014 a road was laid; in 2019 it was widened."
TEXT = f"The valley was quiet that week.\n\n{VIGIL} On 3 May 2023 a barn burned.\n{ROAD}"


@pytest.fixture
def library(waqai: Streams, tmp_path: Path) -> Path:
    """A library of one report."""
    (tmp_path / "valley.txt").write_text(TEXT, "utf-8")
    folder = tmp_path / "own"
    assert waqai("--library", folder, "add", tmp_path / "valley.txt", "--published", "2023-05-10").code == 0
    return folder


def made(waqai: Streams, library: Path) -> list[dict[str, object]]:
    told = json.loads(waqai("--library", library, "export", "--format", "json", "status:edited").out)
    return [event for event in (*told["events"], *told["undated"]) if event["made_by"]]


def test_the_date_is_read_in_the_words(waqai: Streams, library: Path) -> None:
    said = waqai("--library", library, "decide", "new", "--report", "valley", "--words", VIGIL, "--who", "lina")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("new 2023-05-12 «A vigil is planned for next Friday near the mill»: 2023-05-12--")
    [event] = made(waqai, library)
    assert (event["kind"], event["status"], event["date_set_by_person"]) == ("planned", "edited", None)
    shown = waqai("--library", library, "show", str(event["id"])).out
    assert "Why        «next Friday» → the next Friday; report published on 10 May 2023\n" in shown
    assert "Kind       planned, made by a person\n" in shown


def test_a_typed_date_counts_from_the_day_of_the_report_and_is_told_as_that_of_a_person(
    waqai: Streams, library: Path
) -> None:
    words = "The valley\n was  quiet"
    asked = ("--report", "val", "--words", words, "--date", "yesterday", "--title", "A quiet day", "--kind", "denial")
    assert waqai("--library", library, "decide", "new", *asked).code == 0
    [event] = made(waqai, library)
    assert (event["title"], event["kind"], event["date_set_by_person"]) == ("A quiet day", "denial", "yesterday")
    assert event["when"]["edtf"] == "2023-05-09"  # type: ignore[index]
    shown = waqai("--library", library, "show", str(event["id"])).out
    assert "Why        date set by a person: «yesterday»\n" in shown


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (("--report", "hill", "--words", VIGIL), "no report is called «hill»"),
        (("--report", "valley", "--words", "A vigil is held"), "does not stand in «valley»"),
        (("--report", "valley", "--words", "was"), "stands at 3 places of «valley»"),
        (("--report", "valley"), "write the words of the report"),
        (("--report", "valley", "--words", ROAD), "several dates («2014», «2019»)"),
        (("--report", "valley", "--words", VIGIL, "--date", "soon"), "no date can be read in «soon»"),
        (("--report", "valley", "--words", VIGIL, "--kind", "riot"), "no kind is called «riot»"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_and_nothing_is_kept(
    waqai: Streams, library: Path, asked: tuple[str, ...], problem: str
) -> None:
    said = waqai("--library", library, "decide", "new", *asked)
    assert (said.code, problem in said.err) == (1, True), said.err
    assert made(waqai, library) == []


def test_what_is_said_of_a_new_event_is_said_of_no_other(waqai: Streams, library: Path) -> None:
    said = waqai("--library", library, "decide", "2023-05-03", "star", "--date", "3 May")
    assert (said.code, "are said of a new event alone" in said.err) == (1, True)


def test_lines_of_standard_input(waqai: Streams, library: Path) -> None:
    lines = [{"act": "new", "report": "valley", "words": VIGIL}, {"act": "new", "report": "valley", "words": "nowhere"}]
    said = waqai("--library", library, "decide", "-", stdin="\n".join(map(json.dumps, lines)).encode())
    assert (said.code, "line 2: «nowhere» does not stand" in said.err) == (1, True)
    assert len(made(waqai, library)) == 1


def test_it_is_undone_done_again_and_decided_upon(waqai: Streams, library: Path) -> None:
    waqai("--library", library, "decide", "new", "--report", "valley", "--words", VIGIL)
    assert waqai("--library", library, "decide", "undo").out.startswith("undo of new 2023-05-12")
    assert made(waqai, library) == []
    assert waqai("--library", library, "decide", "redo").code == 0
    [event] = made(waqai, library)
    id = str(event["id"])
    for words in (("date", "13 May 2023"), ("tag", "mill"), ("title", "Candles"), ("star",), ("accept",)):
        assert waqai("--library", library, "decide", id, *words).code == 0
    listed = waqai("--library", library, "list", "status:accepted", "tag:mill").out
    assert listed.startswith(id)
    assert "Sat 13 May 2023" in listed
    assert waqai("--library", library, "decide", id, "reject").code == 0
    assert waqai("--library", library, "list", "status:rejected").out.startswith(id)


@pytest.mark.parametrize("format", EXPORTERS)
def test_it_stands_in_every_export(waqai: Streams, library: Path, format: str) -> None:
    asked = ("--report", "valley", "--words", VIGIL, "--title", "Candles", "--kind", "occurrence")
    waqai("--library", library, "decide", "new", *asked)
    told = waqai("--library", library, "export", "--format", format).out
    assert "Candles" in told
    assert "seen only by the machine" not in told.split("Candles")[-1].split("2023-05-12--")[0]


def test_a_colleague_takes_it_in_with_the_library(waqai: Streams, library: Path, tmp_path: Path) -> None:
    waqai("--library", library, "decide", "new", "--report", "valley", "--words", VIGIL)
    [event] = made(waqai, library)
    waqai("--library", library, "decide", str(event["id"]), "star")
    theirs = tmp_path / "theirs"
    (tmp_path / "other.txt").write_text("On 7 May 2023 a wall fell.", "utf-8")
    waqai("--library", theirs, "add", tmp_path / "other.txt")
    assert waqai("--library", theirs, "library", "merge", library).code == 0
    [taken] = made(waqai, theirs)
    assert {**taken, "evidence": ""} == {**event, "starred": True, "evidence": ""}


def test_a_report_that_is_gone_leaves_an_orphan_and_comes_back_with_it(waqai: Streams, library: Path) -> None:
    waqai("--library", library, "decide", "new", "--report", "valley", "--words", VIGIL)
    assert waqai("--library", library, "reports", "remove", "valley").code == 0
    told = json.loads(waqai("--library", library, "export", "--format", "json").out)
    assert [one["act"] for one in told["orphans"]] == ["new"]
    assert waqai("--library", library, "decide", "undo").code == 0
    assert len(made(waqai, library)) == 1
