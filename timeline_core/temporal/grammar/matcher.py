"""The matcher: a chart parser that finds every way in which the shapes of a grammar read the words at one place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline_core.temporal.grammar.trees import UNKNOWN, Ending, Grammar, Node, Sign, Terms, Words


class Atom(NamedTuple):
    """One word, number, mark or clitic of a text, with what the language data says of it."""

    word: str
    start: int
    end: int
    terms: Terms
    begins: tuple[str, ...]
    """The meanings that it can begin."""
    sign: Sign
    rests: Container[str] = ()
    """Spellings of several words that it begins: next word -> all the words behind, the next one first."""
    alone: tuple[Terms, Sign] = ({}, UNKNOWN)
    """Its terms and its sign where it begins none of these spellings."""


class Reading(NamedTuple):
    """Atoms `first` to before `end`, read as one meaning; a slot holds a concept, or a reading of another meaning."""

    name: str
    first: int
    end: int
    slots: tuple[tuple[str, str | Reading], ...]
    value: object

    def shifted(self, by: int) -> Reading:
        """The same reading of the same words, so many atoms further on."""
        slots = tuple((slot, said.shifted(by) if isinstance(said, Reading) else said) for slot, said in self.slots)
        return Reading(self.name, self.first + by, self.end + by, slots, self.value)


_MOST_KEPT = 2_000
Slots = tuple[tuple[str, str | Reading], ...]
Found = list[tuple[int, Ending, Slots]]
Kinds = Callable[[str], frozenset[str]]
"""Word -> the kinds of words that it is of by its letters."""
Build = Callable[[str, Mapping[str, object]], object]
"""Meaning and its slots -> value, or None when the words, so read, mean nothing."""


class Matcher:
    """Reads one run of atoms. What was read at a place is kept for all shapes that read there."""

    __slots__ = (
        "_ahead",
        "_atoms",
        "_begun",
        "_beyond",
        "_build",
        "_closed",
        "_grammar",
        "_kept",
        "_kinds",
        "_signs",
        "_size",
        "_terms",
        "seen",
    )

    def __init__(
        self,
        grammar: Grammar,
        atoms: Sequence[Atom],
        build: Build,
        *,
        closed: bool,
        ahead: frozenset[str] = frozenset(),
        beyond: frozenset[str] = frozenset(),
        kinds: Kinds | None = None,
    ) -> None:
        """`closed`: nothing follows the atoms on their line.

        Args:
            ahead: the kinds of the word before the atoms.
            beyond: the kinds of the word behind them.
            kinds: tells the kinds of any word.
        """
        self._grammar = grammar
        self._atoms = atoms
        self._size = len(atoms)
        self._build = build
        self._closed = closed
        self._ahead = ahead
        self._beyond = beyond
        self._kinds = kinds
        self.seen = 0
        """The last atom that has been looked at."""
        self._terms: list[Terms] = [{}] * self._size
        self._signs: list[Sign | None] = [None] * self._size
        """What each atom says where it stands, once it has been looked at."""
        self._begun: list[frozenset[str] | None] = [None] * self._size
        """The meanings that can begin at each atom."""
        self._kept: dict[tuple[str, int], tuple[Reading, ...]] = {}

    def longest(self, at: int) -> Reading | None:
        """The longest reading that begins at atom `at`; of equally long ones that of the meaning that the data lists
        first.
        """
        best: Reading | None = None
        for name in self._grammar.beginning(self._look(at), self._after(at)):
            for reading in self.read(name, at):
                if best is None or reading.end > best.end:
                    best = reading
        return best

    def forget(self) -> None:
        """Drop what was read, once it is much; most of it is of places already passed."""
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()

    def read(self, name: str, at: int) -> tuple[Reading, ...]:
        """All readings of that meaning that begin at atom `at`, one for each place where one can end."""
        begun = self._begun[at]
        if begun is None:
            begun = self._begun[at] = self._grammar.starting(self._look(at), self._after(at))
        if name not in begun:
            return ()
        key = (name, at)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = tuple(self._readings(name, at))
        return kept

    def _after(self, at: int) -> Sign:
        """The sign of the atom behind atom `at`."""
        return self._look(at + 1) if at + 1 < self._size else UNKNOWN

    def _readings(self, name: str, at: int) -> Iterator[Reading]:
        found: Found = []
        self._walk(self._grammar.roots[name], at, (), found, at)
        if len(found) > 1:
            found.sort(key=_rank)
        ends: set[int] = set()
        for end, _, slots in found:
            if end in ends:
                continue
            value = self._build(name, {slot: said.value if isinstance(said, Reading) else said for slot, said in slots})
            if value is not None:
                ends.add(end)
                yield Reading(name, at, end, slots, value)

    def _walk(self, node: Node, at: int, slots: Slots, found: Found, first: int) -> None:
        if node.endings:
            found += [
                (at, ending, slots) for ending in node.endings if not ending.asks or self._allowed(ending, first, at)
            ]
        if at >= self._size:
            return
        sign = self._signs[at] or self._look(at)
        words, inner = node.kept.get(sign) or node.moves(sign)
        for group, children in words:
            for rest, concept in self._terms[at][group]:
                for slot, child in children:
                    self._walk(child, at + 1 + len(rest), (*slots, (slot, concept)), found, first)
        for slot, name, child in inner:
            for reading in self.read(name, at):
                self._walk(child, reading.end, (*slots, (slot, reading)), found, first)

    def _look(self, at: int) -> Sign:
        """The sign of the atom in its place: longer spellings that it begins count only where the next words go on
        so.
        """
        known = self._signs[at]
        if known is not None:
            return known
        atom = self._atoms[at]
        terms, sign = atom.terms, atom.sign
        if sign.longer:
            self.seen = max(self.seen, at + 1)
            if at + 1 < self._size and self._atoms[at + 1].word in atom.rests:
                terms = {
                    group: found
                    for group, said in terms.items()
                    if (found := tuple(one for one in said if not one[0] or self._follow(one[0], at + 1)))
                }
                sign = Sign.of(terms, self._grammar.signs)
            else:
                terms, sign = atom.alone
        self.seen = max(self.seen, at)
        self._terms[at], self._signs[at] = terms, sign
        return sign

    def _follow(self, rest: Words, at: int) -> bool:
        atoms = self._atoms
        if at + len(rest) > len(atoms):
            return False
        for n, word in enumerate(rest, at):
            if atoms[n].word != word:
                self.seen = max(self.seen, n)
                return False
        self.seen = max(self.seen, at + len(rest) - 1)
        return True

    def _allowed(self, ending: Ending, first: int, end: int) -> bool:
        before: Container[str] = self._atoms[first - 1].terms if first > 0 else self._ahead
        if ending.after and ending.after not in before:
            return False
        if ending.never_after and ending.never_after in before:
            return False
        if ending.unless and any(self._begins(group, end) for group in ending.unless):
            return False
        return not ending.only or (self._closed and end >= self._size) or self._begins(ending.only, end)

    def _begins(self, group: str, at: int) -> bool:
        """True when a word of the group, the whole of it, stands at `at`."""
        if at >= self._size:
            return group in self._beyond
        self._look(at)
        if group in self._terms[at]:
            return True
        return self._kinds is not None and group in self._kinds(self._atoms[at].word)


def _rank(found: tuple[int, Ending, Slots]) -> int:
    return found[1].rank
