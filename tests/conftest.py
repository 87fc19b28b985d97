"""What every test stands on: its own home, and pictures that are made on one Python only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests import processes

SNAPSHOTS_ARE_MADE_ON = (3, 11)
"""One baseline, on the lowest Python that is supported."""

_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--snapshot-update", default=False) and sys.version_info[:2] != SNAPSHOTS_ARE_MADE_ON:
        raise pytest.UsageError("make snapshots on Python {}.{}".format(*SNAPSHOTS_ARE_MADE_ON))


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    """A process that outlives its test is told there, and not in whichever test comes when it is collected."""
    before = processes.children()
    yield
    left = processes.left_of(before, patience=5.0)
    assert not left, f"still running, or not waited for: {left}"


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths for one home after another; none is made before a test writes to it, which most never do."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A developer's own library and settings never decide what a test says."""
    home = next(homes)
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home))
    for name in ("WAQAI_LIBRARY", "WAQAI_BIDI"):
        monkeypatch.delenv(name, raising=False)
    return home
