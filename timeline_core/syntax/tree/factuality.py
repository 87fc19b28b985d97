"""Factuality: polarity and modality of every predicate, its own and what it takes from those that it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.rules import Table, first
from timeline_core.syntax.rules.facts import NEGATIVE, Facts
from timeline_core.syntax.rules.factuality import CONDITIONAL, DENIED, MODALITY, NEEDS, POLARITY, STATE
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK
from timeline_core.syntax.tree.marks import COLON
from timeline_core.syntax.tree.values import Group, Link, Predicate

_PASSES = frozenset(
    {Link.JOINED, Link.CONTENT, Link.COMPLEMENT, Link.TIME, Link.PURPOSE, Link.RELATIVE, Link.CONDITION}
)
_ASK = "ask"
"""Class of verbs that tell that somebody asked, and are told themselves."""
_OF_VERBS = Table(POLARITY, NEEDS), Table(MODALITY, NEEDS)
_OF_NOUNS = tuple(Table([rule for rule in rules if not rule.verbal], NEEDS) for rules in (POLARITY, MODALITY))
_HELD = frozenset({DENIED, CONDITIONAL})


def judged(predicates: Sequence[Predicate], groups: Sequence[Group], grammar: Grammar, present: frozenset[str]) -> None:
    """Say of every predicate whether it is told as something that happened.

    Args:
        present: all that rules may need of the words of the sentence.
    """
    judge = _Judge(groups, grammar, _question(groups, grammar), present)
    for predicate in predicates:
        judge.settle(predicate)


def _question(groups: Sequence[Group], grammar: Grammar) -> int:
    """The group with which the question begins that the sentence is or ends in; behind the last where it asks nothing.

    «كتب: «هل ينجح؟»» asks only in what is quoted, «السؤال هنا: لماذا انسحب؟» behind the colon, «انسحب، فهل يعود؟»
    from the word on that asks.
    """
    first, asks = 0, False
    for group in reversed(groups):
        if group.kind == MARK and group.role == COLON:
            first = max(first, group.at)
            break
        asks = asks or (group.kind == MARK and grammar.has("question", group.head.word))
        if not asks and group.kind != MARK:
            break
        first = first if asks else max(first, group.partner)
    if not asks:
        return len(groups)
    words = (one.at for one in groups[first:] if any(grammar.has("asks", unit.word) for unit in one.units))
    return next(words, first)


class _Judge:
    """Judges the predicates of one sentence, each once, behind what it hangs on."""

    def __init__(self, groups: Sequence[Group], grammar: Grammar, question: int, present: frozenset[str]) -> None:
        """`question`: the group with which a question begins."""
        self._groups, self._grammar, self._question, self._done = groups, grammar, question, set[int]()
        self._of_verbs, self._of_nouns = ([one.within(present) for one in some] for some in (_OF_VERBS, _OF_NOUNS))

    def settle(self, predicate: Predicate) -> None:
        if id(predicate) in self._done:
            return
        self._done.add(id(predicate))
        if predicate.parent is not None:
            self.settle(predicate.parent)
        asked = predicate.group.at >= self._question and predicate.head.concept != _ASK
        behind = next(iter(self._groups[predicate.group.at + 1 :]), None)
        here = Facts(predicate, self._grammar, behind=behind, asked=asked)
        polarities, modalities = self._of_verbs if here.verbal else self._of_nouns
        polarity_rule, modality_rule = first(polarities, here), first(modalities, here)
        predicate.rules += [polarity_rule.name, modality_rule.name]
        polarity, modality = polarity_rule.effect, modality_rule.effect
        predicate.polarity = NEGATIVE if polarity else "positive"
        predicate.modality = DENIED if polarity == DENIED else modality or _inherited(predicate)


def _inherited(predicate: Predicate) -> str:
    """What is inside something denied, conditional, planned or wanted shares its fate; a relative clause does not."""
    parent = predicate.parent
    if parent is None or parent.modality == STATE or predicate.link not in _PASSES:
        return ""
    if predicate.link is Link.RELATIVE or predicate.clause.continues:
        return ""
    if predicate.link is Link.JOINED:
        return parent.modality if predicate.form == parent.form else ""
    if (
        predicate.kind in ("noun", "participle")
        and predicate.group is not parent.object
        and parent.modality not in _HELD
    ):
        return ""
    own = predicate.form in ("finite", "copula") and "past" in predicate.head.marks
    return parent.modality if parent.modality in _HELD or not own else ""
