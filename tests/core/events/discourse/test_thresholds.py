"""Numbers by which two mentions of a report are one telling: a case on both sides of each."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace

import pytest

from tests.builders import figure
from tests.core.events.discourse.rows import spied
from tests.core.words import known, report, timeline
from timeline_core.events.discourse.coreference import ROWS, score
from timeline_core.events.discourse.incompatible import is_of_one_day
from timeline_core.events.discourse.numbers import figures_far
from timeline_core.events.discourse.pairs import Pair, tells_alike
from timeline_core.model.draft import Draft
from timeline_core.model.when import When

Made = Callable[[int, int, int], Pair]


def between(told: Draft, mention: Draft, like: Pair) -> Pair:
    """A pair of other mentions that is like another in all else."""
    pair = copy(like)
    pair.told, pair.mention = told, mention
    return pair


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> Made:
    """Makes two mentions without a deed, of so many words each, so many of them shared."""
    pairs = spied(monkeypatch, "score", score)
    timeline(report("A bomb hit Sirte. Four people died.", "2023-05-17"))
    one = pairs[-1]

    def made(first: int, second: int, shared: int) -> Pair:
        mine = frozenset(f"word{number}" for number in range(first))
        theirs = frozenset(f"word{number}" for number in range(first - shared, first - shared + second))
        told, mention = (
            replace(draft, words=words, concepts=frozenset(), figures=())
            for draft, words in ((one.told, mine), (one.mention, theirs))
        )
        return between(told, mention, one)

    return made


def holds(name: str, pair: Pair) -> bool:
    [row] = [row for row in ROWS if row.name == name]
    return row.holds(pair)


@pytest.mark.parametrize(("raid", "quotes"), [("raid in Tadmur", 2), ("raid", 1)])
def test_a_noun_for_what_was_told_is_a_quote_where_two_words_tell_something(raid: str, quotes: int) -> None:
    told = f"A raid killed five gunmen in Tadmur on May 10. Hours after the {raid}, rain fell."
    [event] = timeline(report(told, "2023-05-20")).events
    assert len(event.evidence) == quotes


@pytest.mark.parametrize(("said", "told"), [("stated his position", True), ("insisted on peace", False)])
def test_a_statement_without_a_day_has_two_words_beside_who_says_it(said: str, *, told: bool) -> None:
    found = timeline(report(f"The mill stood empty.\n\nPresident Assad {said}.", "2023-05-20"))
    assert bool(found.undated or found.events) is told


@pytest.mark.parametrize(("what", "told"), [("Rebels attacked farmers", True), ("Rebels attacked", False)])
def test_what_happened_without_a_day_is_told_in_three_words(what: str, *, told: bool) -> None:
    found = timeline(report(f"The mill stood empty.\n\n{what}.", "2023-05-20"))
    assert bool(found.undated or found.events) is told


@pytest.mark.parametrize(("shared", "same"), [(6, True), (5, False)])
def test_the_words_are_the_same_where_six_of_ten_are(pair: Made, shared: int, *, same: bool) -> None:
    assert holds("same words", pair(10, 12, shared)) is same


@pytest.mark.parametrize(("shared", "same"), [(8, True), (7, False)])
def test_two_say_one_thing_whatever_their_verbs_where_eight_of_ten_words_are_the_same(
    pair: Made, shared: int, *, same: bool
) -> None:
    assert tells_alike(pair(10, 12, shared)) is same


@pytest.mark.parametrize(("words", "same"), [(4, True), (3, False)])
def test_words_say_the_same_where_there_are_four(pair: Made, words: int, *, same: bool) -> None:
    assert holds("same words", pair(words, 12, words)) is same


@pytest.mark.parametrize(("dead", "same"), [(3, True), (2, False)])
def test_three_dead_are_a_number_that_two_mentions_hardly_share_by_chance(pair: Made, dead: int, *, same: bool) -> None:
    one = pair(1, 1, 0)
    counted = (figure("killed", dead, "r1"),)
    told, mention = replace(one.told, figures=counted), replace(one.mention, figures=counted)
    assert holds("same number", between(told, mention, one)) is same


@pytest.mark.parametrize(("dead", "same"), [(10, True), (9, False)])
def test_ten_dead_are_a_number_that_two_mentions_do_not_share_by_chance(pair: Made, dead: int, *, same: bool) -> None:
    one = pair(1, 1, 0)
    counted = (figure("killed", dead, "r1"),)
    told, mention = replace(one.told, figures=counted), replace(one.mention, figures=counted)
    assert holds("large number", between(told, mention, one)) is same


@pytest.mark.parametrize(("dead", "far"), [(15, False), (16, True)])
def test_half_as_many_again_is_another_count_of_the_same(pair: Made, dead: int, *, far: bool) -> None:
    one = pair(1, 1, 0)
    told, mention = (replace(one.told, figures=(figure("killed", count, "r1"),)) for count in (10, dead))
    assert figures_far(told, mention, known().concepts) is far


@pytest.mark.parametrize(("days", "one"), [("2023-05-01/2023-06-01", True), ("2023-05-01/2023-06-02", False)])
def test_a_day_is_that_of_a_time_of_31_days_more_at_most(pair: Made, days: str, *, one: bool) -> None:
    made = pair(1, 1, 0)
    told, mention = replace(made.told, when=When(days)), replace(made.mention, when=When("2023-05-10"))
    assert is_of_one_day(told, mention) is one


@pytest.mark.parametrize(("points", "told"), [(2.0, 1), (1.9, 2)])
def test_two_mentions_are_one_happening_from_two_points_on(
    monkeypatch: pytest.MonkeyPatch, points: float, told: int
) -> None:
    spied(monkeypatch, "score", lambda _: points)
    found = timeline(report("A bomb hit Sirte. Four people died.", "2023-05-17"))
    assert len(found.events) + len(found.undated) == told
