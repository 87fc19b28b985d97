"""To whom a predicate was done: the words of its patient, with all that is listed there."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.events.roles.slots import NameSlots
from timeline_core.model.actor_role import ActorRole
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, NOUN
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree, Unit


class Undergoers:
    """The patients of the predicates of one sentence."""

    def __init__(self, tree: Tree, grammar: Grammar, slots: NameSlots) -> None:
        self._tree, self._grammar, self._slots = tree, grammar, slots
        self._actions = {id(one.group) for one in tree.predicates if one.kind == "noun"}

    def of(self, predicate: Predicate) -> Iterator[tuple[Unit, ...]]:
        """The words for those to whom it was done: a subject or object, or the genitive of a noun of action."""
        if predicate.kind == "noun":
            units = self._genitive(predicate)
        elif predicate.subject is not None and self._slots.subject_role(predicate) is ActorRole.PATIENT:
            units = predicate.subject.units
        else:
            units = self._with_list(predicate.object) if predicate.object is not None else ()
        if units:
            yield units

    def _genitive(self, action: Predicate) -> tuple[Unit, ...]:
        """What stands behind the noun in its group, or behind "of": «مقتل ثلاثة جنود», "the killing of two men"."""
        group, groups = action.group, self._tree.groups
        units = tuple(unit for unit in group.units if unit.start >= action.head.end and unit.kind is not Kind.CLITIC)
        behind = groups[group.at + 1] if group.at + 1 < len(groups) else None
        if behind is None or behind.kind != NOUN or behind.clause is not group.clause:
            return units
        if units and units[-1].kind is Kind.NUMBER and not behind.lead:
            return (*units, *self._with_list(behind))
        if not units and self._grammar.has("of", behind.lead):
            return tuple(unit for unit in self._with_list(behind) if unit.kind is not Kind.PREPOSITION)
        return units

    def _with_list(self, first: Group) -> tuple[Unit, ...]:
        """Its words, and those of what is listed behind it; no action is."""
        units = list(first.units)
        for group in self._tree.groups[first.at + 1 :]:
            if group.kind != JOINT and (not group.listed or id(group) in self._actions):
                break
            units += group.units
        return tuple(units)
