"""Which actors lie on the digits: the most told of, until the reader puts others there; steady while he works. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.i18n.speech import say

if TYPE_CHECKING:
    from timeline_core.view.index.index import Index
    from tui.view.state import View

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


def order(view: View) -> tuple[str, ...]:
    """The actors as they lie on the digits now."""
    return tuple(id for id, _ in view.pins)


def pin(view: View, id: str, digit: int) -> View:
    """Put that actor on that digit; those from there on move up one, and the last falls off."""
    others = [one for one in order(view) if one != id]
    place = min(digit, len(others) + 1)
    pinned = (*others[: place - 1], id, *others[place - 1 :])[:PINS]
    told = say("pinned at {digit}", digit=place)
    return replace(view, pins=laid(view.index, pinned), pinned=pinned, told=told)
