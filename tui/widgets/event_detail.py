"""The event pane: what happened, when and why that date, who, where, figures, decisions."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size

from tui.draw import detail as render_detail
from tui.draw import line as render
from tui.draw.detail import Reasons
from tui.draw.line import Line
from tui.i18n.speech import later, say
from tui.keys.keys import physical
from tui.view.state import View
from tui.view.text.proofs import find_proof
from tui.widgets.help_data import HelpData
from tui.widgets.pane import Pane, Window


class EventDetail(Pane):
    """Draws `view.event`."""

    ABOUT = HelpData(
        later("Event"),
        later("""\
Everything that is known about the chosen event of the timeline.

Why is the reason for its date: the words of the report, and what they count from. Did it, To whom and Told by \
name the actors by what they are to it, Who all others, pinned ones with their digit. Said and Denied are the days on \
which it was announced or disputed. Figures that differ between \
reports stand side by side.

↑ and ↓ go from value to value: the report lights just the words that prove it. ← and → go to other tellings that say \
the same."""),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(physical(("j", "down"))), "app.wish('value', 1)", show=False, id="down"),
        Binding(",".join(physical(("k", "up"))), "app.wish('value', -1)", show=False, id="up"),
    ]

    def __init__(self, why: Reasons) -> None:
        super().__init__(id="event")
        self.body = self.text = EventLines(self, why)
        self._height = 0
        """Lines that it took last."""

    @property
    def lead(self) -> int:
        return 2 if self.view.airy else 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual calls it
        """As high as what is told; kept while that fits and fills half, so that the report below seldom moves."""
        needed = len(self.text.lines(width)) + self.lead
        if not needed <= self._height <= 2 * needed:
            self._height = needed
        return self._height

    def watch_view(self, old: View, new: View) -> None:
        if (old.chosen, old.gap) != (new.chosen, new.gap):
            self.top = 0
        if drawn_of(old) != drawn_of(new):
            before = self._height
            self.redraw()
            if new.walk is not None and new.walk != old.walk:
                self._to_value()
            if self.get_content_height(self.size, self.size, self.size.width) != before:
                self.refresh(layout=True)

    def _to_value(self) -> None:
        """Scroll to the value whose proof is shown."""
        lines = self.text.lines(self.size.width)
        at = next((n for n, line in enumerate(lines) for run in line if "selected" in run[2].split()), None)
        if at is not None and not self.top <= at < self.top + self.rows:
            self.top = at - self.rows // 2


class EventLines:
    """The body of the pane: all lines at the present width, made again only when something they show has changed."""

    def __init__(self, window: Window, why: Reasons) -> None:
        self._window, self._why = window, why
        self._shows: tuple[object, ...] = ()
        self._lines: list[Line] = []

    def height(self) -> int:
        """Lines in all."""
        return len(self.lines(self._window.size.width))

    def heading(self, width: int) -> Line:
        """The name of the pane."""
        return render.label([(say("Event"), "")], width, mode=self._window.view.mode)

    def row(self, number: int) -> Line:
        """The line of that number."""
        return self.lines(self._window.size.width)[number]

    def lines(self, width: int) -> list[Line]:
        """All of them, laid out for that width."""
        view = self._window.view
        shows = (*drawn_of(view), width)
        if shows != self._shows:
            self._shows = shows
            self._lines = render_detail.detail(view, width, self._why)
        return self._lines


def drawn_of(view: View) -> tuple[object, ...]:
    """What of the view this pane draws."""
    shown = (view.event, view.gap, view.filter, view.timeline, view.airy, view.loading)
    return (*shown, view.read, view.failed, view.learnt, find_proof(view))
