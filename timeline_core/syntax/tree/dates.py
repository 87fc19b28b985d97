"""Dates attached: what every date of a sentence dates, with the rule that says so.

Source:
    DESIGN.md section 5: a date that cannot be placed with certainty dates nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.dates import DATES, EVENT, HEAD, LOOSE, OUTER, OWNED
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE
from timeline_core.syntax.tree.place import Place
from timeline_core.syntax.tree.values import Clause, DateWord, Group, Kind, Predicate


def attached(groups: Sequence[Group], grammar: Grammar) -> tuple[DateWord, ...]:
    """Every date of the sentence with its verdict."""
    found: list[DateWord] = []
    dated: list[Clause] = []
    for group in groups:
        if group.kind == DATE and group.clause is not None:
            word = _verdict(Place(group, groups, grammar, dated))
            found.append(word)
            if word.predicate is not None and word.predicate is group.clause.head:
                dated.append(group.clause)
    return tuple(found)


def _verdict(here: Place) -> DateWord:
    rule = first(DATES, here)
    unit = next(unit for unit in here.group.units if unit.kind is Kind.DATE)
    word = DateWord(here.group.span, here.group, rule.name)
    word.span = type(word.span)(unit.start, unit.end)
    if rule.effect == OWNED:
        word.noun = here.behind if rule.name == "date of a noun" else here.before
    else:
        word.predicate = _dated(here, rule.effect)
    return word


def _dated(here: Place, effect: str) -> Predicate | None:
    if effect == LOOSE:
        return None
    if effect == EVENT:
        return here.event
    if effect == HEAD:
        return here.clause.head
    if effect == OUTER:
        return here.clause.parent
    return here.event_of(here.behind if effect == "behind" else here.before)
