"""Forms by which a noun, what tells of it, and a pronoun for it agree."""

from __future__ import annotations

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Kind, Predicate, Tree, Unit

STATED = frozenset({Kind.DEFINITE, Kind.NAME, Kind.NOUN, Kind.ADJECTIVE, Kind.NUMBER})
MANY = frozenset({"plural", "dual"})
FORMS = frozenset({"masculine", "feminine", *MANY})
AS_FEMININE = frozenset({"feminine", "plural"})
"""Marks of a noun that is told of in the feminine: a thing in the plural is."""


def is_masculine(predicate: Predicate, grammar: Grammar) -> bool:
    """What opens its clause tells of a noun of that gender."""
    return grammar.has("masculine_relatives", _opener(predicate))


def is_feminine(predicate: Predicate, grammar: Grammar) -> bool:
    """What opens its clause tells of a noun of that gender, or of things in the plural."""
    return grammar.has("feminine_relatives", _opener(predicate))


def tells_of_another(predicate: Predicate, tree: Tree, grammar: Grammar) -> bool:
    """What describes the noun beside its pronoun does not agree with that: no «الذي» tells of «الحدود | البحرية»."""
    host, opener = predicate.clause.host, predicate.clause.opener
    if host is None or opener is None or not is_masculine(predicate, grammar):
        return False
    nouns = [unit for unit in host.units if unit.kind in STATED]
    behind = [one for one in tree.groups[host.at + 1 : opener.at] if not (one.lead or one.comma) and one.kind == NOUN]
    beside = (*nouns[1:], *(one.head for one in behind))[:1]
    return any((one.kind is Kind.ADJECTIVE or "participle" in one.marks) and "feminine" in one.marks for one in beside)


def _opener(predicate: Predicate) -> str:
    opener = predicate.clause.opener
    return opener.units[-1].word if opener is not None else ""


def can_stand_for(pronoun: Unit, noun: Unit, grammar: Grammar) -> bool:
    """Gender and number of the two agree, as far as they are known."""
    marks = noun.marks & FORMS
    if grammar.has("them", pronoun.word):
        return not marks or bool(marks & MANY)
    return not marks or grammar.has("her", pronoun.word) == bool(marks & AS_FEMININE)
