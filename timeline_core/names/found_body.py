"""`FoundBody`: an organisation that is found by its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body in a run of words."""

    at: int
    end: int
    clitic: int
    body: str
    """Id of the kind of body; empty for an organisation with a name of its own."""
    state: str = ""
    type: str = ""
    stands_for: str = ""
    """As of the kind of body: the type of the actor that the noun stands for."""
    place: range = range(0)
    """Numbers of the words for the place whose body it is: «شرطة بغداد», "Baghdad police"."""
