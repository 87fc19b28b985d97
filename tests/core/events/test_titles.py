"""The cases of `titles.toml`: each shows one kind of title, or what must not be taken for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.core.words import report, timeline
from timeline_core.events.titles import fitting
from timeline_core.events.titles.length import LONGEST

CASES: list[Mapping[str, str]] = tomllib.loads(Path(__file__).with_name("titles.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["kind"] for case in CASES])
def test_a_title_tells_who_did_what_and_nothing_else(case: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    if "narrow" in case:
        monkeypatch.setattr(fitting, "WIDEST", LONGEST)
    told = timeline(report(case["text"], "2023-05-17", title=case.get("headline", "")))
    titles = [event.title for event in (*told.events, *told.undated)]
    title = next(one for one in titles if case.get("of", "") in one)
    assert title == case.get("title", title)
    assert title.startswith(case.get("starts", ""))
    assert title.endswith(case.get("ends", ""))
