"""The columns of a day let go only of what neither the table nor a rule would join."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from benchmarks.merge import World
from tests.core.merge.test_likeness import bounds, telling
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.crowd import Crowd
from timeline_core.merge.likeness import score_likeness
from timeline_core.merge.merge import merge
from timeline_core.merge.weighing import score_by_table
from timeline_core.model.draft import Draft

_CROWD = 260
"""Happenings of a small world whose crowded days have some dozen tellings."""


def world() -> tuple[World, list[tuple[Draft, Draft]]]:
    """Made-up tellings, and the pairs of one day or without a day of their own."""
    made = World(_CROWD)
    every = combinations(made.drafts, 2)
    return made, [(one, other) for one, other in every if one.when is other.when or one.when == other.when]


def found(one: Draft, other: Draft, known: Bounds, *, rules: bool = True) -> bool:
    """Whether the one is found where the other is all that the day tells."""
    crowd = Crowd()
    crowd.put(0, one, known.facts(one).glance)
    return list(crowd.find(other, known.facts(other).glance, rules=rules)) == [(0, one)]


def test_whatever_the_weighing_joins_is_found() -> None:
    made, pairs = world()
    known = made.sources().bounds
    joined = [pair for pair in pairs if score_likeness(*pair, known) > 0]
    assert len(joined) > _CROWD // 4
    assert all(found(*pair, known) for pair in joined)
    told = [pair for pair in pairs if score_by_table(*pair, known) > 0]
    assert all(found(*pair, known, rules=False) for pair in told)


def test_most_of_those_that_share_a_day_are_let_go() -> None:
    made, pairs = world()
    known = made.sources().bounds
    assert sum(found(*pair, known) for pair in pairs) < len(pairs) // 3


def test_many_are_found_as_each_is_alone() -> None:
    """The bits of one telling never run into those of another, whatever their sums."""
    made = World(_CROWD)
    known, crowd = made.sources().bounds, Crowd()
    for number, draft in enumerate(made.drafts):
        crowd.put(number, draft, known.facts(draft).glance)
    for draft in made.drafts[::40]:
        glance = known.facts(draft).glance
        for rules in (True, False):
            numbers = {number for number, _ in crowd.find(draft, glance, rules=rules)}
            assert numbers == {n for n, one in enumerate(made.drafts) if found(one, draft, known, rules=rules)}


def test_a_merge_that_weighs_every_pair_of_a_day_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def every(self: Crowd, *_: object, **__: object) -> Iterator[tuple[int, Draft]]:
        return iter(self._members)

    made = World(_CROWD)
    as_found = merge(made.drafts, made.sources())
    monkeypatch.setattr(Crowd, "find", every)
    assert merge(made.drafts, made.sources()) == as_found


def test_the_same_place_and_deed_are_found_and_a_name_alone_is_not() -> None:
    known = bounds()
    one = telling("one", places=("town",), actors=("army",), words=frozenset({"tents", "dawn"}))
    there = telling("other", places=("town",), actors=("army",), words=frozenset({"night", "column"}))
    elsewhere = telling("other", places=("region",), actors=("army",), words=frozenset({"night", "column"}))
    assert found(one, there, known)
    assert not found(one, elsewhere, known)


def test_two_sayings_of_one_happening_are_found_whatever_else_they_share() -> None:
    known = bounds()
    one, other = (telling(report, actors=(), places=(), words=frozenset({report})) for report in ("one", "other"))
    crowd = Crowd()
    crowd.put(4, one, known.facts(one).glance, about=[12])
    glance = known.facts(other).glance
    assert list(crowd.find(other, glance, about=[12], rules=True)) == [(4, one)]
    assert not list(crowd.find(other, glance, about=[13], rules=True))
