"""What people decided: kept, read again, taken back, and never lost to a crash, a full disk or a flipped bit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.decisions import acts
from store.decisions import compaction as fold
from store.decisions.decisions import Decisions
from store.disk.errors import LibraryError
from store.reports.library import Library
from tests.store.decisions.words import TARGET, ids, tagged
from tests.store.words import originals
from timeline_core.model.decision import Act, Decision, Hold, Target


def test_what_is_recorded_is_read_again_by_everyone(folder: Path) -> None:
    """Before and after folding, in the order of recording; ids ascend."""
    kept = Decisions(folder).record(Act.DATE, "ليلى", [TARGET], ["2023-02-10", "العاشر من شباط"])
    more = tagged(folder, 3)
    assert Decisions(folder).log()[0] == kept
    assert kept.targets == (TARGET,)
    assert Decisions(folder).compact() == 4
    assert ids(folder) == [kept.id, *more] == sorted([kept.id, *more])
    assert Decisions(folder).log()[0] == kept


def test_an_open_log_sees_what_another_process_wrote(folder: Path) -> None:
    mine, theirs = Decisions(folder), Decisions(folder)
    assert mine.log() == ()
    first = theirs.record(Act.STAR, "you")
    looks = [mine.changed, mine.log() == (first,), mine.changed]
    assert looks == [True, True, False]
    theirs.compact()
    second = theirs.record(Act.UNSTAR, "you")
    assert mine.log() == (first, second) == theirs.log()
    third = mine.record(Act.STAR, "me")
    assert theirs.log() == (first, second, third)


def test_undoing_and_doing_again_outlive_the_program_and_keep_to_one_person(folder: Path) -> None:
    first, second = tagged(folder, 2)
    tagged(folder, 1, "you")
    undone = Decisions(folder).undo("me")
    assert undone is not None
    assert undone.undoes == second
    Decisions(folder).compact()
    again = Decisions(folder).redo("me")
    assert again is not None
    assert again.undoes == undone.id
    assert Decisions(folder).redo("me") is None
    assert [one.undoes for _ in range(2) if (one := Decisions(folder).undo("me"))] == [second, first]
    assert Decisions(folder).undo("me") is None


def test_a_clock_that_was_set_back_reorders_nothing(folder: Path) -> None:
    early = Decisions(folder, clock=lambda: 2_000_000).record(Act.STAR, "me")
    late = Decisions(folder, clock=lambda: 1_000_000).record(Act.UNSTAR, "me")
    assert early.order < late.order
    Decisions(folder).compact()
    assert late.order < Decisions(folder, clock=lambda: 5).record(Act.STAR, "me").order


def test_all_of_several_are_kept_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagged(folder, 1)
    before = (folder / fold.JOURNAL).read_bytes()
    drafts = [Decision("", Act.STAR, "", "me")] * 3

    def fails(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", fails)
        with pytest.raises(LibraryError, match="the disk is full"):
            Decisions(folder).record_all(drafts)
    assert (folder / fold.JOURNAL).read_bytes() == before
    assert len(Decisions(folder).record_all(drafts)) == 3


def test_deciding_reads_none_of_what_was_folded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of one decision does not grow with their number; the journal is kept short by folding."""
    tagged(folder, 3)
    Decisions(folder).compact()
    with monkeypatch.context() as patched:
        patched.setattr(fold, "documents", lambda *_: pytest.fail("decisions.json was read"))
        Decisions(folder).record(Act.STAR, "me")
    assert len(ids(folder)) == 4


def test_closing_folds_where_it_is_worth_it(folder: Path) -> None:
    decisions = Decisions(folder)
    decisions.record(Act.STAR, "me")
    decisions.log()
    decisions.close()
    assert len(fold.documents(folder)) == 1
    tagged(folder, 200)
    Decisions(folder).compact()
    decisions.record(Act.STAR, "me")
    decisions.log()
    decisions.close()
    assert len(fold.documents(folder)) == 201


def test_decisions_of_others_are_taken_once(folder: Path, tmp_path: Path) -> None:
    Library(tmp_path / "other").add(originals("one"))
    tagged(tmp_path / "other", 2)
    theirs = Decisions(tmp_path / "other").log()
    mine = Decisions(folder)
    mine.record(Act.STAR, "you")
    assert mine.take(theirs) == theirs
    assert mine.take(theirs) == ()
    assert len(ids(folder)) == 3


def test_no_library_keeps_no_decision(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is no library yet"):
        Decisions(tmp_path / "nothing").record(Act.STAR, "me")
    assert not (tmp_path / "nothing").exists()


def test_a_disk_that_may_only_be_read_is_told_and_still_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No permission keeps root from writing, so that the system's answer is played."""
    kept = tagged(folder, 2)

    def refuses(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", str(folder / ".lock-decisions"))

    with monkeypatch.context() as patched:
        patched.setattr("filelock.FileLock.acquire", refuses)
        for act in (lambda: Decisions(folder).record(Act.STAR, "me"), Decisions(folder).compact):
            with pytest.raises(LibraryError, match="its disk may only be read; make it writable"):
                act()
        assert ids(folder) == kept
    assert ids(folder) == kept


def words() -> st.SearchStrategy[str]:
    return st.text(max_size=20)


HOLDS = st.builds(
    Hold, words(), st.integers(0, 9), st.integers(9, 99), words(), words(), words(), st.sampled_from(["", "occurrence"])
)
TARGETS = st.builds(Target, words(), st.lists(HOLDS, max_size=2).map(tuple), words())
DECISIONS = st.builds(
    Decision, words(), st.sampled_from(Act), words(), words(), st.lists(TARGETS, max_size=2).map(tuple),
    st.lists(words(), max_size=2).map(tuple), words(), st.booleans(),
)  # fmt: skip


@given(DECISIONS)
def test_a_decision_survives_its_json(decision: Decision) -> None:
    from store.decisions import journal

    [line] = journal.parse(journal.line(7, acts.document(decision)), begins=False).lines
    assert (line.sequence, acts.decision(line.document)) == (7, decision)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"id": 1},
        {"id": "x", "at": "", "who": ""},
        {"id": "x", "at": "", "who": "", "act": "dream"},
        {"id": "x", "at": "", "who": "", "act": "star", "values": [1]},
        {"id": "x", "at": "", "who": "", "act": "star", "targets": [{}]},
        {"id": "x", "at": "", "who": "", "act": "star", "targets": [{"holds": [{"report": "x"}]}]},
        {"id": "x", "at": "", "who": "", "act": "star", "targets": [{"holds": [
            {"report": "x", "start": 5, "end": 2, "exact": ""}]}]},
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(acts.ActError):
        acts.decision(document)
