"""Slots: which argument of which predicate a name is.

«الجيش» is the agent of «قصف» in «قصف الجيش قوات قسد», "Hezbollah" the patient of "strike" in "the strike on Hezbollah".

Source:
    Semantic roles by the path in the tree (Gildea and Jurafsky 2002), with rules in the place of learned weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline_core.events.roles.beside import Beside
from timeline_core.events.roles.nouns import COMMON, Nouns
from timeline_core.events.roles.offices import Offices
from timeline_core.events.roles.second_names import SecondNames
from timeline_core.events.roles.valency import Valency
from timeline_core.model.actor_role import ActorRole
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK, NOUN
from timeline_core.syntax.tree.phrases.name_edges import OF_PLACE
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Link, Predicate, Tree, Unit


class Slot(NamedTuple):
    """An argument of a predicate; without one, the source of the sentence."""

    role: ActorRole
    predicate: Predicate | None = None


class NameSlots:
    """The slots of the names of one sentence."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, names: Sequence[Span]) -> None:
        """`names`: of all actors of the sentence, in order."""
        self._tree, self._grammar, self._names = tree, grammar, names
        self._actions = {id(one.group): one for one in tree.predicates if one.kind == "noun"}
        self.nouns = Nouns(sentence, grammar, self._actions)
        """What the names are in their groups."""
        self._beside = Beside(tree, grammar, names, self._actions, self.nouns)
        self.valency = Valency(grammar, self._beside)
        """What the predicates ask for."""
        self._offices = Offices(tree, grammar, names, self._beside)
        self._second = SecondNames(tree, grammar, names)
        self._found: dict[Span, Sequence[Slot]] = {}

    def of(self, name: Span) -> Sequence[Slot]:
        """The slots that the name fills: of its own clause first, then of a relative clause about it."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = tuple(self._of(name))
        return found

    def _of(self, name: Span) -> Iterator[Slot]:
        group = self._beside.group_of(name)
        if group is None:
            return
        verb = None if group.lead else self._second.verb_before(name)
        if verb is not None:
            yield Slot(ActorRole.PATIENT, verb)
            return
        action = self.nouns.action_beside(group, name) or self._actions.get(id(self._beside.modified(group)))
        if action is not None:
            yield self._of_action(action)
        elif self._offices.only_describe(name, group):
            return
        elif (office := self._offices.holder_of(name, group)) is not None:
            yield from self._filled(office)
        elif self.nouns.is_meant(group, name):
            yield from self._filled(group)
        elif self.nouns.holds_it(group, name):
            yield from (slot for slot in self._filled(group) if slot.role is ActorRole.PATIENT)

    def group_of(self, span: Span) -> Group | None:
        """The group of words in which it stands."""
        return self._beside.group_of(span)

    def is_subject(self, name: Span) -> bool:
        """The name is the subject of a verb and nothing else, or is led to as who did it: "by Sudan"."""
        group = self._beside.group_of(name)
        if group is None or any(unit.kind in COMMON for unit in group.units) or self._beside.ends_address(group):
            return False
        lead, host = self._beside.lead(group), self._beside.host(group)
        comes = self._grammar.has("from", lead) and host is not None and self._beside.ends_in_stand_in(host)
        return not lead or comes or self._grammar.has("doers", lead)

    def is_meant(self, name: Span) -> bool:
        """The words in which the name stands are about him, and not about what belongs to him or describes him."""
        group = self._beside.group_of(name)
        return group is not None and not self._offices.only_describe(name, group) and self.nouns.is_meant(group, name)

    def is_struck(self, state: Span) -> bool:
        """The whole state is what something was done to: "a quake shook Oman", «غزو العراق», not «قوات العراق»."""
        group = self._beside.group_of(state)
        if (
            group is None
            or self._beside.ends_address(group)
            or any(unit.kind in COMMON and not _is_action(unit) for unit in group.units)
        ):
            return False
        return any(
            slot.role is ActorRole.PATIENT and slot.predicate is not None and "ground" in slot.predicate.deed.marks
            for slot in self.of(state)
        )

    # --- the name in its group -----------------------------------------------------------------------------------

    def _of_action(self, action: Predicate) -> Slot:
        """Of its genitive: whom it was done to, or who did it («مقتل القائد», «هجوم الجيش»).

        What comes about is nobody's doing: «وقوع شهداء من الجيش»; who only attends does nothing: «بحضور الوزير».
        """
        if self._grammar.names("attended", action.head):
            return Slot(ActorRole.OTHER, action.clause.head or action)
        undergone = self.nouns.undergone(action) or action.head.concept == "occur"
        return Slot(ActorRole.PATIENT if undergone else ActorRole.AGENT, action)

    # --- the group in its clause ---------------------------------------------------------------------------------

    def _filled(self, group: Group) -> Iterator[Slot]:
        if self._is_source(group):
            yield Slot(ActorRole.SOURCE)
            return
        own = self._own(group)
        if own is not None:
            yield own
        for one in self._tree.predicates:
            if one.clause is not group.clause and one.clause.link is Link.RELATIVE:
                role = self._argument(one, group)
                if role is not None:
                    yield Slot(role, one)

    def _is_source(self, group: Group) -> bool:
        """Words that name a source lead to it: «بحسب المرصد», "according to the ministry"."""
        first = group
        while first.at and not first.comma and self._tree.groups[first.at - 1].kind != MARK:
            if self._grammar.names_source(first):
                return True
            first = self._tree.groups[first.at - 1]
            if first.kind not in (NOUN, "gerund"):
                break
        return self._grammar.names_source(first)

    def _own(self, group: Group) -> Slot | None:
        """Its slot in its own clause."""
        apposed = self._beside.apposed(group) or self._beside.counts(group)
        if apposed is not None:
            return self._at_end(apposed)
        head = group.clause.head if group.clause is not None else None
        role = self._argument(head, group) if head is not None else None
        if role is not None:
            return Slot(role, head)
        if self._beside.lead(group):
            return self._led(group, head)
        if head is not None and self._grammar.names("hands", group.head):
            return Slot(ActorRole.AGENT, head)
        if group.listed:
            before = (one for one in reversed(self._tree.groups[: group.at]) if one.kind == NOUN)
            first = next(before, None)
            return self._own(first) if first is not None else None
        return None

    def _at_end(self, group: Group) -> Slot | None:
        """The slot of the last noun of a group: the genitive of its action, else that of the group."""
        action, nouns = self._actions.get(id(group)), self.nouns.common(group.units)
        described = group.units[-1].kind in (Kind.ADJECTIVE, Kind.NUMBER)
        if action is not None and (described or (nouns and nouns[-1] is not action.head)):
            return self._of_action(action)
        return self._own(group)

    def _argument(self, predicate: Predicate, group: Group) -> ActorRole | None:
        """What the group is to a verb as its subject or object."""
        clause = predicate.clause
        about = clause.host is not None and clause.host is group and clause.head is predicate
        if _holds(predicate.subject, group) or self._stands_before(predicate, group):
            return self.subject_role(predicate)
        if about and predicate.subject is clause.opener:
            return self.subject_role(predicate)
        if _holds(predicate.object, group) and self._is_done_by(predicate):
            return ActorRole.AGENT
        if _holds(predicate.object, group) or (about and predicate.subject is not None and _takes_glued(predicate)):
            return ActorRole.PATIENT
        return None

    def _is_done_by(self, predicate: Predicate) -> bool:
        """An action stands between a verb that only people do and its subject: «حضر الاجتماع الوزير»."""
        between = predicate.subject
        acted = between is not None and ACTION in between.marks and between.at > predicate.group.at
        return acted and self._grammar.names("peopled", predicate.head)

    def _stands_before(self, predicate: Predicate, group: Group) -> bool:
        """It stands right before its verb, where subjects do: "at a press conference, the president said".

        No object of a gerund does: "those accused of robbing the bank | fled".
        """
        first = self._grammar.subject_first and predicate.kind == "verb" and predicate.form == "finite"
        if not first or group.at != predicate.group.at - 1 or group.kind != NOUN or group.lead:
            return False
        return all(one.object is not group for one in self._tree.predicates)

    def subject_role(self, predicate: Predicate) -> ActorRole:
        """Who does it; of a passive, of dying, and of «قتل» without an object, to whom it is done."""
        if "passive" in predicate.head.marks or self.nouns.undergoes(predicate) or _shares_auxiliary(predicate):
            return ActorRole.PATIENT
        glued = _takes_glued(predicate)
        other = predicate.object is not None and self._beside.apposed(predicate.object) is None
        taken = (
            other
            or glued
            or self._second.behind(predicate) is not None
            or self.valency.done_upon(predicate) is not None
        )
        alone = not self._grammar.subject_first and not taken
        dies = predicate.head.concept == "die" and not (other or glued)
        return ActorRole.PATIENT if dies or (alone and self.nouns.undergone(predicate)) else ActorRole.AGENT

    def _led(self, group: Group, head: Predicate | None) -> Slot | None:
        """What a preposition leads to: of the noun of action before it, else of the verb of the clause."""
        near = self._tree.groups[group.at - 1] if group.at else group
        if self._grammar.has("between", self._beside.lead(group)) and self._grammar.names("lie_between", near.head):
            return None
        host = self._beside.host(group)
        if self._is_by(group):
            done = self._actions.get(id(host)) or head
            return Slot(ActorRole.AGENT, done) if done is not None else None
        if self._grammar.has("upon_whom", self._beside.lead(group)) and head is not None:
            return Slot(ActorRole.PATIENT, head)
        if (
            host is not None
            and self._grammar.has("belongs", self._beside.lead(group))
            and self._beside.ends_in_stand_in(host)
        ):
            return self._at_end(host)
        owned = self._owned(group)
        if owned is not None:
            slot = self._own(owned)
            acts = self._is_of(owned.units[-1]) or self._is_of(near.units[0])
            return slot if slot is not None and (acts or slot.role is ActorRole.PATIENT) else None
        action = self._actions.get(id(host)) if host is not None else None
        if action is not None:
            return self._slot(head if head is not None and self._agrees_on(head, host, group) else action, group)
        if host is not None and self._beside.describes(host, group):
            return self._own(host) if self._grammar.has("between", self._beside.lead(group)) else None
        return self._slot(head, group) if head is not None else None

    def _agrees_on(self, verb: Predicate, host: Group | None, group: Group) -> bool:
        """Two do it together, and the action is what they agree on: «وقع عقدا | مع سامر حداد»."""
        together = self._grammar.has("together", self._beside.lead(group))
        return together and verb.object is host and verb.deed.concept in _MUTUAL

    def _is_by(self, group: Group) -> bool:
        """It leads to who did it: «من قبل الجيش», "by the army"; with what he did it with: «برصاص الجيش»."""
        return self._grammar.has("doers", self._beside.lead(group)) or self._grammar.names("hands", group.head)

    def _slot(self, predicate: Predicate, group: Group) -> Slot | None:
        role = self._led_role(predicate, group)
        return Slot(role, predicate) if role is not None else None

    def _owned(self, group: Group) -> Group | None:
        """The thing before it that is its own: «مواقع لحزب الله», «موقع تابع له», "a camp belonging to them"."""
        before = self._tree.groups[group.at - 1] if group.at else group
        if self._grammar.has("of", self._beside.lead(group)) and self.nouns.is_holding(self.nouns.common(before.units)):
            return before if not _describes_name(before) else None
        if not any(map(self._is_of, before.units)):
            return None
        alone = not self.nouns.common(before.units) or self._is_of(before.units[0])
        thing = self._beside.behind_quotation(before) if alone and before.at else before
        first = self.nouns.common(thing.units)[:1]
        return thing if self.nouns.is_holding(first) or any(map(self.nouns.hands_on, first)) else None

    def _is_of(self, unit: Unit) -> bool:
        return self._grammar.names("belonging", unit)

    def _led_role(self, predicate: Predicate, group: Group) -> ActorRole | None:
        """What it leads to is to the predicate; what something lies in («أعضاء في البرلمان») is nothing to it."""
        lead = self._beside.lead(group)
        if self._grammar.has("between", lead):
            acted = predicate.subject is not None and ACTION in predicate.subject.marks
            mutual = acted or predicate.kind == "noun" or predicate.deed.concept in _MUTUAL
            return ActorRole.AGENT if mutual else None
        if self._grammar.has("together", lead) and predicate.deed.concept in _MUTUAL:
            return ActorRole.AGENT
        if self.valency.is_upon(predicate, group) or self.valency.opposes(predicate, group):
            return ActorRole.PATIENT
        if self._grammar.has("targets", lead) and self.valency.strikes(predicate) and self._reaches(predicate, group):
            return ActorRole.PATIENT
        if predicate.kind == "noun" and self._grammar.has("of", lead):
            if any(
                unit.kind is Kind.CLITIC for unit in predicate.group.units
            ):  # its own doer is in it: «دعمها لألبانيا»
                return ActorRole.PATIENT
            invaded = "ground" in predicate.deed.marks and OF_PLACE in group.head.marks
            return ActorRole.PATIENT if invaded or self.nouns.undergone(predicate) else ActorRole.AGENT
        return None if self._grammar.has("lies_in", lead) else ActorRole.OTHER

    def _reaches(self, predicate: Predicate, group: Group) -> bool:
        """Nothing that another preposition leads to stands between: «اشتباه في صلته بالحزب» is done to none."""
        near = self._tree.groups[group.at - 1]
        return (
            not self._grammar.has("targets_beside", self._beside.lead(group))
            or not near.lead
            or near is predicate.group
        )


_MUTUAL = frozenset({"meet", "clash", "agree", "speak"})
"""Classes of what two do together: «اجتمع مع», "clashed with"."""


def _takes_glued(verb: Predicate) -> bool:
    """A pronoun glued to it is its object: «قتله»."""
    return any(unit.kind is Kind.CLITIC for unit in verb.group.units)


def _is_action(unit: Unit) -> bool:
    return ACTION in unit.marks


def _holds(slot: Group | None, group: Group) -> bool:
    return slot is not None and any(unit in slot.units for unit in group.units if unit.kind is not Kind.PREPOSITION)


def _describes_name(group: Group) -> bool:
    """It ends in what is said of a name, and to that the preposition belongs: «ميليشيات الحوثي الموالية | لإيران»."""
    last = group.units[-1]
    return last.kind is Kind.ADJECTIVE and any(unit.kind is Kind.NAME for unit in group.units)


def _shares_auxiliary(predicate: Predicate) -> bool:
    """The passive that it is joined to has the auxiliary that it leaves out: "one was shot, and another | wounded"."""
    sister = predicate.clause.sister.head if predicate.clause.sister is not None else None
    if sister is None or "passive" not in sister.head.marks or sister.group.units[0] is sister.head:
        return False
    return {"upon", "unsure"} <= predicate.head.marks and predicate.object is None
