"""The places of the shown events, country by country and governorate by governorate, as bars."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from tui.draw import places as render_places
from tui.draw.line import Line
from tui.i18n.speech import count, say, spoken
from tui.screens.styled import STEPS, Sheet
from tui.view import places
from tui.view.state import View
from tui.widgets.hints import Hints
from tui.widgets.note import Note
from tui.widgets.rows import Rows


class PlacesScreen(Sheet[View]):
    """Returns the view, narrowed to the chosen place."""

    BINDINGS: ClassVar = [
        *STEPS,
        Binding("right,l,م", "turn(1)", show=False),
        Binding("left,h,ا", "turn(-1)", show=False),
        Binding("enter", "pick", show=False),
        Binding("escape,q,ض,@", "leave", show=False),
    ]

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view, self._found = view, places.places(view)

    def compose(self) -> ComposeResult:
        with Vertical(id="places", classes="sheet"):
            yield Note(self._title(), "title")
            yield Rows(self._found, self._row)
            yield Hints(say("→ ← what lies in it   Enter only there   Esc close"))

    def _title(self) -> str:
        if not self._found.rows:
            return say("no event that is shown names a place")
        without = self._found.without
        more = count("{n} event without a place", "{n} events without a place", without) if without else ""
        return " · ".join(filter(None, (say("Places"), more)))

    def _row(self, number: int, width: int) -> Line:
        return render_places.row(self._view, self._found, number, width)

    def _show(self, found: places.Places) -> None:
        self._found = found
        self.query_one(Rows).put(found)

    @on(Rows.Pointed)
    def _pointed(self, message: Rows.Pointed) -> None:
        self._show(self._found._replace(at=message.number))

    def action_step(self, by: int) -> None:
        self._show(self._found.step(by))

    def action_turn(self, way: int) -> None:
        """Open to the right, close to the left; on a right-to-left screen the other way."""
        self._show(places.turn(self._view, self._found, opened=(way > 0) is not spoken().rtl))

    def action_pick(self) -> None:
        here = self._found.here
        self.dismiss(self._view if here is None else places.only(self._view, here.id))

    def action_leave(self) -> None:
        self.dismiss(self._view)
