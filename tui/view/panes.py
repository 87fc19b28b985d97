"""Layout of the panes: side by side, stacked, or one at a time; and their sizes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

_WIDEST, _TALLEST = 5, 3
"""Steps by which a pane grows or shrinks, at most."""
_SHARE, _STEP = 52, 5
"""Hundredths of the screen that the timeline takes, and those of a step."""


class Pane(StrEnum):
    """The three panes, in the order of Tab."""

    TIMELINE = "timeline"
    EVENT = "event"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Panes:
    """Sizes set by the reader, and whether one pane is shown alone."""

    across: int = 0
    """Steps that the timeline is wider than usual; narrower when negative."""
    down: int = 0
    """Steps that the event is taller than usual, and the report less tall."""
    zoomed: bool = False
    """The pane that has the keys is alone on the screen."""
    single: bool = False
    """The screen is too narrow for more than one."""

    @property
    def alone(self) -> bool:
        """True when one pane is seen at a time."""
        return self.zoomed or self.single

    @property
    def share(self) -> int:
        """Width of the timeline in percent when panes are side by side."""
        return _SHARE + _STEP * self.across

    def grown(self, pane: Pane, by: int) -> Panes:
        """The layout with that pane so many steps larger."""
        if pane is Pane.TIMELINE:
            return self.sized(self.across + by, self.down, zoomed=self.zoomed)
        more = by if pane is Pane.EVENT else -by
        return self.sized(self.across, self.down + more, zoomed=self.zoomed)

    def sized(self, across: int, down: int, *, zoomed: bool) -> Panes:
        """With these steps, as far as they go."""
        wide, tall = max(-_WIDEST, min(across, _WIDEST)), max(-_TALLEST, min(down, _TALLEST))
        return replace(self, across=wide, down=tall, zoomed=zoomed)


def beside(pane: Pane, by: int) -> Pane:
    """The next pane (`by` 1) or the one before (-1), in a ring."""
    every = list(Pane)
    return every[(every.index(pane) + by) % len(every)]
