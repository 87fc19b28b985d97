"""From where on two tellings are one: a case on both sides of each number that decides it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from seeds.load import concepts
from timeline_core.events.discourse.numbers import figures_far, largest_shared_number
from timeline_core.merge.apart import contradict
from timeline_core.merge.bounds import Bounds, is_stale
from timeline_core.merge.event_of import Rank
from timeline_core.merge.likeness import (
    hardly_match,
    score_likeness,
    tell_one_meeting,
)
from timeline_core.merge.merge import Sources, merge
from timeline_core.merge.pair import Pair
from timeline_core.merge.reference import is_story_of
from timeline_core.merge.same_sentence import are_copies, are_one_text, rarest_words
from timeline_core.merge.slips import keys_of_slips, slip_by_a_day
from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence, Figure, Kind, Role
from timeline_core.model.span import Span
from timeline_core.model.when import When

DAY = "2023-02-10"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def after(days: int) -> str:
    return (date.fromisoformat(DAY) + timedelta(days)).isoformat()


def bounds(days: int = 0) -> Bounds:
    """Of a report of that day, and of one so many days later; the town lies in a region, the land is a country."""
    published = {"one": date.fromisoformat(DAY), "other": date.fromisoformat(after(days))}
    around = {"town": frozenset({"region", "land"}), "region": frozenset({"land"}), "land": frozenset[str]()}
    return Bounds(
        published,
        published,
        around,
        vague=frozenset({"land"}),
        concepts=concepts(),
        holders=frozenset({"region", "land"}),
    )


def telling(report: str = "one", when: str | None = DAY, at: int = 0, **said: Any) -> Draft:  # noqa: ANN401
    counted = said.pop("counts", ())
    figures = [Figure(what, low, low, approximate=False, report=report, span=Span(0, 1)) for what, low in counted]
    evidence = Evidence(report, Role.STORY, Span(at, at + 5), said.pop("quote", "words"), "", "", None)
    given: dict[str, Any] = {
        "kind": Kind.OCCURRENCE,
        "title": f"{report} {at}",
        "lang": "en",
        "actors": (),
        "places": (),
        "persons": frozenset(),
        "concepts": frozenset({"raid"}),
        "words": frozenset(),
    }
    return Draft(
        report, When(when) if when else None, evidence=(evidence,), figures=tuple(figures), **{**given, **said}
    )


def pair(when: str | None = DAY, **said: Any) -> tuple[Draft, Draft]:  # noqa: ANN401
    """One thing told by two reports."""
    return telling("one", DAY, **said), telling("other", when, **said)


def words(count: int) -> frozenset[str]:
    return frozenset(LETTERS[:count])


@pytest.mark.parametrize(
    ("number", "days", "score"),
    [(5, 7, 1.0), (4, 7, 0.0), (5, 8, 0.0), (19, 8, 0.0), (20, 8, 1.0)],
)
def test_a_number_tells_what_is_told_without_a_day_the_larger_the_longer_ago(
    number: int, days: int, score: float
) -> None:
    one, other = pair(None, places=("town",), counts=[("killed", number)])
    assert score_likeness(one, other, bounds(days)) == score


@pytest.mark.parametrize(("days", "apart"), [(31, False), (32, True)])
def test_an_undated_telling_is_of_the_month_before_its_report(days: int, *, apart: bool) -> None:
    one, other = pair(None, places=("town",))
    assert contradict(one, other, bounds(days)) is apart


@pytest.mark.parametrize(("days", "stale"), [(7, False), (8, True)])
def test_what_is_told_without_a_day_is_news_for_a_week(days: int, *, stale: bool) -> None:
    assert is_stale(*pair(None), bounds(days)) is stale


@pytest.mark.parametrize(("days", "score"), [(14, 2.5), (15, 1.0)])
def test_a_period_that_is_longer_by_more_than_two_weeks_says_less_than_a_day(days: int, score: float) -> None:
    one, other = pair(f"{DAY}/{after(days)}", places=("town",), counts=[("killed", 5)])
    assert score_likeness(one, other, bounds()) == score


@pytest.mark.parametrize(("number", "score"), [(4, 1.0), (5, 2.5)])
def test_five_of_one_thing_at_one_place_are_the_same(number: int, score: float) -> None:
    assert score_likeness(*pair(places=("town",), counts=[("killed", number)]), bounds()) == score


@pytest.mark.parametrize(("number", "score"), [(19, 0.0), (20, 2.5)])
def test_a_large_number_joins_by_a_shared_country_alone(number: int, score: float) -> None:
    concepts_ = frozenset({"kill", "clash"})
    assert score_likeness(*pair(places=("land",), counts=[("killed", number)], concepts=concepts_), bounds()) == score


@pytest.mark.parametrize(("number", "score"), [(99, 0.0), (100, 2.5)])
def test_a_huge_number_joins_though_other_forces_are_named(number: int, score: float) -> None:
    counts, town = [("killed", number)], ("town",)
    one = telling("one", actors=("army",), places=town, counts=counts)
    other = telling("other", actors=("force",), places=town, counts=counts)
    assert score_likeness(one, other, bounds()) == score


@pytest.mark.parametrize(("number", "score"), [(2, 0.0), (3, 1.0)])
def test_three_of_one_thing_join_reports_that_are_about_one_place(number: int, score: float) -> None:
    told = pair(context=frozenset({"town"}), counts=[("killed", number)])
    assert score_likeness(*told, bounds()) == score


@pytest.mark.parametrize(
    ("deeds", "score"),
    [
        ({"raid"}, 0.0),
        ({"raid", "clash"}, 1.5),
        ({"raid", "kill"}, 0.0),
        ({"quake"}, 1.2),
        ({"kill", "operation"}, 0.0),
    ],
)
def test_several_telling_deeds_or_a_rare_one_join_at_one_place(deeds: set[str], score: float) -> None:
    told = pair(places=("region",), concepts=frozenset(deeds))
    assert score_likeness(*told, bounds()) == score


@pytest.mark.parametrize(("count", "score"), [(5, 0.0), (6, 2.2)])
def test_a_copy_that_names_nobody_needs_six_words(count: int, score: float) -> None:
    assert score_likeness(*pair(concepts=frozenset(), words=words(count)), bounds()) == score


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (words(4), words(4), True),
        (words(3), words(3), False),
        (words(7), words(6) | {"z"}, True),
        (words(6), words(5) | {"z"}, False),
        (words(4), words(6), False),
    ],
)
def test_three_quarters_of_the_words_make_a_copy(one: frozenset[str], other: frozenset[str], *, copies: bool) -> None:
    assert are_copies(one, other) is copies


@pytest.mark.parametrize(
    ("mine", "theirs", "one"),
    [
        (words(12), words(12), True),
        (words(11), words(11), False),
        (words(20), words(18), True),
        (words(20), words(17), False),
    ],
)
def test_a_long_sentence_is_one_text_with_nine_of_ten_words(
    mine: frozenset[str], theirs: frozenset[str], *, one: bool
) -> None:
    assert are_one_text(telling(words=mine), telling("other", words=theirs)) is one
    assert not one or set(rarest_words(mine)) & set(rarest_words(theirs))


@pytest.mark.parametrize(("low", "high", "far"), [(20, 30, False), (20, 31, True)])
def test_a_number_half_as_large_again_is_of_one_size(low: int, high: int, *, far: bool) -> None:
    one, other = telling(counts=[("killed", low)]), telling("other", counts=[("killed", high)])
    assert figures_far(one, other, concepts()) is far


def test_the_released_are_counted_as_the_detainees_and_nobody_else() -> None:
    one, other = telling(counts=[("released", 318)]), telling("other", counts=[("detainees", 318)])
    assert largest_shared_number(one, other, concepts()) == 318
    assert largest_shared_number(one, telling(counts=[("killed", 318)]), concepts()) == 0


@pytest.mark.parametrize(("days", "story"), [(31, True), (32, False), (-1, False)])
def test_a_saying_is_about_the_story_of_the_month_before_it(days: int, *, story: bool) -> None:
    saying = telling(when=after(days), at=10, kind=Kind.ANNOUNCEMENT)
    assert is_story_of(telling(), saying, concepts()) is story


@pytest.mark.parametrize(("number", "days", "slip"), [(20, 1, True), (19, 1, False), (20, 2, False)])
def test_two_days_in_a_row_are_a_slip_only_with_a_large_number(number: int, days: int, *, slip: bool) -> None:
    one, other = pair(after(days), places=("town",), things=frozenset({"market"}), counts=[("killed", number)])
    assert slip_by_a_day(one, other, bounds()) is slip
    assert not slip or keys_of_slips(one) & keys_of_slips(other)


def test_one_meeting_takes_two_names() -> None:
    meeting = frozenset({"meeting"})
    assert tell_one_meeting(Pair(*pair(concepts=meeting, actors=("ann", "ben")), bounds()))
    assert not tell_one_meeting(Pair(*pair(concepts=meeting, actors=("ann",)), bounds()))
    assert not tell_one_meeting(Pair(*pair(concepts=frozenset({"raid"}), actors=("ann", "ben")), bounds()))


def test_a_market_and_a_school_hardly_match() -> None:
    one = telling(things=frozenset({"market"}))
    assert hardly_match(one, telling("other", things=frozenset({"school"})), bounds())
    assert not hardly_match(one, telling("other", things=frozenset({"market", "school"})), bounds())


def joined(*drafts: Draft) -> int:
    order = {id: Rank(date.fromisoformat(DAY), id, date.fromisoformat(DAY)) for id in ("one", "other", "third")}
    return len(merge(drafts, Sources(order, bounds())))


@pytest.mark.parametrize(("mine", "theirs", "events"), [("raid storm", "clash bombing", 1), ("quake", "collapse", 2)])
def test_a_telling_that_surely_tells_of_two_groups_makes_one_of_them(mine: str, theirs: str, events: int) -> None:
    """Two deeds at one place are enough for that (1.5), one rare deed is not (1.2)."""
    first, second = frozenset(mine.split()), frozenset(theirs.split())
    tellings = [
        telling(report, places=("region",), concepts=deeds)
        for report, deeds in (("one", first), ("other", second), ("third", first | second))
    ]
    assert joined(*tellings) == events


@pytest.mark.parametrize(("said", "events"), [({"words": words(8)}, 1), ({"counts": [("killed", 120)]}, 2)])
def test_only_a_copy_makes_one_statement_of_two_that_announce_nothing_known(said: dict[str, Any], events: int) -> None:
    """A copied text (2.2) does, a huge number of one deed (2.0) does not."""
    one, other = pair(kind=Kind.ANNOUNCEMENT, concepts=frozenset({"clash"}), **said)
    assert joined(one, other) == events
