"""Speech: which predicates tell that somebody said or denied something, and what is said.

Source:
    Reporting verbs and their complements (Quirk et al. 1985, 16.30–31); source-introducing predicates of FactBank.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.syntax.rules import Table, first
from timeline_core.syntax.rules.speech import NEEDS, SPEECH, Saying
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import Group, Link, Predicate

_SPEECH = Table(SPEECH, NEEDS)
_SAID = frozenset({Link.CONTENT, Link.QUOTE})


def spoken(predicates: Sequence[Predicate], groups: Sequence[Group], grammar: Grammar, present: frozenset[str]) -> None:
    """Say of every predicate what its content is, and whether it is a saying.

    Args:
        predicates: in the order of their words.
        present: all that rules may need of the words of the sentence.
    """
    for predicate in predicates:
        saying = predicate.parent if predicate.link in _SAID else None
        if saying is not None and saying.content is None:
            saying.content = predicate
    rules = _SPEECH.within(present)
    for predicate in predicates:
        rule = first(rules, Saying(predicate, groups, grammar))
        predicate.speech = rule.effect
        predicate.rules.append(rule.name)
