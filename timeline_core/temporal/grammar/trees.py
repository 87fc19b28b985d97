"""The grammar: shapes as trees, and what can stand at their beginnings. Knows no language and no date.

Source:
    STYLE.md section 5. Shapes that begin alike are one path, so that they are read once; a place is tried only where
    its word and the next one can begin a shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Words = tuple[str, ...]
Terms = Mapping[str, tuple[tuple[Words, str], ...]]
"""Word group -> (words that must follow, concept), the longest first."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What a shape asks for once all its slots are read."""

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
    """It asks for any of these."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "asks", bool(self.after or self.never_after or self.unless or self.only))


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """What of a word tells which shapes it can go on with. One object for all words of the same groups."""

    groups: frozenset[str] = frozenset()
    longer: frozenset[str] = frozenset()
    """Those of the groups in which it begins a spelling of several words."""

    @staticmethod
    def of(terms: Terms, known: dict[tuple[frozenset[str], frozenset[str]], Sign]) -> Sign:
        """That of a word of these terms; `known` holds those met before."""
        groups = frozenset(terms)
        longer = frozenset(group for group, said in terms.items() if any(rest for rest, _ in said))
        return known.setdefault((groups, longer), Sign(groups, longer))


UNKNOWN = Sign()
"""That of a word that the data does not know."""
Moves = tuple[tuple[tuple[str, tuple[tuple[str, "Node"], ...]], ...], tuple[tuple[str, str, "Node"], ...]]
"""Where a word leads to: (its group, slot -> what follows), and (slot, meaning that it can begin, what follows)."""


@dataclass(slots=True)
class Node:
    """A place within shapes."""

    words: dict[str, dict[str, Node]] = field(default_factory=dict)
    """Word group -> slot that it fills -> what follows."""
    inner: dict[str, dict[str, Node]] = field(default_factory=dict)
    """Meaning -> slot that it fills -> what follows."""
    endings: list[Ending] = field(default_factory=list)
    starts: dict[str, tuple[tuple[str, str, Node], ...]] = field(default_factory=dict)
    """Word group -> (slot, meaning, what follows) of those of `inner` that the group can begin."""
    kept: dict[Sign, Moves] = field(default_factory=dict)
    """What `moves` has worked out."""

    def moves(self, sign: Sign) -> Moves:
        """Where a word of that sign leads to."""
        found = self.kept.get(sign)
        if found is None:
            words = tuple((group, (*said.items(),)) for group, said in self.words.items() if group in sign.groups)
            inner = {id(way[2]): way for group in sorted(sign.groups) for way in self.starts.get(group, ())}
            found = self.kept[sign] = words, tuple(inner.values())
        return found


@dataclass(frozen=True, slots=True)
class Opening:
    """How a meaning may go on after a first word of one group."""

    alone: bool = False
    """The word may be all of it."""
    next: frozenset[str] = frozenset()
    """Groups of which the next word may be."""

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
    """Meanings that stand on their own; of readings of one length, the earlier meaning's is taken."""
    heavy: frozenset[str] = frozenset()
    """Groups such that every expression holds a word of one of them."""
    neighbours: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Word group -> groups of which a word may follow one of it within a shape, or decide whether a shape may end."""
    joined: dict[tuple[Sign, Sign], bool] = field(default_factory=dict, compare=False, repr=False)
    """What `joins` has worked out."""
    signs: dict[tuple[frozenset[str], frozenset[str]], Sign] = field(default_factory=dict, compare=False, repr=False)
    """Every sign met so far."""
    kept: dict[tuple[Sign, Sign], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """What `starting` has worked out."""
    begun: dict[tuple[Sign, Sign], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The same of `beginning`."""

    def starting(self, sign: Sign, follows: Sign) -> frozenset[str]:
        """The meanings that can begin with a word of the one sign, one of the other following."""
        found = self.kept.get((sign, follows))
        if found is None:
            found = frozenset(name for name, said in self.openings.items() if _may_open(said, sign, follows))
            self.kept[sign, follows] = found
        return found

    def beginning(self, sign: Sign, follows: Sign) -> tuple[str, ...]:
        """The meanings of `top` that can begin with a word of the one sign, one of the other following."""
        key = (sign, follows)
        found = self.begun.get(key)
        if found is None:
            starting = self.starting(sign, follows)
            found = self.begun[key] = tuple(name for name in self.top if name in starting)
        return found

    def joins(self, one: Sign, other: Sign) -> bool:
        """False when no shape holds two such words side by side, so that what is read ends between them.

        Longer spellings that one of them is in are not looked at.
        """
        found = self.joined.get((one, other))
        if found is None:
            after = (self.neighbours.get(group, frozenset()) for group in one.groups)
            found = any(not groups.isdisjoint(other.groups) for groups in after)
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
    """Work out what can stand at the beginning of each meaning, and of what follows each place within a shape."""
    first = {name: _first(name, roots) for name in roots}
    for root in roots.values():
        _settle(root, first)
    openings = {name: {group: _opening(name, group, roots, first) for group in sorted(first[name])} for name in roots}
    heavy = _heavy(roots, frozenset(name for name in top if name != idle), light)
    return Grammar(roots, openings, top, heavy, neighbours(roots, first))


def _heavy(roots: Mapping[str, Node], top: frozenset[str], light: Sequence[str]) -> frozenset[str]:
    """All groups but those of `light`, and of these too whatever alone would make a meaning of `top`."""
    groups = frozenset(group for root in roots.values() for group in _groups(root))
    chosen: frozenset[str] = frozenset()
    for group in light:
        if group in groups and top.isdisjoint(_made_of(chosen | {group}, roots)):
            chosen |= {group}
    return groups - chosen


def _groups(node: Node) -> Iterator[str]:
    yield from node.words
    for children in (*node.words.values(), *node.inner.values()):
        for child in children.values():
            yield from _groups(child)


def _made_of(groups: frozenset[str], roots: Mapping[str, Node]) -> frozenset[str]:
    """The meanings that words of these groups alone can say."""
    found: frozenset[str] = frozenset()
    while (more := frozenset(name for name, root in roots.items() if _ends(root, groups, found))) != found:
        found = more
    return found


def _ends(node: Node, groups: frozenset[str], meanings: frozenset[str]) -> bool:
    if node.endings:
        return True
    ways = ((node.words, groups), (node.inner, meanings))
    return any(
        _ends(child, groups, meanings)
        for said, known in ways
        for name, children in said.items()
        if name in known
        for child in children.values()
    )


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
    """Word group -> groups of which a word can stand right behind one of it and have a say in what is read."""
    found: dict[str, set[str]] = {}
    last: dict[str, set[str]] = {name: set() for name in roots}
    size = -1
    while size != (size := sum(map(len, last.values()))):
        for name, root in roots.items():
            _follow_on(root, frozenset(), _Ends(name, first, last, found))
    return {group: frozenset(after) for group, after in found.items()}


@dataclass(frozen=True, slots=True)
class _Ends:
    """What `neighbours` works with: the meaning, what meanings begin and end with, and what was found."""

    name: str
    first: Mapping[str, frozenset[str]]
    last: Mapping[str, set[str]]
    found: dict[str, set[str]]

    def pair(self, before: Iterable[str], after: Iterable[str]) -> None:
        for group in before:
            self.found.setdefault(group, set()).update(after)


def _follow_on(node: Node, before: frozenset[str], ends: _Ends) -> None:
    """Pair the groups `before` the place with all that can follow there."""
    for ending in node.endings:
        ends.last[ends.name].update(before)
        ends.pair(before, (*ending.unless, ending.only))
        ends.pair((ending.after, ending.never_after), ends.first[ends.name])
    for group, children in node.words.items():
        ends.pair(before, (group,))
        for child in children.values():
            _follow_on(child, frozenset((group,)), ends)
    for name, slots in node.inner.items():
        ends.pair(before, ends.first[name])
        for child in slots.values():
            _follow_on(child, frozenset(ends.last[name]), ends)
