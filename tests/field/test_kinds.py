"""Every kind of file that holds many moments gives the days that are right, and no event beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from store.intake.read import take
from store.reports.original import Original
from tests.core.words import known
from timeline_core.derive import derive
from timeline_core.model.when import When

KINDS = [
    kind
    for file in sorted(Path(__file__).parent.glob("*kinds.toml"))
    for kind in tomllib.loads(file.read_text("utf-8"))["kind"]
]


@pytest.mark.parametrize("kind", KINDS, ids=[kind["name"] for kind in KINDS])
def test_a_file_of_that_kind_gives_what_is_right_and_nothing_else(kind: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / kind["file"]
    file.write_text(kind["text"], "utf-8")
    published = When(kind["published"]) if "published" in kind else None
    columns = tuple(tuple(one.split("=")) for one in kind.get("map", "").split())
    found = take([str(file)], Defaults(published, columns=columns))  # type: ignore[arg-type]
    timeline = derive([one.report for one in found if isinstance(one, Original)], known())
    told = [
        f"{event.when.edtf if event.when else 'undated'} {event.title}"
        for event in (*timeline.events, *timeline.undated)
    ]
    assert told == kind["right"].strip().splitlines()


def test_no_kind_stands_twice() -> None:
    assert len({kind["name"] for kind in KINDS}) == len(KINDS)
