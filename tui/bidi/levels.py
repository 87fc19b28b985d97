"""Embedding levels of a paragraph: which way each character runs.

Source:
    UAX #9 (revision 46, Unicode 15); conforms to BidiTest.txt and BidiCharacterTest.txt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.bidi.classes import CLASSES, EXPLICIT
from tui.bidi.explicit import explicit_levels, first_strong, isolate_ends
from tui.bidi.sequence import levels_of

_STRONG = re.compile("[LRAB]")
_RIGHTWARD = re.compile("[RAN]")
_TRAILING = "W0123456789"
_WHITE = re.compile("[WBS0-9]+")
_ISOLATE = re.compile("[678]")


@dataclass(frozen=True, slots=True)
class Levels:
    """What `resolve` finds."""

    levels: list[int]
    """One per code point, rule L1 applied as if the paragraph were one line; even runs rightward, odd leftward."""
    base: int
    """Level of the paragraph, 0 or 1."""
    classes: str
    """One letter of `classes.py` per code point, as they were before any rule."""


def base_of(classes: str, fallback: int = 0) -> int:
    """Paragraph level by the first strong letter (P2, P3); `fallback` when there is none."""
    if _ISOLATE.search(classes):
        letter = first_strong(classes, 0, len(classes), isolate_ends(classes))
    else:
        match = _STRONG.search(classes)
        letter = match[0] if match and match[0] != "B" else ""
    return (letter != "L") if letter else fallback


def resolve(text: str, base: int | None = None, *, fallback: int = 0) -> Levels:
    """Levels of one paragraph; a paragraph separator inside ends embeddings but not the paragraph.

    Args:
        text: one paragraph; code points of every kind are fine.
        base: 0 left to right, 1 right to left; None asks the first strong letter.
        fallback: level of a text in which no letter is strong, where `base` is None.
    """
    classes = text.translate(CLASSES)
    return Levels(*_levels(text, classes, base_of(classes, fallback) if base is None else base), classes)


def resolve_classes(text: str, classes: str, base: int) -> list[int]:
    """`resolve` for a caller who has the class letters, perhaps with some of them changed."""
    return _levels(text, classes, base)[0]


def _levels(text: str, classes: str, base: int) -> tuple[list[int], int]:
    base = int(base)
    if EXPLICIT.search(classes):
        levels = explicit_levels(text, classes, base)
    elif not base and not _RIGHTWARD.search(classes):
        return [0] * len(text), 0
    else:
        levels = _plain_levels(text, classes, base)
    _reset_white(levels, classes, base)
    return levels, base


def _plain_levels(text: str, classes: str, base: int) -> list[int]:
    """A paragraph without explicit codes is a single run."""
    side = "R" if base else "L"
    if "0" not in classes:
        return list(levels_of(text, classes, base, side, side))
    kept = "".join(char for char, letter in zip(text, classes, strict=True) if letter != "0")
    found = iter(levels_of(kept, classes.replace("0", ""), base, side, side))
    levels: list[int] = []
    last = base
    for letter in classes:
        if letter != "0":
            last = next(found)
        levels.append(last)
    return levels


def _reset_white(levels: list[int], classes: str, base: int) -> None:
    """Rule L1 for the paragraph as one line; rows of a wrapped paragraph add only their own end."""
    end = len(classes.rstrip(_TRAILING))
    levels[end:] = [base] * (len(levels) - end)
    if "S" not in classes and "B" not in classes:
        return
    for match in _WHITE.finditer(classes):
        start = match.start()
        last = max(classes.rfind("S", start, match.end()), classes.rfind("B", start, match.end()))
        if last >= 0:
            levels[start : last + 1] = [base] * (last + 1 - start)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Positions from left to right as drawn (rule L2)."""
    size = len(levels)
    if not size:
        return []
    highest, lowest = max(levels), min(levels)
    if highest == lowest:
        return list(range(size - 1, -1, -1)) if highest & 1 else list(range(size))
    runs = _runs(levels)
    for level in range(highest, (lowest | 1) - 1, -1):
        _reverse_from(runs, level)
    order: list[int] = []
    for one, start, end in runs:
        order.extend(range(end - 1, start - 1, -1) if one & 1 else range(start, end))
    return order


def _runs(levels: Sequence[int]) -> list[tuple[int, int, int]]:
    """Stretches of one level: level, start, end."""
    runs = []
    start, last = 0, levels[0]
    for place, level in enumerate(levels):
        if level != last:
            runs.append((last, start, place))
            start, last = place, level
    runs.append((last, start, len(levels)))
    return runs


def _reverse_from(runs: list[tuple[int, int, int]], level: int) -> None:
    """Reverse every stretch of runs at `level` or above, in place."""
    start = 0
    size = len(runs)
    while start < size:
        if runs[start][0] < level:
            start += 1
            continue
        end = start
        while end < size and runs[end][0] >= level:
            end += 1
        runs[start:end] = runs[start:end][::-1]
        start = end
