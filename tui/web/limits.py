"""How much `waqai serve` lets its windows take."""

from __future__ import annotations

from dataclasses import dataclass

MOST_OF_MESSAGE = 1_000_000
"""Bytes of one message of a page: far more than anybody types or pastes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Each open window is a process of its own, with all reports in its memory."""

    windows: int = 12
    """How many may be open at once."""
    idle: float = 0
    """Seconds after which a window closes in which nobody has typed or pointed; 0 for never."""

    @property
    def full(self) -> str:
        """What is said to who opens one more."""
        many = f"{self.windows} windows of the reader are open" if self.windows > 1 else "one window is open"
        return f"{many}, and each takes memory; close one, or start «waqai serve --windows {2 * self.windows}»"

    @property
    def closed(self) -> str:
        """What is said in a window that is closed for its idleness."""
        return f"closed, for nothing was typed here in {round(self.idle / 60)} minutes (waqai serve --idle MINUTES)"
