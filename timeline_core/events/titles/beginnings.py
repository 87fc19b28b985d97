"""With what the words of a title begin, by the tree: a verb, a guess, or what a preposition leads to in front.

Source:
    DESIGN.md section 5: no loose ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline_core.model.span import Span
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import FINITE, JOINT, MARK, NOUN
from timeline_core.syntax.tree.values import Group, Kind

_NEAR = 2
"""Groups behind what is led to, a joint among them."""


def first_verb(groups: Sequence[Group], span: Span) -> str:
    """The verb with which the words begin, behind a joint; empty where they begin with something else."""
    first = _first(groups, span)
    begins = first is not None and first.units[0].kind is Kind.FINITE
    return first.units[0].word if first is not None and begins else ""


def may_be(groups: Sequence[Group], span: Span, grammar: Grammar) -> bool:
    """They open with a particle by which the verb tells what may be: «قد يكون»."""
    first = _first(groups, span)
    return first is not None and "present" in first.marks and grammar.has("perfect", first.units[0].word)


def is_fronted(groups: Sequence[Group], span: Span) -> bool:
    """A preposition in front leads to a noun right before the verb, or before a comma.

    «على الفور نقل …», «على صعيد السوق في المدينة تراجع …», «على مستوى المنطقة تحديدا فقد بدأ …».
    """
    first = _first(groups, span)
    if first is None or first.kind != NOUN or not first.lead:
        return False
    led = [*takewhile(lambda one: one.kind == NOUN and one.lead, groups[first.at :])]
    behind = groups[led[-1].at + 1 :]
    beside = next((one for one in behind[:_NEAR] if one.kind != JOINT), None)
    if beside is not None and beside.kind == NOUN and not beside.lead and not beside.units[1:]:
        behind = groups[beside.at + 1 :]
    return next((one.kind in (FINITE, MARK) for one in behind[:_NEAR] if one.kind != JOINT), False)


def _first(groups: Sequence[Group], span: Span) -> Group | None:
    return next((one for one in groups if one.span.end > span.start and one.kind != JOINT), None)
