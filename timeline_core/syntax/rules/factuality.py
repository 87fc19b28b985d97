"""The rules that say whether what a predicate tells has happened: its own words first, then what it hangs on.

Source:
    Polarity and modality of FactBank (Saurí and Pustejovsky 2009); inheritance along links.
"""

from __future__ import annotations

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Kind, Link, Predicate

_FACTS = "factuality"
NEGATIVE = "negative"
PLANNED, WANTED, SUPPOSED, CONDITIONAL, DENIED = "planned", "wanted", "supposed", "conditional", "denied"

_INSIDE = frozenset({Link.CONTENT, Link.PURPOSE, Link.COMPLEMENT, Link.QUOTE})


class Facts:
    """A predicate with its grammar, as the rules see it."""

    def __init__(self, predicate: Predicate, grammar: Grammar) -> None:
        self.predicate, self._grammar = predicate, grammar

    def word(self, name: str) -> bool:
        """A word of that list stands in its group."""
        return any(self._grammar.has(name, unit.word) for unit in self.predicate.group.units)

    def has(self, name: str, word: str) -> bool:
        """The word is on that list."""
        return self._grammar.has(name, word)

    @property
    def verbal(self) -> bool:
        """It is no noun."""
        return self.predicate.kind in ("verb", "copula")

    def below(self, trait: str) -> bool:
        """A predicate of a class with that trait is about it: the one it hangs on, or the word before its clause."""
        parent = self.predicate.parent
        if not self.verbal:
            return parent is not None and self.predicate.group is parent.object and trait in parent.head.marks
        if self.predicate.link not in _INSIDE:
            return False
        return (parent is not None and trait in parent.head.marks) or trait in self._leading()

    def _leading(self) -> frozenset[str]:
        """The features of the noun or participle right before the clause: «من المقرر أن …», "expected to …"."""
        clause = self.predicate.clause
        first = clause.opener or self.predicate.group
        inside = clause.above.groups if clause.above is not None else []
        return next((group.marks for group in inside if group.at == first.at - 1), frozenset())

    @property
    def without_tense(self) -> bool:
        """It says nothing of its own time: an infinitive, a subjunctive, a noun."""
        head = self.predicate.head
        finite = self.predicate.form in ("finite", "copula")
        return not finite or "subjunctive" in head.marks or ("present" in head.marks and not self.future)

    @property
    def future(self) -> bool:
        """It looks ahead by its own words."""
        return self.verbal and self.word("future")


FactRule = Rule[Facts, str]


def _negated(here: Facts) -> bool:
    return here.verbal and any(unit.kind is Kind.NEGATION for unit in here.predicate.group.units)


def _none(here: Facts) -> bool:
    """Nobody did it, or nothing was done: "no one came", "there was no comment"."""
    arguments = (here.predicate.subject, here.predicate.object)
    return here.verbal and any(here.has("none", group.units[0].word) for group in arguments if group is not None)


POLARITY: tuple[FactRule, ...] = (
    Rule("negated", _FACTS, "a negation in the group of the verb", _negated, NEGATIVE),
    Rule("none", _FACTS, "a word for none in its subject or object", _none, NEGATIVE, ("none",)),
    Rule("denied", _FACTS, "what somebody denies", lambda here: here.below("denies"), DENIED),
    Rule("prevented", _FACTS, "what was prevented", lambda here: here.below("prevents"), NEGATIVE),
    Rule("not negated", _FACTS, "nothing takes it back", lambda _: True, ""),
)
MODALITY: tuple[FactRule, ...] = (
    Rule("condition", _FACTS, "a clause of condition", lambda here: here.predicate.link is Link.CONDITION, CONDITIONAL),
    Rule("future", _FACTS, "a word for what is to come", lambda here: here.future, PLANNED, ("future",)),
    Rule("supposed", _FACTS, "a word for what may be", lambda here: here.verbal and here.word("supposed"), SUPPOSED),
    Rule("planned", _FACTS, "what is planned", lambda here: here.below("plans") and here.without_tense, PLANNED),
    Rule("wanted", _FACTS, "what is wanted", lambda here: here.below("wants") and here.without_tense, WANTED),
    Rule("possible", _FACTS, "what may be", lambda here: here.below("doubts") and here.without_tense, SUPPOSED),
    Rule("purpose", _FACTS, "to what end", lambda here: here.predicate.link is Link.PURPOSE, WANTED),
    Rule("told as it is", _FACTS, "nothing limits it", lambda _: True, ""),
)
