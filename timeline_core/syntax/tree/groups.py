"""Groups: a verb with its auxiliaries, a noun with what describes it, a preposition with its noun.

«ثلاثة مدنيين سوريين» and "the three Syrian civilians" are one group each.

Source:
    Finite-state cascades (Abney 1996): the longest match of a pattern over the kinds of the units, left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.phrases.name_edges import name_within
from timeline_core.syntax.tree.values import ACCUSATIVE, ACTIVE, PASSIVE, Group, Kind, Unit

NOUN, DATE, MARK, JOINT, OTHER = "noun", "date", "mark", "joint", "other"
FINITE, COPULA, OPENER, RELATIVE = "finite", "copula", "opener", "relative"

_NOMINAL = frozenset({Kind.NOUN, Kind.DEFINITE, Kind.NAME})
_OWN = frozenset({Kind.NOUN, Kind.ADJECTIVE})
_LEADS = frozenset({Kind.PREPOSITION, Kind.OPENER})
_AUXILIARY = Kind.AUXILIARY
_SMALL = frozenset({Kind.PREPOSITION, Kind.CLITIC, Kind.PARTICLE, Kind.NEGATION, Kind.ADVERB})


def groups(units: Sequence[Unit], grammar: Grammar) -> list[Group]:
    """The units in groups, in order; each belongs to one.

    What leads to a date leads to the noun that the date owns: "in | last week | 's raid".
    """
    letters = grammar.letters([unit.kind for unit in units])
    found: list[Group] = []
    for match in grammar.patterns.finditer(letters):
        kind = match.lastgroup or OTHER
        start, end = match.span()
        part = tuple(units[start:end])
        if end - start == 1:
            found.append(Group(kind, part, part[0], at=len(found)))
            continue
        owned = part[0].kind is Kind.POSSESSIVE and bool(found) and found[-1].kind == DATE
        while kind == NOUN and (cut := _object_within(part) or name_within(part, found, grammar)):
            found.append(_group(kind, part[:cut], len(found), grammar))
            part = part[cut:]
        group = _group(kind, _voiced(part, grammar), len(found), grammar)
        if owned:
            group.lead = group.lead or found[-1].lead
        found.append(group)
    return found


def _group(kind: str, part: tuple[Unit, ...], at: int, grammar: Grammar) -> Group:
    leads = [one for one, unit in enumerate(part[:-1]) if unit.kind in _LEADS and _leads(part, one, grammar)]
    lead = " ".join([part[one].word for one in leads]) if leads else ""
    return Group(kind, part, _head(kind, part, grammar), lead, at=at)


def _object_within(part: tuple[Unit, ...]) -> int:
    """Where an object begins that no noun before it owns, by its case: «قتل | قناص | طفلا»; 0 where none does."""
    for at, (before, unit) in enumerate(pairwise(part), start=1):
        if ACCUSATIVE in unit.marks and before.kind in _OWN and ACCUSATIVE not in before.marks:
            return at
    return 0


def _voiced(part: tuple[Unit, ...], grammar: Grammar) -> tuple[Unit, ...]:
    """Mark the participle of an active perfect as active: "has arrested two men", but not "has been arrested"."""
    if _AUXILIARY not in [unit.kind for unit in part]:
        return part
    verb = next((unit for unit in reversed(part) if unit.kind not in _SMALL), part[-1])
    if verb.kind is not Kind.PARTICIPLE or PASSIVE not in verb.marks:
        return part
    nearest = next(unit for unit in reversed(part) if unit.kind is Kind.AUXILIARY)
    if not grammar.has("perfect_auxiliaries", nearest.word):
        return part
    active = verb._replace(marks=verb.marks - {PASSIVE} | {ACTIVE})
    return tuple(active if unit is verb else unit for unit in part)


def _leads(part: tuple[Unit, ...], at: int, grammar: Grammar) -> bool:
    """False for a preposition that makes a number approximate: «قتل نحو 20 شخصا», "around 20 people died"."""
    return part[at + 1].kind is not Kind.NUMBER or not grammar.has("amounts", part[at].word)


def _head(kind: str, part: tuple[Unit, ...], grammar: Grammar) -> Unit:
    """The word that the group is about: the first or last noun, the full verb."""
    if kind == NOUN:
        nouns = [unit for unit in part if unit.kind in _NOMINAL]
        nouns = nouns or [unit for unit in part if unit.kind is not Kind.PREPOSITION] or list(part)
        return nouns[0] if grammar.head_first else nouns[-1]
    full = [unit for unit in part if unit.kind not in _SMALL]
    return full[-1] if full else part[-1]
