"""Slots: which argument of which predicate a name is.

«الجيش» is the agent of «قصف» in «قصف الجيش قوات قسد», "Hezbollah" the patient of "strike" in "the strike on Hezbollah".

Source:
    Semantic roles by the path in the tree (Gildea and Jurafsky 2002), with rules in the place of learned weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline_core.model.actor_role import ActorRole
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, MARK, NOUN, OTHER
from timeline_core.syntax.tree.marks import BRACKET, COMMA, OPENS
from timeline_core.syntax.tree.values import Group, Kind, Link, Predicate, Tree, Unit

_COMMON = frozenset({Kind.NOUN, Kind.DEFINITE})
_DEFINITE = frozenset({Kind.DEFINITE, Kind.NAME, Kind.ADJECTIVE, Kind.DETERMINER, Kind.POSSESSIVE})


class Slot(NamedTuple):
    """An argument of a predicate; without one, the source of the sentence."""

    role: ActorRole
    predicate: Predicate | None = None


class NameSlots:
    """The slots of the names of one sentence."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, names: Sequence[Span]) -> None:
        """`names`: of all actors of the sentence, in order."""
        self._sentence, self._tree, self._grammar = sentence, tree, grammar
        self._names = names
        self._actions = {id(one.group): one for one in tree.predicates if one.kind == "noun"}
        sources = {hit.at for hit in sentence.heads if hit.concept == "attributes"}
        self._sources = [sentence.span_of((at, at + 1)).start for at in sources]
        self._glued = dict(filter(None, map(self._glued_to, names)))

    def of(self, name: Span) -> Iterator[Slot]:
        """The slots that the name fills: of its own clause first, then of a relative clause about it."""
        group = self._group_of(name)
        if group is None:
            return
        verb = self._verb_before(group, name)
        if verb is not None:
            yield Slot(ActorRole.PATIENT, verb)
            return
        action = self._action_beside(group, name)
        if action is not None:
            yield self._of_action(action)
        elif self._is_meant(group, name):
            yield from self._filled(group)
        elif self._holds_it(group, name):
            yield from (slot for slot in self._filled(group) if slot.role is ActorRole.PATIENT)

    def _glued_to(self, name: Span) -> tuple[int, str] | None:
        """The group whose word holds a particle and the name, with the particle: «لإيران»."""
        group = self._group_of(name)
        for unit in group.units if group is not None else ():
            if unit.start < name.start < unit.end:
                return id(group), unit.word[: name.start - unit.start]
        return None

    def _group_of(self, name: Span) -> Group | None:
        return next((one for one in self._tree.groups if one.span.start <= name.start < one.span.end), None)

    def is_subject(self, name: Span) -> bool:
        """The name is the subject of a verb and nothing else, or is led to as who did it: "by Sudan"."""
        group = self._group_of(name)
        if group is None or any(unit.kind in _COMMON for unit in group.units):
            return False
        lead = self._lead(group)
        return not lead or self._grammar.has("doers", lead)

    # --- two names behind a verb ---------------------------------------------------------------------------------

    def _verb_before(self, group: Group, name: Span) -> Predicate | None:
        """The verb whose subject is the name right before this one: «اغتال الموساد عماد مغنية»."""
        verbs = (one for one in self._tree.predicates if one.kind == "verb" and "passive" not in one.head.marks)
        return next((one for one in verbs if self._second_name(one) == name and not group.lead), None)

    def _second_name(self, verb: Predicate) -> Span | None:
        """The name behind the verb's subject, which is a name and nothing else: it is the object."""
        subject = verb.subject
        if self._grammar.subject_first or subject is None or subject.at < verb.group.at or subject.lead:
            return None
        inside = [name for name in self._names if subject.span.start <= name.start < subject.span.end]
        if not inside or inside[0].start > subject.span.start:
            return None
        behind = self._tree.groups[subject.at + 1] if subject.at + 1 < len(self._tree.groups) else None
        if len(inside) > 1:
            return inside[1] if self._tree.groups[subject.at].span.covers(inside[1]) else None
        if behind is None or behind.kind != NOUN or behind.lead or behind.comma or behind.clause is not verb.clause:
            return None
        return next((name for name in self._names if behind.span.start <= name.start < behind.span.end), None)

    # --- the name in its group -----------------------------------------------------------------------------------

    def _action_beside(self, group: Group, name: Span) -> Predicate | None:
        """The noun of action whose genitive or adjective the name is: «مقتل القائد», "the army's raid"."""
        action = self._actions.get(id(group))
        if action is None or name.covers(Span(action.head.start, action.head.end)):
            return None
        between = Span(min(action.head.end, name.end), max(action.head.start, name.start))
        nouns = [unit for unit in self._nouns(list(group.units)) if between.covers(Span(unit.start, unit.end))]
        if any(self._grammar.names("opposed", unit) for unit in group.units) or not all(map(self._hands_on, nouns)):
            return None
        before = action.head.start < name.start
        return action if before is self._grammar.head_first or not before else None

    def _of_action(self, action: Predicate) -> Slot:
        """Of its genitive: whom it was done to, or who did it («مقتل القائد», «هجوم الجيش»)."""
        return Slot(ActorRole.PATIENT if self._undergone(action) else ActorRole.AGENT, action)

    def _is_meant(self, group: Group, name: Span) -> bool:
        """The group is about the name, and not about a thing or place that only belongs to it («مقر النيابة»)."""
        if self._grammar.head_first:
            before = [unit for unit in group.units if unit.end <= name.start and unit.kind is not Kind.PREPOSITION]
            return not before or before[-1].kind in _DEFINITE or all(map(self._hands_on, self._nouns(before)))
        if name.start <= group.head.start < name.end:
            return True
        nouns = [unit for unit in group.units if unit.start >= name.end and unit.kind in (*_COMMON, Kind.NAME)]
        return bool(nouns) and self._hands_on(nouns[-1])

    def _holds_it(self, group: Group, name: Span) -> bool:
        """What is hit with the thing that it holds: «مواقع حزب الله», "a Houthi camp"."""
        first = self._grammar.head_first
        nouns = [unit for unit in group.units if unit.kind in _COMMON and (unit.end <= name.start) is first]
        return bool(nouns) and all(self._grammar.names("holdings", unit) or self._hands_on(unit) for unit in nouns)

    @staticmethod
    def _nouns(units: list[Unit]) -> list[Unit]:
        return [unit for unit in units if unit.kind in _COMMON]

    def _hands_on(self, unit: Unit) -> bool:
        """A noun that stands for whom it belongs to: «قوات», «عناصر», "troops", "spokesman"."""
        return self._grammar.names("stands_for", unit)

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
            if any(first.span.start <= start < group.span.end for start in self._sources):
                return True
            first = self._tree.groups[first.at - 1]
            if first.kind not in (NOUN, "gerund"):
                break
        return any(first.span.start <= start < group.span.end for start in self._sources)

    def _own(self, group: Group) -> Slot | None:
        """Its slot in its own clause."""
        apposed = self._apposed(group) or self._counts(group)
        if apposed is not None:
            return self._at_end(apposed)
        head = group.clause.head if group.clause is not None else None
        role = self._argument(head, group) if head is not None else None
        if role is not None:
            return Slot(role, head)
        if self._lead(group):
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
        action, nouns = self._actions.get(id(group)), self._nouns(list(group.units))
        described = group.units[-1].kind in (Kind.ADJECTIVE, Kind.NUMBER)
        if action is not None and (described or (nouns and nouns[-1] is not action.head)):
            return self._of_action(action)
        return self._own(group)

    def _counts(self, group: Group) -> Group | None:
        """The group whose number counts it: «مقتل 3 عناصر»."""
        before = self._tree.groups[group.at - 1] if group.at and not group.lead else None
        counted = before is not None and before.kind == NOUN and before.units[-1].kind is Kind.NUMBER
        return before if counted and self._grammar.head_first else None

    def _lead(self, group: Group) -> str:
        """The preposition before it, or before the quotation mark that it stands behind: «من "داعش"»."""
        if group.lead or group.at < 2:
            return group.lead or self._glued.get(id(group), "")
        if id(group) in self._glued:
            return self._glued[id(group)]
        mark, before = self._tree.groups[group.at - 1], self._tree.groups[group.at - 2]
        last = before.units[-1]
        leads = last.kind is Kind.PREPOSITION or self._grammar.has("of", last.word)
        return last.word if mark.role.startswith(OPENS) and leads else ""

    def _apposed(self, group: Group) -> Group | None:
        """The noun that it explains: "the police chief, Omar Said, said", «القيادي إبراهيم القحطاني»."""
        if self._lead(group) or group.listed or not group.at:
            return None
        before = self._tree.groups[group.at - 1]
        if before.kind == NOUN:
            return before if self._is_title(before, group) else None
        if before.role.split()[:1] not in ([COMMA], [BRACKET]) or before.kind != MARK:
            return None
        explained = self._explained(before)
        behind = self._tree.groups[group.at + 1] if group.at + 1 < len(self._tree.groups) else None
        closed = behind is None or behind.kind in (MARK, DATE)
        return explained if closed or not self._grammar.subject_first else None

    def _is_title(self, before: Group, group: Group) -> bool:
        """The noun before is a title: it is definite, or has its body behind it («المفوض لدى المحكمة القاضي …»)."""
        if not self._grammar.head_first or group.clause is not before.clause:
            return False
        titled = before.units[-1].kind is Kind.ADJECTIVE and "definite" in before.units[-1].marks
        return (titled and group.units[0].kind is Kind.NAME) or (bool(before.lead) and self._opens_with_title(group))

    @staticmethod
    def _opens_with_title(group: Group) -> bool:
        return group.units[0].kind is Kind.DEFINITE and group.units[-1].kind is Kind.NAME and len(group.units) > 1

    def _explained(self, mark: Group) -> Group | None:
        """The noun before the mark; past what prepositions lead to, where its verb stands before it."""
        found = None
        for group in reversed(self._tree.groups[: mark.at]):
            if group.kind == NOUN and found is None:
                found = group
            if group.kind == NOUN and not group.lead:
                return group
            if group.kind not in (NOUN, OTHER) and group.head.word != "#":
                break
        return found

    def _argument(self, predicate: Predicate, group: Group) -> ActorRole | None:
        """What the group is to a verb as its subject or object."""
        if _holds(predicate.subject, group) or self._stands_before(predicate, group):
            return self._subject_role(predicate)
        if _holds(predicate.object, group):
            return ActorRole.PATIENT
        return None

    def _stands_before(self, predicate: Predicate, group: Group) -> bool:
        """It stands right before its verb, where subjects do: "at a press conference, the president said"."""
        first = self._grammar.subject_first and predicate.kind == "verb" and predicate.form == "finite"
        return first and group.at == predicate.group.at - 1 and group.kind == NOUN and not group.lead

    def _subject_role(self, predicate: Predicate) -> ActorRole:
        """Who does it; of a passive, of dying, and of «قتل» without an object, to whom it is done."""
        if "passive" in predicate.head.marks:
            return ActorRole.PATIENT
        glued = any(unit.kind is Kind.CLITIC for unit in predicate.group.units)
        taken = predicate.object is not None or glued or self._second_name(predicate) is not None
        alone = not self._grammar.subject_first and not taken
        dies = predicate.head.concept == "die"
        return ActorRole.PATIENT if dies or (alone and self._undergone(predicate)) else ActorRole.AGENT

    def _undergone(self, predicate: Predicate) -> bool:
        """A deed that is done to whom its noun is about: «مقتل», «اعتقال», "the killing of"."""
        at = self._sentence.range_of(predicate.span)
        undergone = self._sentence.phrasing.concepts.deeds.undergone
        return (
            any(hit.concept in undergone for hit in self._sentence.concepts_in(at)) or predicate.head.concept == "die"
        )

    def _led(self, group: Group, head: Predicate | None) -> Slot | None:
        """What a preposition leads to: of the noun of action before it, else of the verb of the clause."""
        host = self._host(group)
        if host is not None and self._grammar.has("belongs", self._lead(group)) and self._ends_in_stand_in(host):
            return self._at_end(host)
        action = self._actions.get(id(host)) if host is not None else None
        if action is not None:
            return Slot(self._led_role(action, group), action)
        if host is not None and self._describes(host, group):
            return None
        return Slot(self._led_role(head, group), head) if head is not None else None

    def _describes(self, host: Group, group: Group) -> bool:
        """It only says whose, or what, the noun before it is: «الموالية لإيران», "a base of the army"."""
        near = self._tree.groups[group.at - 1]
        if host is not (self._tree.groups[group.at - 2] if near.role.startswith(OPENS) else near):
            return False
        if host.comma and not host.lead:
            return True
        adjective = host.units[-1].kind is Kind.ADJECTIVE or "participle" in host.units[-1].marks
        return self._grammar.has("of", self._lead(group)) or (adjective and self._grammar.head_first)

    def _ends_in_stand_in(self, group: Group) -> bool:
        """Its last noun stands for those whom the next words name: «ثلاثة عناصر من …», "a spokesman for …"."""
        nouns = self._nouns(list(group.units))
        named = any(unit.kind is Kind.NAME for unit in group.units)
        return bool(nouns) and self._hands_on(nouns[-1]) and not named

    def _host(self, group: Group) -> Group | None:
        """The noun that the preposition hangs on: the action before it in a chain of prepositions, else the nearest."""
        nearest = None
        for before in reversed(self._tree.groups[: group.at]):
            if before.kind in (DATE, OTHER) or before.role.startswith(OPENS):
                continue
            if before.kind != NOUN or before.clause is not group.clause:
                break
            nearest = nearest or before
            if id(before) in self._actions:
                return before
            if not before.lead:
                break
        return nearest

    def _led_role(self, predicate: Predicate, group: Group) -> ActorRole:
        lead = self._lead(group)
        if self._grammar.has("doers", lead) or (group.head.word and self._grammar.names("hands", group.head)):
            return ActorRole.AGENT
        if self._grammar.has("between", lead):
            return ActorRole.AGENT
        if self._grammar.has("together", lead) and predicate.deed.concept in _MUTUAL:
            return ActorRole.AGENT
        if (
            self._grammar.has("targets", lead)
            and "happens" in predicate.deed.marks
            and predicate.deed.concept in _STRIKES
        ):
            return ActorRole.PATIENT
        if predicate.kind == "noun" and self._grammar.has("of", lead):
            return ActorRole.PATIENT if self._undergone(predicate) else ActorRole.AGENT
        return ActorRole.OTHER


_MUTUAL = frozenset({"meet", "clash", "agree", "speak"})
"""Classes of what two do together: «اجتمع مع», "clashed with"."""
_STRIKES = frozenset({"harm", "clash", "damage", "rule", "hold"})


def _holds(slot: Group | None, group: Group) -> bool:
    return slot is not None and any(unit in slot.units for unit in group.units if unit.kind is not Kind.PREPOSITION)
