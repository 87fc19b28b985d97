"""What `waqai dates` tells beside the values: the ends of stretches, and languages that are not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams

FRENCH = "Le 10 février 2023, l'armée a annoncé que les soldats sont partis de la ville et que les civils sont rentrés."


@pytest.mark.parametrize(
    "text, told",
    [
        ("It lasted from July 1951 to July 1953.", ["1951-07/1953-07", "1951-07", "1953-07"]),
        ("They met on 12-14 July 1950.", ["1950-07-12/1950-07-14", "1950-07-12", "1950-07-14"]),
        ("Sales rose in the first half of 2015.", ["2015-01/2015-06"]),
        ("استمر الحصار من 6 إلى 8 آب 2014.", ["2014-08-06/2014-08-08", "2014-08-06", "2014-08-08"]),
    ],
)
def test_a_stretch_whose_ends_are_said_is_told_with_them(
    waqai: Streams, tmp_path: Path, text: str, told: list[str]
) -> None:
    path = tmp_path / "one.txt"
    path.write_text(text, "utf-8")
    [line] = waqai("dates", path, "--published", "2019-06-01", "--format", "jsonl").out.splitlines()
    timexes = json.loads(line)["timexes"]
    assert [timex["edtf"] for timex in timexes] == told
    assert all(text[timex["start"] : timex["end"]] == timex["text"] for timex in timexes)
    whole = [timexes[0]["start"], timexes[0]["end"]]
    assert [timex["end_of"] for timex in timexes[1:]] == [whole] * (len(told) - 1)


def test_a_language_that_is_not_read_is_told_of_once(waqai: Streams, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(FRENCH, "utf-8")
    said = waqai("dates", tmp_path, "--published", "2023-02-15", "--lang", "fr")
    assert said.err.count("in a language that is not read") == 1
    assert "2 reports" in said.err


HEAD = "بغداد، 10 أيار 2023 (أ ف ب) - قتل أربعة أمس في هجوم على حاجز."


@pytest.mark.parametrize("published, told", [("2023-05-17", True), ("2021-01-01", True), ("2023-05-11", False)])
def test_a_dateline_wins_over_the_data_and_the_difference_is_told(
    waqai: Streams, tmp_path: Path, published: str, told: bool
) -> None:
    path = tmp_path / "one.txt"
    path.write_text(HEAD, "utf-8")
    said = waqai("dates", path, "--published", published, "--format", "jsonl")
    held = json.loads(said.out)
    assert held["timexes"][-1]["edtf"] == "2023-05-09"
    assert held["published"]["in_text"] == ("2023-05-10" if told else None)
    assert ("one says 2023-05-10" in said.err) is told


def test_many_reports_with_another_dateline_are_told_of_in_few_lines(waqai: Streams, tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"r{number}.txt").write_text(f"{HEAD}\n{number}", "utf-8")
    said = waqai("dates", tmp_path, "--published", "2023-08-01")
    assert said.err.count("says 2023-05-10") == 5
    assert "3 reports more" in said.err
