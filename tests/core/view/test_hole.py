"""What could fall into a gap of the timeline."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import event, evidence, report
from timeline_core.model.event import Event, Kind
from timeline_core.model.report import GIVEN, Published
from timeline_core.model.when import When, bounded_by
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.hole import find_hole

FIRST, LAST = date(2021, 4, 1), date(2022, 5, 31)
QUOTE = "Masked men burned the granary."


def told(published: str, when: When | None = None, kind: Kind = Kind.OCCURRENCE) -> tuple[Timeline, Event]:
    """A report of that day, and the one event that it tells."""
    told_by = report("r", QUOTE, published=published, lang="en")
    one = event("one", when, "burned the granary", evidence(told_by, QUOTE, "", None), kind=kind)
    known = {"r": Published(When(published), GIVEN) if published else Published()}
    return Timeline((told_by,), known, (), (one,), Gazetteer(())), one


@pytest.mark.parametrize(
    ("published", "when", "could"),
    [
        ("2021-03-02", None, False),
        ("2021-04-01", None, True),
        ("2023-01-01", None, True),
        ("", None, True),
        ("2023-01-01", bounded_by(date(2021, 3, 31)), False),
        ("2023-01-01", bounded_by(date(2021, 4, 1)), True),
    ],
)
def test_what_is_told_before_the_gap_cannot_fall_into_it(published: str, when: When | None, could: bool) -> None:
    timeline, one = told(published, when)
    hole = find_hole(FIRST, LAST, timeline, loose=[one])
    assert [candidate.event for candidate in hole.candidates] == [one] * could


def test_a_plan_may_come_true_in_any_gap_behind_it() -> None:
    timeline, one = told("2021-03-02", kind=Kind.PLANNED)
    assert find_hole(FIRST, LAST, timeline, loose=[one]).candidates


@pytest.mark.parametrize(
    ("published", "there"),
    [("2021-03-31", False), ("2021-04-01", True), ("2022-05-31", True), ("2022-06-01", False), ("2021", False)],
)
def test_a_report_is_of_that_time_where_all_its_days_are(published: str, there: bool) -> None:
    timeline, _ = told(published)
    assert [one.id for one, _ in find_hole(FIRST, LAST, timeline, loose=[]).reports] == ["r"] * there
