"""Stories of the first start: one quiet line that says what to do, and that is gone at the first key."""

from tests.builders import founding
from tests.tui.screen import press, reading, seen
from tui.app.app import WaqaiApp
from tui.app.setup import Setup

LINE = "Enter proof · 1 only CENTCOM · ? keys · «waqai add FOLDER» for your reports"


async def test_a_newcomer_is_told_what_the_first_keys_do() -> None:
    app = WaqaiApp(founding, "x", "visual", setup=Setup(welcome=True))
    async with reading(app) as pilot:
        assert LINE in seen(app)
        await press(pilot, "j")
        assert "Enter proof" not in seen(app)


async def test_who_was_here_before_is_told_nothing() -> None:
    app = WaqaiApp(founding, "x", "visual", setup=Setup())
    async with reading(app):
        assert "Enter proof" not in seen(app)
