"""`Walk`: which value of an event is being proven, and by which telling."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What of an event a value is, in the order in which the event pane has them."""

    DAY = "day"
    KIND = "kind"
    ACTOR = "actor"
    PLACE = "place"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Value:
    """One value that is shown of an event."""

    part: Part
    key: str = ""
    """Of an actor or a place its id, of a figure what it counts and how many."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A step of the walk from value to value."""

    event: str
    """Id of the event."""
    value: Value
    telling: int
    """The number of the telling among those that prove the value."""
    evidence: int
    """The quote that was shown with it."""
