"""The rules by which a noun behind another, with nothing between, explains it: «وزير النقل | الأمير سالم حداد».

Source:
    Close apposition (Quirk et al. 1985, 17.65 ff.): an office, and the name of who holds it, are one argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules.arguments import GIVES
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.phrases.name_edges import OF_PLACE
from timeline_core.syntax.tree.values import ACTION, INTRANSITIVE, Group, Kind, Predicate, Unit

_OFFICES = ("persons", "posts")
_BODIES = ("bodies", "stands_for")
_WITHOUT_OBJECT = frozenset({"says", "passive", INTRANSITIVE})
_TITLES = (Kind.NAME, Kind.DEFINITE)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two nouns behind a verb, and those behind them."""

    verb: Predicate
    before: Group
    group: Group
    rest: Sequence[Group]
    grammar: Grammar
    set_off: Group | None = None
    """A definite noun of no person behind the comma after all of them."""
    free: bool = True
    """None of the two is the object or the subject before the verb, so that the second may yet be the object."""
    to_others: bool = False
    """A preposition leads to whom something is given: «سلم القنصل سامر حداد الجوائز إلى …»."""

    @property
    def beside(self) -> bool:
        """Nothing stands between the two."""
        return self.group.at == self.before.at + 1

    @property
    def complete(self) -> bool:
        """The verb has another object behind them, or what is said, and needs none of them.

        So it has where a comma closes a long subject («افتتح الأمين المهندس سامر حداد، المعرض»), or another person
        stands behind who holds the office («استقبل المشرف الدكتور سامر حداد في مكتبه | المنسق»).
        """
        if self.set_off is not None or not _WITHOUT_OBJECT.isdisjoint(self.verb.head.marks):
            return True
        gives = self.verb.head.concept == GIVES and not self.to_others
        return not gives and (not self.free or self._has_object)

    @property
    def _has_object(self) -> bool:
        """A thing stands behind, or another person behind who is named as the holder of the office."""
        named = _is_named(self.group)
        for group, before in zip(self.rest, (self.group, *self.rest), strict=False):
            personal = self._is_of_person(group) or (_is_named(group) and OF_PLACE not in group.units[0].marks)
            if not personal or (named and group.at > before.at + 1 and not group.listed):
                return True
            named = named or _is_named(group)
        return False

    @property
    def of_office(self) -> bool:
        """The first is the office of one person, who is not named in it."""
        return self._is_of_person(self.before) and not _is_named(self.before)

    @property
    def ends_in_office(self) -> bool:
        """It is an office, or what belongs to one: «قرار وزير الزراعة | الدكتور سامر حداد»."""
        nouns = [unit for unit in self.before.units if unit.kind is Kind.NOUN]
        return self.of_office or (not _is_named(self.before) and any(map(self._is_office, nouns)))

    @property
    def of_somebody(self) -> bool:
        """The first is an office, or a definite noun of no body and no action: «العداء الجزائري»."""
        first = self.before.units[0]
        body = any(self.grammar.names(name, first) for name in _BODIES)
        known = first.kind is Kind.DEFINITE and not (body or ACTION in first.marks or "plural" in first.marks)
        return self.of_office or (known and not _is_named(self.before))

    @property
    def titled(self) -> bool:
        """The second is a title of courtesy or rank; a name stands in it, or right behind it."""
        first = self.group.units[0]
        titled = first.kind is Kind.DEFINITE and self.grammar.names("courtesies", first)
        follows = any(one.at == self.group.at + 1 and one.units[0].kind in _TITLES for one in self.rest)
        return titled and (_is_named(self.group) or (follows and not self.group.units[1:]))

    @property
    def named(self) -> bool:
        """The second is a name, with or without a title."""
        return _is_named(self.group) and self.group.units[0].kind in _TITLES

    @property
    def office_of_named(self) -> bool:
        """The second is an office, and its holder is named in it or behind it."""
        return self._is_of_person(self.group) and any(map(_is_named, (self.group, *self.rest)))

    def _is_of_person(self, group: Group) -> bool:
        return self._is_office(group.units[0])

    def _is_office(self, unit: Unit) -> bool:
        held = any(self.grammar.names(name, unit) for name in _OFFICES)
        return (held or self.grammar.names("honorifics", unit)) and "plural" not in unit.marks


def _is_named(group: Group) -> bool:
    """It ends in the name of a person; one that an indefinite noun owns is of a place or body: «محافظة صعدة»."""
    units = group.units
    if units[-1].kind is not Kind.NAME:
        return False
    before = next((unit for unit in reversed(units) if unit.kind is not Kind.NAME), None)
    return before is None or before.kind is not Kind.NOUN


ApposedRule: TypeAlias = Rule[Neighbours, str]
APPOSED, APART = "apposed", "apart"
"""Effects: the noun explains the one before it, or has a slot of its own."""
_LEVEL = "arguments"

APPOSITIONS: tuple[ApposedRule, ...] = (
    Rule(
        "title of an office",
        _LEVEL,
        "a title of courtesy behind an office: who holds it",
        lambda here: here.ends_in_office and here.titled and (here.beside or here.complete),
        APPOSED,
        ("courtesies",),
    ),
    Rule(
        "name behind an office",
        _LEVEL,
        "the verb has its object, or what is said: who holds it",
        lambda here: here.of_somebody and here.named and here.complete,
        APPOSED,
    ),
    Rule(
        "office beside an office",
        _LEVEL,
        "another office of one who is named behind it",
        lambda here: here.of_office and here.office_of_named and here.complete,
        APPOSED,
    ),
    Rule("another noun", _LEVEL, "it has a slot of its own", lambda _: True, APART),
)
