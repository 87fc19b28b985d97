"""A gap of the timeline can be stood on and opened: what could fall there, what is hidden, reports of that time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.app.opened import Opened
from tests.tui.screen import lines, press, reading, seen, settled

FIRST = """---
published: 2021-03-02
title: The well
---
On 1 March 2021 the council of Tel Asfar opened a well in the north of the town.
Gunmen had wounded two guards of the old granary.
"""
LATER = """---
published: 2021-09-14
title: The granary
---
Residents of Tel Asfar are proud of the old granary.
"""
UNKNOWN = """Masked men burned the old granary and wounded three farmers.
"""
HIDDEN = """---
published: 2021-12-01
---
On 30 November 2021 the river flooded the market.
"""
LAST = """---
published: 2022-06-21
title: The bridge
---
On 20 June 2022 the council of Tel Asfar repaired the bridge.
"""


def told(folder: Path) -> list[Path]:
    """Four reports: nothing happened from April 2021 to May 2022 of which the day is known."""
    paths = [folder / name for name in ("first.md", "later.md", "unknown.txt", "last.md")]
    for path, text in zip(paths, (FIRST, LATER, UNKNOWN, LAST), strict=True):
        path.write_text(text, "utf-8")
    return paths


def on_gap(opened: Opened) -> bool:
    """The reader stands on a gap."""
    return opened.app.view.gap is not None


async def test_a_gap_is_gone_to_and_enter_shows_what_could_fall_there(tmp_path: Path) -> None:
    opened = Opened(tmp_path, *told(tmp_path))
    async with reading(opened.app) as pilot:
        await press(pilot, "g", "H")
        assert on_gap(opened)
        assert opened.app.view.event is None
        await press(pilot, "y")
        assert opened.acts == []
        await press(pilot, "enter")
        await settled(opened.app, pilot)
        drawn = seen(opened.app)
        assert "could fall here" in drawn
        assert "1 report of that time" in drawn
        assert "The granary" in drawn


async def test_a_step_from_a_gap_goes_to_the_event_below_or_above(tmp_path: Path) -> None:
    opened = Opened(tmp_path, *told(tmp_path))
    async with reading(opened.app) as pilot:
        await press(pilot, "g", "H")
        below = opened.app.view.chosen
        await press(pilot, "j")
        assert opened.app.view.chosen == below
        assert not on_gap(opened)
        await press(pilot, "H", "k")
        assert opened.app.view.chosen != below
        assert not on_gap(opened)
        await press(pilot, "j")
        assert opened.app.view.chosen == below
        assert not on_gap(opened)


async def test_enter_in_the_sheet_goes_to_the_event_or_to_the_report(tmp_path: Path) -> None:
    opened = Opened(tmp_path, *told(tmp_path))
    async with reading(opened.app) as pilot:
        await press(pilot, "g", "H", "enter")
        await settled(opened.app, pilot)
        await press(pilot, "G", "enter")
        await settled(opened.app, pilot)
        assert opened.app.view.report is not None
        assert opened.app.view.report.title == "The granary"


async def test_what_a_filter_hides_there_is_gone_to_past_the_filter(tmp_path: Path) -> None:
    (hidden := tmp_path / "hidden.md").write_text(HIDDEN, "utf-8")
    opened = Opened(tmp_path, *told(tmp_path), hidden)
    async with reading(opened.app) as pilot:
        await press(pilot, "slash", *"council", "enter", "g", "H", "enter")
        await settled(opened.app, pilot)
        row = next(n for n, line in enumerate(lines(opened.app)) if "1 event of that time is not shown" in line) + 1
        await pilot.click(offset=(20, row))
        await press(pilot, "enter")
        await settled(opened.app, pilot)
        assert opened.app.view.event is not None
        assert "flooded" in opened.app.view.event.title
        assert not opened.app.view.filtering


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_click_stands_on_the_gap(tmp_path: Path, size: tuple[int, int]) -> None:
    opened = Opened(tmp_path, *told(tmp_path))
    async with reading(opened.app, size) as pilot:
        row = next(n for n, line in enumerate(lines(opened.app)) if "⋮" in line)
        await pilot.click(offset=(10, row))
        await settled(opened.app, pilot)
        assert on_gap(opened)


async def test_in_arabic_the_sheet_is_arabic(tmp_path: Path) -> None:
    opened = Opened(tmp_path, language="ar")
    async with reading(opened.app) as pilot:
        await press(pilot, "g", "H", "enter")
        await settled(opened.app, pilot)
        assert "Esc" in seen(opened.app)
        assert "of that time" not in seen(opened.app)
