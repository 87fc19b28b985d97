"""`waqai list --sort` and the weight that `waqai show` tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams

REPORTS = {
    "a": ("2023-05-11", "The Lantern", "A strike on a bakery in Manbij killed 28 people on May 10."),
    "b": ("2023-05-11", "شبكة السهل", "قتل 31 شخصا في قصف على مخبز في منبج في 10 أيار."),
    "d": (
        "2023-05-11",
        "The Anchor",
        "A fair was held in Harim on 3 March 2019. A market was opened in Harim on 11 May 2023.",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (published, publisher, text) in REPORTS.items():
        (tmp_path / f"{name}.md").write_text(
            f"---\npublished: {published}\npublisher: {publisher}\n---\n{text}\n", "utf-8"
        )
    return tmp_path


def days(waqai: Streams, folder: Path, *options: str) -> list[str]:
    lines = waqai("list", "--format", "jsonl", *options, "--from", folder).out.splitlines()
    return [json.loads(line)["when"]["edtf"] for line in lines]


def test_a_list_stands_in_order_of_days_or_the_latest_first(waqai: Streams, folder: Path) -> None:
    assert days(waqai, folder) == ["2019-03-03", "2023-05-10", "2023-05-11"]
    assert days(waqai, folder, "--sort", "latest") == ["2023-05-11", "2023-05-10", "2019-03-03"]


def test_the_line_of_conditions_asks_for_an_order_too(waqai: Streams, folder: Path) -> None:
    assert days(waqai, folder, "sort:latest") == days(waqai, folder, "--", "-sort:day")
    assert days(waqai, folder, "sort:latest") == ["2023-05-11", "2023-05-10", "2019-03-03"]
    assert days(waqai, folder, "sort:importance")[0] == "2023-05-10"
    assert days(waqai, folder, "sort:doubt")[0] == "2023-05-10", "its reports differ in a number"


def test_by_importance_what_two_origins_tell_stands_first_with_its_reasons(waqai: Streams, folder: Path) -> None:
    assert days(waqai, folder, "--sort", "importance")[0] == "2023-05-10"
    first = waqai("list", "--sort", "importance", "--from", folder).out.splitlines()[0]
    assert "origins +3" in first
    assert "toll +2" in first


def test_show_tells_where_an_event_stands_and_why(waqai: Streams, folder: Path) -> None:
    ids = [line.split()[0] for line in waqai("list", "--sort", "importance", "--from", folder).out.splitlines()]
    said = [waqai("show", id, "--from", folder).out for id in (ids[0], ids[-1])]
    assert "Weight     no. 1 of 3 by importance (" in said[0]
    assert "origins +3" in said[0]
    assert any(f"Weight     no. {place} of 3" in said[1] for place in (2, 3)), "equals share a place"


def test_a_document_is_in_order_of_days_and_says_so(waqai: Streams, folder: Path) -> None:
    said = waqai("list", "--sort", "latest", "--format", "markdown", "--from", folder)
    assert (said.code != 0, said.out, "--format table or jsonl" in said.err) == (True, "", True)
