"""`FoundPlace`: a place that is found by the words beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a run of words."""

    at: int
    end: int
    clitic: int
    type: str
    """Empty where a description stands for a state."""
    state: str = ""
    within: str = ""
    """Id of the known place that it is said to lie in."""
    head: int = 0
    """How many of its first words say what it is: «سد» of «سد أربعات»."""
