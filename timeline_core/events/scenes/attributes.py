"""Places that only say whose, from where or about what something is: «الموالية لطهران», "South Sudan's president".

Source:
    Attributes of a noun are no adjuncts of its clause; a state is where something is only as the noun itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.events.roles.beside import Beside
from timeline_core.events.roles.nouns import COMMON
from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import DATE, NOUN
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Tree, Unit


class Attributes:
    """Which places of one sentence are attributes."""

    def __init__(
        self,
        sentence: Sentence,
        tree: Tree,
        grammar: Grammar,
        beside: Beside,
        places: Sequence[Span],
        states: frozenset[Span],
    ) -> None:
        """`places`: all that the sentence names; `states`: which of them are states."""
        self._sentence, self._tree, self._grammar, self._beside = sentence, tree, grammar, beside
        self._places, self._states = places, states
        self._actions = {id(one.group): one for one in tree.predicates if one.kind == "noun"}

    def is_attribute(self, place: Span, group: Group, told: Group | None) -> bool:
        """It says of a noun whose it is or what it is about, or by whose clock; nothing took place there for that.

        Args:
            told: the words of the predicate that is told of; what they are the topic of is another matter.
        """
        if self._is_clock(place, group) or (place in self._states and not self._is_noun_itself(place, group)):
            return True
        if self._is_glued_to_noun(place, group) or self._is_of_office(place, group) or self._does(place, group):
            return True
        near = self._nearest(group)
        if self._is_told_to(group) or (near is not None and self._is_of(group, near)):
            return True
        host = self._beside.host(group)
        action = self._actions.get(id(host)) if host is not None else None
        about = action is not None and host is not told and self._is_beside(action)
        return about or self._is_topic(group, told)

    def _is_told_to(self, group: Group) -> bool:
        """Somebody speaks to those who are called so, an outlet as a rule: «قال لـ"القدس" إن …»."""
        head = group.clause.head if group.clause is not None else None
        to = self._grammar.head_first and self._grammar.has("of", self._beside.lead(group))
        return to and head is not None and "says" in head.head.marks and head.group.at < group.at

    def _is_of_office(self, place: Span, group: Group) -> bool:
        """It says whose office somebody holds: «محافظ البصرة», "the Basra governor"."""
        first = self._grammar.head_first
        beside = [unit for unit in group.units if (unit.end <= place.start if first else unit.start >= place.end)]
        if not beside:
            return False
        return self._grammar.names("offices", beside[-1] if first else beside[0])

    def _does(self, place: Span, group: Group) -> bool:
        """Who rules there does it: «غارات شنتها دمشق», "Moscow sent ships", but not «شهدت دمشق غارات»."""
        verbs = (one for one in self._tree.predicates if one.kind == "verb" and one.subject is not None)
        verb = next((one for one in verbs if one.subject is not None and one.subject.units == group.units), None)
        if verb is None or group.lead or not all(place.overlaps(_span(unit)) for unit in group.units):
            return False
        taken = verb.object is not None or any(unit.kind is Kind.CLITIC for unit in verb.group.units)
        passive = any("passive" in unit.marks for unit in verb.group.units)
        return taken and not passive and not self._grammar.names("sees", verb.head)

    def _is_topic(self, group: Group, told: Group | None) -> bool:
        """Somebody only speaks of it: "findings regarding two attacks on Atarib"."""
        at = group.at
        while at and self._tree.groups[at].kind in (NOUN, DATE) and self._tree.groups[at].clause is group.clause:
            if self._tree.groups[at] is told:
                return False
            if self._grammar.has("topics", self._tree.groups[at].lead):
                return True
            at -= 1
        return False

    def _nearest(self, group: Group) -> Group | None:
        """The noun before it in its clause, past dates."""
        for before in reversed(self._tree.groups[: group.at]):
            if before.kind == DATE:
                continue
            return before if before.kind == NOUN and before.clause is group.clause else None
        return None

    def _is_glued_to_noun(self, place: Span, group: Group) -> bool:
        """To whom the words before it in its group are loyal: «ميليشيات موالية لطهران», but not «بلدة تابعة لحجة»."""
        at = next((at for at, unit in enumerate(group.units) if unit.start < place.start < unit.end), 0)
        if not at or not self._grammar.has("of", group.units[at].word[: place.start - group.units[at].start]):
            return False
        return not any(self._grammar.names("sites", unit) or self._names_place(unit) for unit in group.units[:at])

    def _is_clock(self, place: Span, group: Group) -> bool:
        """By whose clock: "08:24 Damascus time", «بتوقيت دمشق»."""
        return any(self._grammar.names("clocks", unit) for unit in group.units if not place.covers(_span(unit)))

    def _is_beside(self, action: Predicate) -> bool:
        """The noun of action is what somebody speaks of, or only came after."""
        topic = "says" in action.head.marks
        return topic or self._grammar.has("before", action.group.lead)

    def _is_of(self, group: Group, near: Group) -> bool:
        """Of somebody: from where he is, to whom he is loyal, whose office he holds, with whom he has to do."""
        lead = self._beside.lead(group)
        if self._grammar.has("allied", lead):
            return not any(self._grammar.names("sites", unit) for unit in near.units)
        if self._is_site(near) or id(near) in self._actions:
            return False
        loyal = self._grammar.has("of", lead) and (
            self._grammar.head_first or self._grammar.names("offices", near.head)
        )
        origin = self._grammar.has("from", lead) and self._is_people(near)
        return loyal or origin

    def _is_noun_itself(self, place: Span, group: Group) -> bool:
        """The group is about the state or a part of it: «شمال العراق», "Sudan's border", not "Iran's president"."""
        first = self._grammar.head_first
        beside = [unit for unit in group.units if (unit.end <= place.start if first else unit.start >= place.end)]
        nouns = [unit for unit in beside if unit.kind in COMMON or unit.kind is Kind.NAME]
        return all(self._grammar.names("sites", unit) or self._names_place(unit) for unit in nouns)

    def _is_site(self, group: Group) -> bool:
        return any(self._grammar.names("sites", unit) or self._names_place(unit) for unit in group.units)

    def _names_place(self, unit: Unit) -> bool:
        return any(one.overlaps(_span(unit)) for one in self._places)

    def _is_people(self, group: Group) -> bool:
        people = self._sentence.phrasing.figures.people.find(
            self._sentence.run[slice(*self._sentence.range_of(group.span))]
        )
        return any(self._grammar.names("stands_for", unit) for unit in group.units) or any(True for _ in people)


def _span(unit: Unit) -> Span:
    return Span(unit.start, max(unit.end, unit.start + 1))
