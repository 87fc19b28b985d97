"""Pairs of actors that may be one, for a person to say: the same, different, or unsure.

Nothing is joined here. «سمير هدلان» and «العقيد سمير حسن هدلان», "UNHCR" and "UN High Commissioner for Refugees".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from timeline_core.model.decision import Act, Decision, in_force
from timeline_core.model.entry import ACTOR, STATES, UNNAMED, Entry
from timeline_core.names.demonyms import state_of
from timeline_core.names.gazetteer import Gazetteer, folded_words

Key = Callable[[str], tuple[str, ...]]
_LEAST = 2
"""Parts, words or letters that two names must share to be worth a question."""
_FOUND = ":"
"""In the id of whom only reports name."""


class Why(StrEnum):
    """What makes two look like one."""

    PARTS = "parts"
    """Every part of the shorter name of a person is one of the longer, in whatever script."""
    WORDS = "words"
    """Every word of the shorter name stands in the longer."""
    INITIALS = "initials"
    """One is called by the first letters of the other."""


class Pair(NamedTuple):
    """Ids, that of more events first, and why."""

    one: str
    other: str
    why: Why
    unsure: bool = False
    """A person was asked, and could not say."""


def pairs(names: Gazetteer, counts: Mapping[str, int], key: Key, log: Iterable[Decision]) -> list[Pair]:
    """The pairs of these actors that may be one: those of most events first, of which a person is unsure last.

    Args:
        counts: id -> in how many events it is.
        key: that by which names of persons in two scripts are compared.
        log: of what was decided; whom it calls different, or one, is in no pair.
    """
    acts = [act for act in in_force(log) if act.act in (Act.DIFFERENT, Act.UNSURE)]
    said = {frozenset(map(names.canonical, act.values)): act.act for act in acts}
    entries = [names[id] for id in dict.fromkeys(map(names.canonical, counts)) if id in names and _may_be(names[id])]
    found = {frozenset((pair.one, pair.other)): pair for pair in _likely(entries, key)}
    left = [
        _ordered(pair, counts)._replace(unsure=said.get(both) is Act.UNSURE)
        for both, pair in found.items()
        if said.get(both) is not Act.DIFFERENT and _is_open(both, names)
    ]
    return sorted(left, key=lambda pair: (pair.unsure, -counts.get(pair.one, 0) - counts.get(pair.other, 0), pair))


def _is_open(both: Iterable[str], names: Gazetteer) -> bool:
    """False of two that our own lists have, and of the bodies of two states: the ministers of Harra and of Norra."""
    states = {state for id in both if (state := state_of(id, names))}
    return len(states) < _LEAST and not all(_is_listed(names[id]) for id in both)


def _is_listed(entry: Entry) -> bool:
    """True of whom our own lists have: they tell a king from his son."""
    return _FOUND not in entry.id and not entry.source


def _ordered(pair: Pair, counts: Mapping[str, int]) -> Pair:
    one, other = sorted((pair.one, pair.other), key=lambda one: (-counts.get(one, 0), one))
    return Pair(one, other, pair.why)


def _may_be(entry: Entry) -> bool:
    return entry.category == ACTOR and entry.type not in STATES and not entry.id.startswith(UNNAMED)


def _likely(entries: Collection[Entry], key: Key) -> Iterator[Pair]:
    """Only those are compared that share a part, a word or their letters."""
    persons = [entry for entry in entries if entry.type == "person"]
    bodies = [entry for entry in entries if entry.type != "person"]
    yield from _holding({entry.id: _parts(entry, key) for entry in persons}, Why.PARTS)
    yield from _holding({entry.id: [frozenset(folded_words(n)) for n in _names(entry)] for entry in bodies}, Why.WORDS)
    by_letters: dict[str, set[str]] = defaultdict(set)
    for entry in bodies:
        for name in _names(entry):
            by_letters[_letters(name)].add(entry.id)
    for letters, some in by_letters.items():
        if letters:
            yield from (_pair(one, other, Why.INITIALS) for one, other in combinations(sorted(some), 2))


def _parts(entry: Entry, key: Key) -> list[frozenset[str]]:
    """The parts of each of its names; of one in our own lists not of those that only have a rank more."""
    every = [frozenset(key(name)) for name in _names(entry)]
    if not _is_listed(entry):
        return every
    return [parts for parts in every if not any(len(other) >= _LEAST and other < parts for other in every)]


def _holding(sets: Mapping[str, list[frozenset[str]]], why: Why) -> Iterator[Pair]:
    by_part: dict[str, set[str]] = defaultdict(set)
    for id, some in sets.items():
        for part in frozenset().union(*some):
            by_part[part].add(id)
    seen: set[tuple[str, str]] = set()
    for together in by_part.values():
        for one, other in combinations(sorted(together), 2):
            if (one, other) not in seen:
                seen.add((one, other))
                if any(_holds(mine, theirs) for mine in sets[one] for theirs in sets[other]):
                    yield _pair(one, other, why)


def _holds(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return min(len(mine), len(theirs)) >= _LEAST and (mine <= theirs or theirs <= mine)


def _letters(name: str) -> str:
    """An abbreviation itself, or the capitals with which the words of a name begin; empty where these are too few."""
    if name.isupper() and name.isalpha():
        return name if len(name) >= _LEAST else ""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > _LEAST else ""


def _names(entry: Entry) -> Iterator[str]:
    for some in entry.names.values():
        yield from some


def _pair(one: str, other: str, why: Why) -> Pair:
    return Pair(min(one, other), max(one, other), why)
