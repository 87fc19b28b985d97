"""What every test stands on: its own home, and pictures that are made on one Python only."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from textual import constants

from tests import processes
from tests.depth import IS_DEEP

settings.register_profile("untimed", deadline=None, max_examples=100 if IS_DEEP else 40)
settings.load_profile("untimed")
"""No test fails because the machine was busy; where a law does not say how many examples it wants, a few do in CI."""

SNAPSHOTS_ARE_MADE_ON = (3, 11)
"""One baseline, on the lowest Python that is supported."""

_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def _keep_what_is_compiled() -> None:
    """Where Python was told to keep nothing that it compiles, it is kept outside the tree, for the tests alone.

    Else each worker would compile all tests anew, and each program that a test starts all of Waqai, which takes it
    three seconds instead of a third.
    """
    if "PYTHONDONTWRITEBYTECODE" in os.environ and "PYTHONPYCACHEPREFIX" not in os.environ:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(cache / "waqai-compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


_keep_what_is_compiled()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, for a test waits now and then; each costs the collecting of all tests."""
    return int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") or (os.cpu_count() or 1) + 1)


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--snapshot-update", default=False) and sys.version_info[:2] != SNAPSHOTS_ARE_MADE_ON:
        raise pytest.UsageError("make snapshots on Python {}.{}".format(*SNAPSHOTS_ARE_MADE_ON))
    pytest.MonkeyPatch().setattr(constants, "COLOR_SYSTEM", "truecolor")
    """Whatever the terminal that the tests run in has."""


_LOOKED_AT: Counter[tuple[str, int]] = Counter()
"""File and line of each `all(…)` of the running test -> how many things it has looked at."""


def all_of_some(items: Iterable[object]) -> bool:
    """`all` for tests, which remembers whether it ever looked at anything."""
    caller = sys._getframe(1)
    place = (caller.f_code.co_filename, caller.f_lineno)
    _LOOKED_AT[place] += 0
    for item in items:
        _LOOKED_AT[place] += 1
        if not item:
            return False
    return True


SLOW = (
    "commands/test_add_many.py",
    "commands/test_corrected.py",
    "commands/test_kept_timeline.py",
    "commands/test_leaving.py",
    "commands/test_terminal_safety.py",
    "core/decisions/test_laws.py",
    "core/export/test_hostile.py",
    "core/export/test_language.py",
    "core/merge/test_blocking.py",
    "core/outline/test_hostile.py",
    "core/temporal/test_laws.py",
    "core/temporal/test_proof.py",
    "core/view/test_index.py",
    "languages/test_every_word_in_every_shape.py",
    "languages/test_generated_sentences.py",
    "store/decisions/test_damage.py",
    "store/derived/test_cache.py",
    "store/disk/test_crashes.py",
    "store/disk/test_kills.py",
    "store/intake/test_fuzz.py",
    "store/intake/test_hostile_documents.py",
    "tui/app/test_modes.py",
    "tui/bidi/test_conformance.py",
    "tui/draw/test_looks.py",
    "tui/terminal/test_driver.py",
    "tui/terminal/test_glimpse.py",
    "tui/web/test_browser.py",
)
"""Kills, fuzzing, files made to harm, laws over many examples, every screen in every size, programs in terminals of
their own, LibreOffice: measured to take most of the time of all tests (`pytest --durations=80`). CI runs them, `make
check` does not."""
_SLOW_FILES = frozenset(Path(__file__).parent / file for file in SLOW)
_SELDOM = (20_000, 20, 20)
"""Of Python's collector of garbage: a run of many tests makes more that stays than a program does."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where no slow test is asked for, their files are not even loaded, which takes each worker seconds."""
    asked = config.getoption("markexpr", default="")
    return True if asked == "not slow" and collection_path in _SLOW_FILES else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Which tests are slow is said here alone, and `all` of every test remembers what it looked at."""
    for item in items:
        if item.path in _SLOW_FILES:
            item.add_marker("slow")
        if isinstance(item, pytest.Function):
            item.module.all = all_of_some


def pytest_collection_finish() -> None:
    """Thousands of tests and the languages stay to the end: they are not looked through for garbage again and again."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call() -> Generator[None, object, object]:
    """A test whose `all(…)` was never shown a single thing has proved nothing, and fails."""
    _LOOKED_AT.clear()
    result = yield
    for (file, line), seen in _LOOKED_AT.items():
        if not seen:
            pytest.fail(f"{Path(file).name}:{line}: all(…) has looked at nothing: say how many there must be")
    return result


@pytest.fixture(autouse=True)
def no_process_left() -> Iterator[None]:
    """A process that outlives its test is told there, and not in whichever test comes when it is collected."""
    before = processes.children()
    yield
    left = processes.left_of(before, patience=processes.PATIENCE)
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
