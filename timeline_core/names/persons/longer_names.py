"""One person whom a text calls by a longer and by a shorter full name: «مشعل بن ماجد بن فهد», «مشعل بن ماجد».

Source:
    DESIGN.md section 6: where the shorter name can stand for two, it stands for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from timeline_core.text.words import spelled

_FULL = 2
"""Words of a full name, at least."""

Parts = tuple[str, ...]
"""The words of a name, folded."""


def longer_names(
    every: Mapping[str, Iterable[str]], lineage: frozenset[str], is_first: Callable[[str], bool]
) -> Mapping[str, str]:
    """Each person of whom one other one has the longer name -> that one.

    Args:
        every: id -> all spellings of the name.
        lineage: words for son («بن»), which a name may leave out.
        is_first: whether a word is a first name: «محمد علي» is the father of «أحمد محمد علي», and not he.
    """
    names = {id: {tuple(w for w in spelled(one) if w not in lineage) for one in some} for id, some in every.items()}
    beside: dict[str, set[tuple[Parts, str]]] = defaultdict(set)
    for id, some in names.items():
        for name in some:
            for word in (name[:1], name[-1:]):
                beside["".join(word)].add((name, id))
    meant: dict[str, str] = {}
    for id in sorted(names, key=lambda one: -max(map(len, names[one]), default=0)):
        longer = {
            meant.get(other, other)
            for short in names[id]
            if len(short) >= _FULL
            for name, other in beside[short[0]] | beside[short[-1]]
            if other != id and _is_shorter(short, name, is_first)
        }
        if len(longer) == 1 and id not in longer:
            meant[id] = next(iter(longer))
    return meant


def _is_shorter(short: Parts, long: Parts, is_first: Callable[[str], bool]) -> bool:
    """The words begin the longer name, end it without a first name, or are its first and its last."""
    if len(short) >= len(long):
        return False
    ends = short == long[-len(short) :] and not is_first(short[0])
    return short == long[: len(short)] or ends or (short == (long[0], long[-1]))
