"""The reader on the founding case, as every story of keys begins."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.screen import Screen

from tests.builders import founding
from tests.tui.settling import settle
from timeline_core.model.event import Join
from timeline_core.model.expression import Expression
from timeline_core.names.gazetteer import Gazetteer
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from tui.app.app import WaqaiApp
from tui.app.setup import Setup
from tui.i18n import speech


def joined(_: Join, __: Gazetteer) -> str:
    """Why two tellings are one, in fixed words."""
    return "the same day and the same person, Ibrahim al-Qahtani"


def why(expression: Expression) -> str:
    """A reason as the language data would tell it."""
    return f"«{expression.text}» → read as written; report published 15–28 February 2023" if expression.text else ""


def export(_: Filter, timeline: Timeline, path: Path) -> str:  # noqa: ARG001 - as every export
    """An export that can be looked through at once."""
    return "\n".join(event.id for event in (*timeline.events, *timeline.undated))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The screen speaks English, whatever a test before made it speak, and after it."""
    speech.use("en")
    yield
    speech.use("en")


@pytest.fixture(autouse=True)
def unpainted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No one sees a screen without a terminal: it is painted when a test looks at it, which halves what stories cost.

    What is sent to a terminal after each key is tested where there is one (`test_driver`, `benchmarks.keys`). `painted`
    marks what wants every paint: what lies under a dialog shows what was painted before it opened.
    """
    if request.node.get_closest_marker("painted"):
        return
    paint = Compositor.render_update

    def update(
        self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        if full:
            return paint(self, full, screen_stack, simplify)
        visible_screen_stack.set(screen_stack or [])
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", update)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is waited for as long as it takes, and no longer."""
    monkeypatch.setattr("textual.app.wait_for_idle", settle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settle)


@pytest.fixture
def open_on(tmp_path: Path) -> Callable[[Callable[[], Timeline]], WaqaiApp]:
    """Makes the reader on what a function loads."""

    def opened(load: Callable[[], Timeline]) -> WaqaiApp:
        where = tmp_path / "timeline.md"
        return WaqaiApp(load, "sample dossier", "visual", why=why, joined=joined, export=export, export_to=where)

    return opened


@pytest.fixture
def open_in() -> Callable[[str], WaqaiApp]:
    """Makes the reader on the founding case in a language."""
    return lambda language: WaqaiApp(founding, "ملف", "visual", why=why, setup=Setup(language))


@pytest.fixture
def app(open_on: Callable[[Callable[[], Timeline]], WaqaiApp]) -> WaqaiApp:
    """The reader on the founding case."""
    return open_on(founding)
