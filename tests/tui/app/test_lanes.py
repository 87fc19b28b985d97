"""A story of the histogram parted by actor and by place."""

import pytest

from tests.tui.screen import lines, press, reading, seen
from tui.app.app import WaqaiApp


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_histogram_is_parted_by_actor_and_by_place(app: WaqaiApp, size: tuple[int, int]) -> None:
    async with reading(app, size) as pilot:
        await press(pilot, "i", "tab")
        assert " · by actor" in seen(app)
        assert any("CENTCOM" in line and max(line) >= "▁" for line in lines(app))
        await press(pilot, "tab")
        assert " · by place" in seen(app)
        await press(pilot, "tab")
        assert " · by place" not in seen(app)
