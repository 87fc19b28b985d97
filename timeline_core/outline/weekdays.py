"""Days of the week that stand as headings («الاثنين», "Monday"): of which week they are.

Of the week that a heading or the lines on top tell («أسبوع 5–11 حزيران», "Week of 5 June"); else they go on from the
day of the heading above them («الأحد 4 حزيران», then «الاثنين»); else they follow one another up to the report's day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise, takewhile

from timeline_core.model.expression import Mention
from timeline_core.model.when import Precision, When, on
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line
from timeline_core.outline.scopes import TOP, Scope, around
from timeline_core.outline.yearless import says_no_year, value
from timeline_core.temporal.senses.dates import Day, Weekday
from timeline_core.temporal.senses.sense import THIS

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Counted:
    """What the weekday of a heading counts from."""

    mention: Mention
    """Looking ahead where the list goes on from a day above it."""
    when: When
    """A day; of a week, the last one."""
    where: Head
    """The part of the report that says it."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Of the weekdays that are headings, by the place of their mention."""

    counted: Mapping[int, Counted]
    runs: tuple[tuple[int, ...], ...] = ()
    """Those that follow one another and that the report gives nothing to count from, the latest day first."""


def weekdays(
    lines: Sequence[Line], heads: Mapping[int, Head], mentions: Sequence[Mention], scopes: Sequence[Scope]
) -> Weekdays:
    """What every weekday that is a heading counts from."""
    counted: dict[int, Counted] = {}
    runs: list[tuple[int, ...]] = []
    for above, run in _runs(heads, mentions):
        week = _week(run[0], lines, mentions, scopes)
        if week is not None:
            counted |= {head.mention: found for head in run if (found := within_week(mentions[head.mention], *week))}
        elif above is not None:
            counted |= _going_on(above, run, mentions)
        else:
            rises = _rises([_weekday(mentions[head.mention]) for head in run])
            places = tuple(head.mention for head in run)
            runs.append(places if not rises else places[::-1])
    return Weekdays(counted, tuple(runs))


def _runs(heads: Mapping[int, Head], mentions: Sequence[Mention]) -> Iterator[tuple[Head | None, list[Head]]]:
    """Weekdays that follow one another with no other heading of a day between, and the heading before them."""
    above: Head | None = None
    run: list[Head] = []
    for _, head in sorted(heads.items()):
        if head.kind is HeadKind.HEADING and _is_weekday(head, mentions):
            run.append(head)
        elif head.kind is HeadKind.HEADING and head.when is not None and head.when.precision is Precision.DAY:
            if run:
                yield above, run
            above, run = head, []
    if run:
        yield above, run


def _is_weekday(head: Head, mentions: Sequence[Mention]) -> bool:
    return head.mention >= 0 and is_bare_weekday(mentions[head.mention])


def is_bare_weekday(mention: Mention) -> bool:
    """True for "Monday", and no "last Monday"."""
    return isinstance(mention.meaning, Weekday) and mention.meaning.turn is None


def is_of_week(mention: Mention) -> bool:
    """True for what a week above it places: "Monday", "3 January", and no "yesterday"."""
    return is_bare_weekday(mention) or (isinstance(mention.meaning, Day) and says_no_year(mention.meaning))


def _weekday(mention: Mention) -> int:
    return mention.meaning.weekday if isinstance(mention.meaning, Weekday) else 0


def _week(
    first: Head, lines: Sequence[Line], mentions: Sequence[Mention], scopes: Sequence[Scope]
) -> tuple[When, Head] | None:
    """The week that holds there: of a heading around, else of the lines on top."""
    [inside] = around(scopes, [first.span.start])
    for number in reversed(inside):
        when = scopes[number].head.when
        if when is not None and is_week(when):
            return when, scopes[number].head
    end = lines[min(TOP, len(lines)) - 1].span.end
    for mention in takewhile(lambda one: one.span.end <= min(end, first.span.start), mentions):
        when = value(mention.meaning)
        if when is not None and is_week(when):
            return when, Head(HeadKind.HEADING, mention.span, mention.span, when)
    return None


def is_week(when: When) -> bool:
    """True for a stretch of two to seven days."""
    days = when.days
    return when.resolved and days is not None and 1 < (days[1] - days[0]).days + 1 <= _WEEK


def within_week(mention: Mention, when: When, where: Head) -> Counted | None:
    """Counted from the last day of the week; None where the week holds no such weekday, or is longer than one.

    Args:
        where: the part of the report that says it.
    """
    if when.days is None or not is_week(when):
        return None
    first, last = when.days
    if not is_bare_weekday(mention):
        return Counted(mention, on(last), where)
    back = (last.weekday() - _weekday(mention)) % _WEEK
    return Counted(mention, on(last), where) if last - timedelta(back) >= first else None


def _going_on(above: Head, run: Sequence[Head], mentions: Sequence[Mention]) -> dict[int, Counted]:
    """Counted from the heading above, forward or back as the days follow one another; nothing where none shows it."""
    if above.when is None or above.when.first is None:
        return {}
    said = [above.when.first.weekday(), *(_weekday(mentions[head.mention]) for head in run)]
    rises = _rises(said)
    if rises is None or len(set(said)) < len(said):
        return {}
    found: dict[int, Counted] = {}
    for head in run:
        mention = mentions[head.mention]
        if rises and isinstance(mention.meaning, Weekday):
            mention = replace(mention, meaning=replace(mention.meaning, turn=THIS))
        found[head.mention] = Counted(mention, above.when, above)
    return found


def _rises(said: Sequence[int]) -> bool | None:
    """Whether these weekdays go on within one week, or back within one; None where both can be.

    Two of them tell it only where they are neighbours: from Friday to Monday is forward or back.
    """
    forward = [(second - first) % _WEEK for first, second in pairwise(said)]
    if len(forward) == 1:
        return {1: True, _WEEK - 1: False}.get(forward[0])
    rises, falls = sum(forward) < _WEEK, sum(_WEEK - step for step in forward) < _WEEK
    return None if rises == falls else rises
