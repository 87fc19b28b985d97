"""What is new, as a list with one row selected. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline_core.decisions.news import Item


class News(NamedTuple):
    """The rows, and the selected one."""

    rows: tuple[Item, ...] = ()
    at: int = 0
    since: str = ""
    """Moment of the last look; empty where nobody has looked before."""

    @property
    def here(self) -> Item | None:
        """The selected row."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    def step(self, by: int) -> News:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))
