"""Events that may be one, pair by pair, side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding

from timeline_core.decisions.event_pair import EventPair
from timeline_core.model.decision import Act
from timeline_core.model.event import Likeness
from tui.draw.asked import event_pairs as render_pairs
from tui.draw.line import Line
from tui.i18n.speech import say
from tui.screens.asked import AskedScreen
from tui.view.pairs import PairRow, Pairs
from tui.view.state import ROOMY, View

_AROUND, _AROUND_TALL = 12, 19
"""Lines of a low and of a high screen that are not of the two events."""


class EventPairsScreen(AskedScreen[EventPair]):
    """Where the days of two that are the same differ, it asks which of them holds."""

    BINDINGS: ClassVar = [
        Binding("1,١", "day(0)", show=False),
        Binding("2,٢", "day(1)", show=False),
    ]
    LOOK = "events"
    ACTS: ClassVar = {"same": Act.MERGE, "different": Act.APART, "unsure": Act.DOUBT}

    def __init__(
        self,
        view: View,
        found: Pairs[EventPair],
        keep: Callable[[Act, PairRow[EventPair]], str],
        undo: Callable[[], str],
        weighed: Callable[[Likeness], str],
    ) -> None:
        """`weighed`: tells what two tellings share and differ in."""
        super().__init__(view, found, keep, undo)
        self._weighed = weighed
        self._asks = False
        """True while it asks which day holds."""

    def _none(self) -> str:
        return say("no two events may be one")

    def _row(self, number: int, width: int) -> Line:
        return render_pairs.row(self._view, self._found, number, width)

    def _about(self, width: int) -> list[Line]:
        here = self._found.here
        if here is None:
            return []
        height = self.app.size.height
        room = height - (_AROUND_TALL if height >= ROOMY else _AROUND)
        return render_pairs.about(self._view, here.why, self._weighed(here.why.likeness), width, room)

    def _answer(self, act: Act, row: PairRow[EventPair]) -> None:
        one, other = row.why.one.when, row.why.other.when
        if act is Act.MERGE and one is not None and other is not None and one != other:
            self._show(self._found, render_pairs.which_day(row.why))
            self._asks = True
            return
        super()._answer(act, row)

    def _show(self, found: Pairs[EventPair], problem: str = "") -> None:
        self._asks = False
        super()._show(found, problem)

    def action_day(self, side: int) -> None:
        """They are one, and the day of the first or of the second holds."""
        here = self._found.here
        if here is None or not self._asks:
            return
        if side:
            here = here._replace(one=here.other, other=here.one, why=render_pairs.turned(here.why))
        super()._answer(Act.MERGE, here)
