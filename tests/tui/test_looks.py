"""The screen as a picture, at the two sizes that most people have. Look at both before a picture is made anew."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.builders import founding
from timeline_core.timeline import Timeline
from tui.app import WaqaiApp

Opener = Callable[[Callable[[], Timeline]], WaqaiApp]
Compare = Callable[..., bool]

SMALL, USUAL = (80, 24), (120, 40)


async def settle(pilot: Pilot[None]) -> None:
    """The reports are read."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("jjjj", id="an-event"),
        pytest.param(["j", "j", "j", "j", "enter", ">"], id="its-evidence"),
        pytest.param(["3"], id="one-actor"),
        pytest.param(["slash", *"قحط"], id="searching"),
        pytest.param(["a", *"ق"], id="actors"),
    ],
)
def test_the_reader(app: WaqaiApp, snap_compare: Compare, size: tuple[int, int], keys: list[str] | str) -> None:
    """Nothing moves that did not move before."""
    assert snap_compare(app, press=[*keys], terminal_size=size, run_before=settle)


def test_the_help(app: WaqaiApp, snap_compare: Compare) -> None:
    """The help of the timeline fits a usual screen."""
    assert snap_compare(app, press=["question_mark"], terminal_size=USUAL, run_before=settle)


def test_without_colour(open_on: Opener, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is lit and what is chosen is told apart without colour too."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(open_on(founding), press=["j", "j", "j", "j"], terminal_size=SMALL, run_before=settle)
