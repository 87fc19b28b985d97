"""Where a noun phrase ends: an indefinite noun leans on the one behind it, which no title parts from it.

«على ملعب | الجامعة», «في مختلف | مناطق البلاد», «رواية باسم | "حارس البئر"»: what stands behind the bar is of the noun.

Source:
    The construct state (iḍāfa): its first noun has neither article nor meaning of its own (Ryding 2005, 8.1).
"""

from __future__ import annotations

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import COPULA, FINITE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.marks import COMMA, OPENS, STOP
from timeline_core.syntax.tree.values import ACCUSATIVE, ACTION, Group, Kind, Predicate, Tree

_LEANING = frozenset({Kind.NOUN, Kind.ADJECTIVE})
_OWNERS = frozenset({Kind.DEFINITE, Kind.NAME})


def is_open(group: Group) -> bool:
    """Its last word is indefinite, and may lean on a noun behind it: «إدارة | كاليفورنيا», «أمين عام | المجلس»."""
    return group.units[-1].kind in _LEANING and "definite" not in group.units[-1].marks


def owns(tree: Tree, group: Group, grammar: Grammar) -> bool:
    """It is what the noun right before it is of; that one is led by a preposition, and can be followed by no object."""
    before = tree.groups[group.at - 1] if group.at else group
    if not grammar.head_first or before.kind != NOUN or not before.lead or group.comma or group.listed:
        return False
    units = [unit for unit in before.units if unit.kind is not Kind.PREPOSITION]
    described = before.units[-1].kind is Kind.ADJECTIVE and len(units) > 1  # «بطائرة خاصة | وجه …»
    if described or not is_open(before) or before.units[-1].marks & {ACCUSATIVE, ACTION}:
        return False
    units = [unit for unit in group.units if unit.kind is not Kind.PREPOSITION]
    bare = group.kind == NOUN and not group.lead
    known = any(unit.kind in _OWNERS or "definite" in unit.marks for unit in units)
    return bare and known and ACCUSATIVE not in units[0].marks


def phrase_end(tree: Tree, end: int, grammar: Grammar) -> int:
    """Where the phrase ends that stands at that place."""
    last = next((one for one in reversed(tree.groups) if one.span.start < end), None)
    while last is not None:
        behind = tree.groups[last.at + 1] if last.at + 1 < len(tree.groups) else last
        if behind is not last and owns(tree, behind, grammar):
            last = behind
        elif _is_named(last, behind, grammar):
            last = tree.groups[behind.partner]
        else:
            break
    return max(end, last.span.end) if last is not None else end


def _is_named(noun: Group, mark: Group, grammar: Grammar) -> bool:
    """Its name in quotation marks stands behind a lone noun: «باسم | "حارس البئر"»."""
    quoted = mark.kind == MARK and mark.partner > mark.at and mark.role.startswith(OPENS)
    return grammar.head_first and quoted and noun.kind == NOUN and is_open(noun) and bool(noun.lead)


def behind_headline(tree: Tree, told: Predicate, start: int, grammar: Grammar) -> int:
    """Where a statement begins that a headline without a verb stands before, else where the words begin.

    "Hut burned by guards; | two diggers had been hurt", «ارتفاع حصيلة الحريق، و|كان الكوخ قد أحرق».
    """
    subject = told.subject
    if subject is not None and subject.at and start < subject.span.start and tree.groups[subject.at - 1].role == STOP:
        return subject.span.start
    before = [one for one in tree.groups[: told.group.at + 1] if start <= one.span.start]
    verb = next((one for one in before if one.kind in (FINITE, COPULA)), None)
    if grammar.subject_first or verb is None or verb is before[0] or verb.at < len((COMMA, JOINT)):
        return start
    mark, joint = tree.groups[verb.at - 2 : verb.at]
    return verb.span.start if mark.role == COMMA and joint.kind == JOINT else start
