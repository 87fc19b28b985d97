"""What can be brought back of a damaged library is, and what is damaged is put aside."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from store.care.mending import mend
from store.care.verify import verify
from store.decisions import compaction as fold
from store.disk import migrations
from store.disk.errors import LibraryError
from store.reports import shards
from store.reports.library import Library
from tests.store.words import originals
from timeline_core.model.decision import Act

WORDS = ("one", "two", "three", "أربعة", "five")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five reports in two files, and two decisions, one of them folded."""
    monkeypatch.setattr(shards.Shards.__init__, "__defaults__", (3,))
    library = Library(tmp_path / "library")
    library.add(originals(*WORDS))
    library.decisions.record(Act.STAR, "me")
    library.decisions.compact()
    library.decisions.record(Act.UNSTAR, "me")
    return library.folder


def repaired(folder: Path) -> list[str]:
    return list(mend(folder))


def aside(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in (folder / fold.ASIDE).glob("*")]


def test_a_sound_library_is_left_as_it_is(folder: Path) -> None:
    before = {file: file.read_bytes() for file in folder.rglob("*.json")}
    assert repaired(folder) == []
    assert {file: file.read_bytes() for file in folder.rglob("*.json")} == before


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"\xffgarbage", b"[" * 100_000, b'{"reports": [1]}'],
    ids=["empty", "null", "garbage", "deep", "no table"],
)
def test_a_file_of_reports_that_holds_none_is_put_aside_and_the_others_stay(folder: Path, content: bytes) -> None:
    (folder / "reports" / "0001.json").write_bytes(content)
    [line] = repaired(folder)
    assert "0001.json: 0 reports brought back" in line
    assert [one.text for one in Library(folder).reports()] == ["أربعة", "five"]
    assert aside(folder) == [content]
    Library(folder).add(originals(*WORDS))
    assert {one.text for one in Library(folder).reports()} == set(WORDS)
    assert verify(folder).problems == []


def test_of_a_file_that_was_cut_off_every_whole_report_comes_back(folder: Path) -> None:
    file = folder / "reports" / "0001.json"
    whole = file.read_bytes()
    found = set()
    for at in (*range(0, len(whole), 13), len(whole) - 3):
        file.write_bytes(whole[:at])
        repaired(folder)
        texts = [one.text for one in Library(folder).reports()]
        assert texts == [*WORDS[: len(texts) - 2], *WORDS[3:]]
        found.add(len(texts))
    assert found == {2, 3, 4, 5}


def test_of_a_file_with_a_spoiled_report_the_others_come_back(folder: Path) -> None:
    file = folder / "reports" / "0001.json"
    tables = json.loads(file.read_text("utf-8"))
    tables["reports"]["2"]["sha256"] = "../../elsewhere"
    file.write_text(json.dumps(tables), "utf-8")
    with pytest.raises(LibraryError, match="library repair"):
        Library(folder).reports()
    repaired(folder)
    assert [one.text for one in Library(folder).reports()] == ["one", "three", "أربعة", "five"]


@pytest.mark.parametrize(
    "content", [None, b"", b"null", b'{"schema": "two"}', b"\0"], ids=["gone", "empty", "null", "no number", "nul"]
)
def test_a_header_that_is_lost_is_written_anew(folder: Path, content: bytes | None) -> None:
    header = folder / migrations.HEADER
    before = header.read_bytes()
    header.unlink() if content is None else header.write_bytes(content)
    [line] = repaired(folder)
    assert "is written anew" in line
    assert (folder / migrations.HEADER).read_bytes() == before
    assert aside(folder) == ([] if content is None else [content])
    assert (verify(folder).problems, len(Library(folder).decisions.log())) == ([], 2)


def test_a_folder_that_is_no_library_and_a_library_of_a_newer_waqai_are_left_alone(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(LibraryError, match="holds no library"):
        repaired(tmp_path)
    (folder / migrations.HEADER).write_text('{"schema": 99, "name": "x"}', "utf-8")
    with pytest.raises(LibraryError, match="newer Waqai"):
        repaired(folder)


@pytest.mark.parametrize("kept", [(fold.FILE_BEFORE,), (fold.JOURNAL_BEFORE,), (fold.FILE_BEFORE, fold.JOURNAL_BEFORE)])
def test_decisions_that_are_gone_with_their_journal_are_told_and_what_was_before_a_fold_is_offered(
    folder: Path, kept: tuple[str, ...]
) -> None:
    Library(folder).decisions.compact()
    before = {name: (folder / name).read_bytes() for name in (fold.FILE_BEFORE, fold.JOURNAL_BEFORE)}
    for name in (fold.FILE, fold.JOURNAL, *(before.keys() - set(kept))):
        (folder / name).unlink()
    for act in (Library(folder).decisions.log, lambda: Library(folder).decisions.record(Act.STAR, "me")):
        with pytest.raises(LibraryError, match="«waqai library repair» brings back the last good state"):
            act()
    assert verify(folder).problems
    assert Library(folder).decisions.repair()[0] == (1 if len(kept) == 1 else 2)
    assert {name: (folder / name).read_bytes() for name in kept} == {name: before[name] for name in kept}
    assert verify(folder).problems == []


def test_a_library_in_which_nobody_decided_anything_needs_no_repair(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    library.add(originals("one"))
    assert library.decisions.log() == ()
    shutil.rmtree(library.folder / "texts")
    with pytest.raises(LibraryError, match="put the original in its place"):
        library.reports()


def test_a_text_that_is_not_what_was_added_is_never_read(folder: Path) -> None:
    report = Library(folder).reports()[0]
    (folder / "texts" / report.sha256).write_text("two", "utf-8")
    with pytest.raises(LibraryError, match="not what was added"):
        Library(folder).whole(report)
