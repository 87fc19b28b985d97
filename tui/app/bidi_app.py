"""`BidiApp`: an app that sends text in the order its terminal needs, from the first frame to any kind of exit."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import ClassVar

from textual._compositor import CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.filter import LineFilter

from tui.terminal import driver
from tui.terminal.glimpse import Glimpse
from tui.terminal.probe import Answers, settle
from tui.widgets.bidi_filter import BidiFilter


class BidiApp(App[None]):
    """`Ordered` widgets put their text into visual order themselves; a line filter does it for all other widgets."""

    ALLOW_SELECT: ClassVar[bool] = False
    """Textual's own selection knows no order but that of the cells; `Selecting` widgets have one that does."""
    glimpse: Glimpse | None = None
    """The picture of the last session, shown while the program loads."""

    def __init__(self, bidi: str = "auto", answers: Answers = Answers(), marks: bool | None = None) -> None:  # noqa: B008
        """Settle how text is written to this terminal, before anything is drawn.

        Args:
            bidi: `auto` or a mode of `tui.bidi.modes`.
            answers: what the terminal reported about itself (`tui.terminal.probe.ask`); used by `auto`.
            marks: whether to draw vowel marks; None decides by the terminal.
        """
        found = settle(bidi, answers, os.environ)
        self.choice = found if marks is None else found._replace(marks=marks)
        self._order = BidiFilter(self.choice.mode, marks=self.choice.marks)
        super().__init__()
        if self.choice.mode == "inverse":
            self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow")]  # such a terminal mixes panes that stand side by side

    def get_driver_class(self) -> type[Driver]:
        found = driver.thrifty(super().get_driver_class())
        if self.glimpse is not None and self.glimpse.shown:
            found = driver.behind(found, self.glimpse.taken, self.glimpse.sent)
        return driver.explicit(found) if self.choice.mode == "visual" else found

    def reveal(self) -> None:
        """Show what was drawn behind the glimpse."""
        if reveal := getattr(self._driver, "reveal", None):
            reveal()

    def on_resize(self, _: Resize) -> None:
        """Terminals set lines anew that no longer fit, each in its own way."""
        self.draw_anew()

    def draw_anew(self) -> None:
        """Send the whole screen, whatever the terminal shows now."""
        if anew := getattr(self._driver, "anew", None):
            anew()
        self.screen.refresh(layout=True)

    def picture(self) -> str:
        """The whole screen as escape sequences."""
        drawn = self.screen._compositor.render_update(full=True)
        return drawn.render_segments(self.console) if isinstance(drawn, CompositorUpdate) else ""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._order] if self._order.enabled else super().get_line_filters()
