"""Rules of the parse as named records, in the order in which they are tried.

What a rule says stands here; the words it uses and its examples are data of the languages (`seeds/syntax/`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from timeline_core.syntax.tree.values import Group
from timeline_core.text.words import REMEMBERED

Here = TypeVar("Here")
Effect = TypeVar("Effect")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Here, Effect]):
    """One rule: where it holds, and what follows."""

    name: str
    level: str
    says: str
    """In the terms of grammar, for a person."""
    holds: Callable[[Here], bool]
    effect: Effect
    words: tuple[str, ...] = ()
    """Sections of the language's data that it uses."""
    verbal: bool = False
    """It holds of verbs alone, so that no noun need be asked."""


def first(rules: Sequence[Rule[Here, Effect]], here: Here) -> Rule[Here, Effect]:
    """The first rule that holds; the last of a table always does."""
    for rule in rules[:-1]:
        if rule.holds(here):
            return rule
    return rules[-1]


class Table(Generic[Here, Effect]):
    """Rules in their order; of a sentence only those are tried that can hold in it."""

    def __init__(self, rules: Sequence[Rule[Here, Effect]], needs: Mapping[str, tuple[str, ...]]) -> None:
        """`needs`: what a rule holds in no sentence without one of: a word of a list, a feature, class or kind."""
        self._rules = [(rule, needs.get(rule.name, ())) for rule in rules]
        self._needed = frozenset(need for _, some in self._rules for need in some)
        self._within: dict[frozenset[str], tuple[Rule[Here, Effect], ...]] = {}
        """What of that stands in a sentence -> the rules that can hold in it."""

    def within(self, present: frozenset[str]) -> Sequence[Rule[Here, Effect]]:
        """The rules that can hold where all that stands in the words of a sentence is this; the last always does."""
        met = self._needed & present
        found = self._within.get(met)
        if found is None:
            if len(self._within) >= REMEMBERED:
                self._within.clear()
            able = (rule for rule, needs in self._rules if not (needs and met.isdisjoint(needs)))
            found = self._within[met] = tuple(able)
        return found


def present_in(groups: Iterable[Group]) -> frozenset[str]:
    """All that rules may need of the words of a sentence."""
    units = [unit for group in groups for unit in group.units]
    words = {name for unit in units for name in (unit.kind, unit.concept)}
    return frozenset(words).union(*[unit.lists for unit in units], *[unit.marks for unit in units])
