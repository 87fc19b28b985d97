"""The screen as a picture, in the sizes that people have, in both languages. Look at them before they are made anew."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.builders import founding
from tests.tui.app.opened import Opened
from tests.tui.conftest import why
from tests.tui.listed import every_state
from tests.tui.screen import settled
from timeline_core.timeline import Timeline
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.ports.services import Offer, Services
from tui.screens.gaps.gap import GapScreen
from tui.screens.pasting.paste import PasteScreen
from tui.view import in_report, state
from tui.view.panes import Pane

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


PASTED = {
    "en": "Market shelled\n\nNine civilians were killed yesterday when shells hit the market, residents said.\n"
    "On 20 January 2022 ISIS fighters attacked the prison of Ghweiran in Hasakah.",
    "ar": "قصف السوق\n\nقتل تسعة مدنيين أمس في قصف على السوق، بحسب سكان.\n"
    "وكان التنظيم قد هاجم سجن الصناعة في غويران في 20 كانون الثاني 2022.",
}


async def try_day(app: WaqaiApp, pilot: Pilot[None], *keys: str) -> None:
    """Try a day for a report that has none."""
    app.view = state.focus(in_report.read(app.view, "homsi-raid-undated"), Pane.TIMELINE)
    await pilot.press("P")
    await settle(pilot)
    await pilot.press(*keys)
    while app.view.turn is None or app.view.turn.settled is None:
        await pilot.pause(0.01)


async def paste(app: WaqaiApp, pilot: Pilot[None], language: str) -> None:
    """Paste an article, and wait until it is read."""
    app.post_message(events.Paste(PASTED[language]))
    while not isinstance(app.screen, PasteScreen) or app.screen._busy or app.screen._pasted is None:
        await pilot.pause(0.01)


async def open_gap(app: WaqaiApp, pilot: Pilot[None], _: str) -> None:
    """Go to the first gap, and open it."""
    await pilot.press("g", "H", "enter")
    while not isinstance(app.screen, GapScreen):
        await pilot.pause(0.01)


OPENED: Mapping[str, Callable[[WaqaiApp, Pilot[None], str], Awaitable[None]]] = {
    "a-day-that-fits": lambda app, pilot, _: try_day(app, pilot, *"25"),
    "a-forbidden-day": lambda app, pilot, _: try_day(app, pilot, "up"),
    "paste": paste,
    "gap": open_gap,
    "lanes": lambda _, pilot, __: pilot.press("i", "tab"),
}


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["80x24", "120x40"])
@LANGUAGES
@pytest.mark.parametrize("what", [*OPENED])
def test_a_report_is_dated_and_pasted_and_a_gap_opened(
    snap_compare: Compare, tmp_path: Path, language: str, size: tuple[int, int], what: str
) -> None:
    """The strip of days with what moves, a pasted report, what could fall into a gap, and who was active when."""
    app = Opened(tmp_path, language=language).app

    async def open_it(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await OPENED[what](app, pilot, language)
        await settled(app, pilot)

    assert snap_compare(app, press=[], terminal_size=size, run_before=open_it)
