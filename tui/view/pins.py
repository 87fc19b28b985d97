"""Which actors lie on the digits: the most told of, until the reader puts others there; steady while he works. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.view.index.index import Index

PINS = 9
Pins = tuple[tuple[str, int], ...]
"""Actor ids of the digits 1 to 9, each with its number of events."""


def laid(index: Index, order: Sequence[str]) -> Pins:
    """Those actors in that order, as far as they are known; the most told of behind them.

    Cost: that of going through every actor; called in the loading thread.
    """
    counts = dict(index.actors)
    known = [id for id in order if id in counts]
    others = (id for id in counts if id not in known)
    return tuple((id, counts[id]) for id in [*known, *(id for _, id in zip(range(PINS), others, strict=False))][:PINS])


def order(pins: Pins) -> tuple[str, ...]:
    """The actors as they lie on the digits."""
    return tuple(id for id, _ in pins)


def moved(pins: Pins, id: str, digit: int) -> tuple[str, ...]:
    """The actors with that one on that digit; those from there on move up one, and the last falls off."""
    others = [one for one in order(pins) if one != id]
    place = min(digit, len(others) + 1)
    return (*others[: place - 1], id, *others[place - 1 :])[:PINS]
