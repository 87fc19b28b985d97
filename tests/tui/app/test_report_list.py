"""Stories of the list of all reports, and of reading one that tells of no event."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.app.opened import Opened
from tests.tui.screen import press, reading, seen
from timeline_core.model.decision import Act
from tui.app.app import WaqaiApp
from tui.ports.recorder import NoRecorder
from tui.ports.services import Services
from tui.screens.reports import ReportsScreen
from tui.view.panes import Pane

RAID = "قتل ثلاثة مدنيين أمس في قصف على بلدة المنارة."
FERRY = """---
title: The ferry
publisher: Harbour Post
published: 2023-05-09
url: https://harbour.example/ferry?id=4
---
Two sailors were killed on 3 May 2023 when the ferry sank in the harbour."""
QUIET = "A note on the timetable of the ferry.\n" + "\n".join(f"Boat {n}: hourly." for n in range(60))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """One report without a day, one with all that a file can say, one that tells of no event."""
    named = {"raid.txt": RAID, "ferry.md": FERRY, "quiet.txt": QUIET}
    for name, text in named.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / name for name in named]


def sheet(app: WaqaiApp) -> ReportsScreen:
    assert isinstance(app.screen, ReportsScreen)
    return app.screen


async def listed(opened: Opened, pilot: Pilot[None]) -> list[str]:
    """Open the list; the ids of its rows."""
    await press(pilot, "p")
    while not isinstance(opened.app.screen, ReportsScreen):
        await pilot.pause(0.01)
    return [one.id for one in sheet(opened.app)._found.rows]


async def test_all_reports_are_listed_with_day_outlet_events_and_state(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        assert await listed(opened, pilot) == ["raid", "ferry", "quiet"]
        shown = seen(opened.app)
        assert "3 reports · 2 without a day · 1 without an event" in shown
        assert "9 May 2023" in shown
        assert "Harbour Post" in shown
        await press(pilot, *"harbour")
        assert "Tuesday 9 May 2023 · its file says so · Harbour Post · English" in seen(opened.app)
        assert "https://harbour.example/ferry?id=4" in seen(opened.app)


async def test_typing_narrows_the_list_and_enter_reads_a_report_that_tells_of_no_event(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        before = opened.app.view.chosen
        await listed(opened, pilot)
        await press(pilot, *"no event")
        assert [one.id for one in sheet(opened.app)._found.rows] == ["quiet"]
        await press(pilot, "enter")
        view = opened.app.view
        assert (view.reading, view.focus, view.chosen) == ("quiet", Pane.REPORT, before)
        assert "A note on the timetable of the ferry." in seen(opened.app)
        assert "Boat 59" not in seen(opened.app)
        await press(pilot, *["space"] * 9)
        assert "Boat 59" in seen(opened.app)
        assert not opened.app.view.marked
        await press(pilot, "escape", "j")
        assert opened.app.view.reading == ""
        assert "Boat 59" not in seen(opened.app)


async def test_enter_on_a_report_with_events_goes_to_its_first_event(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await listed(opened, pilot)
        await press(pilot, *"harbour", "enter")
        view = opened.app.view
        assert view.report is not None
        assert (view.report.id, view.reading, view.focus) == ("ferry", "", Pane.REPORT)
        assert "https://harbour.example/ferry?id=4" in seen(opened.app)


async def test_a_folder_without_an_event_can_be_read(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, files[2])).app) as pilot:
        assert "These reports tell of no event." in seen(opened.app)
        assert "A note on the timetable of the ferry." in seen(opened.app)
        await listed(opened, pilot)
        await press(pilot, "enter")
        assert opened.app.view.focus is Pane.REPORT


async def test_a_day_is_set_in_words_dates_the_events_and_is_undone(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        raid = next(event for event in opened.app.view.timeline.undated if "raid" in event.reports)
        assert raid.when is None
        await listed(opened, pilot)
        await press(pilot, *"raid", "f2", *"16 شباط 2023")
        assert "Thursday 16 February 2023" in seen(opened.app)
        await press(pilot, "enter")
        await opened.caught_up(pilot)
        assert "16 Feb 2023" in seen(opened.app)
        assert "set by" in seen(opened.app)
        assert opened.acts[-1][0] is Act.ABOUT
        assert opened.acts[-1][1][1:] == ("published", "2023-02-16", "raid")
        await press(pilot, "escape")
        dated = [event for event in opened.app.view.timeline.events if "raid" in event.reports]
        assert [event.when.edtf for event in dated if event.when] == ["2023-02-15"]
        await opened.press(pilot, "u")
        assert "undone: what is known of a report" in seen(opened.app)
        await opened.caught_up(pilot)
        assert [event.id for event in opened.app.view.timeline.undated if "raid" in event.reports] == [raid.id]


async def test_what_is_no_day_or_language_is_told_and_stays_in_the_line(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await listed(opened, pilot)
        await press(pilot, "f2", *"soon", "enter")
        assert "not a date: «soon»" in seen(opened.app)
        await press(pilot, "escape", "f4", *"xx", "enter")
        assert "not a known language: «xx»" in seen(opened.app)
        await press(pilot, "escape", "escape")
        assert opened.acts == []


async def test_outlet_and_language_are_set_and_the_list_shows_them(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await listed(opened, pilot)
        await press(pilot, *"ferry", "up", "f3", *"Al Manara", "enter")
        await opened.caught_up(pilot)
        assert "Al Manara" in seen(opened.app)
        await press(pilot, "f4", *"Arabic", "enter")
        await opened.caught_up(pilot)
        assert [values[1:3] for _, values in opened.acts] == [("publisher", "Al Manara"), ("lang", "ar")]


async def test_a_report_goes_into_the_bin_and_comes_back(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await listed(opened, pilot)
        await press(pilot, *"harbour", "f8")
        await opened.caught_up(pilot)
        assert "in the bin: it tells nothing" in seen(opened.app)
        assert not any("ferry" in event.reports for event in opened.app.view.timeline.events)
        await press(pilot, "f8")
        await opened.caught_up(pilot)
        assert any("ferry" in event.reports for event in opened.app.view.timeline.events)
        await press(pilot, "f9")
        await opened.caught_up(pilot)
        assert not any("ferry" in event.reports for event in opened.app.view.timeline.events)


async def test_nobody_is_asked_for_words_that_would_be_lost(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        services = Services(recorder=NoRecorder("not kept: no name"), reports=opened.app.services.reports)
        opened.app.services = services
        await listed(opened, pilot)
        await press(pilot, "f2")
        assert "not kept: no name" in seen(opened.app)
        await press(pilot, "escape")
        for key in ("A", "t", "e"):
            await press(pilot, key)
            assert "not kept: no name" in seen(opened.app)


async def test_the_link_of_a_report_is_opened_or_copied(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opening: list[str] = []
    async with reading((opened := Opened(tmp_path, files[1])).app) as pilot:
        monkeypatch.setattr(opened.app, "open_url", lambda url, **_: opening.append(url))
        for browser in (True, False):
            object.__setattr__(opened.app.services, "browser", browser)
            await press(pilot, "O")
        assert opening == ["https://harbour.example/ferry?id=4"]
        assert "the link is copied" in seen(opened.app)
    async with reading((opened := Opened(tmp_path, files[2])).app) as pilot:
        await press(pilot, "O")
        assert "this report has no link" in seen(opened.app)
