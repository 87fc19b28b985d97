"""`Ordering`: in which order events are shown; it hides none of them.

Source:
    README.md, «The filter line»: `sort:`, with `-` in front the other way round.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

SORT = "sort"
"""Field of the filter line that asks for an order, and of no event."""


class Order(StrEnum):
    """What an order goes by."""

    DAY = "day"
    """The day that is told, the oldest first, what is not dated last."""
    LATEST = "latest"
    """That day, the latest first, what is not dated last."""
    IMPORTANCE = "importance"
    """The points of `merge.importance`, the most important first; of equals the oldest."""
    DOUBT = "doubt"
    """The gravest doubt of what nobody accepted; of equals the oldest, what is in no doubt last."""


_OF_DAYS = (Order.DAY, Order.LATEST)


class Ordering(NamedTuple):
    """An order, or that order the other way round."""

    by: Order = Order.DAY
    backwards: bool = False

    @property
    def of_days(self) -> bool:
        """True where those of one day, month and year stand beside each other."""
        return self.by in _OF_DAYS

    @property
    def turned(self) -> bool:
        """True where the latest day stands first."""
        return self.of_days and (self.by is Order.LATEST) is not self.backwards

    @property
    def plain(self) -> bool:
        """True for the order of the timeline itself."""
        return self.of_days and not self.turned
