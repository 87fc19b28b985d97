"""`Original`: a report together with the bytes that it was read from. What is read, and what a library takes in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from timeline_core.model.report import Report


@dataclass(frozen=True, slots=True)
class Original:
    """A report and its source, byte for byte; `report.sha256` is the hash of `content`."""

    report: Report
    content: bytes

    @classmethod
    def of_text(cls, id: str, text: str) -> Self:
        """A report that is nothing but its text."""
        content = text.encode("utf-8")
        return cls(Report(id, text, digest(content)), content)


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


class Ids:
    """Hands out each id once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def unique(self, id: str) -> str:
        """`id`, or the first of `id-2`, `id-3`… that is free; it is taken then.

        Cost: constant, however many there are.
        """
        free, number = id, self._last.get(id, 1)
        while free in self._taken:
            number += 1
            free = f"{id}-{number}"
        self._last[id] = number
        self._taken.add(free)
        return free
