"""Stories of trying days for a report: what hangs on it moves, clues forbid days, Enter keeps one, Esc none."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from textual.pilot import Pilot

from tests.tui.app.opened import Opened
from tests.tui.screen import lines, press, reading, seen, styles_of
from timeline_core.model.decision import Act
from tui.app.app import WaqaiApp
from tui.screens.reports import ReportsScreen
from tui.view import in_report
from tui.view.panes import Pane
from tui.view.turning.turn import Turn
from tui.widgets.timeline_list import TimelineList
from tui.widgets.turning.strip import TurnStrip

RAID = "قتل ثلاثة مدنيين أمس في قصف على بلدة المنارة. وكانت البلدة قد تعرضت لقصف في 3 من أيار الجاري."
FERRY = """---
published: 2023-05-09
---
Two sailors were killed yesterday when the ferry sank in the harbour. The harbour was rebuilt on 1 May 2023."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A report without a day, and one of which the file says its day."""
    (tmp_path / "raid.txt").write_text(RAID, "utf-8")
    (tmp_path / "ferry.md").write_text(FERRY, "utf-8")
    return [tmp_path / "raid.txt", tmp_path / "ferry.md"]


def turn(app: WaqaiApp) -> Turn:
    found = app.view.turn
    assert found is not None
    return found


async def tried(opened: Opened, pilot: Pilot[None], *keys: str) -> str:
    """Press, and wait until what follows from the day is read; the screen."""
    await press(pilot, *keys)
    await opened.app.workers.wait_for_complete()
    await pilot.pause()
    return seen(opened.app)


def margins(app: WaqaiApp) -> list[str]:
    """The margin signs of rows that would leave and of rows that would come."""
    rows = (line.strip() for line in lines(app)[: app.size.height - 6])
    return [row[0] for row in rows if row[:1] in ("−", "+")]


async def stood_on_the_ferry(opened: Opened, pilot: Pilot[None]) -> None:
    """Stand on what the ferry's report dates by itself."""
    numbers = range(opened.app.view.count)
    sunk = next(event for event in map(opened.app.view.listing.events.__getitem__, numbers) if "sailors" in event.title)
    while opened.app.view.chosen != sunk.id:
        await press(
            pilot,
            "j" if opened.app.view.listing.row(opened.app.view.chosen) < opened.app.view.listing.row(sunk.id) else "k",
        )


async def test_the_day_moves_what_hangs_on_it_in_the_list(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        shown = await tried(opened, pilot, "P")
        assert "Day of the report · its file says Tue 9 May 2023 · ferry" in shown
        assert "nothing moves in the timeline" in shown
        assert opened.app.focused is opened.app.query_one(TurnStrip)
        shown = await tried(opened, pilot, "right", "right")
        assert "Thursday 11 May 2023" in shown
        assert "[11]" in shown
        assert "1 event moves · Mon 8 May 2023 to Wed 10 May 2023" in shown
        assert margins(opened.app) == ["−", "+"]
        [old] = [line for line in lines(opened.app) if line.startswith(" −")]
        [new] = [line for line in lines(opened.app) if line.startswith(" +")]
        assert "Mon 8" in old
        assert "Wed 10" in new
        assert opened.acts == []


async def test_a_day_that_a_clue_forbids_is_red_with_the_clue_in_words_and_in_the_report(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        shown = await tried(opened, pilot, "P", "pageup")
        assert "Sunday 9 April 2023" in shown
        assert "✕ «1 May 2023» would lie ahead, and is told as past" in shown
        assert "[9✕]" in shown
        [lit] = [style for style in styles_of(opened.app, "1 May 2023") if style.bold and style.bgcolor is not None][:1]
        red = [style for style in styles_of(opened.app, "✕ ") if style.color is not None]
        assert isinstance(lit.bgcolor, Color)
        assert lit.bgcolor in [style.color for style in red]


async def test_enter_keeps_the_day_as_reports_set_does_and_it_is_undone(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        raid = next(event for event in opened.app.view.timeline.undated if "raid" in event.reports)
        opened.app._chosen(TimelineList.Chosen(raid.id))  # as a click on it
        shown = await tried(opened, pilot, "P", *"2023-05-16")
        assert "nothing tells its day" in shown
        assert "Tuesday 16 May 2023" in shown
        assert "undated to Mon 15 May 2023" in shown
        await opened.press(pilot, "enter")
        assert opened.app.view.turn is None
        assert "the report is of Tuesday 16 May 2023 now, in a scratch library; K keeps it in yours" in seen(opened.app)
        sha = opened.acts[-1][1][0]
        assert opened.acts == [(Act.ABOUT, (sha, "published", "2023-05-16", "raid"))]
        await opened.caught_up(pilot)
        dated = [event.when for event in opened.app.view.timeline.events if "raid" in event.reports]
        assert "2023-05-15" in [when.edtf for when in dated if when is not None]
        await opened.press(pilot, "u")
        await opened.caught_up(pilot)
        assert raid.id in [event.id for event in opened.app.view.timeline.undated]


async def test_esc_leaves_everything_as_it_was(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        await press(pilot, "tab", "tab")
        before, screen = opened.app.view, seen(opened.app)
        await tried(opened, pilot, "P", "right", *"20", "escape", "escape")
        assert opened.app.view == before
        assert seen(opened.app) == screen
        assert opened.app.view.focus is Pane.REPORT
        assert opened.app.focused is opened.app.query_one("#report")
        assert opened.acts == []


async def test_a_forbidden_day_is_kept_only_when_enter_is_pressed_once_more(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        await tried(opened, pilot, "P", "pageup", "enter")
        assert "a clue forbids this day; Enter once more keeps it all the same" in seen(opened.app)
        assert opened.acts == []
        await opened.press(pilot, "enter")
        assert [act[1][2] for act in opened.acts] == ["2023-04-09"]


async def test_digits_go_to_that_day_of_the_month_and_words_to_any(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        await tried(opened, pilot, "P", *"19")
        assert turn(opened.app).day.isoformat() == "2023-05-19"
        assert "to 19▏" in seen(opened.app)
        await tried(opened, pilot, "backspace")
        assert turn(opened.app).day.isoformat() == "2023-05-01"
        await tried(opened, pilot, "escape")
        assert (turn(opened.app).day.isoformat(), turn(opened.app).typed) == ("2023-05-09", "")
        await tried(opened, pilot, *"3 june 2023")
        assert turn(opened.app).day.isoformat() == "2023-06-03"
        await tried(opened, pilot, *" quick")
        assert "not a date: «3 june 2023 quick»" in seen(opened.app)
        await press(pilot, "enter")
        assert opened.acts == []
        await tried(opened, pilot, "escape", "shift+right")
        assert turn(opened.app).day.isoformat() == "2023-05-16"
        await tried(opened, pilot, "pagedown", "up")
        assert turn(opened.app).day.isoformat() == "2023-06-09"


async def test_letters_typed_on_the_strip_are_no_commands_and_keys_in_a_burst_all_count(
    tmp_path: Path, files: list[Path]
) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        before = opened.app.view
        await tried(opened, pilot, "P", *"xqymj", *["backspace"] * 5, *["right"] * 30)
        assert turn(opened.app).day.isoformat() == "2023-06-08"
        assert turn(opened.app).settled is not None
        assert (opened.app.view.chosen, opened.acts) == (before.chosen, [])


async def test_a_click_on_a_pane_leaves_the_strip(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await tried(opened, pilot, "P")
        await pilot.click("#event")
        await pilot.pause()
        assert opened.app.view.turn is None
        assert not opened.app.query_one(TurnStrip).display


async def test_in_arabic_the_strip_is_mirrored_and_the_left_arrow_goes_on(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files, language="ar")).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        await tried(opened, pilot, "P", "left")
        assert turn(opened.app).day.isoformat() == "2023-05-10"
        [ruler] = [line for line in lines(opened.app) if "[10]" in line]
        assert ruler.index("11") < ruler.index("[10]") < ruler.index(" 9 ")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16)])
async def test_the_strip_is_whole_on_every_screen(tmp_path: Path, files: list[Path], size: tuple[int, int]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app, size) as pilot:
        await stood_on_the_ferry(opened, pilot)
        shown = await tried(opened, pilot, "P", "right")
        for words in ("Day of the report", "[10]", "10 May 2023", "1 event moves", "Enter keep"):
            assert words in shown
        assert margins(opened.app)


async def test_days_are_tried_from_the_list_of_all_reports(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await press(pilot, "p")
        while not isinstance(opened.app.screen, ReportsScreen):
            await pilot.pause(0.01)
        await tried(opened, pilot, *"raid", "f6")
        assert turn(opened.app).report == "raid"
        assert opened.app.focused is opened.app.query_one(TurnStrip)
        await press(pilot, "escape")
        assert opened.app.view.focus is Pane.TIMELINE


async def test_what_moves_is_brought_into_sight_and_the_list_goes_back(tmp_path: Path) -> None:
    async with reading((opened := Opened(tmp_path)).app, (100, 24)) as pilot:
        opened.app.view = in_report.read(opened.app.view, "homsi-raid-undated")
        await pilot.pause()
        top = opened.app.query_one(TimelineList).top
        await tried(opened, pilot, "P", *"25")
        assert set(margins(opened.app)) == {"−", "+"}
        await press(pilot, "escape", "escape")
        assert opened.app.query_one(TimelineList).top == top


async def test_keys_typed_at_once_are_typed_on_the_strip(tmp_path: Path, files: list[Path]) -> None:
    async with reading((opened := Opened(tmp_path, *files)).app) as pilot:
        await stood_on_the_ferry(opened, pilot)
        pins = opened.app.view.filter
        await opened.press(pilot, "P", *"11", "enter")
        await opened.app.workers.wait_for_complete()
        assert opened.app.view.filter == pins
        assert [values[2] for _, values in opened.acts] == ["2023-05-11"]
