"""The histogram of the shown events, whole or in lanes by actor or place: move along it, zoom, jump to a day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.draw import activity as render_activity
from tui.draw.lanes import lanes as render_lanes
from tui.draw.line import Line
from tui.i18n.speech import say, spoken
from tui.screens.styled import Sheet
from tui.view import activity
from tui.view.activity import Activity, Bucket
from tui.view.lanes import lanes
from tui.view.state import View
from tui.widgets.card import Card
from tui.widgets.hints import Hints

_HEIGHT = 8
_MARGIN = 8 + render_activity.SCALE


class ActivityScreen(Sheet[Bucket | None]):
    """Returns the bucket to jump to, or None."""

    BINDINGS: ClassVar = [
        Binding("right,l,م", "ahead(1)", show=False),
        Binding("left,h,ا", "ahead(-1)", show=False),
        Binding("plus,up,k,ن", "zoom(1)", show=False),
        Binding("minus,underscore,down,j,ت", "zoom(-1)", show=False),
        Binding("home,g", "end(0)", show=False),
        Binding("end,G", "end(1)", show=False),
        Binding("tab", "part(1)", show=False),
        Binding("shift+tab", "part(-1)", show=False),
        Binding("enter", "go", show=False),
        Binding("escape,q,ض,i,ه", "leave", show=False),
    ]

    def __init__(self, view: View, day: date) -> None:
        super().__init__()
        self._view, self._day = view, day
        self._found: Activity | None = None
        self._by = lanes.ALL

    @property
    def _columns(self) -> int:
        beside = 0 if self._by == lanes.ALL else render_lanes.NAME + render_lanes.TOTAL - render_activity.SCALE
        return max(10, int(self.app.size.width * 0.94) - _MARGIN - beside)

    def compose(self) -> ComposeResult:
        unit = activity.fitting(self._view, self._columns)
        self._found = activity.activity(self._view, unit, self._day, self._columns)
        with Vertical(id="activity", classes="sheet"):
            yield Card(self._lines)
            yield Hints(say("← → along   + closer   _ farther   Tab by actor, by place   Enter go there   Esc close"))

    def _lines(self, width: int) -> list[Line]:
        if self._found is None:
            return []
        if self._by != lanes.ALL:
            shown = lanes.lanes(self._view, self._found, self._by, _HEIGHT)
            return render_lanes.chart(self._view, self._found, shown, self._by, width, _HEIGHT)
        return render_activity.chart(self._view, self._found, width, _HEIGHT)

    def _show(self, found: Activity) -> None:
        self._found = found
        self.query_one(Card).again()

    def action_ahead(self, by: int) -> None:
        """Move right on the screen; on a right-to-left screen that is back in time."""
        if self._found is not None:
            self._show(activity.stepped(self._found, self._view, -by if spoken().rtl else by, self._columns))

    def action_zoom(self, by: int) -> None:
        if self._found is not None:
            self._show(activity.zoomed(self._found, self._view, by, self._columns))

    def action_part(self, by: int) -> None:
        """All events, or lanes of actors, or of places; the bucket stays."""
        self._by = lanes.BY[(lanes.BY.index(self._by) + by) % len(lanes.BY)]
        if self._found is not None:
            day = self._found.kept or self._found.here.first
            self._show(activity.activity(self._view, self._found.unit, day, self._columns) or self._found)

    def action_end(self, last: int) -> None:
        if self._found is not None:
            day = date.max if last else date.min
            self._show(activity.activity(self._view, self._found.unit, day, self._columns) or self._found)

    def action_go(self) -> None:
        self.dismiss(self._found.here if self._found else None)

    def action_leave(self) -> None:
        self.dismiss(None)
