"""How the program behaves as a process: streams, codes, silence, start-up, hostile files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.disk.errors import LibraryError
from tests.commands.words import RAID, ROOT, Streams, process
from tui import __main__ as program
from tui.commands import locate

HEAVY = {
    "textual",
    "rich.console",
    "tinydb",
    "dateparser",
    "babel",
    "yaml",
    "frontmatter",
    "charset_normalizer",
    "filelock",
    "feedparser",
    "httpx",
    "httpcore",
    "pypdf",
    "docx",
    "lxml",
    "trafilatura",
}


def loaded(*words: str | Path) -> set[str]:
    """The heavy packages that a command loads."""
    code = (
        "import sys, io\nfrom tui.__main__ import main\n"
        f"main({[str(word) for word in words]!r})\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    modules = done.stderr.split()
    return HEAVY & {*modules, *(name.split(".")[0] for name in modules)}


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["list", "--help"], ["add", "--help"], ["locate", "library"]]
)
def test_a_small_command_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded(*words) == set()


def test_reading_files_opens_no_library_and_no_screen(raid: Path) -> None:
    assert loaded("export", "--format", "json", "--from", raid) == set()
    assert not loaded("list", "--from", raid) & {"textual", "tinydb"}


def test_output_is_utf8_whatever_the_locale(raid: Path) -> None:
    done = process("list", "--from", raid, LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "سجن الصناعة" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(raid: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "tui", "list", "--from", str(raid)]
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "tui", "--version"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"waqai: No space left on device; check the disk and do it again\n")


RAISED = (
    (KeyboardInterrupt(), 130, "waqai: interrupted\n"),
    (LibraryError(Path("x"), "is damaged", "mend it"), 1, "waqai: x: is damaged; mend it\n"),
    (PermissionError(13, "Permission denied", "y"), 1, "waqai: y: Permission denied; check the disk and do it again\n"),
)


@pytest.mark.parametrize("raised, code, told", RAISED, ids=["interrupt", "library", "system"])
def test_what_goes_wrong_is_a_line_and_a_code(
    waqai: Streams, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, told: str
) -> None:
    def fails(*_: object) -> int:
        raise raised

    monkeypatch.setattr(locate, "run", fails)
    said = waqai("locate", "library")
    assert (said.code, said.out, said.err) == (code, "", told)


def test_the_unexpected_is_a_line_and_its_trace_is_in_the_log(
    waqai: Streams, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    def fails(*_: object) -> int:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(locate, "run", fails)
    said = waqai("locate", "library")
    [log] = own_home.rglob("waqai.log")
    assert said.code == 1
    assert said.err == (
        f"waqai: something went wrong that should not (ZeroDivisionError: by nought); please report it with {log}\n"
    )
    assert "Traceback" in log.read_text("utf-8")


def test_the_unexpected_without_a_place_for_a_log_is_still_a_line(
    waqai: Streams, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("store.disk.paths.log", lambda: tmp_path / "file" / "log")
    monkeypatch.setattr(locate, "run", lambda *_: 1 // 0)
    assert waqai("locate", "library").err.endswith("by zero); please report it\n")


def test_hostile_files_are_told_and_the_others_read(waqai: Streams, tmp_path: Path) -> None:
    """One line each on standard error, code 1, and the timeline of what could be read on standard output."""
    files = {
        "empty.txt": b"", "nul.txt": b"a\0b", "p.pdf": b"%PDF-1.4", "y.md": b"---\ntitle: [\n---\nx",
        "win.txt": RAID.encode("cp1256"), "c.jsonl": b'{"text": "On 3 March 2021 a raid took place."}\n{bad',
    }  # fmt: skip
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(50_000_000)
    paths = [tmp_path / name for name in (*files, "big.txt", "missing.txt")]
    said = waqai("export", "--format", "json", "--from", *paths)
    assert said.code == 1
    assert [report["id"] for report in json.loads(said.out)["reports"]] == ["win", "c"]
    lines = [line.removeprefix(f"waqai: {tmp_path}/") for line in said.err.splitlines()]
    assert [line.split(":")[0] for line in lines] == [
        "empty.txt", "nul.txt", "p.pdf", "y.md", "win.txt", "c.jsonl", "big.txt", "missing.txt",
    ]  # fmt: skip
    assert all("; " in line for line in lines)


def test_when_nothing_can_be_read_nothing_is_exported(waqai: Streams, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    said = waqai("export", "--format", "json", "--from", tmp_path / "no", "-o", out)
    assert (said.code, out.exists()) == (1, False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems forbid such names")
def test_a_name_that_is_no_unicode_and_commands_the_terminal_is_harmless(waqai: Streams, tmp_path: Path) -> None:
    """It is kept as it is, shown as escapes, and reads back from the library."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[2J.txt")
    Path(path).write_text(RAID, "utf-8")
    assert waqai("add", path).code == 0
    said = waqai("list", "--format", "json")
    assert json.loads(said.out)["reports"][0]["path"] == path
    assert "\x1b" not in waqai("add", path).err


def test_the_composition_root_alone_looks_at_the_clock() -> None:
    assert program._today()
    for file in (*(ROOT / "store").rglob("*.py"), *(ROOT / "tui" / "commands").rglob("*.py")):
        text = file.read_text("utf-8")
        assert ".today()" not in text, file
        assert ".now(" not in text, file


def test_a_name_with_a_line_end_begins_no_line_of_its_own(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "a\nwaqai: all is well.txt").write_bytes(b"\0")
    said = waqai("list", "--from", tmp_path)
    assert said.err.count("\n") == 1
    assert "a waqai: all is well.txt: is binary" in said.err
