"""`waqai watch`: what appears is kept once it is whole, and only once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.intake.appearing import Appearing
from store.reports.library import Library
from tests.commands.words import RAID, ROOT, Streams


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def test_a_file_is_ready_when_it_has_not_changed_between_two_looks(folder: Path) -> None:
    appearing, file = Appearing(str(folder)), folder / "a.txt"
    looks = []
    for content in ("The ", "The raid", "The raid", "The raid", "The raid was", "The raid was", "The raid was"):
        if not file.exists() or file.read_text() != content:
            file.write_text(content)
        looks.append(len(appearing.look()))
    assert looks == [0, 0, 1, 0, 0, 1, 0]


def test_an_empty_file_is_waited_for_and_one_that_vanished_forgotten(folder: Path) -> None:
    appearing, file = Appearing(str(folder)), folder / "a.txt"
    file.touch()
    assert [appearing.look() for _ in range(4)] == [()] * 4
    file.write_text("x")
    assert [len(appearing.look()) for _ in range(3)] == [0, 1, 0]
    file.unlink()
    appearing.look()
    file.write_text("x")
    assert [len(appearing.look()) for _ in range(3)] == [0, 1, 0]


def test_a_file_that_takes_the_place_of_another_is_another(folder: Path) -> None:
    appearing, file = Appearing(str(folder)), folder / "a.txt"
    file.write_text("x")
    before = file.stat()
    assert [len(appearing.look()) for _ in range(2)] == [0, 1]
    (folder / "new").write_text("y")
    os.utime(folder / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
    (folder / "new").rename(file)
    assert [len(appearing.look()) for _ in range(2)] == [0, 1]


def test_once_keeps_what_is_there_and_again_keeps_nothing_twice(waqai: Streams, folder: Path) -> None:
    (folder / "raid.txt").write_text(RAID, "utf-8")
    (folder / "bad.pdf").write_bytes(b"x")
    (folder / "half.txt.part").write_bytes(b"x")
    first = waqai("watch", folder, "--once", "--every", "0.05")
    assert (first.code, first.out) == (1, "1 report added, 0 kept already, 1 failed\n")
    assert "waqai: added raid\n" in first.err
    assert "bad.pdf: is no PDF document" in first.err
    (folder / "bad.pdf").unlink()
    again = waqai("watch", folder, "--once", "--every", "0.05")
    assert (again.code, again.out, again.err) == (0, "0 reports added, 1 kept already, 0 failed\n", "")


def test_what_is_no_folder_is_told(waqai: Streams, folder: Path) -> None:
    assert waqai("watch", folder / "none", "--once").err.endswith(
        "none: is no folder that can be read; make it, or check the name\n"
    )
    said = waqai("watch", folder, "--library", folder / "library", "--once")
    assert (said.code, "holds the library" in said.err) == (1, True)
    assert waqai("watch", folder, "--every", "0").code == 2


def test_ctrl_c_tells_what_was_added(folder: Path, tmp_path: Path) -> None:
    """A file that is still being written is waited for; the library is whole and free in between."""
    library = tmp_path / "library"
    command = [sys.executable, "-m", "tui", "watch", str(folder), "--every", "1", "--library", str(library)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        assert running.stdout is not None
        assert running.stderr.readline() == f"waqai: watching {folder}; Ctrl-C ends it\n".encode()
        with (folder / "slow.txt").open("w", encoding="utf-8") as slow:
            for _ in range(10):
                slow.write(RAID)
                slow.flush()
                time.sleep(0.1)
        (folder / "quick.txt").write_text(RAID, "utf-8")
        assert {running.stderr.readline(), running.stderr.readline()} == {
            b"waqai: added quick\n",
            b"waqai: added slow\n",
        }
        with Library(library) as kept:
            texts = {report.id: report.text for report in kept.reports()}
        assert texts == {"quick": RAID, "slow": RAID * 10}
        running.send_signal(signal.SIGINT)
        out, err = running.stdout.read(), running.stderr.read()
    assert (running.returncode, out, err) == (130, b"2 reports added, 0 kept already, 0 failed\n", b"")


def test_what_is_never_kept_is_told_once(waqai: Streams, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The key.", "utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "raid.txt").write_text(RAID, "utf-8")
    said = waqai("watch", folder, "--once", "--every", "0.05")
    assert said.err.count("a.txt: is a link that leads out of its folder; name the file itself") == 1
    assert said.out == "1 report added, 0 kept already, 0 failed\n"
