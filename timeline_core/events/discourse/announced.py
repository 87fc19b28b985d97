"""Which tellings of a sentence are what one of its sayings says: «أعلن الجيش مقتل …» points to the killing.

Source:
    DESIGN.md section 5: an announcement, and what it announces, are two events that point to one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind
from timeline_core.syntax.clause import Clause


def link_sayings(told: Sequence[tuple[Clause, Draft]]) -> list[Draft]:
    """The drafts of one sentence; its sayings point to what they say."""
    return [
        replace(draft, announces=tuple(other.key for part, other in told if _says(clause, part, other)))
        if draft.kind is Kind.ANNOUNCEMENT
        else draft
        for clause, draft in told
    ]


def _says(clause: Clause, part: Clause, other: Draft) -> bool:
    """True when the other draft tells what the saying says."""
    if part.said or other.kind not in (Kind.OCCURRENCE, Kind.PLANNED):
        return False
    inside = clause.content is not None and clause.content[0] <= part.words[0] < clause.content[1]
    return inside or part.head == clause.head
