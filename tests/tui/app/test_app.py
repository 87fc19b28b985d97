"""Stories of keys: what a reader presses, and what then stands on the screen."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot

from tests.builders import actor, event, founding, many, timeline
from tests.tui.screen import lines, press, reading, seen, settled, styles_of
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from tui.app import key_queue as app_pairs
from tui.app.app import WaqaiApp
from tui.app.key_queue import KeyQueue
from tui.app.setup import Setup
from tui.bidi.layout import visual
from tui.keys.keys import STANDARD, rebound, shown
from tui.keys.table import Group
from tui.screens.activity import ActivityScreen
from tui.view import session
from tui.view.panes import Pane
from tui.widgets.bidi_input import BidiInput

RAID = "2023-02-10--5"

Opener = Callable[[Callable[[], Timeline]], WaqaiApp]


def ids(app: WaqaiApp) -> list[str]:
    return [event.id for event in app.view.listing.events]


async def test_the_reader_opens_on_the_timeline_with_nothing_hidden(app: WaqaiApp) -> None:
    async with reading(app):
        assert "10 events · 0 hidden · 2 reports" in seen(app)
        assert app.view.focus is Pane.TIMELINE
        assert app.focused is not None
        assert app.focused.id == "timeline"


async def test_before_the_reports_are_read_the_screen_says_so(open_on: Opener) -> None:
    gate = Event()

    def slow() -> Timeline:
        gate.wait(10)
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


async def test_the_arabic_keyboard_walks_too(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "ت", "ت", "ن")
        assert app.view.listing.at[app.view.chosen] == 1
        await press(pilot, "ل", "أ")
        assert app.view.chosen == "undated--9"
        await press(pilot, "٣")
        assert app.view.filter.actors == ("sdf",)


async def test_the_chosen_event_tells_what_when_why_who_and_what_was_said(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
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
    async with reading(app) as pilot:
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
        assert "Esc clears the filter, F looks past it." in seen(app)


async def test_export_writes_what_is_shown_and_says_where(app: WaqaiApp, tmp_path: Path) -> None:
    async with reading(app) as pilot:
        await press(pilot, "3", "E", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (tmp_path / "timeline.md").read_text("utf-8").split() == ["2022-01-20--2", RAID]
        assert "2 events written to" in seen(app)


async def test_export_to_a_folder_that_is_not_there_is_told_before_it_is_tried(app: WaqaiApp, tmp_path: Path) -> None:
    async with reading(app) as pilot:
        await press(pilot, "E", "home", *"nowhere/", "enter")
        assert "there is no folder" in seen(app)
        await press(pilot, "escape")
        assert list(tmp_path.iterdir()) == []


async def test_an_export_that_fails_is_told_and_the_reader_goes_on(tmp_path: Path) -> None:
    def failing(_: Filter, __: Timeline) -> str:
        raise OSError("no space left on device")

    app = WaqaiApp(founding, bidi="visual", export=failing, export_to=tmp_path / "t.md")
    async with reading(app) as pilot:
        await press(pilot, "E", "enter")
        await app.workers.wait_for_complete()
        await press(pilot)
        assert "The export cannot be written: no space left on device" in seen(app)
        await press(pilot, "j")
        assert app.view.listing.at[app.view.chosen] == 1


async def test_copy_takes_the_event_with_its_sources_in_logical_order(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, *"jjjj", "c")
        assert app.clipboard.startswith("غارة شرقي سوريا انتهت بمقتل إبراهيم القحطاني\nFriday 10 February 2023")
        assert "— وكالة (الفرات), مقتل قيادي في غارة شرقي سوريا, 15–28 February 2023, inferred" in app.clipboard


@pytest.mark.parametrize(("pane", "title"), [("", "Timeline"), ("tab", "Event"), ("enter", "Report")])
async def test_help_is_of_the_pane_that_has_the_keys(app: WaqaiApp, pane: str, title: str) -> None:
    async with reading(app, (100, 90)) as pilot:
        await press(pilot, *([pane] if pane else []), "question_mark")
        drawn = seen(app)
        assert f"  {title}  " in drawn
        assert "the actor pinned there: only, all but, off" in drawn
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1


async def test_the_palette_does_what_is_asked_for_by_a_part_of_its_name(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "ctrl+p", *"evidence in its", "enter")
        assert app.view.focus is Pane.REPORT
        await press(pilot, "ctrl+p", *"alone", "enter")
        assert app.view.panes.zoomed
        await press(pilot, "ctrl+p", *"qahtani", "enter")
        assert app.view.filter.actors == ("ibrahim-al-qahtani",)
        await press(pilot, "ctrl+p", *"light", "enter")
        assert app.theme == "waqai-light"
        await press(pilot, "ctrl+p", *"zzz")
        assert "nothing is called so" in seen(app)
        await press(pilot, "enter", "ctrl+p", "ctrl+p")
        assert len(app.screen_stack) == 1


async def test_the_palette_names_every_command_with_its_keys_in_one_line(app: WaqaiApp) -> None:
    async with reading(app, (120, 90)) as pilot:
        await press(pilot, "ctrl+p", "down", "up")
        app.screen.query_one("#palette DeedList").styles.height = 70
        await pilot.pause()
        drawn = lines(app)
        for command in STANDARD.commands:
            if command.group not in (Group.PANE, Group.FILTER) and command.id != "palette":
                assert [line for line in drawn if command.words in line and shown(command.keys[0]) in line]


async def test_an_arabic_palette_is_mirrored_and_understands_english_and_keys(
    open_in: Callable[[str], WaqaiApp],
) -> None:
    async with reading(app := open_in("ar")) as pilot:
        await press(pilot, "ctrl+p", *"ملاحظة")
        [row] = [line for line in lines(app) if visual("اكتب ملاحظة") in line]
        assert row.index(" A ") < row.index(visual("اكتب ملاحظة")) < row.index("‹")
        await press(pilot, "escape", "ctrl+p", *"histogram", "escape", "ctrl+p", "G", "escape")
        await press(pilot, "ctrl+p", *"activity", "enter")
        assert isinstance(app.screen, ActivityScreen)


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


async def test_keys_are_bound_anew_and_every_place_that_names_them_says_so() -> None:
    table, _ = rebound({"down": "n", "search": "s, F3", "leave": ""})
    async with reading(app := WaqaiApp(founding, bidi="visual", setup=Setup(keys=table)), (120, 70)) as pilot:
        await press(pilot, "n", "n", "ى")
        assert app.view.listing.at[app.view.chosen] == 3
        await press(pilot, "j", "q")
        assert app.view.listing.at[app.view.chosen] == 3
        assert "s search" in seen(app)
        assert " q quit" not in seen(app)
        await press(pilot, "question_mark")
        assert "s  F3" in seen(app)
        await press(pilot, "escape", "f3", *"raid", "enter")
        assert app.view.filter.text == "raid"


async def test_the_arabic_key_that_prints_two_letters_is_one_key_where_it_is_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app_pairs, "PATIENCE", 30.0)
    table, _ = rebound({"down": "b"})
    async with reading(app := WaqaiApp(founding, bidi="visual", setup=Setup(keys=table))) as pilot:
        await press(pilot, "ل", "ا", "ل", "ا")
        assert app.view.listing.at[app.view.chosen] == 2
        await press(pilot, "ل", "أ")
        assert app.view.listing.at[app.view.chosen] == 9
        monkeypatch.setattr(app_pairs, "PATIENCE", 0.01)
        await press(pilot, "ل")
        await settled(app, pilot)
        assert app.view.listing.at[app.view.chosen] == 0
        await press(pilot, "slash", "ل", "ا")
        assert app.view.filter.text == "لا"


async def test_ctrl_c_says_how_to_leave_and_twice_leaves(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await press(pilot, "ctrl+c")
        assert "q quits, and so does Ctrl-C once more" in lines(app)[-1]
        await press(pilot, "j", "ctrl+c")
        assert app.is_running
        await press(pilot, "ctrl+c")
    assert app.return_code == 0


async def test_what_is_wrong_in_the_settings_is_told_on_the_screen() -> None:
    setup = Setup(problems=("config.toml: «dwon» is no command; did you mean «down»?", "config.toml: another"))
    async with reading(app := WaqaiApp(founding, "s", "visual", setup=setup)) as pilot:
        told = "2 settings are passed over: config.toml: «dwon» is no command; did you mean «down»?"
        assert told in lines(app)[-1]
        await press(pilot, "j")
        assert "search" in lines(app)[-1]


async def at_once(app: WaqaiApp, pilot: Pilot[None], *keys: str) -> None:
    """Keys that come in one piece, as over a slow link."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    await settled(app, pilot)
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_is_typed_at_once_with_the_key_that_opens_the_line_is_no_command(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await at_once(app, pilot, "f", *"until:2022 zx")
        assert app.query_one("#prompt BidiInput", BidiInput).value == "until:2022 zx"
        assert not app.view.panes.zoomed
        await press(pilot, "escape")
        await at_once(app, pilot, "j", "slash", *"غوي")
        assert ids(app) == ["2022-01-20--2"]
        await at_once(app, pilot, "enter", "z")
        assert app.view.filter.text == "غوي"


@pytest.mark.parametrize(
    ("keys", "typed"), [(("a", *"zjx"), "zjx"), (("ctrl+p", *"zjx"), "zjx"), (("E", *"zjx"), ".mdzjx")]
)
async def test_what_is_typed_at_once_with_the_key_that_opens_a_sheet_goes_to_the_sheet(
    app: WaqaiApp, keys: tuple[str, ...], typed: str
) -> None:
    async with reading(app) as pilot:
        for key in keys:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settled(app, pilot)
        assert app.screen.query_one(BidiInput).value.endswith(typed)
        assert not app.view.panes.zoomed


async def test_a_key_that_comes_when_the_program_ends_is_let_go(app: WaqaiApp) -> None:
    async with reading(app):
        pass
    assert not app.screen_stack
    await app.on_event(events.Key("j", "j"))
    assert app.key_queue.idle
    passed: list[events.Event] = []

    async def pass_on(event: events.Event) -> None:
        passed.append(event)

    waiting = KeyQueue(app, pass_on)
    waiting._backlog.append(events.Key("x", "x"))
    await waiting._came_back()
    assert (waiting.idle, passed) == (True, [])


async def test_many_keys_at_once_are_all_pressed(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await at_once(app, pilot, *"jjjkjjtab"[:6], "question_mark", "escape", "j", "1", "1", "tab", "tab", "k")
        assert app.view.filter.excluded == ("centcom",)
        assert app.view.focus is Pane.REPORT
