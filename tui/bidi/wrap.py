"""Where lines end: greedy, in logical order, by cells.

A line may break at white space, which hangs unseen over the end of the line, and between wide characters; a word that
is wider than the line is broken between clusters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_BREAK = re.compile("[sStb]+|(?<=[2ep])(?=[2eq])")


class Breaks(NamedTuple):
    """Places a line may end at, in order; the last is the end of the paragraph."""

    ends: list[int]
    """Cluster after the last that is drawn."""
    nexts: list[int]
    """Cluster the next line begins with."""
    cells: list[int]
    """Cells from the start of the paragraph to each of `ends`."""


class Cut(NamedTuple):
    """One line, in clusters of the paragraph: drawn from `start` to `end`, what hangs up to `next`."""

    start: int
    end: int
    next: int


def breaks_of(kinds: str, cells: Sequence[int]) -> Breaks:
    """The places to break at.

    Args:
        kinds: one letter of `kinds.py` per cluster.
        cells: cells before each cluster, and in all: one more than `kinds`.
    """
    ends: list[int] = []
    nexts: list[int] = []
    for match in _BREAK.finditer(kinds):
        start, end = match.span()
        ends.append(start)
        nexts.append(end)
    ends.append(len(kinds))
    nexts.append(len(kinds))
    return Breaks(ends, nexts, [cells[end] for end in ends])


def wrap(breaks: Breaks, cells: Sequence[int], width: int) -> list[Cut]:
    """Lines of at most `width` cells that cover every cluster once; at least one line, and none without cells but it.

    Only a cluster wider than the whole line passes `width`.

    Cost:
        A binary search per line.
    """
    size = breaks.nexts[-1]
    cuts: list[Cut] = []
    start = 0
    while start < size or not cuts:
        limit = cells[start] + max(width, 1)
        place = bisect_right(breaks.cells, limit) - 1
        if place >= 0 and breaks.cells[place] > cells[start]:
            cut = Cut(start, breaks.ends[place], breaks.nexts[place])
        else:
            end = min(size, max(bisect_right(cells, limit) - 1, start + 1)) if size else 0
            cut = Cut(start, end, end)
        if cells[cut.next] == cells[size]:
            cut = cut._replace(next=size)
        cuts.append(cut)
        start = cut.next
    return cuts
