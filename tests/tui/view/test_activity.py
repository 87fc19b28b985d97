"""The counts behind the histogram."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import event, many
from tui.view import activity, state
from tui.view.activity import DAY, DECADE, MONTH, UNITS, WEEK, YEAR
from tui.view.state import View


@pytest.fixture(scope="module")
def view() -> View:
    """3,000 events, three a day from the year 2000 on: a thousand days."""
    return state.opened(View(), many(3_000))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("columns", [10, 112])
def test_buckets_stand_beside_each_other_without_a_hole(view: View, unit: str, columns: int) -> None:
    found = activity.activity(view, unit, date(2001, 3, 7), columns)
    assert found is not None
    assert len(found.buckets) <= columns
    for one, other in zip(found.buckets, found.buckets[1:], strict=False):
        assert (other.first - one.last).days == 1
    assert found.here.first <= date(2001, 3, 7) <= found.here.last


def test_every_event_is_counted_once(view: View) -> None:
    for unit, columns in ((YEAR, 20), (MONTH, 60), (DECADE, 10), (WEEK, 300), (DAY, 2_000)):
        found = activity.activity(view, unit, date(2001, 1, 1), columns)
        assert found is not None
        assert sum(bucket.events for bucket in found.buckets) == 3_000


def test_a_walk_beyond_the_window_moves_it(view: View) -> None:
    found = activity.activity(view, DAY, date(2001, 1, 1), 10)
    assert found is not None
    for _ in range(20):
        found = activity.stepped(found, view, 1, 10)
    assert found.here.first == date(2001, 1, 21)
    for _ in range(5_000):
        found = activity.stepped(found, view, -1, 10)
    assert found.here.first == date(2000, 1, 1)


def test_the_finest_unit_is_taken_in_which_all_fits(view: View) -> None:
    assert [activity.fitting(view, columns) for columns in (8, 40, 200, 2_000)] == [YEAR, MONTH, WEEK, DAY]


@pytest.fixture(scope="module")
def with_envoy() -> View:
    """The same, and one event of the thirteenth century before them."""
    told = many(3_000)
    envoy = event("envoy", "1219-06-01", "An envoy left")
    return state.opened(View(), replace(told, events=(envoy, *told.events)))


def test_one_event_far_off_does_not_set_the_unit(with_envoy: View) -> None:
    assert [activity.fitting(with_envoy, columns) for columns in (40, 200)] == [MONTH, WEEK]


def test_the_day_that_the_reader_came_with_is_kept_through_every_unit(with_envoy: View) -> None:
    day = date(2001, 3, 7)
    found = activity.activity(with_envoy, DECADE, day, 30)
    for unit in UNITS[1:]:
        assert found is not None
        found = activity.zoomed(found, with_envoy, 1, 30)
        assert (found.unit, found.here.first <= day <= found.here.last) == (unit, True)


def test_who_went_to_another_bucket_goes_closer_there(with_envoy: View) -> None:
    found = activity.activity(with_envoy, YEAR, date(2001, 3, 7), 30)
    assert found is not None
    there = activity.zoomed(activity.stepped(found, with_envoy, 1, 30), with_envoy, 1, 30)
    assert there.here.first == date(2002, 1, 1)


def test_without_a_date_there_is_nothing_to_draw() -> None:
    assert activity.activity(View(), MONTH, date(2001, 1, 1), 10) is None
