"""Where few events are shown on a tall screen, a title that is too long takes a second line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.app.opened import Opened
from tests.tui.screen import lines, press, reading, seen, settled
from tui.widgets.timeline_list import TimelineList

LONG = (
    "On 3 March 2021 masked gunmen attacked the grain market of Tel Asfar with heavy weapons, burned forty stalls and "
    "the old mill beside them.\nOn 5 March 2021 the council closed the market.\n"
    "On 9 March 2021 the council opened the market.\n"
)


def written(folder: Path) -> Path:
    """A report with one long title and two short ones."""
    (path := folder / "market.txt").write_text(LONG, "utf-8")
    return path


@pytest.mark.parametrize(("size", "two"), [((120, 40), True), ((120, 30), False), ((80, 24), False)])
async def test_the_second_line_goes_on_with_the_title(tmp_path: Path, size: tuple[int, int], two: bool) -> None:
    opened = Opened(tmp_path, written(tmp_path))
    async with reading(opened.app, size):
        pane = opened.app.query_one(TimelineList)
        listed = [line[: pane.size.width] for line in lines(opened.app)]
        assert any("forty stalls" in line for line in listed) or not two
        assert (pane.body.height() > len(opened.app.view.listing.rows)) is two


async def test_a_click_on_the_second_line_chooses_its_event_and_the_row_above_it_too(tmp_path: Path) -> None:
    opened = Opened(tmp_path, written(tmp_path))
    async with reading(opened.app) as pilot:
        await press(pilot, "g")
        row = next(n for n, line in enumerate(lines(opened.app)) if "forty stalls" in line[:60])
        for y in (row, row - 1):
            await press(pilot, "g")
            await pilot.click(offset=(20, y))
            await settled(opened.app, pilot)
            assert opened.app.view.event is not None
            assert "gunmen" in opened.app.view.event.title


async def test_letters_of_rows_go_to_the_events_they_stand_at(tmp_path: Path) -> None:
    opened = Opened(tmp_path, written(tmp_path))
    async with reading(opened.app) as pilot:
        await press(pilot, "J")
        await settled(opened.app, pilot)
        assert "which row?" in seen(opened.app)
        assert len(opened.app.view.labels) == opened.app.view.count
        last = list(opened.app.view.labels.values())[-1]
        await press(pilot, last)
        await settled(opened.app, pilot)
        assert opened.app.view.chosen == opened.app.view.listing.events[-1].id
