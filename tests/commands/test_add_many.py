"""Adding many reports: by several processes as by one, interrupted and gone on with, told as it goes."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import pytest

from store.care.verify import verify
from store.intake import crowd
from store.intake.read import take
from store.intake.result import Failure, Notice
from store.reports.library import Library
from store.reports.original import Original
from tests.commands.words import ROOT, Streams
from tui.commands.shared.context import Context
from tui.commands.shared.progress import Progress, Reading


@pytest.fixture
def many(tmp_path: Path) -> list[str]:
    """Files of several kinds, some that cannot be read, and JSON lines of more than one piece."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02d}.txt").write_text(f"تقرير رقم {number} عن غارة", "utf-8")
    (folder / "empty.txt").touch()
    (folder / "page.html").write_text("<title>x</title><p>غارة في 10 شباط 2023</p>", "utf-8")
    lines = [json.dumps({"id": f"line{n}", "text": f"نص {n} " + "غارة " * 40}, ensure_ascii=False) for n in range(60)]
    lines[7], lines[31], lines[50] = "", "{bad", '{"text": ""}'
    (folder / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    return [str(folder), str(tmp_path / "missing.txt"), str(folder / "00.txt")]


def results(paths: list[str], processes: int, known: dict[str, str] | None = None) -> list[object]:
    found = crowd.take_many(paths, processes=processes, known=known)
    return [taken for taken in found if not isinstance(taken, crowd.Progress)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many tasks of little work."""
    monkeypatch.setattr(crowd, "_TASK", 3_000)
    monkeypatch.setattr(crowd, "_FILES", 4)


COMPARED = """
import sys
from pathlib import Path
from store.intake import crowd
crowd._TASK, crowd._FILES = 3_000, 4
paths = sys.argv[2:]
for taken in crowd.take_many(paths, processes=int(sys.argv[1])):
    print(taken)
"""


def test_several_processes_find_what_one_finds_in_the_same_order(many: list[str]) -> None:
    """In a process of its own: one that forks should have no other thread, and the tests' has."""
    outputs = [
        subprocess.run(
            [sys.executable, "-c", COMPARED, str(count), *many], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for count in (1, 3)
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].count("Original(") == 30 + 1 + 57 + 1


@pytest.mark.usefixtures("small")
def test_in_pieces_nothing_is_other_than_in_one(many: list[str]) -> None:
    whole = [taken for taken in take(many) if not isinstance(taken, Notice)]
    pieces = results(many, 1)
    assert [str(taken) for taken in pieces if isinstance(taken, Failure)] == [
        str(taken) for taken in whole if isinstance(taken, Failure)
    ]
    texts = [taken.report.text for taken in whole if isinstance(taken, Original)]
    assert [taken.report.text for taken in pieces if isinstance(taken, Original)] == texts


@pytest.mark.usefixtures("small")
def test_what_is_kept_already_is_known_by_its_bytes(many: list[str]) -> None:
    kept = {taken.report.sha256: taken.report.id for taken in take(many[:1]) if isinstance(taken, Original)}
    again = results(many[:1], 1, kept)
    assert sum(isinstance(taken, crowd.Known) for taken in again) == 31
    assert sum(isinstance(taken, Failure) for taken in again) == 3


@pytest.mark.usefixtures("small")
def test_a_worker_that_dies_costs_no_report(many: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def shutdown(self, **_: object) -> None:
            pass

        def submit(self, *_: object) -> None:
            raise BrokenProcessPool("a worker was killed")

    alone = [str(taken) for taken in results(many, 1)]
    monkeypatch.setattr(crowd, "ProcessPoolExecutor", Broken)
    assert [str(taken) for taken in results(many, 3)] == alone


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("content", [b"\n" * 9_000, b" " * 9_000], ids=["lines", "blanks"])
def test_lines_that_are_all_blank_are_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.jsonl").write_bytes(content)
    [failure] = results([str(tmp_path / "x.jsonl")], 1)
    assert "is empty" in str(failure)


def test_many_duplicates_are_named_by_their_number(waqai: Streams, many: list[str]) -> None:
    first = waqai("add", *many)
    assert first.out == "89 reports read: 88 new, 1 duplicate, 4 failed\n"
    assert "failed: " not in first.err
    again = waqai("add", *many)
    assert again.out == "89 reports read: 0 new, 89 duplicates, 4 failed\n"
    assert again.err.count("is kept already") == 10
    assert "79 more are kept already" in again.err


def test_why_many_failed_is_summed_up(waqai: Streams, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_bytes(b"" if number % 4 else b"\0\1\2")
    said = waqai("add", *sorted(tmp_path.glob("*.txt")))
    assert said.out == "0 reports read: 0 new, 0 duplicates, 12 failed\n"
    assert "waqai: failed: 9 is empty, 3 " in said.err


def test_lines_that_fail_for_one_reason_are_counted_together(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text('{"text": ""}\n' * 12 + '{"text": "غارة"}\n', "utf-8")
    said = waqai("add", tmp_path / "lines.jsonl")
    assert "line 12 has an empty text" in said.err
    assert "waqai: failed: 12 has an empty text\n" in said.err


_AS_IN_A_TERMINAL = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("tui", run_name="__main__")
"""
"""A shell that runs the suite in the background has its children ignore Ctrl-C."""


def test_what_is_interrupted_is_kept_told_and_gone_on_with(tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of the terminal; the library is whole, and the same command adds the rest."""
    with (tmp_path / "x.jsonl").open("w", encoding="utf-8") as file:
        for number in range(12_000):
            file.write(json.dumps({"id": f"n{number}", "text": f"report {number} " + "word " * 60}) + "\n")
    library = tmp_path / "library"
    command = [sys.executable, "-c", _AS_IN_A_TERMINAL, "--library", str(library), "add", str(tmp_path / "x.jsonl")]
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not (library / "reports" / "0001.json").exists():
        assert running.poll() is None
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate()
    assert running.returncode == 130
    kept = len(Library(library).reports())
    assert 0 < kept < 12_000
    assert f"interrupted: {kept:,} new reports kept; the same command goes on from there" in err
    assert f"{kept:,} new" in out
    assert "Traceback" not in err
    assert verify(library).problems == []
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == f"12,000 reports read: {12_000 - kept:,} new, {kept:,} duplicates, 0 failed\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "err, told",
    [
        (
            io.StringIO(),
            "waqai: 700 reports read, 100 a second, 70%, 0:03 left\nwaqai: 1,600 reports read, 100 a second\n",
        ),
        (
            Terminal(),
            (
                "\r\x1b[2K100 reports read, 100 a second, 10%, 0:09 left"
                "\r\x1b[2K700 reports read, 100 a second, 70%, 0:03 left"
                "\r\x1b[2K1,600 reports read, 100 a second\r\x1b[2K"
            ),
        ),
    ],
    ids=["file", "terminal"],
)
def test_how_far_it_is(err: io.StringIO, told: str) -> None:
    moments = iter([0.0, 0.1, 1.0, 7.0, 16.0])
    clock: Callable[[], float] = lambda: next(moments)  # noqa: E731
    progress = Progress(Context({}, io.BytesIO(), io.StringIO(), err, date(2023, 2, 16)), 1_000, clock)
    for done, reports in ((10, 10), (100, 100), (700, 700), (1_000, 1_600)):
        progress.at(done, reports)
    progress.hide()
    progress.hide()
    assert err.getvalue() == told


def test_an_interrupted_reading_of_the_library_says_how_far_it_came() -> None:
    err = io.StringIO()
    context = Context({}, io.BytesIO(), io.StringIO(), err, date(2023, 2, 16))
    progress = Reading(context)
    tell = progress.__enter__()
    tell(0, 3_000)
    tell(1_200, 3_000)
    progress.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert err.getvalue() == "waqai: 1,200 of 3,000 reports are read; the next time goes on there\n"


def test_a_reading_that_is_done_says_nothing_more() -> None:
    err = io.StringIO()
    with Reading(Context({}, io.BytesIO(), io.StringIO(), err, date(2023, 2, 16))) as tell:
        tell(0, 3)
        tell(3, 3)
    assert err.getvalue() == ""
