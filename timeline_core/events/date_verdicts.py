"""What became of every date of one report: its value, the reason for it, and the verdict of the rule that placed it.

Source:
    DESIGN.md section 5: every date expression ends in exactly one verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_core.events.accounts import account_of, expressions, read
from timeline_core.knowledge import Knowledge
from timeline_core.model.expression import Expression
from timeline_core.model.report import Published, Report
from timeline_core.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """One date of a report, for a person who asks what became of it."""

    expression: Expression
    """Its words, its value, and the reason for it."""
    verdict: Verdict
    """What it does, the words that it dates, the rule that says so, why no event is made of it, or that one is."""


def date_verdicts(report: Report, published: Published, known: Knowledge) -> tuple[DateVerdict, ...]:
    """Every date of the report, in text order; none of one whose reading breaks.

    Args:
        published: when it was published, as the timeline knows it (`Timeline.published`).
    """
    one = replace(read(report, known), published=published)
    found = {verdict.span: verdict for verdict in account_of(one, known).verdicts}
    dates = expressions(one, known) if found else ()
    return tuple(DateVerdict(date, found[date.span]) for date in dates if date.span in found)
