"""What has only a bound, under a filter: the news of the month before its report, and left out by «-dated:bound»."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import event, timeline
from timeline_core.model.when import When, bounded_by
from timeline_core.timeline import Timeline
from timeline_core.view import query
from timeline_core.view.filter import Filter, apply, hide_bounded
from timeline_core.view.index.build import make_index
from timeline_core.view.index.index import Index

TOLD = timeline(
    event("day", "2023-05-14", "a raid"),
    event("month", "2023-05", "a siege"),
    event("open", "../2023-05-14", "a rule"),
    event("bound", bounded_by(date(2023, 5, 14)), "a shelling"),
    event("none", None, "a flood"),
    event("unread", When("XXXX-XX-16"), "a fire"),
)
UNREAD = Timeline(
    TOLD.reports,
    TOLD.published,
    tuple(one for one in TOLD.events if one.id != "unread"),
    (*TOLD.undated, *(one for one in TOLD.events if one.id == "unread")),
    TOLD.names,
)


def found(line: str) -> set[str]:
    """By the index, and by the look at each event, which must agree."""
    index: Index = make_index(UNREAD)
    filter = query.parse(line)
    events = (*UNREAD.events, *UNREAD.undated)
    numbered = {events[number].id for number in index.found(index.matches(filter))}
    looked = apply(filter, UNREAD)
    assert numbered == {one.id for one in (*looked.events, *looked.undated)}
    return numbered


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("on:2023-05-14", True),
        ("on:2023-05-15", False),
        ("on:2023-04-13", True),
        ("on:2023-04-12", False),
        ("since:2023-05-14", True),
        ("since:2023-05-15", False),
        ("until:2023-04-13", True),
        ("until:2023-04-12", False),
        ("since:2023-05-10 until:2023-05-12", True),
        ("on:2020", False),
    ],
)
def test_it_is_news_of_the_month_before_its_report(line: str, bound: bool) -> None:
    assert ("bound" in found(line)) is bound


def test_what_a_report_itself_leaves_open_is_of_every_day_before() -> None:
    assert "open" in found("on:2020")


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("dated:bound", {"bound"}),
        ("-dated:bound", {"day", "month", "open", "none", "unread"}),
        ("dated:told", {"day", "month", "open"}),
        ("dated:none", {"none", "unread"}),
        ("dated:bound,none", {"bound", "none", "unread"}),
    ],
)
def test_how_the_day_is_known_is_asked_for(line: str, ids: set[str]) -> None:
    assert found(line) == ids


def test_it_is_hidden_unless_the_line_says_itself_what_it_wants() -> None:
    assert query.format(hide_bounded(Filter())) == "-dated:bound"
    asked = query.parse("dated:bound")
    assert hide_bounded(asked) == asked


def test_a_bound_of_the_first_days_reaches_no_further_back() -> None:
    assert bounded_by(date(1, 1, 20)).reach == (date.min, date(1, 1, 20))


def test_the_order_is_behind_all_that_begins_on_that_day() -> None:
    assert [one.id for one in UNREAD.events] == ["open", "month", "day", "bound"]
