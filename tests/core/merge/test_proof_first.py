"""The words that prove the date of an event are the first of its quotes; all others keep the order of their reports."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from tests.core.words import report, teller, timeline
from timeline_core.decisions.apply import decide, make_target
from timeline_core.export import EXPORTERS
from timeline_core.export.scope import Scope
from timeline_core.merge.event_of import Rank, make_event, order_key
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Evidence, Kind, Role, Telling
from timeline_core.model.expression import Expression, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import When

BARE = report(
    "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب.", "2023-05-12", "bare"
)
DATED = report(
    "قتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي لقوات النظام على بلدة كنصفرة في ريف إدلب يوم 11 أيار.",
    "2023-05-14",
    "dated",
)
DAYS = {"a": date(2023, 5, 12), "b": date(2023, 5, 13), "c": date(2023, 5, 14)}
ORDER = {id: Rank(day, id, day) for id, day in DAYS.items()}


def piece(report: str, at: int = 0, when: str | None = None, *, inherited: bool = False) -> Evidence:
    said = Expression(Span(at, at + 1), "x", When(when), Reason("day")) if when else None
    return Evidence(report, Role.STORY, Span(at, at + 1), "x", "", "", said, inherited)


def telling(when: str | None, *pieces: Evidence) -> Telling:
    return Telling(When(when) if when else None, Kind.OCCURRENCE, "t", "en", pieces)


def places(*tellings: Telling) -> list[tuple[str, int]]:
    return [(one.report, one.span.start) for one in make_event(tellings, ORDER).evidence]


def test_the_report_that_says_the_day_comes_before_an_earlier_one_that_says_none() -> None:
    [event] = timeline(BARE, DATED).events
    assert event.reports == ("dated", "bare")
    assert event.evidence[0].expression is not None


def test_where_the_earlier_one_says_the_day_nothing_moves() -> None:
    bare, dated = replace(BARE, published=When("2023-05-14")), replace(DATED, published=When("2023-05-12"))
    [event] = timeline(bare, dated).events
    assert event.reports == ("dated", "bare")


@pytest.mark.parametrize(
    ("tellings", "order"),
    [
        ([telling(None, piece("a")), telling("2023-05-10", piece("b", 0, "2023-05-10"))], [("b", 0), ("a", 0)]),
        (
            [telling("2023-05", piece("a", 0, "2023-05")), telling("2023-05-10", piece("c", 0, "2023-05-10"))],
            [("c", 0), ("a", 0)],
        ),
        (
            [telling("2023-05-10", piece("a", 0), piece("a", 5, "2023-05-10"))],
            [("a", 5), ("a", 0)],
        ),
        (
            [
                telling(
                    "2023-05-10",
                    piece("a", 0, "2023-05-10", inherited=True),
                    piece("a", 5, "2023-05-10"),
                    piece("a", 9),
                )
            ],
            [("a", 5), ("a", 0), ("a", 9)],
        ),
        (
            [telling("2023-05-10", piece("a", 0, "2023-05"), piece("a", 5, "2023-05-10"))],
            [("a", 5), ("a", 0)],
        ),
        (
            [telling("2023-05-08/2023-05-10", piece("b", 3, "2023-05-08")), telling(None, piece("a"), piece("c"))],
            [("b", 3), ("a", 0), ("c", 0)],
        ),
        (
            [telling(None, piece("c")), telling(None, piece("b")), telling(None, piece("a"))],
            [("a", 0), ("b", 0), ("c", 0)],
        ),
    ],
)
def test_the_proof_is_first_and_the_rest_as_their_reports(
    tellings: list[Telling], order: list[tuple[str, int]]
) -> None:
    assert places(*tellings) == order


def test_the_order_of_events_is_that_of_their_first_reports_still() -> None:
    early = make_event([telling(None, piece("a")), telling("2023-05-10", piece("c", 0, "2023-05-10"))], ORDER)
    later = make_event([telling("2023-05-10", piece("b", 0, "2023-05-10"))], ORDER)
    assert early.evidence[0].report == "c"
    assert order_key(early, ORDER) < order_key(later, ORDER)


def test_it_is_first_in_what_is_exported() -> None:
    told = timeline(BARE, DATED)
    [event] = json.loads(EXPORTERS["json"](told, teller("en"), Scope()))["events"]
    [row] = csv.DictReader(io.StringIO(EXPORTERS["csv"](told, teller("en"), Scope())))
    assert [one["report"] for one in event["evidence"]] == ["dated", "bare"]
    assert row["quote"] == event["evidence"][0]["exact"]


def test_it_is_first_too_where_a_person_joined_the_tellings() -> None:
    other = report("Shelling killed three farmers near the olive press of Kansafra on May 9.", "2023-05-20", "other")
    told = timeline(BARE, other)
    dated, bare = told.events
    merge = Decision(
        "m1", Act.MERGE, "2023-06-01T00:00:00Z", "reader", (make_target(bare, told), make_target(dated, told))
    )
    [event] = decide(told, [merge]).events
    assert (event.when, event.evidence[0].report, event.bounded) == (dated.when, "other", False)
