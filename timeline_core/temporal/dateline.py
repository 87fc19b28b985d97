"""The day that a report itself calls today: that of its dateline, else the one that «اليوم الخميس» names.

A dateline is a place, a whole date and a sign that the news begins («بغداد، 19 أيار 2023 (أ ف ب) -»), at the head of
the report or right behind its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_core.calendars import gregorian
from timeline_core.model.expression import Mention
from timeline_core.model.span import Span
from timeline_core.temporal.quotation import quoted
from timeline_core.temporal.senses.dates import Day, Weekday
from timeline_core.temporal.senses.deictic import Deictic
from timeline_core.temporal.senses.sense import Here
from timeline_core.text.marks import COMMAS, DASHES

MOST_LATE = 2
"""Days: a report is published at most so long after the day that it calls today."""
_NAME = r"(?:[^\W\d]+[ .'’-]*){1,3}"
_CITY = re.compile(rf"[(\[]?{_NAME}(?:[{COMMAS}/]\s*{_NAME})?(?P<cut>[{COMMAS}/]|\([^()\n]{{1,30}}\))?\s*")
"""What stands before the date: «بغداد، », "CAIRO, Egypt, ", "(Tunis, ", «دمشق (رويترز) »."""
_BEHIND = re.compile(rf"[)\]]?\s*(?P<agency>[(/][^()/\n]{{1,30}}[)/])?[ \t]*(?P<dash>[{DASHES}:]+(?=\s))?")
_LINES = 2
"""Lines at the head of a report in one of which the dateline stands."""
_HEAD = 300
"""Code points within which a report begins: its title and the dateline."""


def dateline(text: str, mentions: Sequence[Mention]) -> tuple[Span, date] | None:
    """The date of the dateline and where it stands; None where the report has none."""
    for mention in mentions:
        sense, at = mention.meaning, mention.span
        begin = text.rfind("\n", 0, at.start) + 1
        if at.start > _HEAD or sum(map(bool, map(str.strip, text[:begin].split("\n")))) >= _LINES:
            return None
        if isinstance(sense, Day) and not sense.relative and _heads(text, begin, at):
            day = sense.placed(Here(None))
            return None if day is None else (at, day)
    return None


def _heads(text: str, begin: int, at: Span) -> bool:
    city, behind = _CITY.fullmatch(text, begin, at.start), _BEHIND.match(text, at.end)
    if city is None or behind is None:
        return False
    return behind["dash"] is not None or (city["cut"] is not None and behind["agency"] is not None)


def today(text: str, mentions: Sequence[Mention], published: date, head: tuple[Span, date] | None) -> date:
    """The day that a report calls today: one published on a Sunday that says «اليوم السبت» means the day before.

    Args:
        published: the day on which it was published.
        head: the dateline and its date, as of `dateline`.
    """
    if head is not None and 0 <= (published - head[1]).days <= MOST_LATE:
        return head[1]
    if _names(mentions, published):
        return published
    votes: dict[int, int] = {}
    for mention in mentions:
        sense = mention.meaning
        if isinstance(sense, Deictic) and sense.weekday is not None and not quoted(text, mention.span):
            late = (published.weekday() + sense.offset - sense.weekday) % 7
            votes[late] = votes.get(late, 0) + 1
    best = max(votes, key=lambda late: (votes[late], -late), default=0)
    return gregorian.days_later(published, -best) if best <= MOST_LATE else published


def _names(mentions: Sequence[Mention], published: date) -> bool:
    """True where the text calls the weekday of the published day "today" or past: then that day is today, and
    another «اليوم الخميس» in it stands in an older item that it quotes."""
    for mention in mentions:
        sense = mention.meaning
        if isinstance(sense, Deictic) and sense.weekday is not None and sense.offset == 0:
            if sense.weekday == published.weekday():
                return True
        elif isinstance(sense, Weekday) and sense.turn is None and sense.weekday == published.weekday() and sense.past:
            return True
    return False
