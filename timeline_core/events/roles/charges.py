"""Charges: a deed for which somebody is only tried or punished, beside the deed that is told.

"A court jailed a baker for killing two guards" tells of a sentence, and nobody is killed by it; so does «بتهمة قتل
حارسين».

Source:
    Frame semantics (Fillmore 1982): of a verdict or an arrest the offence is a frame element, and no event of its own.
"""

from __future__ import annotations

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Link, Predicate, Tree

_JUDGES = frozenset({"judge", "rule"})
_PUNISHES = frozenset({"rule", "hold", "free"})
"""Classes of what is done to somebody for what he did."""
_OFFENCES = frozenset({"harm", "die", "damage"})


def is_charge(deed: Predicate, told: Predicate | None, tree: Tree, grammar: Grammar) -> bool:
    """It is what somebody is accused of or punished for by what is told, and is not told itself."""
    if deed.head.concept not in _OFFENCES or grammar.names("penalties", deed.head):
        return False
    named = (unit for unit in deed.group.units if unit.end <= deed.head.start)
    if any(grammar.names("charges", unit) for unit in named):
        return True
    if told is None or deed is told:
        return False
    beside = (one for one in tree.predicates if one.group.at == deed.group.at - 1)
    if deed.form != "finite" and any(one.head.concept in _JUDGES for one in beside):
        return True
    return told.deed.concept in _PUNISHES and _hangs_below(deed, grammar)


def _hangs_below(deed: Predicate, grammar: Grammar) -> bool:
    """It has no clause of its own beside the others; where that was done in it, it is one happening with it.

    "Arrested in a raid that killed two" tells of two who were killed.
    """
    if deed.clause.head is deed and deed.link is Link.RELATIVE:
        host = deed.clause.host
        return host is None or not grammar.has("within", host.lead)
    return deed.clause.head is not deed or deed.form == "gerund"
