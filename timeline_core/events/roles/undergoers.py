"""To whom a predicate was done: the words of its patient, with all that is listed there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from timeline_core.events.roles.slots import NameSlots
from timeline_core.model.actor_role import ActorRole
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import COMMA
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree, Unit

_NOUNS = frozenset({Kind.NOUN, Kind.ADJECTIVE})


class Undergoers:
    """The patients of the predicates of one sentence."""

    def __init__(self, tree: Tree, grammar: Grammar, slots: NameSlots) -> None:
        self._tree, self._grammar, self._slots = tree, grammar, slots
        self._actions = {id(one.group) for one in tree.predicates if one.kind == "noun"}
        self._subjects = {id(one.subject) for one in tree.predicates if one.kind != "noun"}

    def of(self, predicate: Predicate) -> Iterator[tuple[Unit, ...]]:
        """The words for those to whom it was done: a subject or object, or the genitive of a noun of action."""
        if predicate.kind == "noun":
            units = self._genitive(predicate.group, predicate.head) or self._complement(predicate)
        elif predicate.subject is not None and self._slots.subject_role(predicate) is ActorRole.PATIENT:
            units = self._with_whole(tuple(takewhile(_is_no_own_death, predicate.subject.units)))
        elif predicate.object is not None:
            units = self._with_list(predicate.object)
        else:
            units = self._complement(predicate)
        if units:
            yield self._with_number(units)

    def of_lives(self, predicate: Predicate) -> Iterator[tuple[Unit, ...]]:
        """The words for those whose lives it takes: "claimed 45 lives", «أودى بحياة ثلاثة جنود»."""
        if not self._grammar.names("takes_lives", predicate.head):
            return
        for group in predicate.clause.groups:
            life = next((unit for unit in group.units if self._grammar.names("lives", unit)), None)
            if life is not None and group.at > predicate.group.at:
                before = tuple(unit for unit in group.units if unit.kind is Kind.NUMBER and unit.end <= life.start)
                units = before or self._genitive(group, life)
                if units:
                    yield units

    def _behind(self, units: tuple[Unit, ...]) -> Group | None:
        """What follows them; nothing where there are none, as of «لقي مصرعه», whose words name nobody else."""
        if not units:
            return None
        return next((group for group in self._tree.groups if group.span.start >= units[-1].end), None)

    def _with_whole(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """With those of whom they are some, or who they are: «سبعة أشخاص | من حرس القصر», «أسرة | من ستة أفراد»."""
        behind = self._behind(units)
        return (*units, *behind.units) if behind is not None and self._is_whole(units, behind) else units

    def _with_number(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """With the number behind a definite noun: «أطفالهما | الثلاثة»."""
        behind = self._behind(units)
        definite = units[-1].kind in (Kind.CLITIC, Kind.DEFINITE) and behind is not None and behind.kind == NOUN
        if not definite or behind is None or behind.lead:
            return units
        return (*units, *behind.units) if all(unit.kind is Kind.NUMBER for unit in behind.units) else units

    def _complement(self, predicate: Predicate) -> tuple[Unit, ...]:
        """What its own preposition leads to: «أفرجت عن 22 معتقلا», «القبض على خمسة رجال»."""
        group = self._slots.valency.done_upon(predicate)
        units = self._with_list(group) if group is not None else ()
        return tuple(unit for unit in units if unit.kind is not Kind.PREPOSITION)

    def _genitive(self, group: Group, head: Unit) -> tuple[Unit, ...]:
        """What stands behind the noun in its group, or behind "of": «مقتل ثلاثة جنود», "the killing of two men"."""
        groups = self._tree.groups
        units = tuple(unit for unit in group.units if unit.start >= head.end and unit.kind is not Kind.CLITIC)
        behind = groups[group.at + 1] if group.at + 1 < len(groups) else None
        if units and units[-1].kind in _NOUNS:
            return (*units, *self._with_list(group)[len(group.units) :])
        if behind is None or behind.kind != NOUN or behind.clause is not group.clause:
            return units
        if not units and behind.head.kind is Kind.DETERMINER and not (behind.lead or behind.comma):
            return self._with_list(behind)  # «إصابة | آخر»
        if units and units[-1].kind is Kind.NUMBER and (not behind.lead or self._grammar.has("from", behind.lead)):
            return (*units, *self._with_list(behind))
        if not units and self._grammar.has("of", behind.lead):
            return tuple(unit for unit in self._with_list(behind) if unit.kind is not Kind.PREPOSITION)
        return units

    def _with_list(self, first: Group) -> tuple[Unit, ...]:
        """Its words, and those of what is listed behind it, with commas too.

        No action is, nor who does the next thing: "killed two cooks, and three | were flown home".
        """
        units = list(first.units)
        last = first
        for group in self._tree.groups[first.at + 1 :]:
            if id(group) in self._actions | self._subjects or not (
                self._is_listed(group) or self._is_whole(last.units, group)
            ):
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

    def _is_whole(self, before: tuple[Unit, ...], group: Group) -> bool:
        """Those of whom the number before counts some: «عشرة | من رجال الأمن», «سبعة أشخاص | من حرس القصر».

        So is the number of those who are a group: «أسرة | من ستة أفراد», "a family | of six".
        """
        some = any(unit.kind is Kind.NUMBER for unit in before)
        made_of = any(self._grammar.names("collectives", unit) for unit in before) and not some
        numbered = any(unit.kind is Kind.NUMBER for unit in group.units)
        leads = ("from",) if self._grammar.head_first or some else ("of",)
        led = any(self._grammar.has(name, group.lead) for name in leads)
        return (some or (made_of and numbered)) and group.kind == NOUN and led


def _is_no_own_death(unit: Unit) -> bool:
    """False for the noun of action by which whom the verb is about met death: «لقي سائق | حتفه»."""
    return not {"action", "living"} <= unit.marks
