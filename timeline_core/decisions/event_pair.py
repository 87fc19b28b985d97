"""`EventPair`: two events that a person is asked about."""

from __future__ import annotations

from typing import NamedTuple

from timeline_core.model.event import Event, Evidence, Likeness


class EventPair(NamedTuple):
    """Two events that may be one, that of more reports first, and what the likest of their tellings share."""

    one: Event
    other: Event
    likeness: Likeness
    pieces: tuple[Evidence, Evidence]
    """The quotes of these two tellings, in the order of the events."""
    unsure: bool = False
    """A person was asked, and could not say."""
