"""The dates of a report, one at a time: words, reason, value, what the date belongs to, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from tui.draw import verdict as render_verdict
from tui.draw.detail import Reasons
from tui.draw.line import Line
from tui.draw.reason import Stepper
from tui.i18n.speech import say, spoken
from tui.ports.asked_date import AskedDate
from tui.screens.styled import Sheet
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints


class DatesScreen(Sheet[None]):
    """Leaves the report visible, so that each date is seen in its place."""

    BINDINGS: ClassVar = [
        Binding("escape,q,ض,enter", "dismiss", show=False),
        Binding("l,م", "other(1)", show=False),
        Binding("h,ا", "other(-1)", show=False),
        Binding("right", "along(1)", show=False),
        Binding("left", "along(-1)", show=False),
        Binding("j,ت,down", "scroll(1)", show=False),
        Binding("k,ن,up", "scroll(-1)", show=False),
    ]

    def __init__(
        self,
        view: View,
        dates: tuple[AskedDate, ...],
        at: int,
        telling: tuple[Reasons, Stepper],
        moved: Callable[[AskedDate], None],
    ) -> None:
        """
        Args:
            dates: all dates of the report, in text order.
            at: the index of the first one to show.
            telling: explain a date in one line, and step by step.
            moved: called with each date that is shown.
        """
        super().__init__(classes="-rtl" if spoken().rtl else "")
        self._view, self._dates, self._at = view, dates, at
        self._telling, self._moved = telling, moved

    def compose(self) -> ComposeResult:
        with Vertical(id="dates", classes="sheet"), VerticalScroll(can_focus=True):
            yield Card(self._lines)
            yield Hints(say("→ next date   ← previous date   Esc close"))

    def on_mount(self) -> None:
        self._moved(self._dates[self._at])

    def spare(self, *, lower: bool) -> None:
        """Move to the half of the screen that does not show the date.

        Args:
            lower: the date is in the lower half.
        """
        self.set_class(lower, "-above")

    def _lines(self, width: int) -> list[Line]:
        return render_verdict.asked(self._view, self._dates, self._at, width, *self._telling)

    def action_other(self, by: int) -> None:
        self._at = (self._at + by) % len(self._dates)
        self._moved(self._dates[self._at])
        scroll = self.query_one(VerticalScroll)
        scroll.query_one(Card).again()
        scroll.scroll_home(animate=False)

    def action_along(self, by: int) -> None:
        """Arrow keys follow the reading direction of the screen."""
        self.action_other(-by if spoken().rtl else by)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
