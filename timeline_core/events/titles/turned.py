"""A noun with a clause that tells who did it, turned into the statement that it makes.

«العملية التي نفذها الجيش في حلب» tells that «نفذ الجيش العملية في حلب».

Source:
    A relative clause presupposes the statement that it makes of its noun (Keenan and Comrie 1977).
"""

from __future__ import annotations

from typing import NamedTuple

from timeline_core.events.titles.meant.subject_words import SubjectWords
from timeline_core.events.titles.phrases import owns
from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import MARK, NOUN
from timeline_core.syntax.tree.marks import OPENS
from timeline_core.syntax.tree.values import Group, Kind, Link, Predicate, Tree, Unit

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
    host = tree.groups[opener.at - 1]
    if host.kind == MARK and opener.comma and host.at:  # «المشروع، الذي أطلقه الوزير»
        host = tree.groups[host.at - 1]
    meant = not _leans(host, tree, span) and _is_meant(host, opener, glued, grammar, span)
    plain = behind and told and predicate.polarity == "positive"
    if not (plain and meant) or _goes_on(subject, tree, span):
        return None
    who = words.named(subject)
    return Turned(
        Span(predicate.span.start, who.end),
        Span(span.start, host.span.end),
        Span(who.end, max(who.end, _end(subject, tree, span, grammar))),
        Span(glued.start, glued.end),
    )


def _leans(host: Group, tree: Tree, span: Span) -> bool:
    """It is only the end of a noun phrase: «قائمة | الأغذية», «قاعدة العند | الاستراتيجية»."""
    before = tree.groups[host.at - 1] if host.at else None
    if before is None or before.kind != NOUN or host.lead or host.comma:
        return False
    return before.span.end > span.start or host.head.kind is Kind.ADJECTIVE


def _goes_on(subject: Group, tree: Tree, span: Span) -> bool:
    """Words without a preposition stand behind it, which may be its own: «دعوة الشيخ ابن | عبدالوهاب»."""
    behind = tree.groups[subject.at + 1 : subject.at + 2]
    return any(one.kind == NOUN and not one.lead and not one.comma and one.span.end <= span.end for one in behind)


def _end(subject: Group, tree: Tree, span: Span, grammar: Grammar) -> int:
    """Where a noun stands that no preposition leads to, and that no noun leans on: it is of the verb around («يضم
    الحي الذي بناه أبي | سوقا»)."""
    behind = (one for one in tree.groups[subject.at + 1 :] if one.kind == NOUN and not (one.lead or one.listed))
    verbs = (one.span.start for one in behind if not owns(tree, one, grammar) and not _is_quoted(tree, one))
    return min(span.end, next(verbs, span.end))


def _is_quoted(tree: Tree, group: Group) -> bool:
    """Quotation marks stand before it: what somebody or something is called."""
    return tree.groups[group.at - 1].role.startswith(OPENS)


def _is_meant(host: Group, opener: Group, pronoun: Unit, grammar: Grammar, span: Span) -> bool:
    """The pronoun can only stand for the noun: it owns no other («قيمة الصفقات التي …»), and is of that gender."""
    units = [unit for unit in host.units if unit.start >= span.start and unit.kind is not Kind.PREPOSITION]
    if host.kind != NOUN or host.listed or not units or not span.start < opener.span.start:
        return False
    first, feminine = units[0], grammar.has("her", pronoun.word)
    opened = grammar.has("masculine_relatives" if feminine else "feminine_relatives", opener.head.word)
    fits = bool({"feminine", "plural"} & first.marks) == feminine
    return fits and not opened and (first.kind in (Kind.DEFINITE, Kind.NAME) or "definite" in first.marks)


def _glued(predicate: Predicate) -> Unit | None:
    """The pronoun glued to the end of the verb."""
    units: tuple[Unit, ...] = predicate.group.units
    last = units[-1]
    verb = next((unit for unit in reversed(units) if unit.kind is Kind.FINITE), None)
    glued = last.kind is Kind.CLITIC and verb is not None and last.start <= verb.end
    return last if glued and verb is not None and "passive" not in verb.marks else None
