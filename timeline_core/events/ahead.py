"""Whether a date lies ahead of the report that tells it.

Source:
    DESIGN.md section 5: a plan is what lies ahead of the day that its expression counts from.
"""

from __future__ import annotations

from timeline_core.model.expression import Expression, Origin
from timeline_core.model.when import Precision, When

_TO_COME = frozenset({("offset", "1"), ("offset", "2"), ("turn", "next"), ("turn", "next2")})
"""What the reason of an expression says when its words look ahead («غدا», "next week"), whenever it is published."""
_TODAY = ("offset", "0")
"""The same where they mean the day of the report."""


def ahead(expression: Expression | None, published: When | None) -> bool | None:
    """True when it lies after the report, False when before it; None when the two meet or nothing is known."""
    counted = expression is not None and expression.reason.origin in (Origin.PUBLISHED, Origin.INFERRED)
    anchor = expression.reason.anchor if expression is not None and counted else ""
    day = When(anchor) if anchor else published
    if expression is not None and any(slot in _TO_COME for slot in expression.reason.slots):
        return True
    if expression is None or is_today(expression):
        return None
    return _ahead(expression.when, day)


def is_today(expression: Expression) -> bool:
    """It means the day of the report («اليوم»)."""
    return _TODAY in expression.reason.slots


def _ahead(when: When | None, published: When | None) -> bool | None:
    """A stretch that begins with the report's day and goes on is ahead: «خلال الأسبوعين المقبلين»."""
    if when is None or published is None:
        return None
    if when.precision is Precision.RANGE and when.days and published.days and published.days[0] == when.days[0]:
        return when.days[1] > published.days[1]
    if published.surely_before(when):
        return True
    return False if when.surely_before(published) else None
