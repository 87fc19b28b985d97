"""The rules by which a predicate finds its subject, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.values import Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.slots import Slots

HOST, BEFORE, AFTER = "host", "before", "after"
"""Effects: the noun that a relative clause is about, the noun before the verb, the noun behind it."""
SubjectRule: TypeAlias = "Rule[Slots, str]"


def _of_relative(here: Slots) -> bool:
    return here.clause.link is Link.RELATIVE and here.clause.host is not None and here.before is None


def _relative_object(here: Slots) -> bool:
    """«الغارة التي نفذها الجيش»: the noun is the object, its pronoun is glued to the verb."""
    if here.grammar.subject_first or here.clause.link is not Link.RELATIVE or not here.takes_object:
        return False
    return _of_relative(here) and bool(here.after)


def _stands_before(here: Slots) -> bool:
    return here.before is not None


def _stands_behind(here: Slots) -> bool:
    if here.grammar.subject_first:
        if not here.after:
            return False
        inverted = here.clause.link in _INVERTED and "says" in here.predicate.head.marks
        known = here.grammar.lists["expletive"]
        return inverted or any(group.head.word in known for group in here.clause.groups)
    return bool(here.after) and here.agrees(here.after[0])


_INVERTED = frozenset({Link.MAIN, Link.SOURCE})

SUBJECTS: tuple[SubjectRule, ...] = (
    Rule("relative's object", "arguments", "the noun it is about is its object", _relative_object, AFTER),
    Rule("relative's subject", "arguments", "the noun it is about is its subject", _of_relative, HOST),
    Rule("subject before", "arguments", "the noun before the verb, in its clause", _stands_before, BEFORE),
    Rule("subject behind", "arguments", "the noun behind the verb", _stands_behind, AFTER),
    Rule("no subject", "arguments", "it is in the verb, or not told", lambda _: True, ""),
)
