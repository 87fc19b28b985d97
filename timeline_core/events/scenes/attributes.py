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

    def is_attribute(self, place: Span, group: Group) -> bool:
        """It says of a noun whose it is or what it is about, or by whose clock; nothing took place there for that."""
        if self._is_clock(place, group) or (place in self._states and not self._is_noun_itself(place, group)):
            return True
        if self._is_glued_to_noun(place, group):
            return True
        near = self._nearest(group)
        if near is not None and self._is_of(place, group, near):
            return True
        host = self._beside.host(group)
        action = self._actions.get(id(host)) if host is not None else None
        return action is not None and self._is_beside(action)

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

    def _is_of(self, place: Span, group: Group, near: Group) -> bool:
        """Of somebody: from where he is, to whom he is loyal, with whom his state has to do."""
        if self._is_site(near) or id(near) in self._actions:
            return False
        lead = self._beside.lead(group)
        loyal = self._grammar.has("of", lead) and self._grammar.head_first
        origin = self._grammar.has("from", lead) and self._is_people(near)
        party = place in self._states and self._grammar.has("together", lead)
        return loyal or origin or party

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
