"""One look lets go only of what the weighing would not join."""

from __future__ import annotations

from itertools import combinations

import pytest

from benchmarks.merge import World
from tests.core.merge.test_likeness import bounds, telling
from timeline_core.merge.likeness import may_be_one, score_likeness
from timeline_core.merge.merge import merge
from timeline_core.merge.weighing import SIEVE, Sieve, may_weigh, score_by_table
from timeline_core.model.draft import Draft

_CROWD = 260
"""Happenings of a small world whose crowded days have some dozen tellings."""


def world() -> tuple[World, list[tuple[Draft, Draft]]]:
    """Made-up tellings, and the pairs of one day or without a day of their own."""
    made = World(_CROWD)
    every = combinations(made.drafts, 2)
    return made, [(one, other) for one, other in every if one.when is other.when or one.when == other.when]


def test_whatever_the_weighing_joins_is_let_through() -> None:
    made, pairs = world()
    known = made.sources().bounds
    joined = [pair for pair in pairs if score_likeness(*pair, known) > 0]
    assert len(joined) > _CROWD // 4
    assert all(may_be_one(*pair, known) for pair in joined)
    told = [pair for pair in pairs if score_by_table(*pair, known) > 0]
    assert all(may_weigh(*(known.facts(one) for one in pair)) for pair in told)


def test_most_of_those_that_share_a_day_are_let_go() -> None:
    made, pairs = world()
    known = made.sources().bounds
    assert sum(may_be_one(*pair, known) for pair in pairs) < len(pairs) // 3


def test_a_merge_that_weighs_every_pair_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = World(_CROWD)
    found = merge(made.drafts, made.sources())
    monkeypatch.setattr(Sieve, "lets", lambda *_, **__: True)
    assert merge(made.drafts, made.sources()) == found


def test_the_same_place_and_deed_pass_and_a_name_alone_does_not() -> None:
    known = bounds()
    one = telling("one", places=("town",), actors=("army",), words=frozenset({"tents", "dawn"}))
    there = telling("other", places=("town",), actors=("army",), words=frozenset({"night", "column"}))
    elsewhere = telling("other", places=("region",), actors=("army",), words=frozenset({"night", "column"}))
    assert may_be_one(one, there, known)
    assert not may_be_one(one, elsewhere, known)
    assert not SIEVE.lets(known.facts(one).glance, known.facts(elsewhere).glance, rules=False)
