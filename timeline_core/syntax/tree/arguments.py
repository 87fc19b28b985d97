"""Arguments: who does it and to whom, from the groups of a predicate's own clause.

Source:
    Word order as a trait of the language (Greenberg 1963); agreement in gender between verb and subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.apposition import APART, APPOSITIONS, Neighbours
from timeline_core.syntax.rules.arguments import AFTER, BEFORE, HOST, SECOND, SUBJECTS, TOPIC
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import COMMA
from timeline_core.syntax.tree.slots import Slots
from timeline_core.syntax.tree.values import Group, Kind, Predicate


def filled(predicates: Sequence[Predicate], groups: Sequence[Group], grammar: Grammar) -> None:
    """Give every verb its subject and object, where its clause shows them."""
    for predicate in predicates:
        if predicate.form in ("action", "participle", "noun"):
            continue
        _fill(predicate, groups, Slots(predicate, groups, grammar))


def _fill(predicate: Predicate, groups: Sequence[Group], here: Slots) -> None:
    rule = first(SUBJECTS, here)
    predicate.rules.append(rule.name)
    after = [*here.after]
    place = after.pop(0) if rule.effect == SECOND else None
    if rule.effect == HOST:
        predicate.subject = here.clause.opener or here.clause.host
    elif rule.effect == BEFORE:
        predicate.subject = _unled(_whole(_explained(predicate, [*here.before_verb()], here, free=False), groups))
    elif rule.effect in (AFTER, TOPIC, SECOND) and after:
        predicate.subject = _whole(_explained(predicate, after, here), groups)
    if rule.effect in (TOPIC, SECOND):
        predicate.object = here.before if rule.effect == TOPIC else place
    elif after:
        predicate.object = _explained(predicate, after, here, free=predicate.subject is None)
    elif rule.effect == AFTER and len(here.after) > 1:
        predicate.object = here.set_off


def _explained(predicate: Predicate, after: list[Group], here: Slots, *, free: bool = True) -> Group:
    """The first of the nouns behind the verb; it is taken from them, with all that only explain it."""
    found = last = after.pop(0)
    while here.grammar.head_first and after:
        rule = first(APPOSITIONS, _neighbours(last, after, here, free=free))
        predicate.rules.append(rule.name)
        if rule.effect == APART:
            break
        after[0].explains = last
        found = replace(found, units=(*found.units, *after[0].units)) if after[0].at == last.at + 1 else found
        last = after.pop(0)
    return found


def _neighbours(last: Group, after: Sequence[Group], here: Slots, *, free: bool) -> Neighbours:
    return Neighbours(here.predicate, last, after[0], after[1:], here.grammar, here.set_off, free, here.to_others)


def _unled(group: Group | None) -> Group | None:
    """The subject without the preposition that opens the clause: "the army" of "after the army entered"."""
    if group is None or not group.lead:
        return group
    return replace(group, units=tuple(unit for unit in group.units if unit.kind is not Kind.PREPOSITION), lead="")


def _whole(first: Group | None, groups: Sequence[Group]) -> Group | None:
    """The coordinated groups as one: "the army and the police", "a child, two women and a farmer"."""
    if first is None:
        return None
    last = first
    for group in groups[first.at + 1 :]:
        if group.listed and group.clause is first.clause:
            last = group
        elif group.kind != JOINT and not (_comma(group) or _in_list(group)):
            break
    if last is first:
        return first
    units = tuple(unit for group in groups[first.at : last.at + 1] for unit in group.units)
    return replace(first, units=units)


def _comma(group: Group) -> bool:
    return group.kind == MARK and group.role == COMMA


def _in_list(group: Group) -> bool:
    """A group behind a comma, which is part of a list if the list ends with a conjunction."""
    return group.kind == NOUN and group.comma and not group.lead
