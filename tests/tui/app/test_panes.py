"""Stories of panes: sizes, one alone, one at a time; of days gone to, and of orders."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.builders import founding
from tests.tui.screen import lines, press, reading, seen, settled, styles_of
from timeline_core.errors import ReportError
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Status
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.bidi.layout import visual
from tui.draw.list import TITLE_AT
from tui.ports.services import Services
from tui.view import session
from tui.view.panes import Pane
from tui.widgets.bidi_input import BidiInput
from tui.widgets.event_detail import EventDetail

Opener = Callable[[Callable[[], Timeline]], WaqaiApp]
RAID = "2023-02-10--5"


def widths(app: WaqaiApp) -> dict[str, int]:
    """Cells of each pane that is seen."""
    found = {pane: app.query_one(f"#{pane}").region for pane in Pane}
    return {str(pane): region.width for pane, region in found.items() if region}


async def test_a_pane_is_seen_alone_and_again_with_the_others(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "enter", "z")
        assert widths(app) == {"report": 118}
        await press(pilot, "tab")
        assert list(widths(app)) == ["timeline"]
        await press(pilot, "z")
        assert list(widths(app)) == ["timeline", "event", "report"]
        assert app.focused is not None
        assert app.focused.id == "timeline"


async def test_panes_grow_and_shrink_and_come_back(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        usual = widths(app)
        await press(pilot, "+")
        assert widths(app)["timeline"] > usual["timeline"]
        await press(pilot, "_", "_")
        assert widths(app)["timeline"] < usual["timeline"]
        await press(pilot, "+", "tab", "+")
        assert widths(app) == usual
        height = app.query_one("#event").region.height
        await press(pilot, "_")
        assert app.query_one("#event").region.height < height


async def test_a_narrow_screen_shows_one_pane_at_a_time_and_a_wide_one_all(app: WaqaiApp) -> None:
    async with reading(app, (70, 24)) as pilot:
        assert widths(app) == {"timeline": 68}
        await press(pilot, "enter")
        assert list(widths(app)) == ["report"]
        await press(pilot, "q")
        assert list(widths(app)) == ["timeline"]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert list(widths(app)) == ["timeline", "event", "report"]


async def test_on_a_small_screen_the_report_takes_the_place_of_the_event(app: WaqaiApp) -> None:
    async with reading(app, (80, 24)) as pilot:
        before = app.query_one("#report").region.height
        await press(pilot, "enter")
        assert list(widths(app)) == ["timeline", "report"]
        assert app.query_one("#report").region.height > 2 * before
        await press(pilot, "shift+tab")
        assert list(widths(app)) == ["timeline", "event", "report"]
        assert app.focused is app.query_one("#event")


async def test_who_types_while_the_screen_changes_its_size_goes_on_typing(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", "غ")
        for size in ((60, 20), (120, 40), (40, 10)):
            await pilot.resize_terminal(*size)
            await press(pilot, "x", "backspace")
        await press(pilot, "و", "enter")
        assert app.view.filter.text == "غو"
        assert app.view.event is not None
        assert app.view.event.status is Status.DRAFT


async def test_a_click_on_a_pane_closes_the_line_and_keeps_what_it_showed(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "slash", *"غوي")
        await pilot.click("#report", offset=(3, 3))
        await pilot.pause()
        assert not app.query_one("#prompt").display
        assert app.query_one("#foot").display
        assert (app.view.filter.text, app.view.focus) == ("غوي", Pane.REPORT)


async def test_an_arabic_screen_is_mirrored(open_in: Callable[[str], WaqaiApp]) -> None:
    async with reading(app := open_in("ar")):
        timeline, event = app.query_one("#timeline").region, app.query_one("#event").region
        assert timeline.x > event.right
        assert timeline.right == 119
        assert all(strip.cell_length == 120 for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)], ids=str)
async def test_every_line_of_an_arabic_screen_fills_it(
    open_in: Callable[[str], WaqaiApp], size: tuple[int, int]
) -> None:
    async with reading(app := open_in("ar"), size) as pilot:
        for keys in ([*"jjjj"], ["enter"], ["escape", "slash", *"قحط"], ["escape", "f", *"actor:x"], ["escape", "e"]):
            await press(pilot, *keys)
            assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {size[0]}, keys


async def test_a_day_is_gone_to_in_any_words_and_what_comes_next_is_told(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, ":", *"2023-02-10")
        assert "Friday 10 February 2023" in seen(app)
        await press(pilot, "enter")
        assert app.view.chosen == RAID
        await press(pilot, ":", *"5 March 2022", "enter")
        assert app.view.chosen == "2023-01-01--3"
        assert "nothing happened on that day; this is the next" in seen(app)
        await press(pilot, ":", *"2030", "enter")
        assert "nothing is shown from that day on" in seen(app)
        await press(pilot, ":", *"zebra", "enter")
        assert "neither a date nor a command: «zebra»" in seen(app)


async def test_what_was_said_stands_under_what_happened_or_on_its_own_day(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        folded = [event.id for event in app.view.listing.events]
        await press(pilot, "G", "k", "k", "o")
        unfolded = [event.id for event in app.view.listing.events]
        assert sorted(folded) == sorted(unfolded)
        assert not [id for id in unfolded if app.view.listing.branch(id)]
        assert [id for id in unfolded if id.startswith("20")] == sorted(id for id in unfolded if id.startswith("20"))
        await press(pilot, "o")
        assert [event.id for event in app.view.listing.events] == folded


async def test_around_an_event_stands_only_the_week_before_and_after(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "w")
        assert [event.id for event in app.view.listing.events] == [
            RAID, "2023-02-15--6", "2023-02-16--7", "2023-02-17--8", "2023-02-01--4",
        ] or app.view.chosen == RAID  # fmt: skip
        assert "2022-01-20--2" not in app.view.listing.at
        await press(pilot, "w")
        assert app.view.count == 10


async def test_the_filter_line_narrows_while_it_is_typed_and_says_what_is_wrong(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"kind:denial")
        assert app.view.count == 1
        assert "1 event" in seen(app)
        await press(pilot, "enter")
        assert app.view.count == 1
        await press(pilot, "f", *"knd:x")
        assert "did you mean «kind»?" in seen(app)
        await press(pilot, "enter")
        await settled(app, pilot)
        assert app.query_one("#prompt").display
        assert app.query_one("#prompt BidiInput", BidiInput).selected_text == "knd:"
        await press(pilot, "escape")
        assert app.view.count == 1


async def test_a_filter_line_of_before_is_brought_back(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "f", *"kind:denial", "enter", "escape")
        assert app.view.count == 10
        await press(pilot, "f", "up", "enter")
        assert app.view.count == 1


async def test_escape_in_the_filter_line_leaves_things_as_they_were(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "f", *"kind:denial", "escape")
        assert app.view.filter.actors == ("sdf",)
        assert app.view.count == 2


async def test_enter_on_the_event_shows_the_reason_of_its_date_step_by_step(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "tab", "enter")
        drawn = seen(app)
        assert "Words" in drawn
        assert "Value" in drawn
        assert "2023-02-10" in drawn
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_the_founding_case_opens_in_every_size(open_on: Opener) -> None:
    for size in ((40, 12), (79, 24), (80, 24), (110, 30)):
        async with reading(app := open_on(founding), size):
            assert len(lines(app)) == size[1]


async def test_kept_filters_lie_on_keys_and_in_the_history_of_the_line() -> None:
    kept: dict[str, str] = {}

    def keep(name: str, line: str) -> str:
        kept[name] = line
        return "config.toml"

    setup = Setup(filters={"denials": "kind:denial", "raid": "غارة"})
    app = WaqaiApp(founding, bidi="visual", setup=setup, services=Services(keep=keep))
    async with reading(app) as pilot:
        await press(pilot, "f2")
        assert app.view.count == 1
        assert "filter «denials»" in seen(app)
        await press(pilot, "f10")
        assert "no filter is saved at 9" in seen(app)
        await press(pilot, "escape", "escape", "f", "up", "up", "ctrl+s", *"no", "enter")
        assert kept == {"no": "kind:denial"}
        assert "saved as «no» on F4, in config.toml" in seen(app)
        await press(pilot, "escape", "f4")
        assert "filter «no»" in seen(app)


async def test_of_two_actors_the_events_of_any_or_of_both_together(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "&")
        assert "choose two actors first" in seen(app)
        await press(pilot, "1", "3")
        either = app.view.count
        await press(pilot, "&")
        assert [event.id for event in app.view.listing.events] == [RAID]
        await press(pilot, "2")
        assert app.view.filter.actors == ("centcom", "sdf", "isis")
        assert app.view.count == 1
        await press(pilot, "2", "2", "&")
        assert app.view.count == either


async def test_a_reader_comes_back_to_where_he_was(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "j", "+", "z", "f", "enter")
        kept = json.loads(json.dumps(session.of(app.view, app.memory)))
    async with reading(again := WaqaiApp(founding, bidi="visual", setup=Setup(session=kept))):
        assert (again.view.chosen, again.view.filter.actors, again.view.count) == (RAID, ("sdf",), 2)
        assert list(widths(again)) == ["timeline"]
        assert again.view.panes.across == 1
        assert again.memory["filter"] == ["actor:sdf"]


@pytest.mark.parametrize(
    "spoiled",
    [
        {"filter": "knd:x", "place": 3, "panes": "wide", "typed": [1]},
        {"filter": 7, "panes": [99, -99, 7], "typed": {"filter": [3]}},
        {"filter": "زلزال", "place": "nowhere"},
    ],
    ids=str,
)
async def test_what_cannot_be_brought_back_is_left_out_silently(spoiled: dict[str, object]) -> None:
    async with reading(app := WaqaiApp(founding, bidi="visual", setup=Setup(session=spoiled))):
        assert app.view.count == 10
        assert not app.view.message


async def test_the_histogram_shows_what_happened_when_and_goes_there(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "i", "_")
        assert "February 2023 · 4 events · by month" in seen(app)
        await press(pilot, "left")
        assert "January 2023 · 2 events" in seen(app)
        await press(pilot, "enter")
        assert app.view.chosen == "2023-01-01--3"


async def test_the_histogram_is_looked_at_closer_and_from_farther(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "i", "_", "_")
        assert "2023 · 7 events · by year" in seen(app)
        await press(pilot, "+", "+")
        assert "by week" in seen(app)
        await press(pilot, "escape")
        assert app.view.chosen == RAID


async def test_the_histogram_counts_what_is_shown_and_nothing_else(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "G", "i", "_")
        assert "February 2023 · 1 event" in seen(app)


async def test_a_report_is_searched_from_the_evidence_on_and_gone_through(app: WaqaiApp) -> None:
    async with reading(app, (120, 24)) as pilot:
        await press(pilot, "enter", "slash", *"القيادة")
        await settled(app, pilot)
        assert "1 place" in seen(app)
        await press(pilot, "enter")
        await settled(app, pilot)
        assert app.view.count == 10
        assert any(style.bgcolor != app.screen.rich_style.bgcolor for style in styles_of(app, visual("القيادة")))
        await press(pilot, "slash", *"من", "enter", "n", "n")
        await settled(app, pilot)
        assert "place 1 of 5" in seen(app)
        await press(pilot, "escape")
        await settled(app, pilot)
        assert (app.view.find, app.view.focus) == ("", Pane.REPORT)


async def test_other_events_of_the_report_are_lit_faintly_and_gone_to(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        assert "8 quotes here" in seen(app)
        first = app.view.chosen
        await press(pilot, ")")
        assert app.view.chosen != first
        assert app.view.piece is not None
        assert app.view.piece.report == "raid"
        await press(pilot, "(")
        assert app.view.chosen == first


async def test_two_reports_stand_side_by_side_with_what_differs_marked(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "d")
        assert "only one report tells of this event" in seen(app)
        await press(pilot, *"jjjj", "d")
        drawn = seen(app)
        assert "Report 1 of 2" in drawn
        assert "Report 2 of 2" in drawn
        hits = [style for style in styles_of(app, visual("شاركت")) if style.bold]
        assert hits
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_what_has_no_date_is_a_key_away(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "0")
        assert app.view.chosen == "undated--9"
        await press(pilot, "3", "٠")
        assert "everything that is shown has a date" in seen(app)


async def test_a_decision_whose_words_are_gone_is_told_once(open_on: Opener) -> None:
    orphan = Decision("1", Act.ACCEPT, "2023-01-01T00:00:00.000Z", "lina")
    whole = replace(founding(), orphans=(orphan,))
    async with reading(app := open_on(lambda: whole)) as pilot:
        assert "1 decision hangs on words that are no longer here" in seen(app)
        await press(pilot, "j")
        assert "no longer here" not in seen(app)


async def test_a_report_that_has_gone_meanwhile_is_told_and_the_reader_goes_on(
    app: WaqaiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise ReportError("texts/abc is damaged (it is gone); put a sound copy in its place")

    async with reading(app) as pilot:
        monkeypatch.setattr(Timeline, "report", gone)
        await press(pilot, *"jjjj")
        assert "texts/abc is damaged (it is gone)" in seen(app)
        for keys in (("enter", "slash", "x", "escape"), ("n", ")", ">"), ("d", "escape"), ("c",), ("ctrl+a",)):
            await press(pilot, *keys)
        await press(pilot, "q", "tab", "enter")
        assert visual("10 من شباط الجاري") in seen(app)
        await press(pilot, "escape", "q", "E", "enter")
        await app.workers.wait_for_complete()
        monkeypatch.undo()
        await press(pilot, "k", "j")
        assert "it is gone" not in seen(app)


@pytest.mark.parametrize(("size", "letters"), [((120, 40), 45), ((200, 50), 80)])
async def test_there_is_room_for_titles(app: WaqaiApp, size: tuple[int, int], letters: int) -> None:
    async with reading(app, size):
        assert app.query_one("#timeline").size.width - TITLE_AT[0] - 1 >= letters


async def test_the_event_takes_the_lines_that_it_needs_and_keeps_them_while_they_are_used(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        event, report = app.query_one(EventDetail), app.query_one("#report")
        least, most = 8, 14
        heights = []
        for _ in range(9):
            await press(pilot, "j")
            needed = event.body.height() + event.lead
            heights.append(event.size.height)
            assert min(needed, most) <= event.size.height <= max(2 * needed, least)
            assert event.size.height + 1 + report.size.height == app.query_one("#reading").size.height
        assert 1 < len(set(heights)) < len(heights) / 2, "it moves, and seldom"
