"""Units that are of another kind for what stands beside them: "fighting between", "the wounded", «رئيس | البلدية».

Source:
    Conversion and nominalisation in context (Quirk et al. 1985, I.43 ff.).
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import ACTION, Kind, Unit
from timeline_core.text.fold import folded

_OWNERS = frozenset({Kind.NAME, Kind.DEFINITE})
_PREPOSITION, _NEGATION, _ADJECTIVE = Kind.PREPOSITION, Kind.NEGATION, Kind.ADJECTIVE
_VERBAL = frozenset({Kind.PARTICIPLE, Kind.FINITE, Kind.BASE})
_DESCRIBED = frozenset({Kind.NOUN, Kind.NAME, Kind.ADJECTIVE, Kind.GERUND, Kind.NUMBER})
"""Kinds before which a participle describes: "the wounded | men"."""


class InPlace:
    """Reads the units of sentences of one language in their places."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._people = grammar.lists.get("stands_for", frozenset()) if grammar.head_first else frozenset()

    def of(self, found: list[Unit]) -> list[Unit]:
        """The units, those of another kind for what stands beside them or because they open the sentence.

        A gerund is a noun where two share it: "fighting between". An adjective with the article does not describe a
        noun without it, and owns it: «رئيس البلدية». A noun of people that is spelt like an adjective has its owner
        behind it: «مسلحو | داعش», «مقاتلي | المعارضة».
        """
        last = len(found) - 1
        for at, unit in enumerate(found):
            if unit.kind is _ADJECTIVE and unit.word in self._people and found[min(at + 1, last)].kind in _OWNERS:
                found[at] = unit._replace(kind=Kind.NOUN)
                continue
            if unit.kind is Kind.GERUND and self.grammar.has("between", found[min(at + 1, last)].word):
                found[at] = unit._replace(kind=Kind.NOUN, marks=unit.marks | {ACTION})
            elif unit.kind in _VERBAL and at and self._are_people(found[:at], unit, found[min(at + 1, last)]):
                found[at] = unit._replace(kind=Kind.NOUN, marks=frozenset({"plural"}))
            elif unit.kind is _PREPOSITION:
                found[at] = self._signed(unit, found[min(at + 1, last)])
            elif unit.kind is _NEGATION:
                found[at] = self._related(unit, found[min(at + 1, last)], first=not at)
            elif unit.kind is _ADJECTIVE and at and found[at - 1].kind is Kind.NOUN and "definite" in unit.marks:
                found[at] = unit._replace(kind=Kind.DEFINITE)
        return found

    def _are_people(self, before: Sequence[Unit], unit: Unit, behind: Unit) -> bool:
        """A participle that an article makes a noun for people, with none behind: "took the wounded to hospital"."""
        led = next((one for one in reversed(before) if one.kind is not Kind.NUMBER), unit)
        known = self.grammar.has("articles", led.word) and "persons" in unit.lists
        return known and behind.kind not in _DESCRIBED

    def _related(self, unit: Unit, behind: Unit, *, first: bool) -> Unit:
        """A word that negates only where it opens a sentence; elsewhere it relates («ما أعلنته»), or goes on."""
        if not self.grammar.has("opening_negations", unit.word):
            return unit
        if self.grammar.has("goes_on", folded(behind.lemma)):
            return unit._replace(kind=Kind.PARTICLE)
        return unit if first else unit._replace(kind=Kind.RELATIVE)

    def _signed(self, unit: Unit, behind: Unit) -> Unit:
        """The word before a verb without tense is its sign, and leads to no place ("to have")."""
        if behind.kind is not Kind.AUXILIARY:
            return unit
        return unit._replace(kind=Kind.TO) if self.grammar.has("infinitive_signs", unit.word) else unit
