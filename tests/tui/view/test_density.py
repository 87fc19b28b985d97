"""The strip above the panes: every shown event is in one stretch, and a click on it goes there."""

from datetime import date

import pytest

from tests.builders import event, founding, many, timeline
from tests.tui.screen import press, reading, seen
from timeline_core.model.when import bounded_by
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.draw import strip as render_strip
from tui.view import state
from tui.view.density import Density, density
from tui.view.state import View


def on(*days: str) -> View:
    return state.opened(View(), timeline(*(event(day, day, f"the mill burned on {day}") for day in days)))


def found(view: View, columns: int) -> Density:
    strip = density(view, columns)
    assert strip is not None
    return strip


def test_each_event_is_counted_in_the_stretch_of_its_day() -> None:
    strip = found(on("2020-01-01", "2020-01-02", "2020-01-10"), 10)
    assert strip.events == (1, 1, 0, 0, 0, 0, 0, 0, 0, 1)
    assert strip.days(1) == (date(2020, 1, 2), date(2020, 1, 2))
    assert strip.at(date(2020, 1, 10)) == 9


@pytest.mark.parametrize("columns", [2, 7, 60, 118, 500])
def test_nothing_is_lost_and_nothing_counted_twice(columns: int) -> None:
    assert sum(found(on("2020-01-01", "2020-02-05", "2021-03-01", "2021-03-01"), columns).events) == 4


def test_a_single_old_event_does_not_press_the_others_together() -> None:
    view = state.opened(View(), timeline(event("old", "1219-05-01", "an envoy came"), *many(90).events))
    assert found(view, 50).starts[0] >= date(2000, 1, 1)


def test_what_is_no_stretch_of_time_has_no_strip() -> None:
    assert density(on(), 50) is None
    assert density(on("2020-01-01"), 50) is None
    assert density(on("2020-01-01", "2020-01-01"), 50) is None
    bounds = [event(f"b{n}", bounded_by(date(2020, 1, n)), "it was by then") for n in (1, 5)]
    assert density(state.opened(View(), timeline(*bounds)), 50) is None, "on no day that is known"


def test_the_strip_is_as_wide_as_the_screen_and_shows_where_the_reader_stands() -> None:
    view = on("2020-01-01", "2020-01-02", "2020-06-10")
    line = render_strip.strip(view, found(view, render_strip.columns(80)))
    assert sum(cells for _, cells, _ in line) == 80
    assert [style for _, _, style in line].count("mark") == 1


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_click_goes_to_that_time(language: str) -> None:
    app = WaqaiApp(founding, "sample dossier", "visual", setup=Setup(language))
    async with reading(app) as pilot:
        first = app.view.chosen
        strip = app.query_one("#strip")
        last = 5 if language == "ar" else strip.size.width - 7
        await pilot.click("#strip", offset=(last, 0))
        await pilot.pause()
        assert app.view.chosen != first
        assert app.view.event is not None
        assert app.view.event.when is not None
        assert app.view.event.when.order[0] == date(2023, 3, 1), "time runs as the screen is read"
        await press(pilot, "g")
        assert app.view.chosen == first


async def test_a_low_screen_has_no_strip() -> None:
    app = WaqaiApp(founding, "sample dossier", "visual")
    async with reading(app, (80, 24)) as pilot:
        await press(pilot, "j")
        assert not app.query_one("#strip").display
        assert "▁▁▁" not in seen(app)
