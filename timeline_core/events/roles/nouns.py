"""What a name is in the group of words that holds it: its head, the genitive of an action, or part of another name.

Source:
    The head of a noun phrase, and what its genitive hands on to it: «قوات النظام» are he, «مقر الحكومة» is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline_core.model.span import Span
from timeline_core.syntax.sentence import Sentence
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Kind, Predicate, Unit
from timeline_core.text.fold import folded

COMMON = frozenset({Kind.NOUN, Kind.DEFINITE})
_OF_BODIES = frozenset({"die", "hold", "free"})
"""Classes of what is done to somebody, and tells of him alone where it names one: «حبس فلان», «أوقف فلان»."""
_HELD = ("persons", "posts", "courtesies")
_OF_OBJECTS = frozenset({"appoint"})
"""Classes whose noun is about its object: «تعيين الوزير», "the election of"."""
_DEFINITE = frozenset({Kind.DEFINITE, Kind.NAME, Kind.ADJECTIVE, Kind.DETERMINER, Kind.POSSESSIVE})


class Nouns:
    """The nouns of the groups of one sentence."""

    def __init__(self, sentence: Sentence, grammar: Grammar, actions: Mapping[int, Predicate]) -> None:
        """`actions`: id of a group -> the noun of action that it is about."""
        self._sentence, self._grammar, self._actions = sentence, grammar, actions

    def action_beside(self, group: Group, name: Span) -> Predicate | None:
        """The noun of action whose genitive or adjective the name is: «مقتل القائد», "the army's raid"."""
        action = self._actions.get(id(group))
        if action is None or name.covers(Span(action.head.start, action.head.end)):
            return None
        between = Span(min(action.head.end, name.end), max(action.head.start, name.start))
        nouns = [unit for unit in self.common(group.units) if between.covers(Span(unit.start, unit.end))]
        handed = all(map(self._leads_to_him, nouns)) or self._is_means(action, nouns)
        if any(self._grammar.names("opposed", unit) for unit in group.units) or not handed:
            return None
        before = action.head.start < name.start
        return action if before is self._grammar.head_first or not before else None

    def _leads_to_him(self, unit: Unit) -> bool:
        """It stands for whom it belongs to, or is the post of who is named: «مشاركة اللاعب سامر حداد»."""
        post = any(self._grammar.names(name, unit) for name in _HELD)
        return post or self.hands_on(unit)

    def _is_means(self, action: Predicate, nouns: Sequence[Unit]) -> bool:
        """They say by what means somebody was harmed: "a Russian air strike", and not "a weapons depot raid"."""
        held = any(self._grammar.names("holdings", unit) for unit in nouns)
        return not self._grammar.head_first and action.head.concept == "harm" and not held

    def is_meant(self, group: Group, name: Span) -> bool:
        """The group is about the name, and not about a thing or place that only belongs to it («مقر النيابة»)."""
        if self._grammar.head_first:
            before = [unit for unit in group.units if unit.end <= name.start and unit.kind is not Kind.PREPOSITION]
            if before[1:] and before[0].kind is Kind.NOUN and self._grammar.names("kin", before[0]):
                return False
            if before[1:] and before[0].kind is Kind.NOUN and before[-1].kind is Kind.DEFINITE:
                return self._leads_to_him(before[0])
            return not before or before[-1].kind in _DEFINITE or all(map(self.hands_on, self.common(before)))
        if name.start <= group.head.start < name.end:
            return True
        nouns = [unit for unit in group.units if unit.start >= name.end and unit.kind in (*COMMON, Kind.NAME)]
        return bool(nouns) and self.hands_on(nouns[-1])

    def holds_it(self, group: Group, name: Span) -> bool:
        """What is hit with the thing that it holds: «مواقع حزب الله», "a Houthi camp"."""
        first = self._grammar.head_first
        nouns = [unit for unit in group.units if unit.kind in COMMON and (unit.end <= name.start) is first]
        return self.is_holding(nouns)

    def is_holding(self, nouns: Sequence[Unit]) -> bool:
        """Nouns for a thing that is hit for whose it is: «مواقع», «مركز القيادة», "a camp"."""
        held = [self._grammar.names("holdings", unit) for unit in nouns]
        return any(held[:1]) or (
            bool(nouns) and all(one or self.hands_on(unit) for one, unit in zip(held, nouns, strict=True))
        )

    @staticmethod
    def common(units: Sequence[Unit]) -> list[Unit]:
        return [unit for unit in units if unit.kind in COMMON]

    def hands_on(self, unit: Unit) -> bool:
        """A noun that stands for whom it belongs to: «قوات», «عناصر», "troops", "spokesman"."""
        return self._grammar.names("stands_for", unit)

    def undergone(self, predicate: Predicate) -> bool:
        """A deed that is done to whom its noun is about: «مقتل», «اعتقال», «حبس», "the killing of"."""
        at = self._sentence.range_of(predicate.span)
        undergone = self._sentence.phrasing.concepts.deeds.undergone
        listed = predicate.head.concept in _OF_OBJECTS or self._is_of_object(predicate.head)
        noun = predicate.kind == "noun" and listed
        return (
            noun
            or predicate.head.concept in _OF_BODIES
            or any(hit.concept in undergone for hit in self._sentence.concepts_in(at))
        )

    def _is_of_object(self, deed: Unit) -> bool:
        """It is about its object; a noun of instance is about who does it: «ضرب المعتقل», but «ضربة أمريكية»."""
        lemma = folded(deed.lemma)
        instance = "feminine" in deed.marks and deed.word != lemma and deed.word.startswith(lemma)
        return self._grammar.names("of_objects", deed) and not instance

    def undergoes(self, predicate: Predicate) -> bool:
        """A verb whose subject is the one to whom it is done: «تعرض لهجوم», "suffered", "lost his life"."""
        return self._grammar.names("undergoes", predicate.head) or meets_death(predicate, self._grammar)


def meets_death(predicate: Predicate, grammar: Grammar) -> bool:
    """Its subject dies by the noun beside it, which is his own: «لقي ثلاثة حتفهم», "two lost their lives"."""
    if predicate.kind != "verb" or "passive" in predicate.head.marks:
        return False
    undergoes, loses = grammar.names("undergoes", predicate.head), predicate.head.concept == "lose"
    for group in predicate.clause.groups if undergoes or loses else ():
        if group.at < predicate.group.at:
            continue
        led = grammar.has("whose", group.units[0].word)
        for at, unit in enumerate(group.units):
            owned = led or any(one.kind is Kind.CLITIC for one in group.units[at + 1 : at + 2])
            if owned and ((loses and grammar.names("lives", unit)) or (undergoes and unit.concept == "die")):
                return True
    return False
