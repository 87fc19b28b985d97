"""What only goes on telling of the noun before it, and fills no slot of the verb: «القوات | المنتشرة».

Source:
    Modifiers inside the noun phrase: adjective, genitive (iḍāfa), name in quotation marks (Ryding 2005).
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.marks import OPENS, WORDS
from timeline_core.syntax.tree.phrases.name_edges import OF_PERSON
from timeline_core.syntax.tree.values import ACTION, Group, Kind


class TellingOn:
    """The modifiers among the groups of one sentence."""

    def __init__(self, groups: Sequence[Group], grammar: Grammar) -> None:
        self._groups, self.grammar = groups, grammar

    def is_told_of_before(self, group: Group) -> bool:
        """It goes on with the noun before it, and fills no slot of the verb."""
        told = self._describes(group) or self._names(group) or self._owns(group) or self._is_of_action(group)
        told = told or self._is_of_compound(group)
        return told or self._says_where(group) or modifies(self._groups[group.at - 1], group)

    def _says_where(self, group: Group) -> bool:
        """A quarter of the compass right behind what a preposition leads to: «إثر قصف جوي | جنوب المدينة»."""
        led = bool(self._groups[group.at - 1].lead) and not group.comma
        return led and self.grammar.names("quarters", group.units[0])

    def _names(self, group: Group) -> bool:
        """A name in quotation marks, right behind the noun that is called so, or behind what leads to it.

        «خلايا "جماعة النور"» is one noun, and «مع "جماعة النور"» no object.
        """
        at = group.at - 1
        if at < 1 or self._groups[at].role != f"{OPENS} {WORDS}":
            return False
        before = self._groups[at - 1]
        called = before.kind == NOUN and (not before.lead or before.units[-1].kind is Kind.NOUN)
        return before.units[-1].kind is Kind.PREPOSITION or (self.grammar.head_first and called)

    def _owns(self, group: Group) -> bool:
        """A determiner and its noun, on which the indefinite noun led there leans: «بتكاتف | جميع الدول» (iḍāfa)."""
        before = self._groups[group.at - 1]
        last = before.units[-1]
        open_ = before.kind == NOUN and bool(before.lead) and last.kind is Kind.NOUN and "guessed" not in last.marks
        determined = group.units[0].kind is Kind.DETERMINER and any(one.kind in _DEFINITE for one in group.units[1:])
        return self.grammar.head_first and open_ and determined and not group.comma

    def _is_of_compound(self, group: Group) -> bool:
        """What an office of two words owns: «مدير عام | إدارة الموارد» (its adjective has no article)."""
        before = self._groups[group.at - 1]
        office = any(self.grammar.names(name, before.units[0]) for name in _OFFICES)
        ranked = before.kind == NOUN and self.grammar.has("office_ranks", before.units[-1].word) and not group.comma
        return office and ranked and not holds_person(group)

    def _is_of_action(self, group: Group) -> bool:
        """The object of an action that its doer owns: «بعد قصفه | القرية»."""
        before = self._groups[group.at - 1]
        owned = before.kind == NOUN and bool(before.lead) and before.units[-1].kind is Kind.CLITIC
        return owned and ACTION in before.marks and not group.comma

    def _describes(self, group: Group) -> bool:
        """A participle with its article right behind the noun that it describes: «القوات المنتشرة».

        So does a word that no list knows, behind a name: «في الحكومة | المؤقتة».
        """
        before = self._groups[group.at - 1]
        if any(OF_PERSON in unit.marks for unit in group.units):
            return False
        if group.marks >= _GUESSED and before.lead and group.units[1:] == () and not group.comma:
            return before.units[-1].kind is Kind.NAME
        if before.kind != NOUN or group.comma or not {"participle", "definite"} <= group.marks:
            return False
        return "plural" in before.marks or not {"plural", "masculine"} <= group.marks

    def tells_on(self, office: Group, joint: Group) -> bool:
        """What is joined tells on what the office is: «مدير الإعلام | والنشر سامر حداد», «رئيس الفرع | والناطق»."""
        joined = self._groups[joint.at + 1] if joint.at + 1 < len(self._groups) else joint
        held = any(self.grammar.names(name, office.units[0]) for name in _OFFICES)
        one = held and self.grammar.head_first and "plural" not in office.marks and bool(office.units[1:])
        owned = any(unit.kind is Kind.CLITIC for unit in joined.units)
        tells = joined.kind == NOUN and joined.units[0].kind in (Kind.DEFINITE, Kind.NOUN) and not owned
        return one and tells and not holds_person(joined)


_DEFINITE = frozenset({Kind.DEFINITE, Kind.NAME, Kind.PRONOUN, Kind.CLITIC})
_GUESSED = frozenset({"guessed", "definite"})
_OFFICES = ("persons", "posts")


def holds_person(group: Group) -> bool:
    """A person is named in it."""
    return any(OF_PERSON in unit.marks for unit in group.units)


def modifies(before: Group, group: Group) -> bool:
    """A demonym behind the adjective of an action that a preposition leads to: «في ضربة جوية | أمريكية».

    It is a name by itself, and agrees with the adjective in its ending.
    """
    [*_, last], first = before.units, group.units[0]
    led = bool(before.lead) and "action" in before.marks and before.head.kind is Kind.NOUN
    adjective = last.kind is Kind.ADJECTIVE and "feminine" in last.marks and "definite" not in last.marks
    alone = first.kind is Kind.NAME and first is group.units[-1] and not (group.lead or group.comma)
    return led and adjective and alone and first.word[-1:] == last.word[-1:]
