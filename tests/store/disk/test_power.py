"""The power fails after each call of every act: what was told to be kept is there when it comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random

import pytest

from store.disk import port
from tests.store.disk.power import MODELS, Left, states, write
from tests.store.disk.world import ACTS, BEFORE, World, check, copied, do
from timeline_core.errors import TimelineError

pytestmark = pytest.mark.usefixtures("nothing_waits")
_STEP = 3
"""Of the states that CI looks at, the gate looks at one in so many."""
_CHANCES = 5
"""Draws of a model that has chance in it."""


@dataclass(slots=True)
class Noted(World):
    """A world that notes after how many calls something was told to be kept."""

    calls: list[port.Call] = field(default_factory=list)
    told: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def keep(self, *ids: str) -> None:
        self.told.append((len(self.calls), ids))

    def kept_after(self, calls: int) -> set[str]:
        """What was told to be kept by then."""
        return self.kept.union(*(ids for number, ids in self.told if number <= calls))


def noted(act: str, template: World, place: Path) -> tuple[World, Noted]:
    """The world before the act, and what was noted of the act."""
    before = copied(template, place / "before")
    if act in BEFORE:
        BEFORE[act](before)
    after = copied(before, place / "after")
    note = Noted(after.place, set(after.kept))
    with port.watched(note.calls.append):
        do(act, note)
    moved = [
        call._replace(path=_moved(call.path, after, before), other=_moved(call.other, after, before))
        for call in note.calls
    ]
    note.calls[:] = moved
    return before, note


def _moved(path: Path, old: World, new: World) -> Path:
    return new.place / path.relative_to(old.place) if path.is_relative_to(old.place) else path


def lost(
    act: str,
    template: World,
    place: Path,
    chosen: Iterable[tuple[str, int]],
    *,
    step: int = 1,
    without: Iterable[str] = (),
) -> list[str]:
    """What is wrong after a power cut, a line a state; `without`: the names of calls that are left out."""
    before, note = noted(act, template, place)
    dropped = frozenset(number for number, call in enumerate(note.calls, 1) if call.name in without)
    found, seen = list[str](), Seen()
    cuts, models = states(before.place, note.calls, dropped), tuple(chosen)
    for (calls, disk), (model, seed) in ((cut, one) for cut in cuts for one in models):
        disk_left, kept = disk.left(model, Random(seed)), note.kept_after(calls)
        if not seen.is_new(disk_left, kept, model) or len(seen) % step:
            continue
        left = World(place / f"{calls} {model} {seed}", kept)
        write(disk_left, left.place)
        if wrong := _wrong(act, left, torn=model == "sectors"):
            found.append(f"{act}, cut after call {calls}, {model} {seed}: {wrong}")
    print(f"{act}: {len(seen) // step:,} different states")  # noqa: T201 `pytest -rP` shows how many were looked at
    return found


class Seen:
    """What power cuts have left. Of cuts that leave the same bytes, where the same was told, one is looked at."""

    def __init__(self) -> None:
        self._found = set[object]()

    def __len__(self) -> int:
        return len(self._found)

    def is_new(self, left: Left, kept: Iterable[str], model: str) -> bool:
        """True for what was not seen before, which is noted; the sectors of a disk are forgiven more than others."""
        one = frozenset(left.items()), frozenset(kept)
        new = one not in self._found and (model != "sectors" or (one, model) not in self._found)
        if new:
            self._found.add((one, model) if model == "sectors" else one)
        return new


_TOLD = "does not follow on the decision before it"
"""Of several acts in one writing, of which nobody was told yet, a disk that keeps its sectors in any order may keep a
later one without an earlier one. Nothing that was told is lost; `verify` tells of it for ever, which is not mended."""


def _wrong(act: str, left: World, *, torn: bool = False) -> str:
    try:
        return "; ".join(one for one in check(act, left) if not (torn and _TOLD in one))
    except (TimelineError, OSError) as error:
        return str(error)


@pytest.mark.parametrize("act", ACTS)
def test_no_power_cut_loses_what_is_kept(act: str, template: World, tmp_path: Path) -> None:
    assert lost(act, template, tmp_path, [(model, 1) for model in MODELS], step=_STEP) == []


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_no_power_cut_of_any_model_loses_what_is_kept(act: str, template: World, tmp_path: Path) -> None:
    drawn = [(model, seed) for model, seed in product(MODELS, range(_CHANCES)) if not seed or model in MODELS[-3:]]
    assert lost(act, template, tmp_path, drawn) == []


@pytest.mark.parametrize(("act", "call"), [("decide", "sync"), ("add", "sync"), ("add", "sync folder")])
def test_without_its_syncs_a_loss_is_seen(act: str, call: str, template: World, tmp_path: Path) -> None:
    """The control."""
    assert lost(act, template, tmp_path, [("strict", 1)], without=[call]) != []


_WHOLLY = ("decide", "add", "undo", "back up", "export")
_DEARLY = ("merge", "back up with a key", "back up locked")
"""Acts of which no sync can be missed. Of the others some are there for order alone, or for what is done again."""


@pytest.mark.parametrize("act", [*_WHOLLY, *(pytest.param(act, marks=pytest.mark.slow) for act in _DEARLY)])
def test_no_sync_of_what_is_kept_can_be_missed(act: str, template: World, tmp_path: Path) -> None:
    """Each one alone is left out, and some power cut then loses what was told to be kept."""
    before, note = noted(act, template, tmp_path)
    syncs = [number for number, call in enumerate(note.calls, 1) if call.name in ("sync", "sync folder")]
    assert syncs
    assert [number for number in syncs if not _is_missed(act, before, note, number)] == []


def _is_missed(act: str, before: World, note: Noted, sync: int) -> bool:
    seen = Seen()
    for calls, disk in states(before.place, note.calls, frozenset({sync})):
        for model in ("strict", "names", "data") if calls >= sync else ():
            disk_left, left = disk.left(model, Random(1)), World(before.place.parent / f"{sync} {calls} {model}")
            left.keep(*note.kept_after(calls))
            if not seen.is_new(disk_left, left.kept, model):
                continue
            write(disk_left, left.place)
            if _wrong(act, left):
                return True
    return False
