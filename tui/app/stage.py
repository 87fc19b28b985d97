"""`Stage`: what all parts of the reader share: the one `View`, themes, services, a clean exit."""

from __future__ import annotations

from typing import ClassVar

from textual.reactive import reactive

from tui.app.bidi_app import BidiApp
from tui.draw.picture import picture
from tui.i18n import speech
from tui.ports.services import Services
from tui.screens.styled import Reader
from tui.terminal import driver
from tui.terminal.probe import Answers
from tui.view import state
from tui.view.state import View
from tui.widgets.themes import FEW, FEWEST, THEMES, VARIABLES
from tui.widgets.themes import theme as theme_for

NONE = Services()
"""No services: for tests, and for the screen alone."""


class Stage(BidiApp):
    """Base of `WaqaiApp`. Parts know the app as a `Stage`: they read and replace its view, and use its services."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (state.ROOMY, "-tall")]  # noqa: RUF012
    NARROW: ClassVar[int] = 110

    view: reactive[View] = reactive(View(), repaint=False)

    def __init__(
        self, bidi: str, answers: Answers, marks: bool | None = None, theme: str = "auto", services: Services = NONE
    ) -> None:
        """As `BidiApp`; `theme`: a setting of `THEMES`."""
        super().__init__(bidi, answers, marks)
        self.services = services
        for one in {theme.name: theme for named in THEMES.values() for theme in named.values()}.values():
            self.register_theme(one)
        self.set_class(self.console.color_system == FEW, "-few")
        self.set_class(self.console.color_system == FEWEST, "-fewest")
        self.look(theme)

    def look(self, setting: str) -> None:
        """Take the theme of that name, in colours that this terminal has."""
        self.theme = theme_for(setting, self.console.color_system).name

    def tell(self, line: str) -> None:
        """Show the line at the bottom of the screen until the next key."""
        self.view = state.tell(self.view, line)

    def get_default_screen(self) -> Reader:
        return Reader(id="_default", classes="-rtl" if speech.spoken().rtl else "")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return picture(super().export_screenshot(title=title, simplify=simplify))

    def set_up(self) -> None:
        """Handle signals to exit, and redraw after Ctrl-Z and fg; called once the event loop runs."""
        if not self.is_headless:
            driver.on_hangup(lambda code: self.exit(return_code=code))
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
