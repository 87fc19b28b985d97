"""A library whose decisions a test may spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.reports.library import Library
from tests.store.words import originals


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Library(tmp_path / "library").add(originals("one"))
    return tmp_path / "library"
