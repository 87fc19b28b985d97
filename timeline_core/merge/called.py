"""What two tellings call one kind of thing: two villages that no list knows are two.

Source:
    DESIGN.md section 5, «One happening»: a wrong join is worse than a missed one.
"""

from __future__ import annotations

from timeline_core.model.draft import NTH, SPOT, Draft


def are_called_otherwise(one: Draft, other: Draft) -> bool:
    """True where each names another place of a kind, or another one of a series."""
    return any(kind.startswith((SPOT, NTH)) for kind in kinds_called_otherwise(one, other))


def kinds_called_otherwise(one: Draft, other: Draft) -> frozenset[str]:
    """The kinds of which each names another one: two villages, two hospitals, the seventh convoy and the eighth."""
    if not one.called or not other.called or one.lang != other.lang:
        return frozenset()
    mine, theirs = (by_kind(draft.called) for draft in (one, other))
    return frozenset(kind for kind in mine.keys() & theirs.keys() if not _meet(mine[kind], theirs[kind]))


def _meet(some: set[str], others: set[str]) -> bool:
    """True where a name of the one is one of the other, or a spelling of it with a letter more: "Rubaya", "Rubayah"."""
    return any(one[:-1] == other or other[:-1] == one or one == other for one in some for other in others)


def by_kind(called: frozenset[str]) -> dict[str, set[str]]:
    """Kind -> words of the names of that kind."""
    found: dict[str, set[str]] = {}
    for one in called:
        kind, _, name = one.rpartition(":")
        found.setdefault(kind, set()).add(name)
    return found
