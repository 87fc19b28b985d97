"""`Silence`: why a report gives no event. Nothing that was read is silent without a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Silence:
    """A report without events: whether it was read, and what became of its dates."""

    unread: bool
    """True where no line of it is in a language that Waqai reads."""
    unplaced: int
    """Dates that have no day to count from: "yesterday" in a report whose day is not known."""
    dates: int
    """Dates whose days are known, none of which dates a happening."""
