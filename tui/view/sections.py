"""The headings of the timeline list: months, years, what is not dated; and the words of a gap between two of them."""

from __future__ import annotations

from tui.i18n.speech import count

Section = tuple[int, int]
"""Year and month of a heading; month 0 is the year alone, (0, 0) what is not dated."""
UNDATED: Section = (0, 0)


def gap(end: Section, begin: Section) -> str:
    """What lies between two months in words, when at least a whole one does: «11 months without events»; else empty."""
    months = (begin[0] - end[0]) * 12 + begin[1] - end[1] - 1
    if months < 1:
        return ""
    if months < 24:
        return count("{n} month without events", "{n} months without events", months)
    return count("{n} year without events", "{n} years without events", months // 12)
