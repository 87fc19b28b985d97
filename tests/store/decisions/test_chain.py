"""Each decision holds what stood before it: what is changed, taken out or moved is told, wherever it stands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.care.joining import join
from store.care.verify import verify
from store.decisions import acts, journal, proof
from store.decisions import compaction as fold
from store.decisions.decisions import Decisions
from store.disk import chaining, migrations
from store.disk.errors import LibraryError
from store.reports.library import Library
from tests.store.decisions.words import ids
from tests.store.words import originals
from timeline_core.model.decision import Act

FILES = Path(__file__).parents[1] / "files"
MANY, FOLDED = 20, 8
Documents = dict[int, dict[str, Any]]


def decided(folder: Path, count: int, who: str = "me") -> Decisions:
    decisions = Decisions(folder)
    for number in range(count):
        decisions.record(Act.TAG, who, values=[str(number)])
    return decisions


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of twenty decisions, of which eight are folded."""
    folder = tmp_path_factory.mktemp("chain") / "library"
    Library(folder).add(originals("one"))
    decided(folder, FOLDED).compact()
    decided(folder, MANY - FOLDED)
    return folder


def rewritten(folder: Path, change: Callable[[Documents], None]) -> list[str]:
    """What verify says once the decisions were changed by who knows all other checksums."""
    documents = fold.kept(folder)
    change(documents)
    folded = {number: one for number, one in documents.items() if number <= FOLDED}
    fold.replace(folder, folded)
    head = journal.head_behind(FOLDED, folded.get(FOLDED))
    lines = [journal.line(number, one) for number, one in documents.items() if number > FOLDED]
    journal.begin(folder / fold.JOURNAL, head, lines)
    return verify(folder).problems


def changed(place: int) -> Callable[[Documents], None]:
    return lambda documents: documents[place].update(values=["another"])


def taken_out(place: int) -> Callable[[Documents], None]:
    def change(documents: Documents) -> None:
        rest = [one for number, one in documents.items() if number != place]
        documents.clear()
        documents.update(enumerate(rest, 1))

    return change


def moved(place: int) -> Callable[[Documents], None]:
    """It changes places with the next one."""

    def change(documents: Documents) -> None:
        documents[place], documents[place + 1] = documents[place + 1], documents[place]

    return change


def copied(folder: Path, place: Path) -> Path:
    shutil.copytree(folder, place)
    return place


@pytest.mark.parametrize("place", range(1, MANY + 1))
def test_a_changed_decision_is_told_by_its_name(twenty: Path, tmp_path: Path, place: int) -> None:
    problems = rewritten(copied(twenty, tmp_path / "library"), changed(place))
    id = fold.kept(twenty)[place]["id"]
    assert any(f"decision {id} (tag by me" in problem for problem in problems)
    assert place == 1 or any("is not as it was recorded: it was changed" in problem for problem in problems)


@pytest.mark.parametrize("place", range(1, MANY))
def test_a_decision_that_was_taken_out_is_told(twenty: Path, tmp_path: Path, place: int) -> None:
    problems = rewritten(copied(twenty, tmp_path / "library"), taken_out(place))
    follows = fold.kept(twenty)[place + 1]["id"]
    assert any(id in problem and "was taken out" in problem for problem in problems for id in (follows,))


@pytest.mark.parametrize("place", range(1, MANY))
def test_decisions_that_changed_places_are_told(twenty: Path, tmp_path: Path, place: int) -> None:
    assert rewritten(copied(twenty, tmp_path / "library"), moved(place)) != []


def test_the_last_one_that_was_taken_out_is_missed_by_who_noted_the_head(twenty: Path, tmp_path: Path) -> None:
    noted = fold.kept(twenty)[MANY][proof.CHAIN]
    folder = copied(twenty, tmp_path / "library")
    assert rewritten(folder, taken_out(MANY)) == []
    assert proof.covered(fold.kept(folder).values(), noted) == 0
    assert proof.covered(fold.kept(twenty).values(), noted) == MANY


def test_all_that_is_left_alone_is_sound(twenty: Path, tmp_path: Path) -> None:
    folder = copied(twenty, tmp_path / "library")
    assert rewritten(folder, lambda _: None) == []
    Decisions(folder).compact()
    decided(folder, 2)
    assert verify(folder).problems == []
    heads = [one[proof.CHAIN] for one in fold.kept(folder).values()]
    assert heads == proof.heads(map(acts.document, Decisions(folder).log()))


def test_a_journal_that_is_read_alone_goes_on_with_the_chain(twenty: Path, tmp_path: Path) -> None:
    """What was folded is not read for one more decision, also where the journal is empty."""
    folder = copied(twenty, tmp_path / "library")
    Decisions(folder).record(Act.STAR, "me")
    Decisions(folder).compact()
    Decisions(folder).record(Act.STAR, "me")
    assert verify(folder).problems == []


def test_in_a_merged_library_both_chains_are_still_to_be_walked(twenty: Path, tmp_path: Path) -> None:
    """The head that a colleague noted stands for the same decisions here, whatever stands between and behind them."""
    here, there = copied(twenty, tmp_path / "here"), tmp_path / "there"
    Library(there).add(originals("two"))
    decided(there, 5, "Sam")
    noted = [fold.kept(folder)[last][proof.CHAIN] for folder, last in ((there, 5), (here, MANY))]
    for into, other in ((here, there), (there, here)):
        joined = join(Library(into), other)
        assert joined.problems == []
        decided(into, 2)
        found = verify(into)
        assert (found.problems, found.loose) == ([], 0)
        assert [proof.covered(fold.kept(into).values(), head) for head in noted] == [5, MANY]
    third = tmp_path / "third"
    Library(third).add(originals("three"))
    assert join(Library(third), there).problems == []
    assert proof.covered(fold.kept(third).values(), noted[0]) == 5
    assert rewritten(third, taken_out(3)) != []


def test_a_fork_that_comes_home_names_what_both_had(twenty: Path, tmp_path: Path) -> None:
    here, fork = (copied(twenty, tmp_path / name) for name in ("here", "fork"))
    for folder, who in ((here, "me"), (fork, "Sam")):
        decided(folder, 3, who)
    noted = fold.kept(fork)[MANY + 3][proof.CHAIN]
    join(Library(here), fork)
    found = verify(here)
    assert (found.problems, found.loose) == ([], 0)
    assert proof.covered(fold.kept(here).values(), noted) == MANY + 3


def test_a_library_whose_chain_is_broken_is_told_where_it_is_merged(twenty: Path, tmp_path: Path) -> None:
    other, mine = copied(twenty, tmp_path / "other"), tmp_path / "mine"
    rewritten(other, taken_out(9))
    Library(mine).add(originals("two"))
    joined = join(Library(mine), other)
    assert [problem for problem in joined.problems if "does not follow on the decision before it" in problem]
    assert joined.decisions == MANY - 1
    found = verify(mine)
    assert (found.problems, found.loose) == ([], 1)


def test_a_repair_chains_anew_what_is_left(twenty: Path, tmp_path: Path) -> None:
    folder = copied(twenty, tmp_path / "library")
    assert rewritten(folder, taken_out(5)) != []
    assert Decisions(folder).repair() == (MANY - 1, True)
    decided(folder, 1)
    assert verify(folder).problems == []


def test_a_repair_that_cannot_bring_all_back_leaves_a_library_that_opens(twenty: Path, tmp_path: Path) -> None:
    folder = copied(twenty, tmp_path / "library")
    for name in (fold.FILE, fold.JOURNAL_BEFORE):
        (folder / name).unlink()
    with pytest.raises(LibraryError):
        Decisions(folder).log()
    assert Decisions(folder).repair() == (MANY - FOLDED, False)
    decided(folder, 1)
    assert len(ids(folder)) == MANY - FOLDED + 1
    assert verify(folder).problems == []


@pytest.mark.parametrize("saved", sorted(FILES.glob("library-[2-9]*")), ids=lambda path: path.name)
def test_each_older_library_gets_its_chain(saved: Path, tmp_path: Path) -> None:
    """And its head is the one that was worked out when none was kept."""
    folder = copied(saved, tmp_path / "library")
    head = proof.heads(map(acts.document, Decisions(saved).log()))[-1]
    migrations.lift_alone(folder, 5)
    kept = fold.kept(folder)
    assert kept[max(kept)][proof.CHAIN] == head
    Decisions(folder).record(Act.STAR, "me")
    Decisions(folder).compact()
    decided(folder, 1)
    assert verify(folder).problems == []
    assert all(proof.CHAIN in one for one in fold.kept(folder).values())


def test_a_migration_that_is_killed_may_be_done_again(tmp_path: Path) -> None:
    folder = copied(FILES / "library-4", tmp_path / "library")
    chaining.with_chain(folder)
    once = {path.name: path.read_bytes() for path in folder.glob("decisions.*")}
    chaining.with_chain(folder)
    assert {path.name: path.read_bytes() for path in folder.glob("decisions.*")} == once


def test_the_migration_leaves_what_it_cannot_read(tmp_path: Path) -> None:
    """A damaged line, a torn end, and a file that a repair has to look at."""
    folder = copied(FILES / "library-4", tmp_path / "library")
    lines = (folder / fold.JOURNAL).read_bytes().splitlines(keepends=True)
    later = journal.encode({"sequence": 5, "decision": {"id": "x", "act": "dream", "at": "", "who": ""}})
    (folder / fold.JOURNAL).write_bytes(b"".join([*lines, b"garbage\n", later, lines[1][:40]]))
    migrations.lift_alone(folder, 5)
    content = journal.read(folder / fold.JOURNAL)
    assert content is not None
    assert (content.spoiled, content.torn) == ([(4, b"garbage")], lines[1][:40])
    assert [*proof.breaks(fold.kept(folder).values())] == []
    assert json.dumps(fold.kept(folder)[5]).count('"act": "dream"') == 1
    broken = copied(FILES / "library-4", tmp_path / "broken")
    (broken / fold.FILE).write_bytes(b"{}")
    migrations.lift_alone(broken, 5)
    Decisions(broken).repair()
    assert verify(broken).problems == []


def test_what_a_library_forgets_leaves_a_whole_chain(tmp_path: Path) -> None:
    from store.care.forgetting import forget
    from timeline_core.model.decision import Hold, Target

    folder = tmp_path / "library"
    library = Library(folder)
    library.add(originals("one", "two"))
    for report in (*library.reports(), *library.reports()):
        hold = Hold(report.sha256, 0, 3, report.text[:3])
        library.decisions.record(Act.STAR, "me", [Target("e", (hold,))])
    forget(folder, library.reports()[0].id, really=True)
    decided(folder, 1)
    found = verify(folder)
    assert (found.problems, found.loose, found.decisions) == ([], 0, 3)
