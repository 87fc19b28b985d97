"""Forms by which a noun, what tells of it, and a pronoun for it agree."""

from __future__ import annotations

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Kind, Predicate, Unit

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


def _opener(predicate: Predicate) -> str:
    opener = predicate.clause.opener
    return opener.units[-1].word if opener is not None else ""


def can_stand_for(pronoun: Unit, noun: Unit, grammar: Grammar) -> bool:
    """Gender and number of the two agree, as far as they are known."""
    marks = noun.marks & FORMS
    if grammar.has("them", pronoun.word):
        return not marks or bool(marks & MANY)
    return not marks or grammar.has("her", pronoun.word) == bool(marks & AS_FEMININE)
