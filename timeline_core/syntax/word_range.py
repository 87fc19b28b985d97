"""`WordRange`: which words of a sentence are meant, counted from its first word."""

from __future__ import annotations

from typing import NamedTuple


class WordRange(NamedTuple):
    """Half-open: `WordRange(1, 3)` is the second and the third word."""

    start: int
    end: int
