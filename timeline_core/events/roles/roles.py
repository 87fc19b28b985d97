"""Roles: what each actor that a clause names is to what it tells.

Source:
    DESIGN.md section 5: actors with their role come from the predicate's own slots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from timeline_core.events.roles.charges import is_charge
from timeline_core.events.roles.metonymy import is_of_governments
from timeline_core.events.roles.nouns import COMMON
from timeline_core.events.roles.slots import NameSlots, Slot
from timeline_core.model.actor_role import ActorRole, Roles, joined_roles
from timeline_core.model.entry import Named
from timeline_core.model.span import Span
from timeline_core.syntax.clause import Clause
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import ACTION, CIRCUMSTANCES, COMMENT, Group, Kind, Link, Predicate, Tree
from timeline_core.syntax.tree.values import Clause as TreeClause


class ClauseRoles:
    """The roles of the actors of one clause."""

    def __init__(self, sentence: Sentence, tree: Tree, grammar: Grammar, clause: Clause, slots: NameSlots) -> None:
        """`slots`: of the actors that the sentence names."""
        self._tree, self._grammar, self._slots = tree, grammar, slots
        self._words = sentence.span_of(clause.whole)
        heads = (one for one in tree.predicates if sentence.range_of(one.span)[0] == clause.head)
        self._outer = next(heads, None) if clause.head >= 0 else None
        self._saying = self._outer if clause.said or clause.denied else None
        self._told = clause.predicate

    def of(self, names: Iterable[Named], states: Iterable[Named] = (), undergone: Sequence[Span] = ()) -> Roles:
        """Role and id of those names that have one, in order of mention.

        Args:
            states: those that are named as places; they are actors only as who does it.
            undergone: the words for whom the clause counts as killed, held…: whoever they name has that part in it,
                wherever it is told: "fired at a bus, which led to the death of two rangers".
        """
        names = tuple(names)
        found = [(hit, role) for hit in names for role in self._roles(hit.span)]
        found += [(hit, self._part) for hit in names if self._is_counted(hit.span, undergone)]
        found += [(hit, role) for hit in states for role in self._roles(hit.span) if role in DOERS and self._acts(hit)]
        return joined_roles((role, hit.id) for hit, role in sorted(found, key=lambda one: one[0].span.start))

    def _is_counted(self, name: Span, undergone: Sequence[Span]) -> bool:
        return any(span.covers(name) for span in undergone) and self._slots.is_meant(name)

    @property
    def _part(self) -> ActorRole:
        """What whoever undergoes the deed is to the clause: a statement is only about him."""
        return ActorRole.PATIENT if self._saying is None else ActorRole.OTHER

    def governing(self, capitals: Iterable[Named]) -> Iterator[tuple[ActorRole, Named]]:
        """Those of the capitals that stand for the government of their state: who says something, or strikes."""
        for hit in capitals:
            deeds = (slot.predicate for slot in self._slots.of(hit.span) if slot.role is ActorRole.AGENT)
            governs = any(deed is not None and is_of_governments(deed) for deed in deeds)
            group = self._slots.group_of(hit.span)
            whole = group is not None and hit.span.covers(Span(group.head.start, group.units[-1].end))
            if governs and whole and self._slots.is_subject(hit.span):
                yield from ((role, hit) for role in self._roles(hit.span) if role in DOERS)

    def of_subject(self, predicate: Predicate) -> ActorRole:
        """Who does it, or to whom it is done, where its subject is but a pronoun."""
        return self._slots.subject_role(predicate)

    def speaking(self, names: Iterable[Named]) -> tuple[str, ...]:
        """Ids of those who only say what the clause tells: of the subject of the saying that it belongs to."""
        if self._outer is None or "news" in self._outer.head.marks:
            return ()
        doing = (ActorRole.AGENT, self._outer)
        found = (hit.id for hit in names if any((one.role, one.predicate) == doing for one in self._slots.of(hit.span)))
        return tuple(dict.fromkeys(found))

    def comes_about(self, span: Span) -> bool:
        """The action that the words open with is suffered, or comes about by itself: «مقتل», "the arrival of"."""
        actions = (one for one in self._tree.predicates if one.kind == "noun" and span.covers(one.span))
        first = next(actions, None)
        if first is None:
            return False
        suffered = first.head.concept in _SUFFERED and self._slots.nouns.undergone(first)
        return suffered or first.head.concept in _COMES_ABOUT

    def is_done_to_unnamed(self) -> bool:
        """Something was done to somebody for whom only a pronoun stands, or nothing at all: «حكم عليها»."""
        told = (one for one in self._tree.predicates if self._words.covers(one.span) and self._is_of_it(one))
        return self._saying is None and any(
            self._is_deed_to_owner(one)
            if one.kind == "noun"
            else one.clause.head is one and one.polarity == "positive" and self._unnamed(one)
            for one in told
        )

    def _is_deed_to_owner(self, action: Predicate) -> bool:
        """A pronoun says to whom the noun of action is done: «اعتقاله», «حكم إعدامها», "his arrest"."""
        units = action.group.units
        deeds = [unit for unit in units if ACTION in unit.marks and unit.concept in _DONE_TO_PERSONS]
        if not deeds or not (self._slots.nouns.undergone(action) or deeds[-1] is not action.head):
            return False
        glued = next((two for one, two in pairwise(units) if one is deeds[-1]), None)
        if glued is not None:
            return glued.kind is Kind.CLITIC and self._grammar.has("him", glued.word)
        return self._grammar.has("his", units[0].word)

    def _unnamed(self, predicate: Predicate) -> bool:
        led = [group for group in predicate.clause.groups if group.at > predicate.group.at]
        if predicate.head.concept in _JUDGED and any(bool(group.lead) and self._is_pronoun(group) for group in led):
            return True
        if predicate.head.concept not in _DONE_TO_PERSONS:
            return False
        if "passive" in predicate.head.marks:
            return predicate.subject is None
        glued = any(self._grammar.has("him", unit.word) for unit in predicate.group.units)
        return glued or any(self._is_pronoun(group) for group in led)

    def _is_pronoun(self, group: Group) -> bool:
        """A pronoun of one person, as an object or behind what leads to whom it is done («عليها»)."""
        words = [unit for unit in group.units if unit.kind is not Kind.PREPOSITION]
        alone = len(words) == 1 and self._grammar.has("him", words[0].word)
        return alone and (not group.lead or self._grammar.has("targets", group.lead))

    def are_struck(self, states: Iterable[Named]) -> Iterator[Named]:
        """Those of the states that what is told was done to, so that it was there."""
        for state in states:
            if self._saying is None and self._words.covers(state.span) and self._slots.is_struck(state.span):
                yield state

    def _acts(self, state: Named) -> bool:
        """It is the subject itself, or that of a relative clause about it: "South Sudan, which became …"."""
        about = any(
            one.predicate is not None and one.predicate.clause.host is not None for one in self._slots.of(state.span)
        )
        return about or self._slots.is_subject(state.span)

    def _roles(self, name: Span) -> Iterator[ActorRole]:
        for slot in self._slots.of(name):
            role = self._of_saying(slot) if self._saying is not None else self._of_deed(slot)
            if role is not None:
                yield role

    def _of_saying(self, slot: Slot) -> ActorRole | None:
        """Who speaks; whom it is about: of the statement itself, and of what is said its subject and object."""
        if slot.predicate is None:
            return slot.role
        if slot.predicate is self._saying:
            return ActorRole.SPEAKER if slot.role is ActorRole.AGENT else ActorRole.OTHER
        if slot.role is ActorRole.OTHER:
            return None
        return ActorRole.OTHER if self._is_said(slot.predicate) else None

    def _is_said(self, predicate: Predicate) -> bool:
        """It is what the statement says, or an action in the clause of the statement: «أدان قصف …»."""
        saying = self._saying
        if saying is None:
            return False
        return saying.content is predicate or predicate.clause is saying.clause

    def _of_deed(self, slot: Slot) -> ActorRole | None:
        """Its role in the deed; who says so is its source; who stands only beside it has none."""
        predicate = slot.predicate
        if predicate is None:
            return slot.role
        source = predicate.clause.link is Link.SOURCE
        if source or not self._words.covers(predicate.span):
            says = slot.role is ActorRole.AGENT and "says" in predicate.head.marks
            return ActorRole.SOURCE if says and (source or self._is_above(predicate)) else None
        if slot.role is ActorRole.OTHER and predicate.clause.head is not predicate:
            return None
        if predicate.kind == "noun" and self._only_says_when(predicate):
            return None
        if slot.role is ActorRole.AGENT and self._passes_on(predicate):
            return ActorRole.SOURCE if self._is_above(predicate) else None
        if not self._is_of_it(predicate):
            return None
        if not _happens(predicate) or (predicate.kind == "noun" and not _is_told_with(predicate)):
            return None if predicate.kind == "noun" else ActorRole.OTHER
        return ActorRole.OTHER if _is_what_about(self._told, predicate) else slot.role

    def _only_says_when(self, action: Predicate) -> bool:
        """It only says when that was, or in spite of what: «رفع البنك أجوره بعد مدح اليونان لفرنسا».

        Harm that came of harm is one happening: «قتل ثلاثة بعد قصف الجيش للبلدة».
        """
        told = self._told
        if told is None or told is action or (_is_harsh(told) and _is_harsh(action)):
            return False
        groups = self._tree.groups
        group = action.group
        while group.listed and group.at:
            before = next((one for one in reversed(groups[: group.at]) if one.kind == NOUN), None)
            if before is None:
                break
            group = before if not before.lead or before.listed else self._listed_with(before)
            if not group.listed:
                break
        return self._grammar.has("time", group.lead) and group.at > told.group.at

    def _listed_with(self, group: Group) -> Group:
        """The action that a preposition hangs on: «بعد دعم الاتحاد | لليونان وقرار …»."""
        before = self._tree.groups[group.at - 1] if group.at else group
        acts = any(one.group is before for one in self._tree.predicates if one.kind == "noun")
        return before if acts else group

    def _is_above(self, saying: Predicate) -> bool:
        """What is told hangs on it, or all of the sentence does; it does not only stand in one sentence with it."""
        one = self._told
        if saying.link is Link.MAIN:
            return True
        while one is not None and one is not saying:
            one = one.parent if one.parent is not one else None
        return self._told is None or one is saying

    def _passes_on(self, predicate: Predicate) -> bool:
        """Its subject only says so, or wrote so; where the words tell of the statement itself, it is the deed."""
        if predicate.content is not None and (predicate.content.link is not Link.QUOTE or _says(predicate)):
            return True
        return _says(predicate) and predicate is not self._told

    def _is_of_it(self, predicate: Predicate) -> bool:
        """It belongs to what is told, and is no clause that only says when, why, or who somebody is."""
        clause, parent = predicate.clause, predicate.parent
        if predicate.kind == "participle" or is_charge(predicate, self._told, self._tree, self._grammar):
            return False
        inside = parent is not None and parent is not predicate and self._words.covers(parent.span)
        if inside and self._goes_beside(clause):
            return False
        if not inside or clause.link not in CIRCUMSTANCES:
            return True
        return clause.link is Link.RELATIVE and _is_about_action(clause, self._tree)

    def _goes_beside(self, clause: TreeClause) -> bool:
        """A statement beside what is told: «فيما تبحث الشرطة في …»; what came of it is no such: «مما أدى إلى …»."""
        return clause.opener is not None and clause.opener.units[-1].concept in _BESIDE


def _says(predicate: Predicate) -> bool:
    """It tells only that somebody said something: who speaks has no part in what happened."""
    return "says" in predicate.head.marks and "support" not in predicate.head.marks


def _happens(predicate: Predicate) -> bool:
    """It tells what happened or goes on, and not what somebody is: to be "linked to the attacks" is no doing."""
    marks = predicate.deed.marks | predicate.head.marks
    return not predicate.head.concept or bool(marks & {"happens", "phase", "modal"})


def _is_harsh(predicate: Predicate) -> bool:
    """It tells of harm or force: "shelled", «مقتل»."""
    marks = predicate.deed.marks | predicate.head.marks
    return "news" in marks and "says" not in marks


def _is_about_action(relative: TreeClause, tree: Tree) -> bool:
    """It is about an action, and not about the noun behind it: «بتوزيع الأجبان التي تنتجها تونس»."""
    host = relative.host
    nouns = [unit for unit in host.units if unit.kind in COMMON] if host is not None else []
    return any(one.group is host and nouns[-1:] == [one.head] for one in tree.predicates)


def _is_what_about(told: Predicate | None, action: Predicate) -> bool:
    """Somebody is for or against it, and does it not: "protested against | talks between Italy and Libya"."""
    if told is None or told is action or action.kind != "noun" or not action.group.lead:
        return False
    return told.deed.concept in _STANDS and told.clause is action.clause and not _is_harsh(action)


def _is_told_with(action: Predicate) -> bool:
    """The verb of its clause tells what happened: "an official tied to the attacks" does not."""
    head = action.clause.head
    return head is None or head is action or _happens(head)


_BESIDE = frozenset({COMMENT, "contrast"})
"""What opens a statement beside the others."""
_STANDS = frozenset({"gather", "judge", "decide", "want", "ask", "deny"})
"""Classes of taking a stand: what it is about need not have happened."""
_SUFFERED = frozenset({"harm", "die", "damage"})
_COMES_ABOUT = frozenset({"occur", "move", "go_on"})
_DONE_TO_PERSONS = frozenset({"harm", "hold", "free", "rule"})
_JUDGED = frozenset({"control", "rule"})
"""Classes of what is done upon somebody: «حكم عليها»."""
DOERS = frozenset({ActorRole.AGENT, ActorRole.SPEAKER})
