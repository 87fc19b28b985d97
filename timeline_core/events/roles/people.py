"""Animacy: whether words name people, or what acts as people do: «آلاف المتظاهرين», "the court".

Source:
    The animacy hierarchy (Silverstein 1976): human nouns do what they do of their own will.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Predicate, Unit

_PERSONS, _BODIES, _ACTING = "persons", "bodies", "stands_for"
_MANY = frozenset({"participle", "masculine", "plural"})
"""Marks of a participle that is said of people alone («المعتصمون»): things in the plural are feminine."""
_NOUNS = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME})


class People:
    """The nouns of people of one language."""

    def __init__(self, phrasing: Phrasing, grammar: Grammar) -> None:
        self._phrasing, self._grammar = phrasing, grammar

    def named(self, unit: Unit, *, only: bool = False) -> bool:
        """A noun of people or a body of them; or, unless they `only` count, of what acts for them («الطائرات»)."""
        if unit.kind is Kind.PRONOUN:
            return False
        lists = (_BODIES,) if only else (_BODIES, _ACTING)
        return self.is_person(unit) or any(self._is_listed(unit, name) for name in lists)

    def is_person(self, unit: Unit) -> bool:
        """It is a noun of people, and of no body."""
        plural = self._grammar.head_first and unit.marks >= _MANY
        return plural or self._is_listed(unit, _PERSONS)

    def acts_for_others(self, unit: Unit) -> bool:
        """It is a noun for those who speak and act for others: «المتحدث», "the ministry"."""
        return unit.kind is not Kind.PRONOUN and any(self._is_listed(unit, name) for name in (_BODIES, _ACTING))

    def _is_listed(self, unit: Unit, name: str) -> bool:
        bare = self._phrasing.grammar.without_article(unit.word)
        return self._grammar.names(name, unit) or self._grammar.has(name, bare)


_CAUSE = "cause"


def doer(predicate: Predicate) -> Group | None:
    """Its subject, or that of the verb it is joined to where it has none («خرجوا وأشعلوا النار»)."""
    one: Predicate | None = predicate
    while one is not None and one.subject is None:
        sister = one.clause.sister
        one = sister.head if sister is not None else None
    return one.subject if one is not None else None


def undergoers(predicate: Predicate) -> Iterator[Unit]:
    """The nouns for what it is done to: its object, or what follows the noun of action («جرى إنقاذ سبعة بحارة»)."""
    told = predicate.object or _supported_subject(predicate)
    if told is None or "passive" in predicate.head.marks:
        return
    action = next((unit for unit in told.units if ACTION in unit.marks), None)
    if action is None:
        yield told.head
        return
    yield from _behind(told, action)
    follows = (one for one in predicate.clause.groups if one.at == told.at + 1 and one.kind == NOUN and not one.lead)
    for group in follows:
        yield group.head


def _supported_subject(predicate: Predicate) -> Group | None:
    """The action that is the subject of a verb of support: «جرى إنقاذ سبعة بحارة»."""
    subject = predicate.subject if "support" in predicate.head.marks else None
    return subject if subject is not None and any(ACTION in unit.marks for unit in subject.units) else None


def _behind(group: Group, action: Unit) -> Iterator[Unit]:
    """The first noun behind the action in its group."""
    nouns = (unit for unit in group.units if unit.start >= action.end and unit.kind in _NOUNS)
    first = next(nouns, None)
    if first is not None:
        yield first


def supported(predicate: Predicate) -> frozenset[str]:
    """The features of the action that a verb of support only places in time: «تم اعتقال …», "a blast occurred".

    So does one of movement where the action itself sets out: «خرجت مظاهرات»; and one of cause tells of those who are
    counted by what it leads to: «تسببت السيول في وفاة تسعة رعاة».
    """
    sets_out = predicate.head.concept == "move" and predicate.object is None
    if "support" not in predicate.head.marks and not sets_out:
        return frozenset()
    led = (one.group for one in predicate.clause.predicates if predicate.head.concept == _CAUSE and _counts(one))
    groups = (group for group in (predicate.subject, predicate.object, *led) if group is not None)
    return frozenset().union(*(unit.marks for group in groups for unit in group.units if ACTION in unit.marks))


def _counts(action: Predicate) -> bool:
    """It is led to, and those to whom it was done are counted in one group with it: «إلى وفاة تسعة رعاة»."""
    numbered = any(unit.kind is Kind.NUMBER for unit in action.group.units)
    return numbered and action.kind == "noun" and bool(action.group.lead)
