"""Where a text holds what is searched for, as spans with the name of a style. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from timeline_core.text.fold import fold

Mark = tuple[int, int, str]
"""Offsets from and up to, and the name of a style."""
_WORDS = re.compile(r'"([^"]*)"?|([^\s"]+)')
_MOST = 5_000
"""Places that are lit in one text."""


def hits(text: str, needle: Sequence[str], style: str = "hit") -> list[Mark]:
    """Where `text` holds the folded words, whatever their spelling there; the first few thousand places."""
    if not needle:
        return []
    whole, origin = _folded(text)
    found: list[Mark] = []
    for word in needle:
        at = whole.find(word)
        while at >= 0 and len(found) < _MOST:
            found.append((origin[at], origin[at + len(word) - 1] + 1, style))
            at = whole.find(word, at + len(word))
    return layered(found)


def folded_words(text: str) -> tuple[str, ...]:
    """`words`, as they are compared."""
    return tuple(map(fold, words(text)))


def words(text: str) -> tuple[str, ...]:
    """The words of what a reader typed; those in quotes are one."""
    return tuple(word for found in _WORDS.finditer(text) if (word := (found[1] or found[2] or "").strip()))


@lru_cache(maxsize=128)
def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded, and the place in the text of each folded letter."""
    folded: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        for letter in fold(char):
            folded.append(letter)
            origin.append(place)
    return "".join(folded), origin


def layered(*layers: Iterable[Mark]) -> list[Mark]:
    """Spans that overlap cut into ones that do not, each with the names of all that lie there, lower layers first.

    Cost: that of sorting them.
    """
    spans = [span for layer in layers for span in layer if span[0] < span[1]]
    edges = sorted((edge, number) for number, span in enumerate(spans) for edge in span[:2])
    found: list[Mark] = []
    open_ones: set[int] = set()
    before = 0
    for edge, number in edges:
        if open_ones and before < edge:
            names = dict.fromkeys(spans[one][2] for one in sorted(open_ones))
            found.append((before, edge, " ".join(names)))
        open_ones ^= {number}
        before = edge
    return found
