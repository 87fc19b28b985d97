"""Where two people decided differently about one event: which acts, and which of them holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from timeline_core.model.decision import Act, Decision, Hold, in_force

_ASPECTS = {
    Act.ACCEPT: "status",
    Act.REJECT: "status",
    Act.REOPEN: "status",
    Act.DATE: "date",
    Act.TITLE: "title",
    Act.KIND: "kind",
    Act.ACTORS: "actors",
    Act.NOTE: "note",
    Act.MERGE: "extent",
    Act.SPLIT: "extent",
}
"""What an act is about. Stars and tags are each reader's own, and no two of them contradict one another."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The last acts of two people upon one aspect of one event (its date, its title …), which differ."""

    aspect: str
    """One of status, date, title, kind, actors, note, extent; of a report the field."""
    first: Decision
    holds: Decision
    """The later one, which is in force."""


def find_disagreements(log: Iterable[Decision]) -> tuple[Disagreement, ...]:
    """Every pair of people who say different things of one event, in order of the act that holds.

    Two acts are about one event when they hang on words of one report that overlap, and their kinds do not differ.
    """
    found: dict[tuple[str, str], Disagreement] = {}
    for aspect, hung in _acts_by_quote(log).items():
        for (one, hold), (other, its) in _pairs(hung):
            if one.who != other.who and _same(hold, its):
                first, last = sorted((one, other), key=lambda act: act.order)
                found[first.id, last.id] = Disagreement(aspect[0], first, last)
    last_words = [one for one in found.values() if _do_differ(one.first, one.holds)]
    return tuple(sorted(last_words, key=lambda one: (one.holds.order, one.first.order)))


_Hung = tuple[Decision, Hold]


def _acts_by_quote(log: Iterable[Decision]) -> dict[tuple[str, str], list[_Hung]]:
    """Aspect and report -> the last act of each person upon each of its quotes."""
    last: dict[tuple[str, str], dict[tuple[str, Hold], Decision]] = defaultdict(dict)
    for one in in_force(log):
        if one.act is Act.ABOUT and len(one.values) > 1:
            last[one.values[1], one.values[0]][one.who, Hold(one.values[0], 0, 1, "")] = one
            continue
        aspect = _ASPECTS.get(one.act)
        if aspect is None:
            continue
        for hold in (hold for target in one.targets[:1] for hold in target.holds):
            last[aspect, hold.report][one.who, hold] = one
    return {key: [(one, hold) for (_, hold), one in acts.items()] for key, acts in last.items()}


def _pairs(hung: list[_Hung]) -> Iterator[tuple[_Hung, _Hung]]:
    """Pairs of acts whose quotes may overlap."""
    if len({one.who for one, _ in hung}) > 1:
        yield from combinations(hung, 2)


def _same(one: Hold, other: Hold) -> bool:
    kinds = one.kind == other.kind or "" in (one.kind, other.kind)
    return kinds and one.start < other.end and other.start < one.end


def _do_differ(one: Decision, other: Decision) -> bool:
    """True where the acts say different things; two dates that were typed differently may be one day."""
    values = (one.values[:1], other.values[:1]) if one.act is Act.DATE else (one.values, other.values)
    return one.act is not other.act or values[0] != values[1] or one.cleared != other.cleared
