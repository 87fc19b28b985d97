"""Stories of pasting: many lines are a report, one line goes where the keys are, and nothing pasted is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from store.reports.library import Library
from store.reports.original import Original
from tests.tui.app.opened import Opened
from tests.tui.screen import press, reading, seen
from timeline_core.model.report import Report
from tui.app.app import WaqaiApp
from tui.draw.pasting.sheet import warning
from tui.ports.pasted import Pasted
from tui.screens.pasting.paste import PasteScreen
from tui.screens.reports import ReportsScreen
from tui.widgets.prompt_bar import PromptBar

THERE = """---
published: 2023-05-09
publisher: Harbour Post
---
Nine civilians were killed on 5 May 2023 when shells hit the market of Manbij."""
PASTED = """Market shelled

Twelve civilians were killed on 5 May 2023 when shells hit the market of Manbij.
Two barns burned yesterday near Raqqa."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "harbour.md").write_text(THERE, "utf-8")
    return [tmp_path / "harbour.md"]


async def paste(app: WaqaiApp, pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does, and wait until it is read."""
    app.post_message(events.Paste(text))
    await pilot.pause()
    for _ in range(400):
        await pilot.pause(0.01)
        if not isinstance(app.screen, PasteScreen):
            if len(app.screen_stack) == 1 and not any(not one.is_finished for one in app.workers):
                return
        elif app.screen.is_mounted and not app.screen._busy:
            return


def sheet(app: WaqaiApp) -> PasteScreen:
    assert isinstance(app.screen, PasteScreen)
    return app.screen


def texts(opened: Opened) -> list[str]:
    return [report.text for report in opened.desk.live.found.reports]


async def test_a_pasted_article_shows_what_is_new_and_what_contradicts(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        chosen = opened.app.view.chosen
        await paste(opened.app, pilot, PASTED)
        shown = seen(opened.app)
        assert "A pasted report · 4 lines" in shown
        assert "1 new · 1 contradicts" in shown
        assert "killed: 12 here, 9 in Harbour Post" in shown
        assert "Market shelled" in shown
        assert "its first line" in shown
        assert "nothing says it" in shown
        assert "English" in shown
        await press(pilot, "down")
        assert "nothing in the timeline tells of it" in seen(opened.app)
        assert opened.app.view.chosen == chosen
        assert opened.acts == []


async def test_enter_keeps_it_with_its_fields_in_the_scratch_library_that_says_so(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await paste(opened.app, pilot, PASTED)
        await press(pilot, *"8 May 2023", "tab", *"Delta Wire")
        await paste(opened.app, pilot, "")
        assert "Monday 8 May 2023" in seen(opened.app)
        await opened.press(pilot, "enter")
        assert "1 report is kept, in a scratch library; K keeps it in yours" in seen(opened.app)
        await opened.caught_up(pilot)
        [new] = [one for one in opened.desk.live.found.reports if one.text == PASTED]
        assert (new.publisher, new.title, new.published and new.published.edtf) == (
            "Delta Wire",
            "Market shelled",
            "2023-05-08",
        )
        days = {event.when.edtf for event in opened.app.view.timeline.events if event.when and new.id in event.reports}
        assert days == {"2023-05-05", "2023-05-07"}
    again = Opened(tmp_path, *files)
    assert PASTED in texts(again)
    async with reading(again.app) as pilot:
        await press(pilot, "K")
        while len(again.app.screen_stack) == 1:
            await pilot.pause(0.01)
        await again.press(pilot, "enter")
    assert {report.publisher for report in Library(tmp_path / "library").reports()} == {"Harbour Post", "Delta Wire"}


async def test_in_a_library_it_is_kept_there(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.add([Original.of_text("fire", "A fire killed two people in Kirkuk on 9 May 2023.")])
    async with reading((opened := Opened(tmp_path)).app) as pilot:
        await paste(opened.app, pilot, PASTED)
        await opened.press(pilot, "enter")
        assert f"1 report is kept in {tmp_path / 'library'}" in seen(opened.app).replace("\n", "")
        await opened.caught_up(pilot)
        assert any("Manbij" in event.title for event in opened.app.view.timeline.events)
    assert [report.id for report in Library(tmp_path / "library").reports()] == ["fire", "pasted"]


async def test_esc_asks_only_where_something_was_typed_and_the_text_can_be_opened_again(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await paste(opened.app, pilot, PASTED)
        await press(pilot, "escape")
        assert "not kept; Ctrl-N opens the pasted text again" in seen(opened.app)
        await press(pilot, "ctrl+n")
        await paste(opened.app, pilot, "")
        assert sheet(opened.app).text == PASTED
        await press(pilot, "tab", *"Delta", "escape")
        assert "what you typed would be lost; Esc once more leaves it" in seen(opened.app)
        await press(pilot, "escape")
        assert len(opened.app.screen_stack) == 1
        assert len(texts(opened)) == 1


async def test_no_pasted_letter_is_a_key(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        before = opened.app.view
        await paste(opened.app, pilot, "x\ny\nq\nyx")
        assert sheet(opened.app).text == "x\ny\nq\nyx"
        await press(pilot, "escape")
        await paste(opened.app, pilot, "xyq")
        assert "one line was pasted; Ctrl-N takes it as a report" in seen(opened.app)
        assert (opened.app.view.chosen, opened.acts) == (before.chosen, [])


async def test_one_line_goes_into_the_prompt_and_many_open_the_sheet_over_it(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await press(pilot, "slash")
        await paste(opened.app, pilot, "market")
        await pilot.pause()
        assert opened.app.query_one(PromptBar)._field.value == "market"
        await paste(opened.app, pilot, PASTED)
        assert sheet(opened.app).text == PASTED
        await press(pilot, "escape")
        assert opened.app.query_one(PromptBar)._field.value == "market"


async def test_a_paste_over_the_list_of_reports_opens_the_sheet_too(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await press(pilot, "p")
        while not isinstance(opened.app.screen, ReportsScreen):
            await pilot.pause(0.01)
        await paste(opened.app, pilot, PASTED)
        assert sheet(opened.app).text == PASTED
        await press(pilot, "escape")
        assert isinstance(opened.app.screen, ReportsScreen)


async def test_the_key_opens_an_empty_sheet_that_takes_what_comes(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await press(pilot, "ctrl+n")
        assert "paste the report now" in seen(opened.app)
        await press(pilot, "enter")
        assert sheet(opened.app).text == ""
        await paste(opened.app, pilot, "Two barns burned on 3 May 2023 near Raqqa.")
        assert "1 new" in seen(opened.app)
        await paste(opened.app, pilot, "A ferry sank on 4 May 2023 near Tartus.\nNobody was hurt.")
        assert "2 new" in seen(opened.app)


async def test_what_is_wrong_in_a_field_is_told_and_not_kept(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await paste(opened.app, pilot, PASTED)
        await press(pilot, *"soon", "enter")
        assert "not a date: «soon»" in seen(opened.app)
        assert isinstance(opened.app.screen, PasteScreen)


async def test_commands_and_overrides_are_told_and_never_written(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await paste(
            opened.app, pilot, "A title\x1b]0;owned\x07\r\rTwo \u202ebarns burned on 3 May 2023 near Raqqa.\r\n"
        )
        assert "3 signs that command a terminal or turn text round are hidden" in seen(opened.app)
        assert not any(sign in seen(opened.app) for sign in "\x1b\x07\u202e")
        assert "1 new" in seen(opened.app)


async def test_the_same_text_again_is_told_and_kept_once(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        for _ in range(2):
            await paste(opened.app, pilot, PASTED)
            await opened.press(pilot, "enter")
            await opened.caught_up(pilot)
        assert texts(opened).count(PASTED) == 1


async def test_five_megabytes_are_kept_and_their_beginning_is_shown(tmp_path: Path, files: list[Path]) -> None:
    line = "The harbour office said on {day} March 2021 that a boat had sunk near the pier and was raised.\n"
    long = "".join(line.format(day=n % 28 + 1) for n in range(55_000))
    assert len(long) > 5_000_000
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        opened.app.post_message(events.Paste(long))
        while not isinstance(opened.app.screen, PasteScreen) or opened.app.screen._pasted is None:
            await pilot.pause(0.05)
        await pilot.pause(0.1)
        assert "long: the events of its first 60,000 letters are shown, and all of it is kept" in seen(opened.app)
        assert sheet(opened.app).text == long


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("ar", (80, 24)), ("ar", (120, 40))])
async def test_the_sheet_is_whole_on_every_screen(
    tmp_path: Path, files: list[Path], language: str, size: tuple[int, int]
) -> None:
    async with reading((opened := Opened(tmp_path, *files, language=language)).app, size) as pilot:
        await paste(opened.app, pilot, PASTED)
        shown = seen(opened.app)
        for words in ("Harbour Post", "Twelve civilians were killed", "Enter", "Market shelled"):
            assert words in shown


@pytest.mark.parametrize(
    ("letters", "said"), [(1_900_000, ""), (2_500_000, "1 minute to"), (5_000_000, "2 minutes to")]
)
def test_a_text_of_millions_of_letters_says_how_long_it_takes(letters: int, said: str) -> None:
    told = warning(Pasted((Report("pasted", "a" * letters, ""),), shown=60_000))
    assert "the events of its first 60,000 letters are shown, and all of it is kept" in told
    assert ("several reports are better pasted one by one" in told) is bool(said)
    assert said in told
