"""What is taken in from another library and from conflict copies, and where two people differ."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from store.care.joining import join, join_copies
from store.care.verify import verify
from store.decisions import compaction as fold
from store.decisions import journal
from store.disk.errors import LibraryError
from store.reports.library import Library
from store.reports.original import Original, digest
from tests.store.care.test_verify import PAGE
from tests.store.words import originals
from timeline_core.model.decision import Act, Hold, Target
from timeline_core.model.report import Collected

TARGET = Target("2023-02-10--1", (Hold(PAGE.report.sha256, 0, 4, "غارة"),), "غارة")


@pytest.fixture
def mine(tmp_path: Path) -> Library:
    library = Library(tmp_path / "mine")
    library.add([PAGE, Original.of_text("news", "one")])
    return library


@pytest.fixture
def theirs(tmp_path: Path) -> Library:
    library = Library(tmp_path / "theirs")
    library.add([PAGE, Original.of_text("news", "another"), Original.of_text("more", "one")])
    return library


def test_the_same_bytes_are_one_report_and_a_taken_id_gets_a_number(mine: Library, theirs: Library) -> None:
    joined = join(mine, theirs.folder)
    assert (joined.new, joined.known, joined.problems) == (["news-2"], 2, [])
    assert [report.text for report in mine.reports()] == [PAGE.report.text, "one", "another"]
    assert join(mine, theirs.folder).new == []
    assert verify(mine.folder).problems == []


def test_who_added_a_report_there_stays_known(mine: Library, tmp_path: Path) -> None:
    theirs, signed = Library(tmp_path / "theirs"), Collected("omar", "2023-02-11")
    theirs.add([replace(Original.of_text("more", "two"), collected=signed), Original.of_text("last", "three")])
    join(mine, theirs.folder)
    assert [*mine.collected(["more", "last", "news"]).values()] == [signed]


def test_decisions_are_taken_once_and_disagreements_listed(mine: Library, theirs: Library) -> None:
    accepted = mine.decisions.record(Act.ACCEPT, "sana", [TARGET])
    rejected = theirs.decisions.record(Act.REJECT, "omar", [TARGET])
    theirs.decisions.record(Act.TAG, "omar", [TARGET], ["x"])
    joined = join(mine, theirs.folder)
    assert joined.decisions == 2
    [one] = joined.disagreements
    assert (one.aspect, one.first, one.holds) == ("status", accepted, rejected)
    again = join(mine, theirs.folder)
    assert (again.decisions, again.disagreements) == (0, ())
    assert len(theirs.decisions.log()) == 2


def test_one_person_on_two_machines_may_contradict_himself_unseen(mine: Library, theirs: Library) -> None:
    """A change of mind, made where the first word was known, is none."""
    mine.decisions.record(Act.ACCEPT, "sana", [TARGET])
    theirs.decisions.record(Act.REJECT, "sana", [TARGET])
    assert [one.aspect for one in join(mine, theirs.folder).disagreements] == ["status"]
    join(theirs, mine.folder)
    theirs.decisions.record(Act.REOPEN, "sana", [TARGET])
    assert join(mine, theirs.folder).disagreements == ()
    theirs.decisions.record(Act.ACCEPT, "omar", [TARGET])
    assert [one.holds.who for one in join(mine, theirs.folder).disagreements] == ["omar"]


def test_joined_both_ways_both_hold_the_same(mine: Library, theirs: Library) -> None:
    for library, who in ((mine, "sana"), (theirs, "omar"), (mine, "sana")):
        library.decisions.record(Act.STAR, who, [TARGET])
    theirs.decisions.undo("omar")
    join(mine, theirs.folder)
    join(theirs, mine.folder)
    assert set(mine.decisions.log()) == set(theirs.decisions.log())
    assert {r.sha256 for r in mine.reports()} == {r.sha256 for r in theirs.reports()}


def test_a_spoiled_report_of_theirs_is_not_taken_in(mine: Library, theirs: Library) -> None:
    theirs.add([Original.of_text("gone", "gone")])
    (theirs.folder / "texts" / digest(b"another")).write_bytes(b"forged")
    (theirs.folder / "texts" / digest(b"gone")).unlink()
    joined = join(mine, theirs.folder)
    assert joined.new == []
    assert len(joined.problems) == 2


def test_a_library_of_an_older_version_is_taken_in_and_left_as_it_is(mine: Library, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(Path(__file__).parents[1] / "files" / "library-1", old)
    before = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    assert len(join(mine, old).new) == 2
    assert {path: path.read_bytes() for path in old.rglob("*") if path.is_file()} == before


def test_what_cannot_be_joined(mine: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is this very library"):
        join(mine, mine.folder)
    with pytest.raises(LibraryError, match="holds no library"):
        join(mine, tmp_path)


def test_conflict_copies_are_taken_in_and_put_aside(mine: Library, theirs: Library) -> None:
    """As when two machines that share a folder by a sync program wrote at once."""
    mine.decisions.record(Act.ACCEPT, "sana", [TARGET])
    theirs.decisions.record(Act.REJECT, "omar", [TARGET])
    theirs.decisions.compact()
    theirs.decisions.record(Act.STAR, "omar", [TARGET])
    for name, copy in (
        (fold.FILE, "decisions (Omar's conflicted copy 2023-02-10).json"),
        (fold.JOURNAL, "decisions.sync-conflict-20230210-120000-ABCDEFG.journal"),
        ("reports/0001.json", "reports/0001 2.json"),
    ):
        shutil.copy(theirs.folder / name, mine.folder / copy)
    shutil.copytree(theirs.folder / "texts", mine.folder / "texts", dirs_exist_ok=True)
    joined = join_copies(mine)
    assert (joined.new, joined.decisions, len(joined.disagreements), joined.problems) == (["news-2"], 2, 1, [])
    assert len(joined.aside) == 3
    assert all(path.exists() for path in joined.aside)
    assert verify(mine.folder).problems == []
    assert join_copies(mine).aside == []


def test_a_copy_that_cannot_be_read_stays_and_is_told(mine: Library) -> None:
    copy = mine.folder / "decisions 2.json"
    copy.write_bytes(b"{")
    joined = join_copies(mine)
    assert joined.aside == []
    assert "decisions 2.json: is damaged" in joined.problems[0]
    assert copy.exists()


def test_the_copy_of_a_text_serves_where_the_original_is_spoiled(mine: Library) -> None:
    text = mine.folder / "texts" / digest(b"one")
    shutil.copy(text, text.with_name(f"{text.name} 2"))
    text.write_bytes(b"spoiled")
    join_copies(mine)
    assert text.read_bytes() == b"one"
    assert verify(mine.folder).problems == []


def test_a_journal_of_a_copy_may_be_torn(mine: Library) -> None:
    kept = [mine.decisions.record(Act.STAR, "me").id for _ in range(3)]
    content = (mine.folder / fold.JOURNAL).read_bytes()
    (mine.folder / "decisions 2.journal").write_bytes(content[:-9])
    assert join_copies(mine).decisions == 0
    assert [one.id for one in mine.decisions.log()] == kept
    assert journal.parse(content).torn == b""


def test_nothing_is_there_to_take(tmp_path: Path) -> None:
    library = Library(tmp_path / "new")
    library.add(originals("one"))
    assert join_copies(library).problems == []
