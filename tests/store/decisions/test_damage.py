"""What is cut, flipped, gone, killed or full costs no decision that was acknowledged, and is told."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from store.decisions import compaction as fold
from store.decisions.decisions import Decisions
from store.disk.errors import LibraryError
from tests.store.decisions.words import RECORDER, ids, tagged
from tests.store.disk.test_crashes import start
from tests.store.words import tampered
from timeline_core.model.decision import Act

MORTAL = """
import os, signal, sys
from pathlib import Path
from store.decisions.decisions import Decisions
from timeline_core.model.decision import Act

left = int(sys.argv[2])
def mortal(act):
    def wrapped(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return act(*given, **named)
    return wrapped
for name in ("fsync", "replace", "write", "link"):
    setattr(os, name, mortal(getattr(os, name)))
decisions = Decisions(Path(sys.argv[1]))
for number in range(3):
    print(decisions.record(Act.TAG, "me", values=[str(number)]).id, flush=True)
    if number == 1:
        decisions.compact()
"""


SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from store.decisions.decisions import Decisions
from timeline_core.model.decision import Act

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
decisions = Decisions(Path(sys.argv[1]))
try:
    for number in range(100):
        print(decisions.record(Act.NOTE, "me", values=["x" * 100]).id)
        if number % 20 == 19:
            decisions.compact()
except Exception as error:
    print(type(error).__name__, error)
    print(len(decisions.log()))
"""


@pytest.mark.parametrize("folded", [False, True])
def test_a_journal_that_is_cut_anywhere_keeps_what_stands_before(folder: Path, folded: bool) -> None:
    kept = tagged(folder, 2)
    if folded:
        Decisions(folder).compact()
    kept += tagged(folder, 3)
    file = folder / fold.JOURNAL
    content = file.read_bytes()
    ends = [place + 1 for place, byte in enumerate(content) if byte == 10]
    for cut in (*range(ends[0], len(content), 37), *ends):
        file.write_bytes(content[:cut])
        whole = len([end for end in ends[1:] if end <= cut])
        before = kept[: (2 if folded else 0) + whole]
        assert ids(folder) == before
        new = Decisions(folder).record(Act.STAR, "me").id
        assert ids(folder) == [*before, new]


def test_a_flipped_bit_costs_its_own_line_and_is_told_and_set_aside(folder: Path) -> None:
    kept = tagged(folder, 6)
    file = folder / fold.JOURNAL
    content = file.read_bytes()
    starts = [0, *(place + 1 for place, byte in enumerate(content) if byte == 10)][:-1]
    chance = random.Random(6)
    for _ in range(60):
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        spoiled = bytearray(content)
        spoiled[place] ^= 1 << bit
        file.write_bytes(spoiled)
        decisions = Decisions(folder)
        hit = max(number for number, begin in enumerate(starts) if begin <= place)
        lost = {kept[hit - 1]} if hit else set()
        lost |= {kept[hit]} if content[place] == 10 and hit < len(kept) else set()
        assert [one.id for one in decisions.log()] == [id for id in kept if id not in lost]
        assert decisions.problems or hit == len(kept)
        new = decisions.record(Act.STAR, "me").id
        assert ids(folder) == [*(id for id in kept if id not in lost), new]
        assert Decisions(folder).problems == ()
    aside = b"".join(path.read_bytes() for path in (folder / fold.ASIDE).iterdir())
    assert any(id.encode() in aside for id in kept)


GARBAGE = (b"", b"  \n", b"null", b"[]", b'{"decisions"', b"\xff\xfe", b"\0" * 99, b'{"decisions": {"x": {}}}')


@pytest.mark.parametrize("content", GARBAGE, ids=repr)
def test_a_damaged_decisions_json_is_left_alone_and_the_last_good_state_is_offered(
    folder: Path, content: bytes
) -> None:
    """No act is missing afterwards: what was replaced by the last fold stands beside, and the journal says the rest."""
    kept = tagged(folder, 2)
    Decisions(folder).compact()
    kept += tagged(folder, 2)
    Decisions(folder).compact()
    kept += tagged(folder, 1)
    file = folder / fold.FILE
    file.write_bytes(content)
    for use in (Decisions(folder).log, Decisions(folder).compact, lambda: Decisions(folder).undo("me")):
        with pytest.raises(LibraryError, match=r"is damaged .*«waqai library repair» .*\(5 decisions, the last of 2"):
            use()
    assert file.read_bytes() == content
    assert Decisions(folder).repair() == (5, True)
    assert ids(folder) == kept
    assert content in [path.read_bytes() for path in (folder / fold.ASIDE).iterdir()]


def test_a_decisions_json_from_the_past_is_no_silent_loss(folder: Path) -> None:
    """As a sync program or a hasty copy may leave it."""
    tagged(folder, 2)
    Decisions(folder).compact()
    old = (folder / fold.FILE).read_bytes()
    kept = tagged(folder, 2)
    Decisions(folder).compact()
    for past in (old, None):
        (folder / fold.FILE).unlink()
        if past is not None:
            (folder / fold.FILE).write_bytes(past)
        with pytest.raises(LibraryError, match="older than its journal"):
            Decisions(folder).log()
    assert Decisions(folder).repair() == (4, True)
    assert ids(folder)[-2:] == kept


def test_what_a_repair_cannot_bring_back_is_said(folder: Path) -> None:
    tagged(folder, 2)
    Decisions(folder).compact()
    for name in (fold.FILE, fold.JOURNAL_BEFORE):
        (folder / name).unlink()
    assert Decisions(folder).repair() == (0, False)


@pytest.mark.parametrize("content", [None, b"", b"\0" * 99, b"{}\n"], ids=repr)
def test_a_journal_that_is_gone_is_told_and_the_next_one_goes_on_counting(folder: Path, content: bytes | None) -> None:
    tagged(folder, 2)
    Decisions(folder).compact()
    (folder / fold.JOURNAL).unlink()
    if content is not None:
        (folder / fold.JOURNAL).write_bytes(content)
    decisions = Decisions(folder)
    assert len(decisions.log()) == 2
    assert any("may be missing" in problem for problem in decisions.problems)
    Decisions(folder).record(Act.STAR, "me")
    assert len(ids(folder)) == 3
    Decisions(folder).compact()
    assert list(fold.documents(folder)) == [1, 2, 3]


def test_what_a_later_waqai_decided_is_passed_over_and_stays(folder: Path) -> None:
    tagged(folder, 2)
    Decisions(folder).compact()
    tampered(folder / fold.FILE, lambda tables: tables["decisions"]["2"].update(act="dream"))
    decisions = Decisions(folder)
    assert len(decisions.log()) == 1
    assert "«dream» is no act" in decisions.problems[0]
    tagged(folder, 1)
    Decisions(folder).compact()
    assert fold.documents(folder)[2]["act"] == "dream"


@pytest.mark.parametrize("step", range(1, 24))
def test_a_decision_that_was_acknowledged_outlives_the_kill(folder: Path, step: int) -> None:
    """Before every write, fsync, replace and link of three acts and a fold in turn."""
    with start(MORTAL, folder, step) as killed:
        told, _ = killed.communicate()
    assert killed.returncode in (-signal.SIGKILL, 0)
    acknowledged = told.split()
    assert ids(folder)[: len(acknowledged)] == acknowledged
    assert len(ids(folder)) <= len(acknowledged) + 1
    Decisions(folder).compact()
    after = ids(folder)
    assert after[: len(acknowledged)] == acknowledged
    assert list(fold.documents(folder)) == list(range(1, len(after) + 1))


def test_two_processes_that_decide_at_once_lose_nothing(folder: Path) -> None:
    """A thousand each is what `benchmarks/crash.py` does."""
    with start(RECORDER, folder, "left", 120) as left, start(RECORDER, folder, "right", 120) as right:
        told = left.communicate()[0].split() + right.communicate()[0].split()
    kept = Decisions(folder).log()
    assert sorted(one.id for one in kept) == sorted(told)
    assert len(set(told)) == 240
    Decisions(folder).compact()
    assert list(fold.documents(folder)) == list(range(1, 241))


@pytest.mark.parametrize("limit", [300, 4_000, 9_000])
def test_a_full_disk_is_told_and_loses_nothing(folder: Path, limit: int) -> None:
    """It may be full for the next act, or only for folding them."""
    with start(SMALL_DISK, folder, limit) as writer:
        told, _ = writer.communicate()
    *acknowledged, error, count = told.splitlines()
    assert error.startswith("LibraryError")
    assert "the disk is full; free some space" in error
    assert int(count) == len(acknowledged)
    assert ids(folder) == acknowledged
    Decisions(folder).compact()
    assert len(fold.documents(folder)) == len(acknowledged)
