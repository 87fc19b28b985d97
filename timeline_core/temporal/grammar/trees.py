"""The grammar: the shapes of a language as trees (tries), and which words they can begin with.

Shapes that begin alike share one path, so that their common words are read once. The matcher tries a place only where
its word and the next one can begin a shape. Nothing here knows a language or a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

Words = tuple[str, ...]
Terms = Mapping[str, tuple[tuple[Words, str], ...]]
"""Word group -> (words that must follow, concept), the longest first."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a shape: its meaning, and what must or must not stand around it."""

    meaning: str
    rank: int
    after: str = ""
    """A group, one of whose words must stand right before the shape."""
    never_after: str = ""
    """A group, none of whose words may stand right before the shape."""
    unless: tuple[str, ...] = ()
    """Groups, none of whose words may follow."""
    only: str = ""
    """A group, one of whose words must follow, unless the line ends here."""
    asks: bool = field(init=False, compare=False, repr=False)
    """It asks for anything around it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "asks", bool(self.after or self.never_after or self.unless or self.only))


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """All that the trees look at of a word: its groups. Words of the same groups share one object."""

    groups: frozenset[str] = frozenset()
    longer: frozenset[str] = frozenset()
    """Groups of which it begins a spelling of several words."""

    @staticmethod
    def of(terms: Terms, known: dict[tuple[frozenset[str], frozenset[str]], Sign]) -> Sign:
        """The sign of a word of these terms; `known` holds the signs made before."""
        groups = frozenset(terms)
        longer = frozenset(group for group, said in terms.items() if any(rest for rest, _ in said))
        return known.setdefault((groups, longer), Sign(groups, longer))


_NONE: frozenset[str] = frozenset()
UNKNOWN = Sign()
"""The sign of a word that the data does not know."""
Moves = tuple[tuple[tuple[str, tuple[tuple[str, "Node"], ...]], ...], tuple[tuple[str, str, "Node"], ...]]
"""Where a word leads to: (its group, slot -> what follows), and (slot, meaning that it can begin, what follows)."""


@dataclass(slots=True)
class Node:
    """A place in the trees: what may come next, and which shapes may end here."""

    words: dict[str, dict[str, Node]] = field(default_factory=dict)
    """Word group -> slot that it fills -> what follows."""
    inner: dict[str, dict[str, Node]] = field(default_factory=dict)
    """Meaning -> slot that it fills -> what follows."""
    endings: list[Ending] = field(default_factory=list)
    starts: dict[str, tuple[tuple[str, str, Node], ...]] = field(default_factory=dict)
    """Word group -> (slot, meaning, what follows) of those of `inner` that the group can begin."""
    kept: dict[Sign, Moves] = field(default_factory=dict)
    """Answers of `moves`."""

    def moves(self, sign: Sign) -> Moves:
        """The ways on from here with a word of that sign."""
        found = self.kept.get(sign)
        if found is None:
            words = tuple((group, (*said.items(),)) for group, said in self.words.items() if group in sign.groups)
            inner = {id(way[2]): way for group in sorted(sign.groups) for way in self.starts.get(group, ())}
            found = self.kept[sign] = words, tuple(inner.values())
        return found


@dataclass(frozen=True, slots=True)
class Opening:
    """How a meaning can go on behind a first word of some group."""

    alone: bool = False
    """The word may be all of it."""
    next: frozenset[str] = frozenset()
    """Groups that the next word may be of."""

    def __or__(self, other: Opening) -> Opening:
        return Opening(self.alone or other.alone, self.next | other.next)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The shapes of one language."""

    roots: Mapping[str, Node]
    """Meaning -> the tree of its shapes."""
    openings: Mapping[str, Mapping[str, Opening]]
    """Meaning -> word group that can begin it -> how it may go on."""
    top: tuple[str, ...]
    """Meanings that stand on their own, in order: of two readings of one length, that of the earlier one is taken."""
    heavy: frozenset[str] = frozenset()
    """Groups that can be the core of a date: every date holds a word of one of them."""
    neighbours: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word group -> groups of which a word may follow one of it within a shape, or decide whether a shape may end."""
    joined: dict[tuple[Sign, Sign], bool] = field(default_factory=dict, compare=False, repr=False)
    """Answers of `joins`."""
    signs: dict[tuple[frozenset[str], frozenset[str]], Sign] = field(default_factory=dict, compare=False, repr=False)
    """All signs made so far."""
    kept: dict[tuple[Sign, Sign], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """Answers of `starting`."""
    begun: dict[tuple[Sign, Sign], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Answers of `beginning`."""

    def starting(self, sign: Sign, follows: Sign) -> frozenset[str]:
        """The meanings that can begin with a word of `sign` before one of `follows`."""
        found = self.kept.get((sign, follows))
        if found is None:
            found = frozenset(name for name, said in self.openings.items() if _may_open(said, sign, follows))
            self.kept[sign, follows] = found
        return found

    def beginning(self, sign: Sign, follows: Sign) -> tuple[str, ...]:
        """The meanings of `top` that can begin with a word of `sign` before one of `follows`."""
        key = (sign, follows)
        found = self.begun.get(key)
        if found is None:
            starting = self.starting(sign, follows)
            found = self.begun[key] = tuple(name for name in self.top if name in starting)
        return found

    def joins(self, one: Sign, other: Sign) -> bool:
        """Whether a shape can hold two such words side by side; where none can, a date ends between them.

        Spellings of several words that one of them is part of are not looked at.
        """
        found = self.joined.get((one, other))
        if found is None:
            found = any(not self.neighbours.get(group, _NONE).isdisjoint(other.groups) for group in one.groups)
            self.joined[one, other] = found
        return found

    def begun_by(self, terms: Terms) -> tuple[str, ...]:
        """The meanings of `top` that a word of these terms can begin."""
        return tuple(name for name in self.top if not self.openings[name].keys().isdisjoint(terms))


def _may_open(openings: Mapping[str, Opening], sign: Sign, follows: Sign) -> bool:
    for group in sign.groups:
        opening = openings.get(group)
        if opening is not None and (
            opening.alone or group in sign.longer or not opening.next.isdisjoint(follows.groups)
        ):
            return True
    return False


def settle(roots: Mapping[str, Node], top: tuple[str, ...], light: Sequence[str] = (), idle: str = "") -> Grammar:
    """Make the grammar of the trees: work out which words each meaning can begin with, and which can stand side by
    side.
    """
    first = {name: _first(name, roots) for name in roots}
    for root in roots.values():
        _settle(root, first)
    openings = {name: {group: _opening(name, group, roots, first) for group in sorted(first[name])} for name in roots}
    heavy = _heavy(roots, frozenset(name for name in top if name != idle), light)
    return Grammar(roots, openings, top, heavy, neighbours(roots, first))


def _heavy(roots: Mapping[str, Node], top: frozenset[str], light: Sequence[str]) -> frozenset[str]:
    """The groups that can be the core of a date: all but those of `light`, and of these what alone makes a date."""
    lines = {line for name, root in roots.items() for line in _lines(root, name, frozenset())}
    asking: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for line in lines:
        for need in line[1]:
            asking.setdefault(need, []).append(line)
    groups = frozenset(need for need in asking if not need.startswith(_MEANING))
    chosen: frozenset[str] = frozenset()
    said: set[str] = set()
    for group in light:
        more = _made(group, said, asking) if group in groups else set()
        if group in groups and top.isdisjoint(one.removeprefix(_MEANING) for one in more):
            chosen |= {group}
            said |= {group, *more}
    return groups - chosen


_MEANING = "<"
"""Marks the name of a meaning among the groups that a shape needs."""


def _lines(node: Node, name: str, needs: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The meaning of each shape below a place, with all the groups and meanings that it is said with."""
    if node.endings:
        yield name, needs
    for mark, said in (("", node.words), (_MEANING, node.inner)):
        for need, children in said.items():
            for child in children.values():
                yield from _lines(child, name, needs | {mark + need})


def _made(group: str, said: Set[str], asking: Mapping[str, Sequence[tuple[str, frozenset[str]]]]) -> set[str]:
    """The meanings that can be said once words of the group may be used, and could not before."""
    known, new, made = {*said, group}, [group], set[str]()
    while new:
        for name, needs in asking.get(new.pop(), ()):
            meaning = _MEANING + name
            if meaning not in known and needs <= known:
                known.add(meaning)
                made.add(meaning)
                new.append(meaning)
    return made


def _first(name: str, roots: Mapping[str, Node]) -> frozenset[str]:
    found = set(roots[name].words)
    for inner in roots[name].inner:
        found |= _first(inner, roots)
    return frozenset(found)


def _settle(node: Node, first: Mapping[str, frozenset[str]]) -> None:
    starts: dict[str, list[tuple[str, str, Node]]] = {}
    for name, slots in node.inner.items():
        for slot, child in slots.items():
            _settle(child, first)
            for group in first[name]:
                starts.setdefault(group, []).append((slot, name, child))
    node.starts = {group: tuple(found) for group, found in starts.items()}
    for children in node.words.values():
        for child in children.values():
            _settle(child, first)


def _opening(name: str, group: str, roots: Mapping[str, Node], first: Mapping[str, frozenset[str]]) -> Opening:
    found = Opening()
    root = roots[name]
    for child in root.words.get(group, {}).values():
        found |= _going_on(child)
    for _, inner, child in root.starts.get(group, ()):
        within = _opening(inner, group, roots, first)
        found |= Opening(next=within.next)
        if within.alone:
            found |= _going_on(child)
    return found


def _going_on(node: Node) -> Opening:
    return Opening(bool(node.endings), frozenset(node.words) | frozenset(node.starts))


def neighbours(roots: Mapping[str, Node], first: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Word group -> groups that can follow one of its words within a shape, or decide whether one ends there."""
    pairs = _Pairs(first)
    for name, root in roots.items():
        _follow_on(root, "", name, pairs)
    last = _last_groups(pairs.last)
    found: dict[str, set[str]] = {}
    for before, after in pairs.behind.items():
        for group in last[before.removeprefix(_MEANING)] if before.startswith(_MEANING) else (before,):
            found.setdefault(group, set()).update(after)
    return {group: frozenset(after) for group, after in found.items()}


class _Pairs:
    """Collects which groups can stand behind a group, or behind the end of a meaning."""

    def __init__(self, first: Mapping[str, frozenset[str]]) -> None:
        self.first = first
        self.behind: dict[str, set[str]] = {}
        self.last: dict[str, set[str]] = {name: set() for name in first}
        """Meaning -> the groups, and the meanings, that it can end with."""

    def pair(self, before: Iterable[str], after: Iterable[str]) -> None:
        for one in before:
            self.behind.setdefault(one, set()).update(after)


def _follow_on(node: Node, before: str, name: str, pairs: _Pairs) -> None:
    """Pair `before` with everything that can follow it at the place, and go on below."""
    here = (before,) if before else ()
    for ending in node.endings:
        pairs.last[name].update(here)
        pairs.pair(here, (*ending.unless, ending.only))
        pairs.pair((ending.after, ending.never_after), pairs.first[name])
    for group, children in node.words.items():
        pairs.pair(here, (group,))
        for child in children.values():
            _follow_on(child, group, name, pairs)
    for meaning, slots in node.inner.items():
        pairs.pair(here, pairs.first[meaning])
        for child in slots.values():
            _follow_on(child, _MEANING + meaning, name, pairs)


def _last_groups(last: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Meaning -> the groups that it can end with, those of a meaning at its end included."""
    found = {name: {one for one in ends if not one.startswith(_MEANING)} for name, ends in last.items()}
    size = -1
    while size != (size := sum(map(len, found.values()))):
        for name, ends in last.items():
            for one in ends:
                if one.startswith(_MEANING):
                    found[name] |= found[one.removeprefix(_MEANING)]
    return found
