"""How long after it happened something was said and printed: only where both days are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import event, evidence
from tests.builders import report as printed
from timeline_core.model.event import Event, Kind
from timeline_core.model.report import GIVEN, INFERRED, UNKNOWN, Published, Report
from timeline_core.model.when import When
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.lag import Ladder, find_ladder, find_usual

FIRST = printed("a", "A barn burned.", publisher="Valley Post", published="2023-05-10")
LATER = printed("b", "A barn burned, they say.", publisher="The Echo", published="2023-05-14")
UNDATED = printed("c", "A barn burned once.")


def told(*reports: Report, when: str | None = "2023-05-09", kind: Kind = Kind.OCCURRENCE) -> Event:
    return event("e", when, "a barn burned", *(evidence(one, "A barn burned", "", None) for one in reports), kind=kind)


def timeline(*events: Event, copies: dict[str, str] | None = None) -> Timeline:
    reports = (FIRST, LATER, UNDATED)
    days = {one.id: Published(one.published, GIVEN if one.published else UNKNOWN) for one in reports}
    return Timeline(reports, days, events, (), Gazetteer(()), copies=copies or {})


def ladder(one: Event, *around: Event, of: Timeline | None = None) -> Ladder:
    found = find_ladder(one, around, of or timeline(one))
    assert found is not None
    return found


def test_each_outlet_stands_at_its_day_and_what_has_none_is_left_out() -> None:
    found = ladder(told(LATER, UNDATED, FIRST))
    assert [(step.name, step.after) for step in found.printed] == [("Valley Post", 1), ("The Echo", 5)]
    assert (found.happened, found.longest) == (date(2023, 5, 9), 5)


def test_what_announces_it_stands_at_the_day_of_the_saying() -> None:
    said = event("s", "2023-05-11", "the mayor told of it", kind=Kind.ANNOUNCEMENT, announces=("e",))
    other = event("o", "2023-05-12", "the mayor told of a flood", kind=Kind.ANNOUNCEMENT, announces=("x",))
    assert [(step.name, step.after) for step in ladder(told(FIRST), said, other).said] == [("the mayor told of it", 2)]


def test_a_month_and_a_plan_have_no_lag() -> None:
    for one in (told(FIRST, when="2023-05"), told(FIRST, when=None), told(FIRST, kind=Kind.PLANNED)):
        assert find_ladder(one, (), timeline(one)) is None


def test_copies_and_inferred_days_are_marked() -> None:
    one = told(FIRST, LATER)
    whole = timeline(one, copies={"b": "a"})
    days = {**whole.published, "a": Published(When("2023-05-10"), INFERRED)}
    first, second = ladder(one, of=replace(whole, published=days)).printed
    assert (first.inferred, first.copied, second.inferred, second.copied) == (True, False, False, True)


def test_the_median_of_an_outlet_counts_its_first_report_of_each_event() -> None:
    events = [told(FIRST, LATER), told(FIRST, when="2023-05-03"), told(FIRST, when="2023-05-01")]
    quick, slow = find_usual(events, timeline(*events))
    assert (quick.name, quick.median, quick.events) == ("The Echo", 5, 1)
    assert (slow.name, slow.median, slow.events) == ("Valley Post", 7, 3)


def test_a_report_from_before_the_event_counts_for_nobody() -> None:
    one = told(FIRST, when="2023-05-20")
    assert ladder(one).printed[0].after == -10
    assert find_usual([one], timeline(one)) == ()
