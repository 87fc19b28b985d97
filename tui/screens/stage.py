"""What the reader stands on: a terminal that leaves the order alone, the themes, an end that leaves no trace."""

from __future__ import annotations

import os

from textual.app import App
from textual.driver import Driver

from tui.bidi import terminal
from tui.render_picture import picture
from tui.screens.styled import Reader
from tui.widgets import driver
from tui.widgets.themes import DARK, LIGHT, VARIABLES


class Stage(App[None]):
    """An app in the right writing mode for its terminal, in the program's own colours."""

    def __init__(self, bidi: str, answers: terminal.Answers) -> None:
        """`bidi`: `auto` or a mode of `tui.bidi.modes`; `answers`: what the terminal said of itself."""
        self.choice = terminal.settle(bidi, answers, os.environ)
        super().__init__()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        if self.choice.mode == "inverse":
            self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow")]  # such a terminal mixes panes that stand side by side

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        return driver.explicit(found) if self.choice.mode == "visual" else found

    def get_default_screen(self) -> Reader:
        return Reader(id="_default")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return picture(super().export_screenshot(title=title, simplify=simplify))

    def set_up(self) -> None:
        """A way out for the signals; once the loop runs."""
        if not self.is_headless:
            driver.on_hangup(lambda code: self.exit(return_code=code))
