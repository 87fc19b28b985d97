"""Stories of an open reader that takes in what another process brings, and of marks and merges."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.reports.library import Library
from store.reports.original import Original
from tests.tui.app.opened import Opened
from tests.tui.screen import press, reading, seen
from timeline_core.model.decision import Act
from tui.widgets.report_pane import ReportPane

DAYS = ("3 May 2023", "9 May 2023", "20 May 2023")
PLACES = ("Kirkuk", "Basra", "Mosul")
LONG = "\n".join(f"Paragraph {n} of the annex." for n in range(60))


def text(place: str, day: str) -> str:
    return f"Two soldiers were killed on {day} in {place}.\n{LONG}"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two reports."""
    kept = Library(tmp_path / "library")
    kept.add(
        [Original.of_text(place.lower(), text(place, day)) for place, day in zip(PLACES[1:], DAYS[1:], strict=True)]
    )
    return kept


async def looked(opened: Opened, pilot: Pilot[None]) -> None:
    """As if the clock had gone on: look at the disk, twice, and show what is new."""
    for _ in range(2):
        opened.app.review.look()
        await pilot.pause()
    await opened.caught_up(pilot)


def begun(opened: Opened) -> bool:
    """Whether the reports are being read again, after one more look."""
    opened.app.review.look()
    return opened.desk.live._newer is not None


async def asked(opened: Opened, pilot: Pilot[None]) -> str:
    """Merge, and wait for the question; what is seen then."""
    await press(pilot, "m")
    while len(opened.app.screen_stack) == 1:
        await pilot.pause(0.01)
    return seen(opened.app)


async def test_what_another_process_adds_arrives_and_the_cursor_stays(tmp_path: Path, library: Library) -> None:
    async with reading((opened := Opened(tmp_path)).app) as pilot:
        app = opened.app
        await press(pilot, "G", "enter", "pagedown")
        chosen, piece, focus = app.view.chosen, app.view.piece, app.view.focus
        report = app.query_one(ReportPane)
        before = (report.top, [row for row in seen(app).splitlines() if "›" in row])
        library.add([Original.of_text("kirkuk", text(PLACES[0], DAYS[0]))])
        await looked(opened, pilot)
        assert len(app.view.timeline.reports) == 3
        assert (app.view.chosen, app.view.focus) == (chosen, focus)
        assert app.view.piece is not None
        assert piece is not None
        assert app.view.piece.exact == piece.exact
        assert report.top == before[0] > 0
        assert "1 new report; W shows what is new" in seen(app)
        assert "Kirkuk" in seen(app)
        assert not app.services.recorder.news()


async def test_nothing_is_read_while_another_process_still_writes(tmp_path: Path, library: Library) -> None:
    async with reading((opened := Opened(tmp_path)).app) as pilot:
        library.add([Original.of_text("kirkuk", text(PLACES[0], DAYS[0]))])
        assert not begun(opened)
        library.add([Original.of_text("more", text("Tikrit", "1 June 2023"))])
        assert not begun(opened)
        assert begun(opened)
        await opened.caught_up(pilot)
        assert len(opened.app.view.timeline.reports) == 4


async def test_an_earlier_report_of_the_chosen_event_takes_the_cursor_along(tmp_path: Path, library: Library) -> None:
    async with reading((opened := Opened(tmp_path)).app) as pilot:
        app = opened.app
        await press(pilot, "g")
        before, piece = app.view.chosen, app.view.piece
        library.add(
            [
                Original.of_text(
                    "aaa", "---\npublished: 2023-05-09\n---\nTwo soldiers were killed on 9 May 2023 in Basra."
                )
            ]
        )
        await looked(opened, pilot)
        assert app.view.piece is not None
        assert piece is not None
        assert app.view.piece.report == piece.report
        assert "Basra" in app.view.piece.exact
        assert before


async def test_ctrl_l_reads_loose_files_again(tmp_path: Path) -> None:
    file = tmp_path / "basra.txt"
    file.write_text(text(*PLACES[1:2], DAYS[1]), "utf-8")
    async with reading((opened := Opened(tmp_path, file)).app) as pilot:
        await opened.press(pilot, "s")
        file.write_text(text(*PLACES[1:2], DAYS[1]) + "\nA fire killed a nurse in Mosul on 20 May 2023.", "utf-8")
        await press(pilot, "ctrl+l")
        await opened.caught_up(pilot)
        assert "Mosul" in seen(opened.app)


async def test_an_undone_act_gives_the_marks_back(tmp_path: Path, library: Library) -> None:
    assert library.count() == 2
    async with reading((opened := Opened(tmp_path)).app) as pilot:
        await opened.press(pilot, "g", "space", "space")
        marked = opened.app.view.marked
        assert len(marked) == 2
        await opened.press(pilot, "t", *"check", "enter")
        assert opened.app.view.marked == frozenset()
        await opened.press(pilot, "u")
        assert opened.app.view.marked == marked
        await opened.press(pilot, "ctrl+r")
        assert opened.app.view.marked == marked


async def test_a_merge_of_different_days_asks_which_holds(tmp_path: Path, library: Library) -> None:
    assert library.count() == 2
    async with reading((opened := Opened(tmp_path)).app) as pilot:
        first, second = (event.id for event in opened.app.view.timeline.events)
        await press(pilot, "g", "space", "g", "j")
        shown = await asked(opened, pilot)
        assert "The days differ: which one holds?" in shown
        assert "Tuesday 9 May 2023" in shown
        await press(pilot, "escape")
        assert opened.acts == []
        assert len(opened.app.view.marked) == 1
        await asked(opened, pilot)
        await opened.press(pilot, "2")
        [event] = opened.app.view.timeline.events
        assert event.when is not None
        assert event.when.edtf == "2023-05-09"
        assert [act for act, _ in opened.acts] == [Act.MERGE]
        await opened.press(pilot, "u")
        assert [event.id for event in opened.app.view.timeline.events] == [first, second]
