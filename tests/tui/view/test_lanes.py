"""The histogram in lanes: what each actor and each place has in every bucket."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import founding
from tui.view import activity, state
from tui.view.activity import DAY, MONTH, YEAR
from tui.view.lanes.lanes import ACTORS, PLACES, lanes
from tui.view.state import View


@pytest.fixture(scope="module")
def view() -> View:
    return state.opened(View(), founding())


@pytest.mark.parametrize("unit", [YEAR, MONTH, DAY])
@pytest.mark.parametrize("by", [ACTORS, PLACES])
def test_a_lane_counts_what_the_filter_of_its_name_would_show(view: View, unit: str, by: str) -> None:
    found = activity.activity(view, unit, date(2023, 2, 10), 2_000)
    assert found is not None
    shown = lanes(view, found, by, 8)
    assert shown
    for lane in shown:
        events = [(event, event.actors if by == ACTORS else event.places) for event in view.timeline.events]
        named = [event for event, names in events if lane.id in names]
        assert sum(lane.events) <= lane.total
        assert sum(lane.events) == sum(not event.bounded for event in named)


def test_the_lanes_of_most_events_come_first(view: View) -> None:
    found = activity.activity(view, YEAR, date(2023, 2, 10), 20)
    assert found is not None
    totals = [lane.total for lane in lanes(view, found, ACTORS, 8)]
    assert totals == sorted(totals, reverse=True)
