"""When an undated report was published, by what it says itself.

Every mention excludes days: «شباط الجاري» every day outside February, «العام الماضي 2022» every day outside 2023, a
past fact every day before it. What is left, next after the latest absolute date of the text, is when it was published.

Source:
    DESIGN.md section 4, «An undated report is dated by its own clues».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline_core.report import Clue
from timeline_core.temporal.expression import Expression, Mention, Origin
from timeline_core.when import When, between

_REACH = 800
"""Days after the latest date that are looked at: a report that reminds of a year ago still speaks of «last year»."""
_WIDEST = 45
"""Days: a wider window dates nothing."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a report can have been published, and what shows it."""

    when: When
    clues: tuple[Clue, ...]


def window(
    text: str, mentions: Sequence[Mention], expressions: Sequence[Expression], not_before: date | None = None
) -> Window | None:
    """The first stretch of days that every mention fits; None where nothing pins it to six weeks.

    Args:
        mentions: of the report, in text order.
        expressions: one for each mention, resolved without an anchor.
        not_before: a day that the report is known to follow, where it is known from elsewhere.
    """
    latest = _latest(mentions, expressions)
    start = max((day for day in (not_before, latest[0] if latest else None) if day is not None), default=None)
    if start is None or start > date.max - timedelta(_REACH):
        return None
    telling = [mention for mention in mentions if mention.meaning.relative or mention.meaning.rule]
    days = _fitting(telling, start)
    if days is None or (days[1] - days[0]).days >= _WIDEST:
        return None
    clues = [_clue(text, mention) for mention in telling if mention.meaning.relative and _excludes(mention, start)]
    if not clues:
        return None
    if latest is not None and latest[0] == start:
        clues.append(Clue("latest", (("words", latest[1]),)))
    return Window(between(*days), tuple(dict.fromkeys(clues)))


def _latest(mentions: Sequence[Mention], expressions: Sequence[Expression]) -> tuple[date, str] | None:
    """The first day of the latest date that stands on its own and does not look ahead, and its words."""
    told = [
        (expression.when.first, expression.text)
        for mention, expression in zip(mentions, expressions, strict=True)
        if expression.when is not None
        and expression.when.first is not None
        and expression.reason.origin is Origin.NONE
        and not mention.future
        and not expression.when.approximate
    ]
    return max(told, default=None)


def _fitting(mentions: Sequence[Mention], start: date) -> tuple[date, date] | None:
    """The first unbroken run of days from `start` on that all mentions fit."""
    first: date | None = None
    for offset in range(_REACH):
        day = start + timedelta(offset)
        if all(mention.meaning.fits(day) for mention in mentions):
            first = first or day
        elif first is not None:
            return first, day - timedelta(1)
    return None


def _excludes(mention: Mention, start: date) -> bool:
    return not all(mention.meaning.fits(start + timedelta(offset)) for offset in range(_REACH))


def _clue(text: str, mention: Mention) -> Clue:
    return Clue("words", (("words", mention.span.of(text)),))
