"""What the reader leaves behind when it is closed."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.words import RAID
from tests.terminal import Terminal

WAQAI = [sys.executable, "-m", "tui"]


def opened(library: Path, *words: str) -> Terminal:
    return Terminal([*WAQAI, *words], WAQAI_LIBRARY=str(library), WAQAI_BIDI="visual")


def test_leaving_the_reader_folds_the_journal_as_a_decision_from_a_script_does(own_home: Path) -> None:
    library, report = own_home / "library", own_home / "raid.txt"
    own_home.mkdir(exist_ok=True)
    report.write_text(RAID, "utf-8")
    add = opened(library, "add", str(report))
    assert add.end() == 0
    reader = opened(library)
    try:
        reader.until(b"Why")
        assert not (library / "decisions.json").exists()
        reader.type("s")
        reader.until("★".encode())
        assert (library / "decisions.journal").exists()
        assert not (library / "decisions.json").exists(), "a decision alone folds nothing"
        reader.type("q")
        assert reader.end() == 0
    finally:
        reader.close()
        add.close()
    assert '"star"' in (library / "decisions.json").read_text("utf-8")


def test_leaving_the_reader_without_a_decision_writes_none(own_home: Path) -> None:
    library, report = own_home / "library", own_home / "raid.txt"
    own_home.mkdir(exist_ok=True)
    report.write_text(RAID, "utf-8")
    add = opened(library, "add", str(report))
    assert add.end() == 0
    reader = opened(library)
    try:
        reader.until(b"Why")
        reader.type("q")
        assert reader.end() == 0
    finally:
        reader.close()
        add.close()
    assert not [*library.glob("decisions*")]
