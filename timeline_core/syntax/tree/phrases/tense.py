"""Tense of a verb with its auxiliaries: «يلتقي», "is meeting" are of the present, "has met", "were met" of the past."""

from __future__ import annotations

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Kind

PRESENT, PAST = "present", "past"


def tenses(group: Group, grammar: Grammar) -> frozenset[str]:
    """The features of all of its words, with the tense of its first auxiliary where that alone shows it."""
    marks = frozenset().union(*(unit.marks for unit in group.units))
    first = next((unit for unit in group.units if unit.kind is Kind.AUXILIARY), None)
    if first is None or {PRESENT, PAST} & marks:
        return marks
    if grammar.has("perfect_auxiliaries", first.word) or grammar.has("past_auxiliaries", first.word):
        return marks | {PAST}
    return marks | {PRESENT} if grammar.has("present_auxiliaries", first.word) else marks
