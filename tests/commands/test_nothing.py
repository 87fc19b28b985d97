"""A word whenever nothing comes."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from tests.commands.words import Streams
from tui.commands.shared.context import Context
from tui.commands.shared.gather import from_paths


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("سيغادر الوفد المدينة غدا.", "1 report read, 0 events: 1 date has no day to count from; say --published DAY"),
        ("Вчера военные разбомбили мост в городе.", "0 events: 1 report in a language that is not read"),
        ("The sky over the town is blue.", "1 report read, 0 events: no date in 1 report"),
    ],
)
def test_an_empty_list_says_why(waqai: Streams, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert said in waqai("list", "--from", str(tmp_path / "a.txt")).err


def test_a_batch_without_a_day_of_publication_is_told(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Three men were killed yesterday when planes bombed a bridge.", "utf-8")
    told = waqai("list", "--from", str(tmp_path / "a.txt")).err
    assert "none of them dated: no day of publication is known of 1 report; say --published DAY" in told


def test_reports_that_tell_nothing_are_counted_beside_those_that_do(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A bridge was bombed on 7 March 2021.", "utf-8")
    (tmp_path / "b.txt").write_text("The sky over the town is blue.", "utf-8")
    assert "1 of 2 reports tells of no event («b»): no date in 1 report" in waqai("list", "--from", str(tmp_path)).err


TELLS = "A bridge was bombed on 7 March 2021."


@pytest.mark.parametrize(
    ("silent", "why"),
    [
        ("The sky over the town is blue.", "no date in 1 report"),
        ("Вчера военные разбомбили мост в городе.", "1 report in a language that is not read"),
        ("سيغادر الوفد المدينة غدا.", "1 date has no day to count from; say --published DAY"),
    ],
)
def test_a_library_names_the_report_that_tells_nothing(waqai: Streams, tmp_path: Path, silent: str, why: str) -> None:
    """By adding it, and by every list and export."""
    (tmp_path / "tells.txt").write_text(TELLS, "utf-8")
    (tmp_path / "silent.txt").write_text(silent, "utf-8")
    line = f"waqai: 1 of 2 reports tells of no event («silent»): {why}\n"
    assert waqai("add", tmp_path).err == line
    assert waqai("list").err == line
    assert line in waqai("export", "--format", "json").err
    assert why in waqai("reports").out


def test_a_batch_of_silent_reports_is_one_line(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "tells.txt").write_text(TELLS, "utf-8")
    for number in range(12):
        (tmp_path / f"s{number:02}.txt").write_text(f"The sky over town {number} is blue.", "utf-8")
    assert waqai("add", tmp_path).err == (
        "waqai: 12 of 13 reports tell of no event («s00», «s01», «s02» and 9 more; «waqai reports» lists them):"
        " no date in 12 reports\n"
    )


def test_where_every_report_tells_something_nothing_is_said(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "tells.txt").write_text(TELLS, "utf-8")
    assert (waqai("add", tmp_path).err, waqai("list").err) == ("", "")


def test_an_added_report_without_any_day_is_named(waqai: Streams, tmp_path: Path) -> None:
    (tmp_path / "tells.txt").write_text(TELLS, "utf-8")
    (tmp_path / "undated.txt").write_text("Three men were killed yesterday when planes bombed a bridge.", "utf-8")
    said = waqai("add", tmp_path).err
    assert "1 of 2 reports has no day of publication, and no event of it a day («undated»); say --published DAY" in said


def test_many_new_reports_are_not_read_for_that(waqai: Streams, tmp_path: Path) -> None:
    """Only those without a day of publication are counted."""
    rows = "\n".join(f"The sky over town {number} is blue." for number in range(101))
    (tmp_path / "many.csv").write_text(f"Text\n{rows}\n", "utf-8")
    assert "no day of publication is known of 101 of 101 new reports; «waqai list» reads them" in (
        waqai("add", tmp_path / "many.csv").err
    )


def test_the_bar_of_the_reader_says_how_many_files_were_not_read(tmp_path: Path) -> None:
    """What stood in the terminal before is hidden by the screen."""
    (tmp_path / "raid.txt").write_text("Gunmen raided the market on Monday.", "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no such thing")
    context = Context({}, io.BytesIO(), io.StringIO(), io.StringIO(), date(2023, 2, 16))
    found = from_paths([str(tmp_path)], Defaults(), context)
    assert (found.title, found.code) == ("1 report · 1 file not read", 1)
    whole = from_paths([str(tmp_path / "raid.txt")], Defaults(), context)
    assert (whole.title, whole.code) == ("1 report", 0)
