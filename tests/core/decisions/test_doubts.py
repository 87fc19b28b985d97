"""Which events may be one, so that a person is asked; which are not asked about, and what an answer does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.core.decisions.acts import Reader
from tests.core.words import known, report, timeline
from timeline_core.decisions.apply import decide
from timeline_core.decisions.doubts import find_event_pairs
from timeline_core.decisions.event_pair import EventPair
from timeline_core.events.cross_dating import accounts
from timeline_core.merge.bounds import bounds_of
from timeline_core.model.decision import Act, Decision
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline

ROAD = "Floods cut the road to Harim on May 10."
WATER = "The road to Harim was cut by rising water on May 10."
PUBLISHED = "2023-05-12"


def written(*texts: str, published: str = PUBLISHED) -> list[Report]:
    return [report(text, published, f"r{n}") for n, text in enumerate(texts)]


def asked(reports: Sequence[Report], log: Sequence[Decision] = ()) -> list[EventPair]:
    read = accounts(reports, known())
    told = decide(timeline(*reports), log)
    return find_event_pairs(read, bounds_of(read, known()), told, log)


def counted(told: Timeline) -> int:
    return len(told.events) + len(told.undated)


@pytest.mark.parametrize(
    "texts",
    [
        (ROAD, WATER),
        (
            "A court in Homs sentenced Samir Hadlan to nine years on May 10.",
            "A court in Homs sentenced Samir Hadlan to nine years on May 11.",
        ),
    ],
    ids=("nearly enough is shared", "a day apart"),
)
def test_what_nearly_joins_is_asked_about(texts: tuple[str, ...]) -> None:
    reports = written(*texts)
    assert counted(timeline(*reports)) == 2
    [pair] = asked(reports)
    assert {piece.report for piece in pair.pieces} == {"r0", "r1"}
    assert pair.pieces[0] in pair.one.evidence
    assert "class" in pair.likeness.features


@pytest.mark.parametrize(
    "other",
    [
        "The road to Harim was cut by rising water on May 14.",
        "The road to Manbij was cut by rising water on May 10.",
        "A bakery was opened in Harim on May 10.",
        "Floods cut the road to Harim on May 10, the mayor said.",
    ],
    ids=("another day", "another place", "another deed", "joined"),
)
def test_what_is_surely_two_or_one_by_now_is_not(other: str) -> None:
    assert asked(written(ROAD, other)) == []


def test_who_is_told_by_more_reports_stands_first() -> None:
    quiet = ("A mine wounded a shepherd in Manbij on May 3.", "A shepherd in Manbij stepped on a mine on May 3.")
    reports = written(*quiet, ROAD, WATER, f"{ROAD} Buses stopped.", f"{WATER} Schools closed.")
    pairs = asked(reports)
    assert [len(pair.other.reports) for pair in pairs] == sorted((len(p.other.reports) for p in pairs), reverse=True)
    assert len(pairs[0].one.reports) == 2


def test_who_is_apart_is_not_asked_for_again_though_later_reports_tell_more() -> None:
    reports = written(ROAD, WATER)
    person = Reader(timeline(*reports))
    person.act(Act.APART, "Floods", "rising water")
    assert asked(reports, person.log) == []
    later = [*reports, report(f"{ROAD} Two bridges were lost.", PUBLISHED, "r9")]
    assert asked(later, person.log) == []


def test_who_is_in_doubt_is_asked_last() -> None:
    reports = written(ROAD, WATER)
    person = Reader(timeline(*reports))
    person.act(Act.DOUBT, "Floods", "rising water")
    assert [pair.unsure for pair in asked(reports, person.log)] == [True]


def test_who_is_one_is_not_asked_for() -> None:
    reports = written(ROAD, WATER)
    person = Reader(timeline(*reports))
    person.act(Act.MERGE, "Floods", "rising water")
    assert asked(reports, person.log) == []
    person.undo(person.log[-1])
    assert len(asked(reports, person.log)) == 1


def test_two_that_are_apart_are_parted_when_the_machine_joins_them_one_day() -> None:
    apart = timeline(*written(ROAD, WATER))
    person = Reader(apart)
    person.act(Act.APART, "Floods", "rising water")
    both = written(ROAD, WATER)
    later = timeline(*both, report(f"{ROAD} {WATER}", PUBLISHED, "r9"))
    told = decide(later, person.log)
    homes = {piece.report: event.id for event in told.events for piece in event.evidence if piece.report != "r9"}
    assert homes["r0"] != homes["r1"]


def test_the_later_of_two_people_holds() -> None:
    reports = written(ROAD, WATER)
    lina, omar = Reader(timeline(*reports), "lina", 9), Reader(timeline(*reports), "omar", 10)
    lina.act(Act.APART, "Floods", "rising water")
    omar.act(Act.MERGE, "Floods", "rising water")
    assert counted(decide(timeline(*reports), [*lina.log, *omar.log])) == 1
    first, last = Reader(timeline(*reports), "omar", 9), Reader(timeline(*reports), "lina", 10)
    first.act(Act.MERGE, "Floods", "rising water")
    last.act(Act.APART, *timeline(*reports).events)
    assert counted(decide(timeline(*reports), [*first.log, *last.log])) == 2
