"""What the reader stands on: its colours, its screens, an end that leaves no trace."""

from __future__ import annotations

from tui.app.bidi_app import BidiApp
from tui.draw.picture import picture
from tui.i18n import speech
from tui.screens.styled import Reader
from tui.terminal import driver
from tui.terminal.probe import Answers
from tui.widgets.themes import THEMES, VARIABLES


class Stage(BidiApp):
    """An app in the program's own colours."""

    def __init__(self, bidi: str, answers: Answers, marks: bool | None = None, theme: str = "auto") -> None:
        """As `BidiApp`; `theme`: a name of `THEMES`."""
        super().__init__(bidi, answers, marks)
        for one in THEMES.values():
            self.register_theme(one)
        self.theme = THEMES[theme].name

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
