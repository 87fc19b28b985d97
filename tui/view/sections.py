"""The headings of the timeline list: months, years, what is not dated; in another order doubts and ranks. The words of
an order, and of a gap between two months.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_core.view.doubt import Doubt
from timeline_core.view.order import Order, Ordering
from tui.i18n.speech import count, later, say

OfMonth = tuple[int, int]
"""Year and month; month 0 is the year alone, (0, 0) what is not dated."""
UNDATED: OfMonth = (0, 0)


@dataclass(frozen=True, slots=True)
class Ranks:
    """Events of a place in an order, from the first one to the last, counted from 1."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Doubted:
    """Events of one gravest doubt; None for those in no doubt."""

    doubt: Doubt | None


Section = OfMonth | Ranks | Doubted
"""What a heading stands for."""
DOUBTS = {
    Doubt.CONFLICT: later("the reports differ"),
    Doubt.INFERRED: later("counted from a day that was inferred"),
    Doubt.UNSURE: later("the date is uncertain"),
    Doubt.CALENDAR: later("reckoned from the lunar calendar"),
    Doubt.JOINED: later("merged on little"),
    Doubt.BOUND: later("no report gives its day"),
    Doubt.UNDATED: later("nothing says when"),
    Doubt.ORIGIN: later("known from one origin"),
}
_ORDERS = {
    Ordering(Order.LATEST): later("the latest first"),
    Ordering(Order.IMPORTANCE): later("the most important first"),
    Ordering(Order.IMPORTANCE, backwards=True): later("the least important first"),
    Ordering(Order.DOUBT): later("the gravest doubt first"),
    Ordering(Order.DOUBT, backwards=True): later("what is in no doubt first"),
}


def describe_order(order: Ordering) -> str:
    """An order in words; empty for that of days."""
    known = Ordering(Order.LATEST) if order.turned else order
    return say(_ORDERS[known]) if known in _ORDERS else ""


def gap(end: OfMonth, begin: OfMonth) -> str:
    """What lies between two months in words, when at least a whole one does: «11 months without events»; else empty."""
    months = (begin[0] - end[0]) * 12 + begin[1] - end[1] - 1
    if months < 1:
        return ""
    if months < 24:
        return count("{n} month without events", "{n} months without events", months)
    return count("{n} year without events", "{n} years without events", months // 12)
