"""Dates attached: what every date of a sentence dates, with the rule that says so.

Source:
    DESIGN.md section 5: a date that cannot be placed with certainty dates nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from timeline_core.model.span import Span
from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.dates import DATES
from timeline_core.syntax.rules.dates.effects import (
    BEFORE,
    BEHIND,
    BESIDE,
    EVENT,
    HEAD,
    INNER,
    LOOSE,
    NEXT,
    OBJECT,
    OUTER,
    OWNED,
    PARTICIPLE,
    SAME,
    STATE,
    SUBJECT,
    TIMED,
    DateRule,
)
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE
from timeline_core.syntax.tree.place import Place, joined_behind
from timeline_core.syntax.tree.values import Clause, DateWord, Group, Kind, Predicate


def attached(groups: Sequence[Group], grammar: Grammar) -> tuple[DateWord, ...]:
    """Every date of the sentence with its verdict."""
    found: list[DateWord] = []
    dated: list[Clause] = []
    taken: list[Predicate] = []
    for group in groups:
        if group.kind == DATE and group.clause is not None:
            here = Place(group, groups, grammar, dated, taken)
            rule = first(DATES, here)
            word = _as_before(found, here, rule) or _verdict(here, rule)
            found.append(word)
            if word.predicate is not None and word.predicate is group.clause.head:
                dated.append(group.clause)
            elif word.predicate is not None:
                taken.append(word.predicate)
    return tuple(found)


def _as_before(found: Sequence[DateWord], here: Place, rule: DateRule) -> DateWord | None:
    """The verdict of a date that is joined to another: that of the other."""
    if rule.effect != SAME:
        return None
    joined = here.around.joined_to
    other = next((word for word in found if word.group is joined), None)
    if other is None:
        return None
    return replace(other, span=_span(here.group), group=here.group, rule=rule.name)


def _span(group: Group) -> Span:
    unit = next(unit for unit in group.units if unit.kind is Kind.DATE)
    return Span(unit.start, unit.end)


def _verdict(here: Place, rule: DateRule) -> DateWord:
    word = DateWord(_span(here.group), here.group, rule.name, lead=here.around.lead)
    if rule.effect == OWNED:
        word.noun = here.around.behind if rule.name == "date of a noun" else here.around.noun_before
    else:
        word.predicate = _DATED[rule.effect](here)
    return word


def _joined(here: Place) -> Predicate | None:
    return here.first_joined(here.event) if here.event is not None else None


def _outer(here: Place) -> Predicate | None:
    """The head of the clause above; what somebody began to do was begun then."""
    outer = here.clause.parent
    phase = outer.parent if outer is not None and outer.form == "infinitive" else None
    return phase if phase is not None and "phase" in phase.head.marks else outer


def _next(here: Place) -> Predicate | None:
    """The head of the clause in which the group behind it stands."""
    behind = here.around.beyond
    return behind.clause.head if behind is not None and behind.clause is not None else None


def _subject(here: Place) -> Predicate | None:
    head = here.clause.head
    return here.event_of(head.subject) if head is not None else None


def _object(here: Place) -> Predicate | None:
    head = here.clause.head
    return here.event_of(head.object) if head is not None else None


_DATED: Mapping[str, Callable[[Place], Predicate | None]] = {
    LOOSE: lambda _: None,
    EVENT: _joined,
    BEFORE: lambda here: here.event_of(here.around.before),
    BEHIND: lambda here: here.event_of(here.around.behind),
    STATE: lambda here: here.state,
    PARTICIPLE: lambda here: here.participle,
    HEAD: lambda here: here.clause.head,
    TIMED: lambda here: here.timed,
    SUBJECT: _subject,
    OBJECT: _object,
    INNER: lambda here: here.then,
    NEXT: _next,
    BESIDE: joined_behind,
    OUTER: _outer,
}
"""Effect of a rule -> what the date dates."""
