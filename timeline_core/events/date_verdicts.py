"""What became of every date of one report: its value, the reason for it, and the verdict of the rule that placed it.

Source:
    DESIGN.md section 5: every date expression ends in exactly one verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_core.events.accounts import account_of, read, reading_of
from timeline_core.events.verdicts import Verdict, verdicts
from timeline_core.knowledge import Knowledge
from timeline_core.model.expression import Reason
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import Published, Report
from timeline_core.model.span import Span
from timeline_core.model.when import When


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """One date of a report, for a person who asks what became of it."""

    span: Span
    when: When | None
    """Its value; None where it has no day to count from."""
    reason: Reason
    verdict: Verdict
    """What it does, the words that it dates, and the name of the rule (`verdict.rule`)."""
    event: bool
    """An event is made of it."""


def date_verdicts(report: Report, published: Published, known: Knowledge) -> tuple[DateVerdict, ...]:
    """Every date of the report, in text order; none of one whose reading breaks.

    Args:
        published: when it was published, as the timeline knows it (`Timeline.published`).
    """
    one = replace(read(report, known), published=published)
    found = guard(lambda: tuple(verdicts(reading_of(one, known), known.parsers))) if one.fault is None else one.fault
    if isinstance(found, Fault):
        return ()
    drafts = account_of(one, known).drafts
    used = {piece.expression.span for draft in drafts for piece in draft.evidence if piece.expression is not None}
    return tuple(
        DateVerdict(each.span, each.when, each.reason, verdict, each.span in used)
        for verdict in found
        for each in (verdict.expression,)
    )
