"""`waqai library …` as a person meets it: outcomes on standard output, talk on standard error, codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from store.reports.library import Library
from tests.commands.words import Streams
from timeline_core.model.decision import Act, Hold, Target

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture
def library(waqai: Streams, raid: Path) -> Library:
    """One report and three acts of two people, the last taken back."""
    waqai("add", raid)
    library = Library(Path(waqai("locate", "library").out.strip()))
    [report] = library.reports()
    at = report.text.index("\n— ")
    target = Target("2023-02-10--1", (Hold(report.sha256, at, at + 3, report.text[at : at + 3]),), "=غارة")
    library.decisions.record(Act.ACCEPT, "ليلى", [target])
    library.decisions.record(Act.DATE, "Sam", [target], ["2023-02-10", "10 شباط"])
    library.decisions.record(Act.REJECT, "Sam", [target])
    library.decisions.undo("Sam")
    return library


def test_verify_is_silent_data_and_one_line_of_talk_when_all_is_well(waqai: Streams) -> None:
    said = waqai("library", "verify")
    assert (said.code, said.out, said.err) == (0, "", "waqai: 1 report and 4 decisions: all is well\n")


def test_verify_tells_each_problem_as_a_line_and_fails(waqai: Streams, library: Library) -> None:
    for text in (library.folder / "texts").iterdir():
        text.unlink()
    said = waqai("library", "verify")
    assert said.code == 1
    assert said.out.count("\n") == 1
    assert "is gone" in said.out
    assert said.err.endswith("1 problem\n")


def test_verify_looks_at_the_events_too_when_asked(waqai: Streams, library: Library) -> None:
    """The decisions of these tests hang on words that prove no event, and are told as such."""
    said = waqai("library", "verify", "--events")
    assert said.code == 1
    assert [line.partition(" (")[0] for line in said.out.splitlines()] == [
        f"decision {one.id}" for one in library.decisions.log()[:2]
    ]
    assert "finds no event: «=غارة»" in said.out
    assert "waqai: 2 decisions found no event" in waqai("list").err


def test_backup_and_restore(waqai: Streams, library: Library, tmp_path: Path) -> None:
    assert waqai("library", "backup", tmp_path / "x.zip").code == 0
    refused = waqai("library", "restore", tmp_path / "x.zip")
    assert (refused.code, "--replace" in refused.err) == (1, True)
    said = waqai("library", "restore", tmp_path / "x.zip", "--replace")
    assert said.code == 0
    assert said.out == f"1 report and 4 decisions are back in {library.folder}\n"
    assert "the former library is now" in said.err
    assert waqai("--library", tmp_path / "new", "library", "restore", tmp_path / "x.zip").code == 0
    assert len(Library(tmp_path / "new").decisions.log()) == 4


def test_compact_and_repair(waqai: Streams, library: Library) -> None:
    assert waqai("library", "compact").out == "4 decisions folded into decisions.json\n"
    (library.folder / "decisions.json").write_bytes(b"")
    broken = waqai("list")
    assert broken.code == 1
    assert "«waqai library repair» brings back the last good state (4 decisions" in broken.err
    assert waqai("library", "repair").out == "4 decisions brought back\n"
    assert waqai("list").code == 0


def test_merge_takes_a_folder_and_a_backup_and_lists_conflicts(
    waqai: Streams, library: Library, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    waqai("library", "backup", tmp_path / "x.zip")
    waqai("--library", other, "library", "restore", tmp_path / "x.zip")
    target = library.decisions.log()[0].targets[0]
    Library(other).decisions.record(Act.REJECT, "عمر", [target])
    said = waqai("library", "merge", other)
    assert said.code == 0
    first, conflict, line, *_ = said.out.splitlines()
    assert first == "0 reports taken in, 1 here already; 1 decision taken in"
    assert conflict == "1 conflict; the later of two decisions holds:"
    assert "status: reject (عمر, " in line
    assert "holds, not accept (ليلى, " in line
    assert waqai("library", "merge", tmp_path / "x.zip").out.startswith("0 reports taken in, 1 here already; 0 dec")


def test_merge_without_a_name_looks_for_conflict_copies(waqai: Streams, library: Library) -> None:
    assert "there is no conflict copy" in waqai("library", "merge").err
    copy = library.folder / "decisions 2.journal"
    copy.write_bytes((library.folder / "decisions.journal").read_bytes())
    said = waqai("library", "merge")
    assert (said.code, copy.exists()) == (0, False)
    assert "the conflict copy is now" in said.err


def test_the_log_says_who_decided_what_and_when(waqai: Streams) -> None:
    lines = waqai("library", "log").out.splitlines()
    assert [line.split("  ")[1].strip() for line in lines] == ["ليلى", "Sam", "Sam", "Sam"]
    assert "date 2023-02-10 (10 شباط)  2023-02-10--1 =غارة" in lines[1]
    assert lines[2].endswith("[undone]")
    assert "undo of reject" in lines[3]


def test_the_log_is_exported(waqai: Streams, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(waqai("library", "log", "--format", "csv").out)))
    assert [(row["who"], row["act"], row["state"]) for row in rows] == [
        ("ليلى", "accept", "holds"), ("Sam", "date", "holds"), ("Sam", "reject", "undone"), ("Sam", "undo", "holds")
    ]  # fmt: skip
    assert rows[0]["title"] == "'=غارة"
    assert waqai("library", "log", "--format", "json", "-o", tmp_path / "log.json").code == 0
    log = json.loads((tmp_path / "log.json").read_text("utf-8"))
    assert log["format"] == "waqai-log/1"
    objects = [json.loads(line) for line in waqai("library", "log", "--format", "jsonl").out.splitlines()]
    assert objects == log["decisions"]
    assert objects[0]["targets"][0]["holds"][0]["exact"]


@pytest.mark.parametrize(
    "words", [["verify", "x"], ["backup"], ["backup", "a", "b"], ["restore"], ["log", "x"], ["dream"], []]
)
def test_what_is_wrong_on_the_command_line(waqai: Streams, words: list[str]) -> None:
    assert waqai("library", *words).code == 2


@pytest.mark.parametrize("action", ["verify", "compact", "repair"])
def test_where_there_is_no_library(waqai: Streams, tmp_path: Path, action: str) -> None:
    said = waqai("--library", tmp_path / "none", "library", action)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "Error" not in said.err
    assert not (tmp_path / "none").exists()
