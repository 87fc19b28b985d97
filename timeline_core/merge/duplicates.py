"""Reports that are copies of one text, as agencies send it out and papers print it: they count as one source.

Source:
    Broder, On the resemblance and containment of documents (1997): shingles, and of them the least hashes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from timeline_core.merge.event_of import Order
from timeline_core.text.sketch import hashes, resemblance

SAME = 0.6
"""Share of all their shingles from which on two texts are one: some words in a hundred may differ."""
_KEYS = 8
"""Least hashes by which a text is looked for."""
_CROWD = 24
"""Texts with one hash from which on each is compared only with the next ones in the order of their sketches."""


def find_copies(sketches: Mapping[str, str], order: Order) -> Mapping[str, str]:
    """Report -> the first published of the reports with nearly its text; only of those that have such a copy.

    Args:
        sketches: report -> the sketch of its text.

    Cost:
        Linear in the texts.
    """
    ranked = sorted(sketches, key=lambda report: (*order[report], report))
    least = {n: hashes(sketch) for n, id in enumerate(ranked) if (sketch := sketches[id])}
    first = list(range(len(ranked)))
    for one, other in _candidates(least):
        a, b = _first(first, one), _first(first, other)
        if a != b and resemblance(least[one], least[other]) >= SAME:
            first[max(a, b)] = min(a, b)
    groups: dict[int, list[str]] = defaultdict(list)
    for n, id in enumerate(ranked):
        groups[_first(first, n)].append(id)
    return {id: ids[0] for ids in groups.values() if len(ids) > 1 for id in ids}


def _candidates(sketches: Mapping[int, Sequence[int]]) -> Iterable[tuple[int, int]]:
    by_hash: dict[int, list[int]] = defaultdict(list)
    for n, sketch in sketches.items():
        for key in sketch[:_KEYS]:
            by_hash[key].append(n)
    seen: set[tuple[int, int]] = set()
    for crowd in by_hash.values():
        for pair in _pairs(crowd, sketches):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(crowd: Sequence[int], sketches: Mapping[int, Sequence[int]]) -> Iterable[tuple[int, int]]:
    if len(crowd) <= _CROWD:
        return combinations(crowd, 2)
    ranked = sorted(crowd, key=lambda n: (*sketches[n], n))
    near = ((ranked[k], ranked[k + by]) for k in range(len(ranked)) for by in (1, 2, 3) if k + by < len(ranked))
    return ((min(pair), max(pair)) for pair in near)


def _first(first: list[int], n: int) -> int:
    while first[n] != n:
        first[n] = first[first[n]]
        n = first[n]
    return n
