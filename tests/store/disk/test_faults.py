"""The disk fails at every call of every act: nothing that was told to be kept is lost, and whoever acts is told why.

Source:
    As SQLite is tested: the n-th call fails, for every n, once and from then on (sqlite.org/testing.html, "I/O error
    testing", "Out-of-memory testing").
"""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest

from store.disk import port
from tests.depth import one_in
from tests.store.disk.world import ACTS, BEFORE, World, check, copied, do
from timeline_core.errors import TimelineError

pytestmark = pytest.mark.usefixtures("nothing_waits")
KILL, SHORT = "kill", "short"
_READS = frozenset({"open"})
_SHARE = 4
"""Of all faults at all calls CI looks at one in so many, each of the nine at every ninth call or so."""
FAULTS = (
    (KILL, True),
    ("ENOSPC", True),
    ("EIO", True),
    (SHORT, True),
    ("EIO", False),
    ("EROFS", True),
    ("ENOSPC", False),
    (SHORT, False),
    ("EROFS", False),
)
"""What happens at a call, and whether it goes on happening."""


class KilledError(BaseException):
    """The process is gone; what still runs of it may change nothing more."""


class Fault:
    """Lets the call of one number fail."""

    def __init__(self, at: int, how: str, *, lasting: bool) -> None:
        self._at, self._how, self._lasting = at, how, lasting
        self.calls = 0
        self._dead = False
        self._guard = threading.Lock()

    def __call__(self, call: port.Call) -> int | None:
        """As `port.Watch`."""
        with self._guard:
            self.calls += 1
            if self._dead:
                raise KilledError
            if self.calls < self._at or (self.calls > self._at and not self._lasting and self._how != SHORT):
                return None
            return self._fail(call)

    def _fail(self, call: port.Call) -> int | None:
        if self._how == KILL:
            self._dead = True
            if call.name == "write" and len(call.content) > 1:
                return len(call.content) // 2
            raise KilledError
        if self._how == SHORT:
            return self._take_half(call)
        if call.name in _READS and self._how != "EIO":
            return None
        code = getattr(errno, self._how)
        raise OSError(code, os.strerror(code), str(call.path))

    def _take_half(self, call: port.Call) -> int | None:
        """A nearly full disk takes half of a write, and is full at the next one."""
        if call.name != "write":
            return None
        if self.calls == self._at and len(call.content) > 1:
            return len(call.content) // 2
        if self._lasting or self.calls == self._at + 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(call.path))
        return None


def run(act: str, world: World, fault: Fault, seen: set[object] | None = None) -> str:
    """What is wrong after the act, or nothing; what was `seen` to be left by another fault is not looked at again."""
    if act in BEFORE:
        BEFORE[act](world)
    told = ""
    try:
        with port.watched(fault):
            do(act, world)
    except KilledError:
        pass
    except TimelineError:
        pass
    except OSError as error:
        told = f"raw {error!r}"
    if seen is not None:
        left = world.left()
        if not told and left in seen:
            return ""
        seen.add(left)
    try:
        return told or "; ".join(check(act, world))
    except (TimelineError, OSError) as error:
        return str(error)


def numbered(act: str, template: World, place: Path) -> list[str]:
    """The names of the calls that the act makes."""
    world, names = copied(template, place), list[str]()
    if act in BEFORE:
        BEFORE[act](world)
    with port.watched(lambda call: names.append(call.name)):
        do(act, world)
    assert check(act, world) == []
    return names


def _is_felt(name: str, how: str, *, lasting: bool) -> bool:
    """False where the call of that name goes well, so that the fault is that of the next call, or none."""
    return (name == "write" or lasting) if how == SHORT else name not in _READS or how in (KILL, "EIO")


class Alike:
    """Chance and clock begin anew for each act, so that two faults that leave the same are seen to do so."""

    def __init__(self) -> None:
        self._moment = time.time_ns()
        self._drawn = 0

    def begin(self) -> None:
        self._drawn = 0

    def urandom(self, size: int) -> bytes:
        """As `os.urandom`; never the same twice in one act and in what is done after it."""
        self._drawn += 1
        return self._drawn.to_bytes(size, "big")

    def time_ns(self) -> int:
        """As `time.time_ns`."""
        return self._moment


@pytest.fixture
def alike(monkeypatch: pytest.MonkeyPatch) -> Alike:
    found = Alike()
    monkeypatch.setattr(os, "urandom", found.urandom)
    monkeypatch.setattr(time, "time_ns", found.time_ns)
    return found


def failures(act: str, template: World, place: Path, runs: Iterable[tuple[int, str, bool]], alike: Alike) -> list[str]:
    """What went wrong, a line a run."""
    found, seen = [], set[object]()
    for number, how, lasting in runs:
        alike.begin()
        world = copied(template, place / f"{number} {how} {lasting}")
        wrong = run(act, world, Fault(number, how, lasting=lasting), seen)
        if wrong:
            found.append(f"{act}, call {number}, {how}{' for good' if lasting else ' once'}: {wrong}")
    return found


@pytest.mark.parametrize("act", ACTS)
def test_no_fault_at_any_call_loses_what_is_kept(act: str, template: World, tmp_path: Path, alike: Alike) -> None:
    """At each call in turn another fault; `test_every_fault_at_every_call` tries all of them."""
    calls = numbered(act, template, tmp_path / "counted")
    faults = cycle(FAULTS)
    runs = ((number, *next(faults)) for number, _ in enumerate(calls, 1))
    assert failures(act, template, tmp_path, runs, alike) == []


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_every_fault_at_every_call_loses_nothing(act: str, template: World, tmp_path: Path, alike: Alike) -> None:
    calls = enumerate(numbered(act, template, tmp_path / "counted"), 1)
    runs = [(at, how, lasting) for at, name in calls for how, lasting in FAULTS if _is_felt(name, how, lasting=lasting)]
    assert failures(act, template, tmp_path, runs[:: one_in(_SHARE)], alike) == []


def test_a_decision_that_is_told_before_it_is_written_would_be_seen(template: World, tmp_path: Path) -> None:
    """The control: what is told to be kept and is not counts as lost."""
    world = copied(template, tmp_path / "world")
    world.keep("a decision that nobody wrote")
    assert "1 lost" in run("fold", world, Fault(1 << 30, KILL, lasting=False))
