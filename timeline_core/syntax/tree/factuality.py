"""Factuality: polarity and modality of every predicate, its own and what it takes from those that it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.rules import first
from timeline_core.syntax.rules.factuality import CONDITIONAL, DENIED, MODALITY, NEGATIVE, POLARITY, STATE, Facts
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Link, Predicate

_PASSES = frozenset(
    {Link.JOINED, Link.CONTENT, Link.COMPLEMENT, Link.TIME, Link.PURPOSE, Link.RELATIVE, Link.CONDITION}
)
_HELD = frozenset({DENIED, CONDITIONAL})


def judged(predicates: Sequence[Predicate], grammar: Grammar) -> None:
    """Say of every predicate whether it is told as something that happened."""
    done: set[int] = set()
    for predicate in predicates:
        _judge(predicate, grammar, done)


def _judge(predicate: Predicate, grammar: Grammar, done: set[int]) -> None:
    if id(predicate) in done:
        return
    done.add(id(predicate))
    if predicate.parent is not None:
        _judge(predicate.parent, grammar, done)
    here = Facts(predicate, grammar)
    said, told = first(POLARITY, here), first(MODALITY, here)
    predicate.rules += [said.name, told.name]
    polarity, modality = said.effect, told.effect
    predicate.polarity = NEGATIVE if polarity else "positive"
    predicate.modality = DENIED if polarity == DENIED else modality or _inherited(predicate)


def _inherited(predicate: Predicate) -> str:
    """What is inside something denied, conditional, planned or wanted shares its fate; a relative clause does not."""
    parent = predicate.parent
    if parent is None or parent.modality == STATE or predicate.link not in _PASSES or predicate.link is Link.RELATIVE:
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
