"""What has only a bound, in the reader: one key hides it, and nothing counts it among the events of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import event, timeline
from timeline_core.model.when import bounded_by
from timeline_core.view import query
from tui.view import activity, session, state, wishes
from tui.view.activity import DAY
from tui.view.state import View

TOLD = timeline(
    event("raid", "2023-05-14", "a raid"),
    event("shelling", bounded_by(date(2023, 5, 14)), "a shelling"),
    event("arrest", bounded_by(date(2023, 5, 15)), "an arrest"),
    event("fire", "2023-05-16", "a fire"),
    event("flood", None, "a flood"),
)


@pytest.fixture
def view() -> View:
    return state.opened(View(), TOLD)


def shown(view: View) -> list[str]:
    return [one.id for one in view.listing.events]


def test_they_are_shown_behind_the_events_of_their_report_s_day(view: View) -> None:
    assert shown(view) == ["raid", "shelling", "arrest", "fire", "flood"]


def test_the_key_hides_all_of_them_and_shows_them_again(view: View) -> None:
    hidden = wishes.bounds(view)
    assert (shown(hidden), hidden.message) == (
        ["raid", "fire", "flood"],
        "2 events that no report gives a day are hidden",
    )
    again = wishes.bounds(hidden)
    assert (shown(again), again.message) == (
        shown(view),
        "2 events that no report gives a day are shown, on or before the day of their report",
    )


def test_a_filter_that_asks_for_them_shows_them_though_they_are_hidden(view: View) -> None:
    asked = state.filtered(wishes.bounds(view), query.parse("dated:bound"))
    assert shown(asked) == ["shelling", "arrest"]


def test_where_there_is_none_nothing_is_hidden() -> None:
    view = state.opened(View(), timeline(event("raid", "2023-05-14", "a raid")))
    same = wishes.bounds(view)
    assert (same.bounds, same.message) == (True, "every event that is shown has a day of its own, or none")


def test_what_is_exported_is_what_is_shown(view: View) -> None:
    assert [one.id for one in state.narrowed(wishes.bounds(view)).events] == ["raid", "fire"]


def test_the_next_start_hides_them_too(view: View) -> None:
    kept = session.of(wishes.bounds(view), {})
    assert session.restored(view, kept, query.parse).bounds is False
    assert session.restored(view, {**kept, "bounds": "no"}, query.parse).bounds is True


def test_the_histogram_counts_none_of_them_and_says_how_many(view: View) -> None:
    found = activity.activity(view, DAY, date(2023, 5, 14), 10)
    assert found is not None
    assert [(bucket.first.day, bucket.events) for bucket in found.buckets] == [(14, 1), (15, 0), (16, 1)]
    assert activity.uncounted(view) == 2
    assert activity.uncounted(wishes.bounds(view)) == 0


@pytest.mark.parametrize(
    ("day", "chosen", "message"),
    [
        (14, "raid", ""),
        (15, "arrest", "nothing is told of that day; this happened on or before it"),
        (16, "fire", ""),
    ],
)
def test_who_goes_to_a_day_finds_what_is_of_it_first(view: View, day: int, chosen: str, message: str) -> None:
    there = wishes.jump(view, date(2023, 5, day), date(2023, 5, day))
    assert (there.chosen, there.message) == (chosen, message)


def test_the_days_around_one_are_those_around_the_day_of_its_report(view: View) -> None:
    around = wishes.around(replace(view, place="arrest", chosen="arrest"))
    assert query.format(around.filter) == "on:2023-05-08/2023-05-22"


def test_days_are_hopped_to_one_after_the_other(view: View) -> None:
    days = [view]
    for _ in range(3):
        days.append(wishes.hop_day(days[-1], 1))
    assert [one.chosen for one in days] == ["raid", "shelling", "arrest", "fire"]
