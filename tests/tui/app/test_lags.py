"""The sheet on how soon the chosen event was said and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.app.test_story_desk import Desk, desk
from tests.tui.screen import lines, seen

RAID = ("slash", *"Qahtani", "enter", "g", "L")


async def test_each_outlet_has_a_row_with_its_lag_and_the_median_stands_below(tmp_path: Path) -> None:
    async with desk(opened := Desk(tmp_path)) as pilot:
        await opened.press(pilot, *RAID)
        drawn = seen(opened.app)
        assert "How long after it happened" in drawn
        assert "● happened Friday 10 February 2023" in drawn
        row, _ = [line for line in lines(opened.app) if "Sample Wire" in line and "6 days later" in line]
        assert row.index("●") < row.index("■")
        assert "As a rule, of what is shown" in drawn
        await opened.press(pilot, "escape")
        assert len(opened.app.screen_stack) == 1


async def test_an_event_of_no_day_says_so(tmp_path: Path) -> None:
    async with desk(opened := Desk(tmp_path)) as pilot:
        await opened.press(pilot, "G", "L")
        assert "this event has no day to count from" in seen(opened.app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_in_arabic_time_runs_from_the_right(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(opened := Desk(tmp_path, language="ar"), size) as pilot:
        await opened.press(pilot, *RAID)
        rows = [line for line in lines(opened.app) if "●" in line and "■" in line and "─" in line]
        assert rows
        assert all(line.index("■") < line.index("●") for line in rows[:1])
