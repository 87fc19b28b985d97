"""Factuality: polarity and modality of every predicate, its own and what it takes from those that it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.factuality import CONDITIONAL, DENIED, MODALITY, NEGATIVE, POLARITY, STATE, Facts
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK
from timeline_core.syntax.tree.marks import COLON
from timeline_core.syntax.tree.values import Group, Link, Predicate

_PASSES = frozenset(
    {Link.JOINED, Link.CONTENT, Link.COMPLEMENT, Link.TIME, Link.PURPOSE, Link.RELATIVE, Link.CONDITION}
)
_ASK = "ask"
"""Class of verbs that tell that somebody asked, and are told themselves."""
_POLARITY_OF_NOUNS = tuple(rule for rule in POLARITY if not rule.verbal)
_MODALITY_OF_NOUNS = tuple(rule for rule in MODALITY if not rule.verbal)
_HELD = frozenset({DENIED, CONDITIONAL})


def judged(predicates: Sequence[Predicate], groups: Sequence[Group], grammar: Grammar) -> None:
    """Say of every predicate whether it is told as something that happened."""
    done: set[int] = set()
    question = _question(groups, grammar)
    for predicate in predicates:
        _judge(predicate, grammar, done, question)


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


def _judge(predicate: Predicate, grammar: Grammar, done: set[int], question: int) -> None:
    if id(predicate) in done:
        return
    done.add(id(predicate))
    if predicate.parent is not None:
        _judge(predicate.parent, grammar, done, question)
    asked = predicate.group.at >= question and predicate.head.concept != _ASK
    here = Facts(predicate, grammar, asked=asked)
    polarity_rule = first(POLARITY if here.verbal else _POLARITY_OF_NOUNS, here)
    modality_rule = first(MODALITY if here.verbal else _MODALITY_OF_NOUNS, here)
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
