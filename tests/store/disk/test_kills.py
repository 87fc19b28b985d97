"""A short run of the thousand kills of `benchmarks/crash.py`, and that it would see what is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks import crash
from store.reports.library import Library
from tests.store.words import originals
from timeline_core.model.decision import Act

ROOT = Path(__file__).parents[3]


def test_kills_at_random_instants_lose_nothing(tmp_path: Path) -> None:
    """In a process of its own: it forks, and the tests' has other threads."""
    command = [sys.executable, "-m", "benchmarks.crash", "--kills", "24", "--each", "40", "--folder", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for kind in crash.KINDS:
        [line] = [line for line in done.stdout.splitlines() if line.startswith(kind)]
        kills, acknowledged, corrupted, lost = (int(number.replace(",", "")) for number in line.split()[1:5])
        assert (kills, corrupted, lost) == (6, 0, 0), line
        assert acknowledged >= 0
    assert "80 of 80 decisions kept" in done.stdout


def test_the_check_sees_a_lost_decision_and_a_corrupted_library(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(originals("one"))
    kept = library.decisions.record(Act.STAR, "me")
    outcome = crash.Outcome()
    crash.check(tmp_path, [f"decision {kept.id}"], outcome)
    assert (outcome.corrupted, outcome.lost) == (0, 0)
    crash.check(tmp_path, [f"decision {kept.id}", "decision x", "report y"], outcome)
    assert (outcome.corrupted, outcome.lost) == (0, 2)
    next((tmp_path / "texts").iterdir()).write_bytes(b"spoiled")
    crash.check(tmp_path, [], outcome)
    assert outcome.corrupted == 1
    (tmp_path / "reports" / "0001.json").write_bytes(b"{")
    crash.check(tmp_path, [], outcome)
    assert outcome.corrupted == 2
