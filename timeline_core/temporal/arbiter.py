"""The arbiter: decides for each word that may be a name or a date which of the two it is, before dates get values.

Where a report names "April Jones", "April" alone is that person in all of it; «رجب» is the man wherever «السيد رجب» is
named. The other way round, «آب» within the date «12 آب» is a month, and not the town of Ibb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_core.calendars.parts import MonthDay
from timeline_core.model.expression import Mention, Standing
from timeline_core.model.span import Span
from timeline_core.temporal.grammar.doubt import Doubt
from timeline_core.temporal.senses.dates import Day
from timeline_core.text.words import spelled

_NEAR = 40
"""Code points before a date in which the word before it is looked for ("on" before "6 October")."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The mentions of a report, sorted: the dates, and what only looks like a date, by what it is instead."""

    dates: tuple[Mention, ...]
    names: tuple[Mention, ...]
    """Names of persons, bodies and places: "April" of "April Jones", «6 أكتوبر» of «جسر 6 أكتوبر»."""
    sets: tuple[Mention, ...] = ()
    """Sets, which come again and again: the weekdays of «تفتح من الاثنين إلى الخميس», "1 July each year"."""
    figures: tuple[Mention, ...] = ()
    """Numbers in a row of numbers: the "2011" of the telephone number "0933 12 04 2011"."""


def in_doubt(mentions: Iterable[Mention]) -> bool:
    """True when the names of the report are needed to tell which of the mentions are dates."""
    return any(mention.standing is Standing.OPEN for mention in mentions)


def settle(
    text: str, mentions: Sequence[Mention], persons: Iterable[Span] = (), doubts: Iterable[Doubt] = ()
) -> Settled:
    """Sort the mentions into dates and what only looks like dates, by their `standing` and the names of the report.

    Args:
        persons: spans where the text names a person, as far as that is known.
        doubts: the sections `[doubt]` of the languages of the text.
    """
    if all(mention.standing is Standing.DATE for mention in mentions):
        return Settled(tuple(mentions), ())
    sets, figures = (
        tuple(mention for mention in mentions if mention.standing is standing)
        for standing in (Standing.SET, Standing.FIGURE)
    )
    named = [mention for mention in mentions if mention.standing is Standing.NAME]
    spans = (*persons, *(mention.span for mention in named))
    borne = {word for span in spans for word in spelled(span.of(text))}
    days = {day for mention in named if (day := _day_of_year(mention)) is not None}
    leads = frozenset(word for doubt in doubts for word in doubt.days)
    dates: list[Mention] = []
    names: list[Mention] = []
    for mention in mentions:
        if mention.standing in (Standing.SET, Standing.FIGURE):
            continue
        name = mention.standing is Standing.NAME
        if mention.standing is Standing.OPEN:
            name = not borne.isdisjoint(spelled(mention.span.of(text)))
        elif days and not name and _day_of_year(mention) in days:
            name = not leads.intersection(spelled(text[: mention.span.start][-_NEAR:])[-1:])
        (names if name else dates).append(mention)
    return Settled(tuple(dates), tuple(names), sets, figures)


def _day_of_year(mention: Mention) -> MonthDay | None:
    """Month and day of a date that says nothing else: «6 أكتوبر», "April 6" can be a part of a name."""
    day = mention.meaning
    if not isinstance(day, Day) or day.weekday is not None or day.month.year is not None or day.month.turn is not None:
        return None
    return MonthDay(day.month.month, day.day)


def unclaimed(names: Iterable[Span], dates: Sequence[Mention]) -> set[Span]:
    """The names that do not lie within the words of a date: «آب», found as a name within «12 آب», is left out."""
    spans = sorted(date.span for date in dates)
    starts = [span.start for span in spans]
    found = set()
    for name in names:
        at = bisect_right(starts, name.start) - 1
        if at < 0 or name.end > spans[at].end:
            found.add(name)
    return found
