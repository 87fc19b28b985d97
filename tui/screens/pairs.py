"""Actors that may be one, pair by pair."""

from __future__ import annotations

from typing import ClassVar

from timeline_core.decisions.pairs import Why
from timeline_core.model.decision import Act
from tui.draw.asked import pairs as render_pairs
from tui.draw.line import Line
from tui.i18n.speech import say
from tui.screens.asked import AskedScreen
from tui.view.state import ROOMY

_FEW, _MANY = 1, 3
"""Events that are told of each of the two, on a low screen and on a high one."""


class PairsScreen(AskedScreen[Why]):
    """Of each of the two: its names, and its last events."""

    ACTS: ClassVar = {"same": Act.SAME, "different": Act.DIFFERENT, "unsure": Act.UNSURE}

    def _none(self) -> str:
        return say("no two actors may be one")

    def _row(self, number: int, width: int) -> Line:
        return render_pairs.row(self._view, self._found, number, width)

    def _about(self, width: int) -> list[Line]:
        most = _MANY if self.app.size.height >= ROOMY else _FEW
        return render_pairs.about(self._view, self._found, width, most)
