"""What is left of a library when its writer is killed, when two write at once, and when the disk is full."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from store.disk.errors import LibraryError
from store.reports.library import Library
from tests.store.words import originals
from timeline_core.model.decision import Act

ROOT = Path(__file__).parents[3]

KILLED = """
import os, signal, sys
from pathlib import Path
from store.reports.library import Library
from tests.store.words import originals

left = int(sys.argv[2])
def mortal(act):
    def wrapped(*given):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return act(*given)
    return wrapped
for name in ("fsync", "replace", "unlink"):
    setattr(os, name, mortal(getattr(os, name)))
Library(Path(sys.argv[1])).add(originals("one", "two", "three"))
"""

WRITER = """
import sys
from pathlib import Path
from store.reports.library import Library
from store.reports.original import Original

for number in range(40):
    Library(Path(sys.argv[1])).add([Original.of_text("r", f"{sys.argv[2]} {number}")])
"""

SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from store.reports.library import Library
from tests.store.words import originals

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))
try:
    many = [f"report {number}" for number in range(40)]
    Library(Path(sys.argv[1])).add(originals("one", *many, "x" * 700))
except Exception as error:
    print(type(error).__name__, error)
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("step", range(1, 18))
def test_a_writer_that_is_killed_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path, step: int) -> None:
    """Before every fsync, replace and removal of an `add` in turn; the next writer clears away what is left."""
    folder = tmp_path / "library"
    Library(folder).add(originals("one"))
    with start(KILLED, folder, step) as killed:
        killed.communicate()
    assert killed.returncode in (-signal.SIGKILL, 0)
    assert [report.text for report in Library(folder).reports()] in (["one"], ["one", "two", "three"])
    Library(folder).add(originals("one", "two", "three", "four"))
    assert [report.text for report in Library(folder).reports()] == ["one", "two", "three", "four"]
    assert not list(folder.rglob("*.tmp"))


def test_the_first_writer_of_a_library_may_be_killed_too(tmp_path: Path) -> None:
    for step in range(1, 6):
        with start(KILLED, tmp_path / str(step), step) as killed:
            killed.communicate()
        assert killed.returncode == -signal.SIGKILL
        Library(tmp_path / str(step)).add(originals("one"))
        assert Library(tmp_path / str(step)).reports()[0].text == "one"


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    with start(WRITER, tmp_path / "library", "left") as left, start(WRITER, tmp_path / "library", "right") as right:
        assert (left.wait(), right.wait()) == (0, 0)
    reports = Library(tmp_path / "library").reports()
    assert sorted(report.text for report in reports) == sorted(
        f"{who} {n}" for who in ("left", "right") for n in range(40)
    )
    assert len({report.id for report in reports}) == 80


def test_a_full_disk_is_told_and_what_was_kept_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    Library(folder).add(originals("one"))
    with start(SMALL_DISK, folder) as writer:
        told, _ = writer.communicate()
    assert told.startswith("LibraryError")
    assert "the disk is full; free some space and do it again; what was kept before is whole" in told
    assert [report.text for report in Library(folder).reports()] == ["one"]
    assert not list(folder.rglob("*.tmp"))
    assert len(list((folder / "texts").iterdir())) == 1


def test_a_writer_that_waits_too_long_is_told(tmp_path: Path) -> None:
    from filelock import FileLock

    folder = tmp_path / "library"
    Library(folder).add(originals("one"))
    with FileLock(folder / ".lock"), pytest.raises(LibraryError, match="another Waqai has been writing"):
        Library(folder, patience=0.1).add(originals("two"))


def test_an_add_leaves_alone_what_a_decision_is_writing_just_now(tmp_path: Path) -> None:
    """They do not wait for one another; what a killed one left is cleared away by the next decision."""
    library = Library(tmp_path)
    library.add(originals("one"))
    half = tmp_path / ".waqai-0123456789ab.tmp"
    half.write_bytes(b"half of decisions.json")
    library.add(originals("one", "two"))
    assert half.exists()
    library.decisions.record(Act.STAR, "me")
    assert not half.exists()
