"""Stories of the mouse at the edges of the screen."""

import pytest
from rich.cells import cell_len

from tests.builders import founding
from tests.tui.screen import lines, reading
from tui.app.app import WaqaiApp
from tui.app.setup import Setup


@pytest.mark.parametrize("code", ["en", "ar"])
async def test_a_click_on_the_foot_does_what_the_key_there_does(code: str) -> None:
    app = WaqaiApp(founding, "x", "visual", setup=Setup(code))
    async with reading(app) as pilot:
        foot = lines(app)[-1]
        await pilot.click("#foot", offset=(cell_len(foot[: foot.index("②")]), 0))
        await pilot.pause()
        assert app.view.filter.actors == (app.view.pins[1][0],)
        assert app.focused is not None
        assert app.focused.id == "timeline"
