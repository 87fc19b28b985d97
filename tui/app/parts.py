"""What the app knows of its parts: the actions that they do, and the messages that they hear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from textual.message import Message

Action = Callable[..., Any]
"""What a key does; a coroutine function runs as a worker, and may ask for a sheet and wait for its answer."""
Hear = Callable[[Any], object]


class Part(Protocol):
    """One concern of the reader: an object that the app holds, not a class that it inherits from."""

    @property
    def does(self) -> Mapping[str, Action]:
        """Name of an action, as the table of keys has it -> what does it."""

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """A message of a widget or a thread -> what takes it."""


def every_action(parts: Iterable[Part]) -> dict[str, Action]:
    """All that the parts do.

    Raises:
        ValueError: two parts do what bears one name.
    """
    found: dict[str, Action] = {}
    for part in parts:
        if twice := found.keys() & part.does.keys():
            raise ValueError(f"two parts do {sorted(twice)}")
        found.update(part.does)
    return found


def every_hearer(parts: Iterable[Part]) -> dict[type[Message], list[Hear]]:
    """All that the parts hear; a message that several hear goes to the first of them first."""
    found: dict[type[Message], list[Hear]] = defaultdict(list)
    for part in parts:
        for message, hear in part.hears.items():
            found[message].append(hear)
    return found
