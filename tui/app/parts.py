"""`Part`: one concern of the reader, with the actions it offers and the messages it listens for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from textual.message import Message

from timeline_core.errors import TimelineError

Action = Callable[..., Any]
"""What a key does. A coroutine function runs as a worker and may wait for the answer of a sheet."""
Hear = Callable[[Any], object]


def why_not(act: Callable[[], object]) -> str:
    """Do what the library may refuse: why it did, or nothing."""
    try:
        act()
    except TimelineError as error:
        return str(error)
    return ""


class Part(Protocol):
    """An object that the app holds, instead of a class that it inherits from."""

    @property
    def does(self) -> Mapping[str, Action]:
        """Action name, as in the table of keys -> the function that performs it."""

    @property
    def hears(self) -> Mapping[type[Message], Hear]:
        """Message type, of a widget or a thread -> its handler."""


def every_action(parts: Iterable[Part]) -> dict[str, Action]:
    """The actions of all parts.

    Raises:
        ValueError: two parts offer an action of the same name.
    """
    found: dict[str, Action] = {}
    for part in parts:
        if twice := found.keys() & part.does.keys():
            raise ValueError(f"two parts do {sorted(twice)}")
        found.update(part.does)
    return found


def every_hearer(parts: Iterable[Part]) -> dict[type[Message], list[Hear]]:
    """The handlers of all parts by message type, in the order of the parts."""
    found: dict[type[Message], list[Hear]] = defaultdict(list)
    for part in parts:
        for message, hear in part.hears.items():
            found[message].append(hear)
    return found
