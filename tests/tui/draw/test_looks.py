"""The screen as a picture, in the sizes that people have, in both languages. Look at them before they are made anew."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.builders import founding
from tests.tui.conftest import why
from tests.tui.listed import every_state
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.ports.services import Offer, Services

Opener = Callable[[Callable[[], Timeline]], WaqaiApp]
Compare = Callable[..., bool]
SMALL, USUAL, LARGE = (80, 24), (120, 40), (200, 50)
SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["80x24", "120x40", "200x50"])
LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])
pytestmark = pytest.mark.painted


async def settle(pilot: Pilot[None]) -> None:
    """The reports are read."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def opened(language: str, theme: str = "auto") -> WaqaiApp:
    return WaqaiApp(founding, "sample dossier", "visual", why=why, setup=Setup(language, theme))


@SIZES
@LANGUAGES
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("jjjj", id="an-event"),
        pytest.param(["j", "j", "j", "j", "enter", ">"], id="its-evidence"),
        pytest.param(["a", *"ق"], id="actors"),
    ],
)
def test_the_reader(snap_compare: Compare, language: str, size: tuple[int, int], keys: list[str] | str) -> None:
    """Nothing moves that did not move before."""
    assert snap_compare(opened(language), press=[*keys], terminal_size=size, run_before=settle)


@LANGUAGES
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["question_mark"], id="help"),
        pytest.param([*"jjjj", "i", "_"], id="histogram"),
        pytest.param([*"jjjj", "d"], id="two-reports"),
        pytest.param([*"jjjj", "tab", "enter"], id="reason"),
        pytest.param([*"jjjj", "e"], id="correcting"),
        pytest.param(["space", "space", "f", *"kind:occurrence"], id="marked-and-filtered"),
    ],
)
def test_what_lies_over_the_reader(snap_compare: Compare, language: str, keys: list[str]) -> None:
    """The sheets and the line at the foot."""
    assert snap_compare(opened(language), press=keys, terminal_size=USUAL, run_before=settle)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["80x24", "120x40"])
@LANGUAGES
@pytest.mark.parametrize(
    "keys", [pytest.param(["@", "j"], id="places"), pytest.param(["T", "tab", "tab", "j"], id="who-with-whom")]
)
def test_who_and_where(snap_compare: Compare, language: str, size: tuple[int, int], keys: list[str]) -> None:
    """Bars and shades; a table opens once it is counted."""

    async def open_it(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press(keys[0])
        while len(pilot.app.screen_stack) == 1:
            await pilot.pause(0.01)

    assert snap_compare(opened(language), press=keys[1:], terminal_size=size, run_before=open_it)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["80x24", "120x40"])
@LANGUAGES
@pytest.mark.parametrize("key", ["p", "K"])
def test_reports_and_where_they_are_kept(snap_compare: Compare, language: str, size: tuple[int, int], key: str) -> None:
    """Reports in every state; and what is asked before they are kept."""
    title, outlet = {"en": ("The ferry sank", "Harbour Post"), "ar": ("غرق العبارة", "بريد الميناء")}[language]
    services = Services(
        reports=lambda: every_state(title, outlet, "lina"),
        scratch=True,
        offer=lambda: Offer("/home/lina/.local/share/waqai/library", 2, 3),
    )
    app = WaqaiApp(founding, "sample dossier", "visual", why=why, setup=Setup(language), services=services)

    async def open_it(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press(key)
        while len(pilot.app.screen_stack) == 1:
            await pilot.pause(0.01)

    assert snap_compare(app, press=["down"], terminal_size=size, run_before=open_it)


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_other_colours(snap_compare: Compare, theme: str) -> None:
    """As many contrasts as in the dark."""
    assert snap_compare(opened("en", theme), press=[*"jjjj"], terminal_size=SMALL, run_before=settle)


def test_without_colour(open_on: Opener, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is lit and what is chosen is told apart without colour too."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(open_on(founding), press=["j", "j", "j", "j"], terminal_size=SMALL, run_before=settle)


def test_one_pane_at_a_time(open_on: Opener, snap_compare: Compare) -> None:
    """Below 80 cells."""
    assert snap_compare(open_on(founding), press=["j", "enter"], terminal_size=(60, 24), run_before=settle)
