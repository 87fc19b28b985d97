"""What has only a bound, on the command line: `list`, `show`, the filter line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.words import Streams

SHELLING = "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب الجنوبي."
ARREST = "Police arrested two smugglers in Homs on May 14."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shelling.md").write_text(f"---\npublished: 2023-05-14\n---\n{SHELLING}\n", "utf-8")
    (tmp_path / "arrest.md").write_text(f"---\npublished: 2023-05-16\n---\n{ARREST}\n", "utf-8")
    return tmp_path


def test_it_stands_behind_what_is_of_the_day_of_its_report(waqai: Streams, folder: Path) -> None:
    arrest, shelling = waqai("list", "--from", folder).out.splitlines()
    assert "● Sun 14 May 2023 " in arrest
    assert "◌ ≤ Sun 14 May 2023 " in shelling


@pytest.mark.parametrize(("query", "lines"), [("-dated:bound", 1), ("dated:bound", 1), ("on:2023-05-02", 1)])
def test_the_filter_line_takes_it_in_or_leaves_it_out(waqai: Streams, folder: Path, query: str, lines: int) -> None:
    found = waqai("list", query, "--from", folder).out.splitlines()
    assert (len(found), "≤" in found[0]) == (lines, query != "-dated:bound")


def test_a_word_that_is_no_way_of_being_dated_is_told(waqai: Streams, folder: Path) -> None:
    said = waqai("list", "dated:bonud", "--from", folder)
    assert (said.code, "did you mean «bound»?" in said.err) == (2, True)


def test_show_says_why(waqai: Streams, folder: Path) -> None:
    id = waqai("list", "dated:bound", "--from", folder).out.split()[0]
    out = waqai("show", id, "--from", folder).out
    assert "When       on or before Sunday 14 May 2023 (../2023-05-14)" in out
    assert "Why        the report is of 14 May 2023 and gives no day" in out
