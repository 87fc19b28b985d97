"""Stories of keys that are bound anew, come two for one, all at once, or when the program ends."""

import threading

import pytest
from textual import events
from textual.pilot import Pilot

from tests.builders import founding
from tests.tui.screen import ids, lines, press, reading, seen, settled
from timeline_core.timeline import Timeline
from tui.app import key_queue
from tui.app.app import WaqaiApp
from tui.app.key_queue import KeyQueue
from tui.app.setup import Setup
from tui.keys.keys import rebound
from tui.view.panes import Pane
from tui.widgets.bidi_input import BidiInput


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
    monkeypatch.setattr(key_queue, "PATIENCE", 30.0)
    table, _ = rebound({"down": "b"})
    async with reading(app := WaqaiApp(founding, bidi="visual", setup=Setup(keys=table))) as pilot:
        await press(pilot, "ل", "ا", "ل", "ا")
        assert app.view.listing.at[app.view.chosen] == 2
        await press(pilot, "ل", "أ")
        assert app.view.listing.at[app.view.chosen] == 9
        monkeypatch.setattr(key_queue, "PATIENCE", 0.01)
        await press(pilot, "ل")
        await settled(app, pilot)
        assert app.view.listing.at[app.view.chosen] == 0
        await press(pilot, "ظ", "ل", "ا")
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
    await waiting._key_returned()
    assert (waiting.idle, passed) == (True, [])


async def test_many_keys_at_once_are_all_pressed(app: WaqaiApp) -> None:
    async with reading(app) as pilot:
        await at_once(app, pilot, *"jjjkjjtab"[:6], "question_mark", "escape", "j", "1", "1", "tab", "tab", "k")
        assert app.view.filter.excluded == ("centcom",)
        assert app.view.focus is Pane.REPORT


async def test_a_decision_that_is_asked_for_before_the_events_are_there_waits_for_them() -> None:
    read = threading.Event()

    def load() -> Timeline:
        read.wait()
        return founding()

    app = WaqaiApp(load, bidi="visual")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space")
        await pilot.pause(0.1)
        assert not app.view.marked
        read.set()
        await settled(app, pilot)
        assert len(app.view.marked) == 1


async def test_where_nothing_is_read_for_long_a_decision_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_queue, "_READING", 0.05)
    read = threading.Event()

    def load() -> Timeline:
        read.wait()
        return founding()

    app = WaqaiApp(load, bidi="visual")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space", "question_mark")
        await settled(app, pilot)
        assert len(app.screen_stack) == 2
        read.set()
