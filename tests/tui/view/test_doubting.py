"""The doubt lens, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import event, evidence, report, timeline
from timeline_core.model.event import Status
from timeline_core.model.when import When
from timeline_core.view.doubt import Doubt
from tui.view import doubting, review, state
from tui.view.state import View

SANK, WENT_DOWN = report("one", "A ferry sank.", publisher="The Mail"), report("other", "A boat went down.")
SAFE = (evidence(SANK, SANK.text, "", When("2023-05-15")), evidence(WENT_DOWN, WENT_DOWN.text, "", When("2023-05-15")))


@pytest.fixture
def view() -> View:
    told = timeline(
        event("known-once", "2023-05-14", "A mill burned"),
        event("safe", "2023-05-15", "A ferry sank", *SAFE),
        event("uncertain", "2023-05-16?", "A bridge fell"),
        event("also-once", "2023-05-17", "A dam broke"),
        event("undated", None, "A tower leaned"),
        reports=(SANK, WENT_DOWN),
    )
    return state.opened(View(), told)


def walk(view: View, by: int, steps: int) -> list[str]:
    seen = []
    for _ in range(steps):
        view = review.next_draft(view, by)
        seen.append(view.chosen)
    return seen


def test_the_lens_counts_what_nobody_can_attack(view: View) -> None:
    through = doubting.switch(view)
    assert (through.doubting, doubting.safe(through)) == (True, (1, 5))
    assert through.message == "4 events are in doubt; r goes to the next"
    assert doubting.switch(through).doubting is False


def test_the_gravest_doubt_of_each_row(view: View) -> None:
    gravest = [doubting.gravest(view, place) for place in range(view.count)]
    assert gravest == [Doubt.ORIGIN, None, Doubt.UNSURE, Doubt.ORIGIN, Doubt.UNDATED]


def test_the_walk_goes_to_the_gravest_doubt_first_and_round_the_end(view: View) -> None:
    through = state.choose(doubting.switch(view), "safe")
    assert walk(through, 1, 5) == ["uncertain", "undated", "known-once", "also-once", "uncertain"]
    assert walk(through, -1, 2) == ["also-once", "known-once"]


def test_without_the_lens_the_walk_is_that_of_the_drafts(view: View) -> None:
    assert walk(view, 1, 3) == ["safe", "uncertain", "also-once"]


def test_an_accepted_event_is_safe(view: View) -> None:
    dated = tuple(
        replace(one, status=Status.ACCEPTED) if one.id == "uncertain" else one for one in view.timeline.events
    )
    accepted = state.opened(View(), replace(view.timeline, events=dated))
    assert doubting.safe(accepted) == (2, 5)
    assert doubting.doubts(accepted, dated[2]) == ()
    assert "uncertain" not in walk(doubting.switch(accepted), 1, 4)


def test_only_what_is_shown_is_counted(view: View) -> None:
    narrowed = state.search(view, "mill")
    assert doubting.safe(doubting.switch(narrowed)) == (0, 1)


def test_where_nothing_is_in_doubt_the_lens_stays_away(view: View) -> None:
    safe = state.search(view, "ferry")
    assert (doubting.switch(safe).doubting, doubting.switch(safe).message) == (
        False,
        "nothing that is shown here is in doubt",
    )
    assert review.next_draft(replace(safe, doubting=True), 1).message == "nothing that is shown here is in doubt"
