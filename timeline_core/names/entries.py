"""Entries of those whom several reports name: one of each id, with every spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from timeline_core.model.entry import Entry


def join_entries(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Make one entry of those that several reports have of one id; the spelling that most begin with stands first."""
    by_id: dict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        by_id[entry.id].append(entry)
    return tuple(_join_entry(by_id[id]) for id in sorted(by_id))


def _join_entry(same: Sequence[Entry]) -> Entry:
    first: Counter[tuple[str, str]] = Counter()
    counted: Counter[tuple[str, str]] = Counter()
    for entry in same:
        for code, some in entry.names.items():
            first[code, some[0]] += 1
            counted.update((code, spelling) for spelling in some)
    ordered = sorted(counted, key=lambda said: (-first[said], -counted[said], -len(said[1]), said))
    codes = sorted({code for code, _ in counted})
    names = {code: tuple(spelling for other, spelling in ordered if other == code) for code in codes}
    types = sorted({entry.type for entry in same})
    within = Counter(entry.within for entry in same if entry.within)
    around = min(within, key=lambda place: (-within[place], place), default="")
    point = next((entry.point for entry in same if entry.point is not None), None)
    return Entry(same[0].id, same[0].category, types[0], names, within=around, point=point)
