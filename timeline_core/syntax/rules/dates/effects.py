"""What follows from a rule about a date: what it dates, or that it dates nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from timeline_core.syntax.rules import Rule
    from timeline_core.syntax.tree.place import Place

LEVEL = "dates"
EVENT, BEFORE, BEHIND = "event", "before", "behind"
STATE, PARTICIPLE, SAME, OWNED = "state", "participle", "same", "noun"
HEAD, OUTER, INNER, NEXT, BESIDE = "head", "outer", "inner", "next", "beside"
SUBJECT, OBJECT, TIMED, LOOSE = "subject", "object", "timed", ""
"""Effects: it dates the noun of action in its clause, that right before it, that right behind it; the participle that
tells a state, or that right before it; what the date before it does; it belongs to a plain noun; it dates the head of
its clause; that of the clause above; that of the clause behind, that in which the next word stands, or that which a
joint goes on with; the action that is its subject, or its object; that which a word of time leads to; nothing."""
DateRule: TypeAlias = "Rule[Place, str]"
