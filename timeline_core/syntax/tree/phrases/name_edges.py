"""Where a name begins that no noun before it owns: «اعتقلت الشرطة في بيروت | سامر حداد», «السفير بالإنابة | سامر حداد».

Letters and word order alone run such words together: in Arabic a noun owns the noun or name behind it (iḍāfa).

Source:
    Named entities as units of the syntax (Finkel and Manning 2009); a noun with an article owns nothing (Ryding 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.values import ACTION, Group, Kind, Unit

OF_PERSON, OF_PLACE, OPENS_ALONE = "of person", "of place", "opens alone"
"""Marks of the first word of a name: whose it is; and that it stands right behind a person's, who owns no name."""


class NamePlace(NamedTuple):
    """A name of the sentence, and what is known of it: `of person`, `of place`, `opens alone`."""

    span: Span
    marks: frozenset[str] = frozenset()


def marked(units: Sequence[Unit], names: Sequence[NamePlace]) -> Sequence[Unit]:
    """The units, the first of each name with what is known of the name."""
    known = {name.span.start: name.marks for name in names if name.marks}
    if not known:
        return units
    return [
        unit._replace(marks=unit.marks | known[unit.start]) if unit.kind is Kind.NAME and unit.start in known else unit
        for unit in units
    ]


_NAMES = frozenset({Kind.PREPOSITION, Kind.NAME})
_DESCRIBES = frozenset({Kind.ADJECTIVE, Kind.NUMBER})
_OWNS_NOTHING = (Kind.DEFINITE, Kind.NAME)
_HOLDERS = ("persons", "posts", "courtesies", "honorifics")
NOUN, JOINT = "noun", "joint"
_BODIES = ("bodies", "stands_for")
_OFFICES = ("persons", "posts")


def name_within(part: Sequence[Unit], before: Sequence[Group], grammar: Grammar) -> int:
    """How many units of a noun group stand before a name that is no part of it; 0 where it has none.

    Args:
        before: the groups before it.
    """
    if not grammar.head_first:  # "the Jordan Times", "Ali Smith University": a name that owns stands in front
        return 0
    for at, unit in enumerate(part):
        if not at or unit.kind is not Kind.NAME:
            continue
        if OPENS_ALONE in unit.marks or (OF_PERSON in unit.marks and _stands_alone(part[:at], before, grammar)):
            return at
    return 0


def _stands_alone(owner: Sequence[Unit], before: Sequence[Group], grammar: Grammar) -> bool:
    """A person whom nothing before owns: behind a name alone, or behind what only says where his office is.

    «وزير خارجية تونس سامر حداد» is one: the minister is he.
    """
    if all(unit.kind in _NAMES for unit in owner):
        return owner[-1].kind is Kind.NAME
    last = next((unit for unit in reversed(owner) if unit.kind not in _DESCRIBES), owner[-1])
    led = owner[0].kind is Kind.PREPOSITION or (bool(before) and (bool(before[-1].lead) or before[-1].kind == JOINT))
    if not (led and last.kind in _OWNS_NOTHING):
        return False
    held = any(grammar.names(name, unit) for name in _HOLDERS for unit in owner)
    return not held and _waits(before, grammar)


def _waits(before: Sequence[Group], grammar: Grammar) -> bool:
    """An office stands before what prepositions lead to, and nobody yet who holds it: «المدير العام بالإنابة | …»."""
    for at in reversed(range(len(before))):
        group = before[at]
        if group.kind not in (NOUN, JOINT) or any(OF_PERSON in unit.marks for unit in group.units):
            return False
        if not group.lead and _is_somebody(group.units[0], grammar):
            return True
        listed = at > 0 and before[at - 1].kind == JOINT
        if group.kind == NOUN and not (group.lead or listed or _is_of_compound(before[:at], grammar)):
            return False
    return False


def _is_somebody(unit: Unit, grammar: Grammar) -> bool:
    """An office, or a definite noun of one that is no body and no action: «الملحق», «العداء»."""
    if "plural" in unit.marks:
        return False
    if any(grammar.names(name, unit) for name in _OFFICES):
        return True
    body = any(grammar.names(name, unit) for name in _BODIES)
    return unit.kind is Kind.DEFINITE and not body and ACTION not in unit.marks


def _is_of_compound(before: Sequence[Group], grammar: Grammar) -> bool:
    """Behind an office of two words, which owns it: «مدير عام | إدارة الموارد»."""
    office = before[-1] if before and before[-1].kind == NOUN else None
    ranked = office is not None and grammar.has("office_ranks", office.units[-1].word)
    return ranked and office is not None and any(grammar.names(name, office.units[0]) for name in _OFFICES)
