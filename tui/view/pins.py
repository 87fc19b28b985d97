"""Actors pinned to the digits: the most frequent ones until the reader pins others; stable within a run. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.model.entry import UNNAMED
from timeline_core.view.index.index import Index

PINS = 9
HUES = 5
"""The first of them have a hue of their own."""
Pins = tuple[tuple[str, int], ...]
"""Actor ids of the digits 1 to 9, each with its number of events."""


def laid(index: Index, order: Sequence[str]) -> Pins:
    """Pin these actors in this order, as far as they exist; then the most frequent ones that have a name.

    Cost: that of going through every actor; called in the loading thread.
    """
    counts = dict(index.actors)
    known = [id for id in order if id in counts]
    others = (id for id in counts if id not in known and not id.startswith(UNNAMED))
    return tuple((id, counts[id]) for id in [*known, *(id for _, id in zip(range(PINS), others, strict=False))][:PINS])


def hues(pins: Pins) -> dict[str, str]:
    """Actor id -> the style of its hue."""
    return {id: f"hue-{place}" for place, (id, _) in enumerate(pins[:HUES], 1)}


def hue_of(pins: Pins, ids: Sequence[str]) -> str:
    """The style of the first of these actors that has a hue; empty where none has."""
    known = hues(pins)
    return next((known[id] for id in ids if id in known), "")


def order(pins: Pins) -> tuple[str, ...]:
    """Ids of the pinned actors, by digit."""
    return tuple(id for id, _ in pins)


def moved(pins: Pins, id: str, digit: int) -> tuple[str, ...]:
    """Pin that actor at that digit; the following ones move up, the last one drops out."""
    others = [one for one in order(pins) if one != id]
    place = min(digit, len(others) + 1)
    return (*others[: place - 1], id, *others[place - 1 :])[:PINS]
