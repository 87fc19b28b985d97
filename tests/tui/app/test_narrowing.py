"""Stories of keys that narrow the timeline: actors, words, the filter that is looked past."""

from tests.tui.screen import RAID, ids, lines, press, reading, seen, styles_of
from tui.app.app import WaqaiApp
from tui.bidi.layout import visual
from tui.view import session
from tui.view.panes import Pane


async def test_one_digit_leaves_only_that_actors_events_and_counts_what_it_hides(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3")
        assert ids(app) == ["2022-01-20--2", RAID]
        assert "SDF   2 events · 8 hidden" in seen(app)


async def test_the_list_of_actors_is_narrowed_in_any_script_and_enter_chooses(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "a", *"قس")
        assert visual("قسد")[1:] in seen(app)
        await press(pilot, "enter")
        assert app.view.filter.actors == ("sdf",)
        await press(pilot, "a", *"syrian dem", "enter")
        assert app.view.filter.excluded == ("sdf",)


async def test_in_the_list_of_actors_a_digit_is_a_pinned_actor_and_tab_stays(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "a", "3", "down", "tab", "escape")
        assert app.view.filter.actors == ("sdf", "isis")
        assert app.focused is not None
        assert app.focused.id == "timeline"


async def test_an_actor_is_pinned_where_the_reader_wants_him_and_stays_there(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "a", *"قسد", "+", "1", "escape")
        assert [id for id, _ in app.view.pins][:3] == ["sdf", "centcom", "isis"]
        assert "pinned at 1" in lines(app)[-1]
        await press(pilot, "j", "1")
        assert "① SDF 2  ② CENTCOM 6  ③ ISIS 3" in lines(app)[-1]
        assert app.view.filter.actors == ("sdf",)
        assert session.of(app.view, {})["pinned"] == [id for id, _ in app.view.pins]


async def test_slash_narrows_while_the_reader_types_and_enter_keeps(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"غوي")
        assert ids(app) == ["2022-01-20--2"]
        await press(pilot, "enter")
        assert (ids(app), app.view.filter.text) == (["2022-01-20--2"], "غوي")


async def test_escape_in_the_search_brings_back_what_was_searched_before(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"raid", "enter", "slash", *"tally", "escape")
        assert app.view.filter.text == "raid"
        assert app.focused is not None
        assert app.focused.id == "timeline"


async def test_keys_are_letters_while_the_reader_types(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"qjE?3ت")
        assert app.view.filter.text == "qjE?3ت"
        assert app.view.filter.actors == ()


async def test_words_found_are_lit_in_title_and_report(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"raid", "enter")
        assert [style.bold for style in styles_of(app, "raid")][-1]


async def test_the_filter_is_looked_past_with_the_reader_on_the_same_event(app: WaqaiApp) -> None:
    async with reading(app, (80, 24)) as pilot:
        await press(pilot, "G", "slash", *"أصيب", "enter", "F")
        assert (app.view.count, app.view.chosen) == (10, "undated--9")
        assert "filters off" in seen(app)
        await press(pilot, "F")
        assert ids(app) == ["undated--9"]


async def test_escape_goes_one_step_back_then_clears(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "enter", "escape")
        assert (app.view.focus, app.view.filter.actors) == (Pane.TIMELINE, ("sdf",))
        await press(pilot, "escape")
        assert app.view.count == 10


async def test_nothing_left_says_what_hides_it_and_how_to_go_on(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"زلزال", "enter")
        assert "No event is shown." in seen(app)
        assert "Esc clears the filter, F shows all." in seen(app)
