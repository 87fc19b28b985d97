"""Dates attached: what every date of a sentence dates, with the rule that says so.

Source:
    DESIGN.md section 5: a date that cannot be placed with certainty dates nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.model.span import Span
from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.dates import DATES, EVENT, HEAD, INNER, LOOSE, OUTER, OWNED, SAME, STATE, SUBJECT
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
            here = Place(group, groups, grammar, dated)
            word = _as_before(found, here) or _verdict(here)
            found.append(word)
            if word.predicate is not None and word.predicate is group.clause.head:
                dated.append(group.clause)
    return tuple(found)


def _as_before(found: Sequence[DateWord], here: Place) -> DateWord | None:
    """The verdict of a date that is joined to another: that of the other."""
    other = next((word for word in found if word.group is here.around.joined_to), None)
    rule = first(DATES, here)
    if other is None or rule.effect != SAME:
        return None
    return DateWord(_span(here.group), here.group, rule.name, other.predicate, other.noun)


def _span(group: Group) -> Span:
    unit = next(unit for unit in group.units if unit.kind is Kind.DATE)
    return Span(unit.start, unit.end)


def _verdict(here: Place) -> DateWord:
    rule = first(DATES, here)
    word = DateWord(_span(here.group), here.group, rule.name)
    if rule.effect == OWNED:
        word.noun = here.around.behind if rule.name == "date of a noun" else here.around.before
    else:
        word.predicate = _dated(here, rule.effect)
    return word


def _dated(here: Place, effect: str) -> Predicate | None:
    if effect == LOOSE:
        return None
    if effect == EVENT:
        return here.first_joined(here.event) if here.event is not None else None
    if effect == STATE:
        return here.state
    if effect == HEAD:
        return here.clause.head
    if effect in ("object", SUBJECT):
        return _of_argument(here, effect)
    if effect == INNER:
        return here.then
    if effect == OUTER:
        return here.clause.parent
    return here.event_of(here.around.behind if effect == "behind" else here.around.before)


def _of_argument(here: Place, effect: str) -> Predicate | None:
    """The action that is an argument of the head of its clause."""
    head = here.clause.head
    group = None if head is None else head.subject if effect == SUBJECT else head.object
    return here.event_of(group)
