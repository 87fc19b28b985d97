"""What became of the dates of a report, one at a time: its words, its reason, its value, what it dates and why."""

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
    """Lies beside the report, so that each date is seen in its place; shown until a key closes it."""

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
            dates: those of the report, in text order.
            at: the one to begin with.
            telling: who tells the reason of a date in one line, and step by step.
            moved: told which date is asked about, at each that is gone to.
        """
        super().__init__(classes="-rtl" if spoken().rtl else "")
        self._view, self._dates, self._at = view, dates, at
        self._telling, self._moved = telling, moved

    def compose(self) -> ComposeResult:
        with Vertical(id="dates", classes="sheet"):
            with VerticalScroll(can_focus=True):
                yield Card(self._lines)
            yield Hints(say("→ next date   ← previous date   Esc close"))

    def on_mount(self) -> None:
        self._moved(self._dates[self._at])

    def spare(self, *, lower: bool) -> None:
        """Lie where the date is not drawn: it stands in the lower half of the screen, or in the upper one."""
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
        """The arrows go as the screen runs."""
        self.action_other(-by if spoken().rtl else by)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
