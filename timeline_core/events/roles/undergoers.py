"""To whom a predicate was done: the words of its patient, with all that is listed there."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_core.events.roles.slots import NameSlots
from timeline_core.model.actor_role import ActorRole
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import COMMA
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
        if units and units[-1].kind is Kind.NUMBER and (not behind.lead or self._grammar.has("from", behind.lead)):
            return (*units, *self._with_list(behind))
        if not units and self._grammar.has("of", behind.lead):
            return tuple(unit for unit in self._with_list(behind) if unit.kind is not Kind.PREPOSITION)
        return units

    def _with_list(self, first: Group) -> tuple[Unit, ...]:
        """Its words, and those of what is listed behind it, with commas too; no action is."""
        units = list(first.units)
        last = first
        for group in self._tree.groups[first.at + 1 :]:
            if id(group) in self._actions or not (self._is_listed(group) or self._is_whole(last, group)):
                break
            units += group.units
            last = group
        return tuple(units)

    def _is_listed(self, group: Group) -> bool:
        """It goes on a list: joined, or behind a comma before something joined: "a child, two women and a farmer"."""
        if group.kind == JOINT or group.listed:
            return True
        behind = self._tree.groups[group.at + 1 :]
        if group.kind == MARK:
            return bool(behind) and group.role in ("", COMMA) and self._is_listed(behind[0])
        bare = group.kind == NOUN and not group.lead and id(group) not in self._actions
        return bare and len(behind) > 1 and (behind[0].kind == JOINT and behind[1].listed)

    def _is_whole(self, before: Group, group: Group) -> bool:
        """Those of whom the number before counts some: «عشرة | من رجال الأمن»."""
        some = bool(before.units) and before.units[-1].kind is Kind.NUMBER
        return some and group.kind == NOUN and self._grammar.has("from", group.lead)
