"""What the tests of the command line stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.words import RAID, Streams


@pytest.fixture
def waqai(monkeypatch: pytest.MonkeyPatch) -> Streams:
    return Streams(monkeypatch)


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    path = tmp_path / "raid.txt"
    path.write_text(RAID, "utf-8")
    return path
