"""`Hints`: the keys of a sheet, at its foot."""

from __future__ import annotations

from tui.draw import keys as render_keys
from tui.draw.line import Line
from tui.widgets.card import Card


class Hints(Card):
    """Draws a message such as «Enter keep   Esc leave» with its keys told apart, as the foot of the screen has them."""

    def __init__(self, text: str) -> None:
        super().__init__(self._hinted)
        self._text = text

    def _hinted(self, width: int) -> list[Line]:
        return render_keys.hints(self._text, width, mode=self.choice.mode)
