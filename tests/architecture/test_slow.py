"""What `make check` leaves to CI is marked so, and no test leaves a process behind unseen."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SLOW

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("file", SLOW)
def test_every_file_that_is_called_slow_is_there(file: str) -> None:
    assert (TESTS / file).is_file()


def run(*words: str | Path) -> str:
    """What pytest prints, run by itself on this Python."""
    alone = ("-n", "0", "--no-header", "-p", "no:cacheprovider")
    command = [sys.executable, "-m", "pytest", *map(str, words), *alone]
    return subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=False).stdout


def words_after_pytest(script: str) -> list[list[str]]:
    """The arguments of each call of pytest in a script of CI."""
    lines = (TESTS.parent / ".ci" / script).read_text("utf-8").replace("\\\n", " ").splitlines()
    return [shlex.split(line.split("-m pytest", 1)[1]) for line in lines if "-m pytest" in line]


def test_the_gate_of_a_change_collects_what_is_not_slow_and_nothing_that_is() -> None:
    [words] = words_after_pytest("check")
    slow, quick = TESTS / SLOW[0], Path(__file__)
    found = run(*words, "--collect-only", slow, quick)
    assert f"{quick.name}::" in found
    assert f"{slow.name}::" not in found
    assert re.search(r"\d+ deselected", found), "the slow file has tests, and they were left out"


def test_ci_runs_the_slow_tests_too() -> None:
    assert "-m pytest" in (TESTS.parent / "README.md").read_text("utf-8").split("<!-- tests -->")[1]
    assert "not slow" not in (TESTS.parent / "README.md").read_text("utf-8")
    assert "<!-- tests -->" in (TESTS.parent / ".ci" / "run").read_text("utf-8")


LEAVES = """
import subprocess, sys
from tests import processes

processes.PATIENCE = 0.2

def test_leaves() -> None:
    global child
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])

def test_waits() -> None:
    child.kill()
    child.wait()
"""


def test_a_test_that_leaves_a_process_running_fails_and_names_it(tmp_path: Path) -> None:
    file = tmp_path / "test_leaves.py"
    file.write_text(LEAVES, "utf-8")
    found = run("-q", "-rA", "-p", "tests.conftest", "--rootdir", tmp_path, "-c", os.devnull, file)
    assert "ERROR" in found
    assert "still running, or not waited for" in found
    assert "time.sleep(60)" in found
    assert "2 passed, 1 error" in found
