"""Nothing in a report writes to the terminal: what a command prints there holds the program's own sequences only."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.terminal import Terminal

EVIL = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202eedoc\x08\x7f"
OWN = re.compile(rb"\x1b\[(?:8[hl]|\?25[hl]|0?m|[0-9;]*m)|\r\x1b\[2K")
"""What the program itself says: how Arabic is to be drawn, and that the line of progress is over."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A report whose every field commands."""
    line = {
        "id": f"i{EVIL}d", "title": f"T{EVIL}itle", "publisher": f"P{EVIL}", "url": f"https://e.org/{EVIL}",
        "published": "2023-03-12",
        "text": f"A raid killed three\x07 men\x1b[2J in Maya\u202edin\x08 on 10 March 2023{EVIL}.",
    }  # fmt: skip
    file = tmp_path / f"n{EVIL.replace('/', '')}.jsonl"
    file.write_text(json.dumps(line) + "\n" + json.dumps({"text": 3}) + "\n", "utf-8")
    return file


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--from"], ["list", "--format", "markdown", "--from"], ["list", "--format", "csv", "--from"],
        ["list", "--format", "jsonl", "--from"], ["export", "--format", "markdown", "--from"],
        ["export", "--format", "html", "--from"], ["dates"], ["dates", "--format", "jsonl"], ["add"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_report_commands_the_terminal(hostile: Path, tmp_path: Path, words: list[str]) -> None:
    command = [sys.executable, "-m", "tui", *words, str(hostile)]
    terminal = Terminal(command, XDG_DATA_HOME=str(tmp_path / "data"), XDG_CONFIG_HOME=str(tmp_path / "config"))
    said = terminal.until(None)
    terminal.close()
    assert said.strip()
    rest = OWN.sub(b"", said)
    assert b"\x1b" not in rest
    assert b"\x07" not in rest
    assert b"\x08" not in rest
    assert not re.search("[\x80-\x9f\u202e]", rest.decode("utf-8"))


def test_a_table_that_is_piped_is_clean_too(waqai: Streams, hostile: Path) -> None:
    """It is read by a pager next, which passes sequences on."""
    said = waqai("list", "--from", hostile)
    assert "killed three men" in re.sub("[^a-z ]", "", said.out)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said.out)
