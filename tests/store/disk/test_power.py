"""The power fails after each call of every act: what was told to be kept is there when it comes back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random

import pytest

from store.disk import port
from tests.store.disk.power import MODELS, states
from tests.store.disk.world import ACTS, BEFORE, World, check, copied, made
from timeline_core.errors import TimelineError

_STEP = 5
"""Of the states that CI looks at, the gate looks at one in so many."""
_CHANCES = 4
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


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> World:
    return made(tmp_path_factory.mktemp("world"))


def noted(act: str, template: World, place: Path) -> tuple[World, Noted]:
    """The world before the act, and what was noted of the act."""
    before = copied(template, place / "before")
    if act in BEFORE:
        BEFORE[act](before)
    after = copied(before, place / "after")
    note = Noted(after.place, set(after.kept))
    with port.watched(note.calls.append):
        ACTS[act](note)
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
    found, turn = list[str](), 0
    for calls, disk in states(before.place, note.calls, dropped):
        for model, seed in chosen:
            turn += 1
            if turn % step:
                continue
            left = World(place / f"{calls} {model} {seed}", note.kept_after(calls))
            disk.leave(model, Random(seed), left.place)
            if wrong := _wrong(act, left):
                found.append(f"{act}, cut after call {calls}, {model} {seed}: {wrong}")
    return found


def _wrong(act: str, left: World) -> str:
    try:
        return "; ".join(check(act, left))
    except (TimelineError, OSError) as error:
        return str(error)


@pytest.mark.parametrize("act", ACTS)
def test_no_power_cut_loses_what_is_kept(act: str, template: World, tmp_path: Path) -> None:
    assert lost(act, template, tmp_path, [(model, 1) for model in MODELS], step=_STEP) == []


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_no_power_cut_of_any_model_loses_what_is_kept(act: str, template: World, tmp_path: Path) -> None:
    drawn = [(model, seed) for model, seed in product(MODELS, range(_CHANCES)) if not seed or model in MODELS[-2:]]
    assert lost(act, template, tmp_path, drawn) == []


@pytest.mark.parametrize(("act", "call"), [("decide", "sync"), ("add", "sync"), ("add", "sync folder")])
def test_without_its_syncs_a_loss_is_seen(act: str, call: str, template: World, tmp_path: Path) -> None:
    """The control."""
    assert lost(act, template, tmp_path, [("strict", 1)], without=[call]) != []
