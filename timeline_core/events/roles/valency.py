"""Valency: to whom a predicate is done by the preposition that it asks for: «أفرج عن», «فرض عقوبات على», "fired at".

Source:
    Valency (Tesnière 1959): a verb chooses the prepositions that lead to its complements.
"""

from __future__ import annotations

from timeline_core.events.roles.beside import Beside
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Group, Predicate
from timeline_core.text.fold import folded


class Valency:
    """The complements of the predicates of one sentence."""

    def __init__(self, grammar: Grammar, beside: Beside) -> None:
        self._grammar, self._beside = grammar, beside

    def done_upon(self, verb: Predicate) -> Group | None:
        """Whom the verb's own preposition leads to as the one it is done to: «أفرجت الهيئة عن ناشط»."""
        behind = (one for one in verb.clause.groups if one.at > verb.group.at and one.kind == NOUN)
        return next((one for one in behind if self.is_upon(verb, one)), None)

    def is_upon(self, predicate: Predicate, group: Group) -> bool:
        """The preposition before it is the one of the predicate."""
        return self._grammar.has("done_upon", f"{folded(predicate.head.lemma)} {self._beside.lead(group)}")

    def opposes(self, predicate: Predicate, group: Group) -> bool:
        """A deed that is done upon somebody is against it, or one of force: «عملية ضد خلايا …»."""
        deed = predicate.deed
        against = bool({"upon", "light"} & deed.marks) or deed.concept == "act"
        return against and self._grammar.has("opposes", self._beside.lead(group))

    def strikes(self, predicate: Predicate) -> bool:
        """It tells what is done upon somebody: "an attack on", «أطلق الرصاص على», «فرض عقوبات على»."""
        told = predicate.object
        laid = told is not None and any(self._grammar.names(name, told.head) for name in ("hands", "laid_upon"))
        return laid or {"happens", "upon"} <= predicate.deed.marks
