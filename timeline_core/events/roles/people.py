"""Animacy: whether a group of words names people, or what acts as people do: «آلاف المتظاهرين», "the court".

Source:
    The animacy hierarchy (Silverstein 1976): human nouns do what they do of their own will.
"""

from __future__ import annotations

from timeline_core.lexicon.phrasing import Phrasing
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Unit

_LISTS = ("persons", "stands_for")
_MANY = frozenset({"participle", "masculine", "plural"})
"""Marks of a participle that is said of people alone («المعتصمون»): things in the plural are feminine."""


def names_people(group: Group, phrasing: Phrasing, grammar: Grammar) -> bool:
    """Its head is a noun of people, or of a body of them."""
    head = group.head
    if head.kind is Kind.PRONOUN:
        return False
    return (grammar.head_first and head.marks >= _MANY) or _is_listed(head, phrasing, grammar)


def _is_listed(unit: Unit, phrasing: Phrasing, grammar: Grammar) -> bool:
    bare = phrasing.grammar.without_article(unit.word)
    return any(grammar.names(name, unit) or grammar.has(name, bare) for name in _LISTS)


def doer(predicate: Predicate) -> Group | None:
    """Its subject, or that of the verb it is joined to where it has none («خرجوا وأشعلوا النار»)."""
    one: Predicate | None = predicate
    while one is not None and one.subject is None:
        sister = one.clause.sister
        one = sister.head if sister is not None else None
    return one.subject if one is not None else None
