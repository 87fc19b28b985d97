"""A word whenever nothing comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.words import Streams


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("غادر الوفد أمس المدينة.", "1 report read, 0 events: 1 date has no day to count from; say --published DAY"),
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
    assert "1 of 2 reports tell of no event: no date in 1 report" in waqai("list", "--from", str(tmp_path)).err
