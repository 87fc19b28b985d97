"""Lines of a page that is set in two columns, as they are seen: put one column behind the other.

What stands side by side would else be read as one sentence, and the date of one told of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 5
"""Lines that each column has at least."""
_PROSE = 22
"""Letters of the lines of a column, on average; what is shorter is a table, whose rows belong together."""
_WIDEST = 1_000
_CROSSING = 0.2
"""Of the lines, how many may go right across, as headings do."""


def apart(lines: Sequence[str]) -> list[str]:
    """The right column before the left; lines that go right across stay between what is above and below them.

    Args:
        lines: with the blanks that show where on the page a thing stands.
    """
    gap = _gap(lines)
    if gap is None:
        return list(lines)
    ordered: list[str] = []
    right: list[str] = []
    left: list[str] = []
    for line in lines:
        if _crosses(line, gap):
            ordered += [*right, "", *left, "", line]
            right, left = [], []
        else:
            right.append(line[gap:])
            left.append(line[:gap])
    return [*ordered, *(said for said in right if said.strip()), "", *(said for said in left if said.strip())]


def _gap(lines: Sequence[str]) -> int | None:
    """The middle of the widest strip that hardly a line goes across; None where the page is of one piece."""
    width = max(map(len, lines), default=0)
    if width > _WIDEST:
        return None
    free = [place for place in range(width // 5, width - width // 5) if _is_free(lines, place)]
    strips = [(1, place) for place in free[:1]]
    for before, place in pairwise(free):
        strips.append((strips[-1][0] + 1, place) if place == before + 1 else (1, place))
    if not strips:
        return None
    length, end = max(strips)
    return end - length // 2


def _is_free(lines: Sequence[str], place: int) -> bool:
    crossing = sum(_crosses(line, place) for line in lines)
    if crossing > _CROSSING * len(lines):
        return False
    for side in ([line[:place] for line in lines], [line[place:] for line in lines]):
        said = [" ".join(part.split()) for part in side if part.strip()]
        if len(said) < _FEWEST or sum(map(len, said)) < _PROSE * len(said):
            return False
    return True


def _crosses(line: str, place: int) -> bool:
    """Whether there is no gap of two blanks at a place that has something on both sides of it."""
    return bool(line[:place].strip()) and bool(line[place:].strip()) and "  " not in line[place - 2 : place + 2]
