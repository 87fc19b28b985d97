"""What a report goes on reminding of: "In 1985 guards killed forty inmates. Troops shelled the market."

A sentence without a day that follows, in its paragraph, one of which everything is background is of the same story of
before: it is no news, and the day of the report sets no bound that would place it among today's.

Source:
    DESIGN.md section 5; discourse time (Kamp and Reyle 1993): a sentence goes on where the one before it left off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline_core.model.draft import Draft
from timeline_core.model.event import Role
from timeline_core.model.span import Span


def carry_background(
    drafts: Sequence[Draft], starts: Sequence[tuple[int, int]], long_ago: Collection[Span] = ()
) -> tuple[Draft, ...]:
    """The drafts of a report, those without a day being background where they go on with background.

    What names a person of the report's own story is no such thing, nor what opens it.

    Args:
        starts: of every sentence, in order: where its paragraph begins, and where it does itself, in code points.
        long_ago: first words of what a date of the same sentence puts long before the report: "after the city fell in
            2012, a council was formed".
    """
    drafts = [_reminded(draft) if _is_of(draft, long_ago) else draft for draft in drafts]
    persons = frozenset(id for draft in drafts if draft.role is Role.STORY and draft.when for id in draft.persons)
    places = _places(drafts, starts)
    found: dict[int, Draft] = {}
    last: tuple[int, bool] = (-1, False)
    for (paragraph, _), numbers in sorted(places.items()):
        goes_on = last == (paragraph, True)
        told = [drafts[n] for n in numbers]
        if goes_on:
            told = [draft if _is_news(draft, persons) else _reminded(draft) for draft in told]
        found.update(zip(numbers, told, strict=True))
        last = (paragraph, all(draft.role is Role.BACKGROUND for draft in told))
    return tuple(found[n] for n in range(len(drafts)))


def _is_news(draft: Draft, persons: frozenset[str]) -> bool:
    return draft.when is not None or draft.lead or bool(draft.persons & persons)


def _is_of(draft: Draft, long_ago: Collection[Span]) -> bool:
    return draft.when is None and draft.evidence[0].span in long_ago


def _reminded(draft: Draft) -> Draft:
    """The draft as what its report only reminds of."""
    return replace(draft, evidence=tuple(replace(piece, role=Role.BACKGROUND) for piece in draft.evidence))


def _places(drafts: Sequence[Draft], starts: Sequence[tuple[int, int]]) -> dict[tuple[int, int], list[int]]:
    """Paragraph and sentence, by where they begin -> the numbers of the drafts whose first words stand there."""
    firsts = [first for _, first in starts]
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        at = bisect_right(firsts, draft.evidence[0].span.start) - 1
        found[starts[max(at, 0)] if starts else (0, 0)].append(number)
    return found
