"""The 25 exact pictures that any drawing of Arabic on a terminal has to give."""

import json
from pathlib import Path
from typing import Any

import pytest

from tui.bidi.layout import layout, truncate
from tui.bidi.line import Line

CHECKS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("acceptance.json").read_text("utf-8"))


def drawn(check: dict[str, Any]) -> list[Line]:
    if check["note"] == "fit()":
        return [truncate(check["input"], check["width"])]
    return layout(check["input"], check["width"], [tuple(s) for s in check["spans"]], check["base"]).lines


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check['n']}: {check['name']}")
def test_a_text_is_drawn_exactly_so(check: dict[str, Any]) -> None:
    lines = drawn(check)
    assert [(line.text, line.width) for line in lines] == [
        (wanted["text"], wanted["cells"]) for wanted in check["lines"]
    ]
    assert all(line.rtl == check["rtl"] for line in lines)


@pytest.mark.parametrize("check", CHECKS[:24], ids=lambda check: f"{check['n']}: {check['name']}")
def test_its_runs_and_its_map_are_these(check: dict[str, Any]) -> None:
    lines = drawn(check)
    assert [line.map for line in lines] == [wanted["map"] for wanted in check["lines"]]
    assert [line.runs for line in lines] == [[tuple(run) for run in wanted["runs"]] for wanted in check["lines"]]
