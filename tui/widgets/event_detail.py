"""The event: what happened, when, why that is its date, who, where, and what is said of it."""

from __future__ import annotations

from tui.draw import detail as render_detail
from tui.draw import line as render
from tui.draw.detail import Reasons
from tui.draw.line import Line
from tui.i18n.speech import later, say
from tui.view.state import View
from tui.widgets.drawn import Pane
from tui.widgets.help_data import HelpData


class EventDetail(Pane):
    """Draws `view.event`."""

    ABOUT = HelpData(
        later("Event"),
        later("""\
All that is known of the event that the timeline stands on.

Why is the reason for its date: the words of the report, and what they count from. Who names the actors, pinned ones \
with their digit. Said and Denied are the days on which it was announced or disputed. Figures that differ between \
reports stand side by side."""),
    )

    def __init__(self, why: Reasons) -> None:
        super().__init__(id="event")
        self._why = why
        self._shows: tuple[object, ...] = ()
        self._lines: list[Line] = []

    def _made(self) -> list[Line]:
        """The lines at the present width; made again only when something that they show has changed."""
        shows = (*self._shown(self.view), self.size.width)
        if shows != self._shows:
            self._shows = shows
            self._lines = render_detail.detail(self.view, self.size.width, self._why)
        return self._lines

    def _shown(self, view: View) -> tuple[object, ...]:
        """What of the view this pane draws."""
        return view.event, view.filter, view.timeline, view.airy, view.loading, view.read, view.failed, view.learnt

    def height(self) -> int:
        return len(self._made())

    def heading(self, width: int) -> Line:
        return render.label([(say("Event"), "")], width, mode=self.view.mode)

    def row(self, number: int) -> Line:
        return self._made()[number]

    def watch_view(self, old: View, new: View) -> None:
        if old.chosen != new.chosen:
            self.top = 0
        if self._shown(old) != self._shown(new):
            self.redraw()
