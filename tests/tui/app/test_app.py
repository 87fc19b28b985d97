"""Stories of keys: what a reader presses, and what then stands on the screen."""

from collections.abc import Callable
from threading import Event

import pytest

from tests.builders import actor, event, founding, many, timeline
from tests.tui.screen import RAID, lines, press, reading, seen, settled, styles_of
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from tui.app import key_queue
from tui.app.app import WaqaiApp
from tui.bidi.layout import visual
from tui.view.panes import Pane

Opener = Callable[[Callable[[], Timeline]], WaqaiApp]


async def test_the_reader_opens_on_the_timeline_with_nothing_hidden(app: WaqaiApp) -> None:
    async with reading(app):
        assert "10 events · 0 hidden · 2 reports" in seen(app)
        assert app.view.focus is Pane.TIMELINE
        assert app.focused is not None
        assert app.focused.id == "timeline"


async def test_before_the_reports_are_read_the_screen_says_so(open_on: Opener) -> None:
    gate = Event()

    def slow() -> Timeline:
        gate.wait(60)
        return founding()

    app = open_on(slow)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        drawn = seen(app)
        gate.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Reading the reports…" in drawn
        assert "10 events" in seen(app)


async def test_what_cannot_be_read_is_a_line_and_no_traceback(open_on: Opener) -> None:
    def broken() -> Timeline:
        raise ValueError("reports/0001.json: line 3 is no report")

    async with reading(app := open_on(broken)):
        drawn = " ".join(seen(app).split())
        assert "The reports cannot be read: reports/0001.json: line 3 is no" in drawn
        assert "Traceback" not in drawn


async def test_reports_without_events_say_so(open_on: Opener) -> None:
    async with reading(app := open_on(lambda: many(0))):
        assert "These reports tell of no event." in seen(app)


async def test_letters_and_arrows_walk_and_home_and_end_go_to_the_ends(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        walked = []
        for keys in (("j", "j"), ("k",), ("down",), ("up",), ("G",), ("g",), ("end",), ("home",), ("pagedown",)):
            await press(pilot, *keys)
            walked.append(app.view.listing.at[app.view.chosen])
        assert walked == [2, 1, 2, 1, 9, 0, 9, 0, 9]


async def test_the_arabic_keyboard_walks_too(app: WaqaiApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "PATIENCE", 30.0)
    async with reading(app) as pilot:
        await press(pilot, "ت", "ت", "ن")
        assert app.view.listing.at[app.view.chosen] == 1
        await press(pilot, "ل", "أ")
        assert app.view.chosen == "undated--9"
        await press(pilot, "٣")
        assert app.view.filter.actors == ("sdf",)


async def test_the_chosen_event_tells_what_when_why_who_and_what_was_said(app: WaqaiApp) -> None:
    async with reading(app, (140, 40)) as pilot:
        await press(pilot, *"jjjj")
        drawn = seen(app)
        assert app.view.chosen == RAID
        assert visual("غارة شرقي سوريا انتهت بمقتل إبراهيم القحطاني") in drawn
        assert "Friday 10 February 2023 · occurrence · 3 quotes in 2 reports" in drawn
        assert visual("«\u206810 من شباط الجاري\u2069» → read as written", base=0) in drawn
        assert "Said    Wed 15 Feb 2023 · Thu 16 Feb 2023" in drawn
        assert "Denied  Fri 17 Feb 2023" in drawn


async def test_actors_stand_in_the_detail_with_their_digits(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj")
        [who] = [line for line in lines(app) if "Who" in line]
        assert "①" in who
        assert who.index("①") < who.index("CENTCOM") < who.index("②")


async def test_enter_opens_the_evidence_and_q_goes_back_and_then_out(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "enter")
        assert (app.view.focus, app.focused and app.focused.id) == (Pane.REPORT, "report")
        await press(pilot, "q")
        assert (app.view.focus, app.focused and app.focused.id) == (Pane.TIMELINE, "timeline")
        await press(pilot, "q")
        assert not app.is_running or app._exit


async def test_tab_goes_through_the_panes_and_round(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        panes = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await press(pilot, key)
            panes.append(app.view.focus)
        assert panes == [Pane.EVENT, Pane.REPORT, Pane.TIMELINE, Pane.REPORT]


async def test_the_evidence_is_lit_and_its_date_underlined(app: WaqaiApp) -> None:
    async with reading(app, (140, 40)) as pilot:
        await press(pilot, *"jjjj", "greater_than_sign")
        lit = styles_of(app, "Feb 10th")[-1]
        around = styles_of(app, " killed Ibrahim al-Qahtani, an ISIS official")[-1]
        assert lit.underline
        assert lit.bgcolor == around.bgcolor != app.query_one("#report").rich_style.bgcolor


async def test_next_evidence_may_stand_in_another_report(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", ">", ">")
        assert "Report 2 of 2 · quote 3 of 3" in seen(app)
        await press(pilot, "<")
        assert "Report 1 of 2 · quote 2 of 3" in seen(app)


async def test_days_and_months_are_hopped(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        places = []
        for key in ("]", "]", "]", "}", "{", "["):
            await press(pilot, key)
            places.append(app.view.chosen)
        assert places == [
            "2022-01-20--2",
            "2023-01-01--3",
            RAID,
            "2023-03-01--10",
            RAID,
            "2023-01-01--3",
        ]


async def test_brackets_in_titles_and_names_are_no_markup_anywhere(open_on: Opener) -> None:
    names = Gazetteer([actor("x", "[/]evil [red]red", "[/]شر")])
    hostile = timeline(event("e", "2023-02-10", "[/] t [b]", actors=("x",)), names=names)
    async with reading(app := open_on(lambda: hostile)) as pilot:
        assert "[/] t [b]" in seen(app)
        await press(pilot, "ctrl+p", *"evil")
        await settled(app, pilot)
        await press(pilot, "escape", "escape", "a")
        assert "[/]evil" in seen(app)
        await press(pilot, "escape", "question_mark", "escape", "1", "c", "E")
        assert "Write 1 event as Markdown to" in seen(app)


async def test_twenty_thousand_events_are_walked_like_ten(open_on: Opener) -> None:
    async with reading(app := open_on(lambda: many(20_000))) as pilot:
        await press(pilot, "G", "k", "pageup")
        assert app.view.listing.at[app.view.chosen] > 19_900
        assert "raid number 199" in seen(app)


@pytest.mark.parametrize("mode", ["inverse", "words", "off"])
async def test_every_way_of_writing_arabic_fills_the_same_cells(mode: str) -> None:
    app = WaqaiApp(founding, "ملف", mode)
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "slash", *"قحط", "enter", "a")
        assert all(strip.cell_length == 120 for strip in app.screen._compositor.render_strips())
        alone = app.screen_stack[0].query_one("#timeline").region.width > 100
        assert alone == (mode == "inverse")


async def test_the_screen_fits_when_the_window_shrinks_and_grows(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj")
        for size in ((80, 24), (40, 10), (200, 50), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert len(lines(app)) == size[1]
            assert all(strip.cell_length == size[0] for strip in app.screen._compositor.render_strips())
        assert app.view.chosen == RAID
