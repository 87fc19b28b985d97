"""`Original`: a report together with the bytes that it was read from. What is read, and what a library takes in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from store.disk.spilled import Spilled
from timeline_core.model.report import Collected, Report


@dataclass(frozen=True, slots=True)
class Original:
    """A report and its source, byte for byte; `report.sha256` is the hash of `content`."""

    report: Report
    content: bytes
    collected: Collected | None = None
    """Who adds it; None where nobody is known, as for what is mended."""

    @classmethod
    def of_text(cls, id: str, text: str) -> Self:
        """A report that is nothing but its text."""
        content = text.encode("utf-8")
        return cls(Report(id, text, digest(content)), content)


MESSAGE = b'{"waqai-message": 1, '
"""What the bytes of a message begin with: JSON in which its text stands, so that no file beside it need hold that."""


def text_of(content: bytes) -> str:
    """The text of bytes that were read as they are: the words of a message, or all of the bytes.

    Raises:
        UnicodeDecodeError: they are not UTF-8.
    """
    text = content.decode("utf-8")
    if content.startswith(MESSAGE):
        with suppress(ValueError, RecursionError):
            said = json.loads(text).get("text")
            return said if isinstance(said, str) else text
    return text


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


class Ids:
    """Hands out each id once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = Spilled()
        for id in taken:
            self.take(id)
        self._last: dict[str, int] = {}

    def unique(self, id: str) -> str:
        """`id`, or the first of `id-2`, `id-3`… that is free; it is taken then.

        Cost: constant, however many there are.
        """
        free, number = id, self._last.get(id, 1)
        while free in self._taken:
            number += 1
            free = f"{id}-{number}"
        if number > 1:
            self._last[id] = number
        self.take(free)
        return free

    def take(self, id: str) -> None:
        """Mark an id as taken, because it was handed out elsewhere."""
        self._taken[id] = ""

    def __len__(self) -> int:
        return len(self._taken)
