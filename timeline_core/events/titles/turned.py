"""A noun with a clause that tells who did it, turned into the statement that it makes.

«العملية التي نفذها الجيش في حلب» tells that «نفذ الجيش العملية في حلب».

Source:
    A relative clause presupposes the statement that it makes of its noun (Keenan and Comrie 1977).
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_core.events.titles.subject_words import SubjectWords
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Kind, Link, Predicate, Tree, Unit

_STATED = frozenset({Kind.DEFINITE, Kind.NAME, Kind.NOUN})


class Turned(NamedTuple):
    """The words of the statement in their order, and the pronoun that it does without."""

    done: Span
    """The verb and who does it."""
    noun: Span
    rest: Span
    pronoun: Span


def turned(words: SubjectWords, tree: Tree, grammar: Grammar, predicate: Predicate | None, span: Span) -> Turned | None:
    """The statement that the clause makes of its noun, whose pronoun is the object of the verb.

    Args:
        span: the words of the title, from the noun on.
    """
    if predicate is None or grammar.subject_first or predicate.link is not Link.RELATIVE:
        return None
    opener, subject, glued = predicate.clause.opener, predicate.subject, _glued(predicate)
    plain = opener is not None and len(opener.units) == 1 and opener.units[0].kind is Kind.RELATIVE
    if opener is None or subject is None or glued is None or not plain or predicate.group.at != opener.at + 1:
        return None
    behind = subject.at == predicate.group.at + 1 and subject.kind == NOUN and not subject.lead
    told = subject.head.kind in _STATED or "definite" in subject.marks
    if not (behind and told) or predicate.polarity != "positive":
        return None
    who = words.whole(subject, tree, grammar)
    noun = Span(span.start, opener.span.start)
    if not (span.start < opener.span.start and who.end <= span.end) or tree.groups[opener.at - 1].kind != NOUN:
        return None
    return Turned(Span(predicate.span.start, who.end), noun, Span(who.end, span.end), glued)


def _glued(predicate: Predicate) -> Span | None:
    """The pronoun glued to the end of the verb, whose last letter it does not change."""
    units: tuple[Unit, ...] = predicate.group.units
    last = units[-1]
    verb = next((unit for unit in reversed(units) if unit.kind is Kind.FINITE), None)
    if last.kind is not Kind.CLITIC or verb is None or last.start > verb.end or "passive" in verb.marks:
        return None
    return Span(last.start, last.end)
