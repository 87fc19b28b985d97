"""What CONTRIBUTING sends a newcomer to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PATHS = sorted({said for said in re.findall(r"`([\w./*-]+)`", TEXT) if "/" in said and not said.endswith(".gold.json")})


@pytest.mark.parametrize("path", PATHS)
def test_every_path_is_there(path: str) -> None:
    """`xx` stands for the code of a language."""
    assert [*ROOT.glob(path.replace("xx", "en").rstrip("/"))]


def test_there_are_paths_to_look_at() -> None:
    assert len(PATHS) > 30
