"""`waqai parse`: sentences as trees, for people and for scripts; `waqai dates --explain`: what became of each date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.words import Streams

TEXT = "أعلن الوزير يوم السبت أن القافلة لم تصل."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_tree_has_every_predicate_with_its_place_link_and_parent(waqai: Streams, report: Path) -> None:
    said = waqai("parse", report, "--published", "2023-05-22", "--format", "jsonl")
    [line] = said.out.splitlines()
    found = json.loads(line)
    assert (found["id"], TEXT[found["start"] : found["end"]]) == ("one", TEXT)
    told = [(TEXT[one["start"] : one["end"]], one["kind"], one["link"], one["parent"]) for one in found["predicates"]]
    assert told == [("أعلن", "verb", "main", None), ("لم تصل", "verb", "content", 0)]
    assert [one["polarity"] for one in found["predicates"]] == ["positive", "negative"]
    assert [TEXT[slice(*one["subject"])] for one in found["predicates"]] == ["الوزير", "القافلة"]


def test_a_date_names_its_predicate_and_the_rule(waqai: Streams, report: Path) -> None:
    said = waqai("parse", report, "--published", "2023-05-22", "--format", "jsonl")
    [date] = json.loads(said.out)["dates"]
    assert TEXT[date["start"] : date["end"]] == "يوم السبت"
    assert (date["predicate"], date["rule"]) == (0, "date of the clause")


def test_for_people_what_hangs_below_is_indented(waqai: Streams, report: Path) -> None:
    said = waqai("parse", report, "--published", "2023-05-22")
    lines = said.out.splitlines()
    assert lines[0] == TEXT
    assert lines[1].startswith("  main: «أعلن» [say] subject «الوزير» @ يوم السبت")
    assert lines[2].startswith("    content: «لم تصل» [move] subject «القافلة» negative")


def test_the_rules_are_printed_with_their_examples(waqai: Streams) -> None:
    said = waqai("parse", "--rules")
    assert said.code == 0
    assert "  asyndetic relative: behind an indefinite noun: about that noun\n" in said.out
    assert "holds: هاجم مسلحون حافلة كانت تقل عمالا." in said.out


def _explained(waqai: Streams, tmp_path: Path, text: str) -> list[dict[str, Any]]:
    path = tmp_path / "two.txt"
    path.write_text(text, "utf-8")
    said = waqai("dates", path, "--published", "2023-05-20", "--format", "jsonl", "--explain")
    return [timex["verdict"] for timex in json.loads(said.out)["timexes"]]


def test_a_date_that_is_no_event_says_why(waqai: Streams, tmp_path: Path) -> None:
    [verdict] = _explained(waqai, tmp_path, "كان من المقرر أن يزور الوزير بغداد أمس.")
    assert (verdict["effect"], verdict["limit"], verdict["event"]) == ("dates", "planned", False)


def test_a_date_that_is_an_event_says_what_it_dates(waqai: Streams, tmp_path: Path) -> None:
    text = "وصلت القافلة يوم الجمعة."
    [verdict] = _explained(waqai, tmp_path, text)
    assert text[verdict["start"] : verdict["end"]] == "وصلت"
    assert (verdict["effect"], verdict["limit"], verdict["event"]) == ("dates", None, True)


def test_without_being_asked_dates_says_nothing_of_verdicts(waqai: Streams, report: Path) -> None:
    said = waqai("dates", report, "--published", "2023-05-22", "--format", "jsonl")
    assert all("verdict" not in timex for timex in json.loads(said.out)["timexes"])


def test_for_people_the_verdict_stands_under_the_dates(waqai: Streams, report: Path) -> None:
    said = waqai("dates", report, "--published", "2023-05-22", "--explain")
    assert "يوم السبت: dates «أعلن» (date of the clause); on the timeline" in said.out


def test_a_report_without_sentences_has_no_trees(waqai: Streams, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.write_text("???\n", "utf-8")
    said = waqai("parse", path, "--format", "jsonl")
    assert (said.code, said.out) == (0, "")


def test_an_event_shows_what_its_date_dates(waqai: Streams, tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("قتل ثلاثة مدنيين في غارة على السوق يوم الجمعة.", "utf-8")
    event = json.loads(waqai("list", "--from", path, "--published", "2023-05-20", "--format", "jsonl").out)
    said = waqai("show", event["id"], "--from", path, "--published", "2023-05-20")
    assert "   «يوم الجمعة» dates «غارة» (date of an action)" in said.out
