"""Days told by their number alone below the heading of their month: "March" above "4: The dam burst", "**1st** – …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline_core.model.block import BlockRole
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.outline.lines import Line
from timeline_core.temporal.senses.dates import Day, Month
from timeline_core.text.fold import fold
from timeline_core.text.marks import DASHES

_NUMBER = re.compile(
    rf"[*_]{{0,3}}(?P<day>(?P<figure>\d{{1,2}})(?:[^\W\d_]{{2}})?)[*_]{{0,3}}\s*[*_]{{0,3}}[{DASHES}:：](?!\d)"
)
"""With or without the ending of an ordinal: "4th"."""
_TELLING = frozenset({BlockRole.PARAGRAPH, BlockRole.ITEM})
_FEWEST = 2
"""Days below one month, or below several, that show that the numbers are days."""
_MOST = 31


def with_day_numbers(text: str, found: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, and those days among them, in text order."""
    days = [*_days(text, found, mentions)]
    if len(days) < _FEWEST or _only_counts([day for day in days if isinstance(day.meaning, Day)]):
        return [*mentions]
    return sorted((*mentions, *days), key=lambda mention: mention.span)


def _days(text: str, found: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A month alone on its line, and the numbers that the lines below it begin with."""
    months = {mention.span.start: mention for mention in mentions if isinstance(mention.meaning, Month)}
    dated = {mention.span.start for mention in mentions}
    starts = sorted(months)
    month: Month | None = None
    for line in found if months else ():
        first = bisect_left(starts, line.body.start)
        named = months[starts[first]] if first < len(starts) and starts[first] < line.body.end else None
        if named is not None and _stands_alone(text, line, named):
            month = named.meaning if isinstance(named.meaning, Month) and named.meaning.month else None
            continue
        if line.role is BlockRole.HEADING:
            month = None
        hit = _NUMBER.match(text, line.body.start, line.body.end)
        if month is None or hit is None or line.role not in _TELLING or line.cells or hit.start("day") in dated:
            continue
        day = int(fold(hit["figure"]))
        if 1 <= day <= _MOST:
            yield Mention(Span(*hit.span("day")), Day(day, Month(month.month, year=month.year, hijri=month.hijri)))


def _stands_alone(text: str, line: Line, month: Mention) -> bool:
    return not line.cells and not re.search(
        r"\w", text[line.body.start : month.span.start] + text[month.span.end : line.body.end]
    )


def _only_counts(days: Sequence[Mention]) -> bool:
    """True for the numbers of a list, 1, 2, 3, …, which are no days."""
    numbers = [mention.meaning.day for mention in days if isinstance(mention.meaning, Day)]
    return numbers[0] == 1 and all(second - first == 1 for first, second in pairwise(numbers))
