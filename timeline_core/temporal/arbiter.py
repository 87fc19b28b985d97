"""The arbiter: a word is a name or a date, never both. It decides before any date is given a value.

"April Jones" is a person, and then "April" alone is the same person in all of the report; «آب» in «12 آب» is a month,
and then it is no town of Ibb.
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
"""Code points before a date in which the word before it stands."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left of the dates of a report, and what was passed over."""

    dates: tuple[Mention, ...]
    names: tuple[Mention, ...]
    """Names of persons, bodies and places."""
    sets: tuple[Mention, ...] = ()
    """What comes again and again."""
    figures: tuple[Mention, ...] = ()
    """Parts of rows of figures."""


def in_doubt(mentions: Iterable[Mention]) -> bool:
    """True when the names of the report are needed to tell which of the mentions are dates."""
    return any(mention.standing is Standing.OPEN for mention in mentions)


def settle(
    text: str, mentions: Sequence[Mention], persons: Iterable[Span] = (), doubts: Iterable[Doubt] = ()
) -> Settled:
    """Part the dates from the names.

    Args:
        persons: where the text names a person, as far as that is known.
        doubts: of the languages of the text.
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
    """Month and day, where nothing else is said: such a day can be what a body or a place is called by."""
    day = mention.meaning
    if not isinstance(day, Day) or day.weekday is not None or day.month.year is not None or day.month.turn is not None:
        return None
    return MonthDay(day.month.month, day.day)


def unclaimed(names: Iterable[Span], dates: Sequence[Mention]) -> set[Span]:
    """The names that no date takes the words of: those that do not lie within the words of one."""
    spans = sorted(date.span for date in dates)
    starts = [span.start for span in spans]
    found = set()
    for name in names:
        at = bisect_right(starts, name.start) - 1
        if at < 0 or name.end > spans[at].end:
            found.add(name)
    return found
