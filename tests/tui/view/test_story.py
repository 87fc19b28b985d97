"""A reader who was never here begins on the story, with its background above it; one who was, where he left off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import event, founding, timeline
from tests.tui.screen import reading
from timeline_core.model.event import Figure
from timeline_core.model.span import Span
from tui.app import setup
from tui.app.app import WaqaiApp
from tui.settings.config import Settings
from tui.view import density, state
from tui.view.state import View

FLOOD = tuple(event(f"flood-{day}", f"2024-03-{day:02}", f"the river rose on day {day}") for day in range(4, 9))
TOLL = Figure("killed", 40, 40, approximate=False, report="r1", span=Span(0, 2))


def chosen(*events: object) -> str:
    return density.stand_at_story(state.opened(View(), timeline(*events))).chosen  # type: ignore[arg-type]


def test_the_most_important_event_of_the_time_in_which_most_happened_is_chosen() -> None:
    old = replace(event("dam", "2009-06-01", "the dam broke"), figures=(replace(TOLL, low=9_000, high=9_000),))
    broke = replace(FLOOD[2], figures=(TOLL,))
    assert chosen(old, *FLOOD[:2], broke, *FLOOD[3:]) == broke.id


def test_of_equals_the_first_is_chosen() -> None:
    assert chosen(event("old", "2009-06-01", "the dam was built"), *FLOOD) == FLOOD[0].id


@pytest.mark.parametrize("events", [(), FLOOD[:1]], ids=("none", "one"))
def test_nothing_and_a_single_event_are_borne(events: tuple[object, ...]) -> None:
    assert chosen(*events) == (events[0].id if events else "")  # type: ignore[attr-defined]


async def test_the_first_screen_stands_on_the_killing_and_not_on_the_oldest_aside() -> None:
    app = WaqaiApp(founding, "sample dossier", "visual", setup=setup.of(Settings(), {}))
    async with reading(app):
        here = app.view.event
        assert here is not None
        assert here.when is not None
        assert here.when.edtf == "2023-02-10"
        assert app.view.listing.place_of(here.id) > 3, "its background stands above it"


async def test_who_was_here_before_begins_where_he_left_off() -> None:
    first = founding().events[0].id
    app = WaqaiApp(founding, "sample dossier", "visual", setup=setup.of(Settings(), {"place": first}))
    async with reading(app):
        assert app.view.chosen == first
