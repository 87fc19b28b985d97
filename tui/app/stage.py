"""What the parts of the reader stand on: the one `View`, the program's colours, an end that leaves no trace."""

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
from tui.widgets.themes import THEMES, VARIABLES

NONE = Services()
"""Nothing beyond the screen."""


class Stage(BidiApp):
    """Holds the view, and what is asked of the world beyond the screen; what a key does is the parts' business."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (state.ROOMY, "-tall")]  # noqa: RUF012
    NARROW: ClassVar[int] = 110

    view: reactive[View] = reactive(View(), repaint=False)

    def __init__(
        self, bidi: str, answers: Answers, marks: bool | None = None, theme: str = "auto", services: Services = NONE
    ) -> None:
        """As `BidiApp`; `theme`: a name of `THEMES`."""
        super().__init__(bidi, answers, marks)
        self.services = services
        for one in THEMES.values():
            self.register_theme(one)
        self.theme = THEMES[theme].name

    def tell(self, line: str) -> None:
        """Say it at the foot of the screen, until the next key."""
        self.view = state.tell(self.view, line)

    def get_default_screen(self) -> Reader:
        return Reader(id="_default", classes="-rtl" if speech.spoken().rtl else "")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return picture(super().export_screenshot(title=title, simplify=simplify))

    def set_up(self) -> None:
        """A way out for the signals, and a whole screen after Ctrl-Z and fg; once the loop runs."""
        if not self.is_headless:
            driver.on_hangup(lambda code: self.exit(return_code=code))
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
