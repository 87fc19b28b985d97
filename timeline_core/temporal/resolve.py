"""Gives every mention its value: the day that it is counted from, and the dates that the text told before it.

«أمس» in a report of 16 February 2023 is 15 February; "the next day" is counted from the date told last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline_core.calendars import hijri
from timeline_core.model.expression import Expression, Mention, Origin, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.dateline import dateline, today
from timeline_core.temporal.passage import Story
from timeline_core.temporal.quotation import days_of_quotations
from timeline_core.temporal.senses.dates import Day, Month, Weekday
from timeline_core.temporal.senses.periods import Ago, Lapse, joined
from timeline_core.temporal.senses.sense import NOWHERE, Antecedents, Here, Sense, Side

_PERIODS = (Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.SEASON)
_LONGEST_HANDLE = 40
_REMEMBERED = 4_096
_FARTHEST = 120
"""Years: a date without a written year that lies farther from its report was read wrongly, and stays open."""


def resolve(
    text: str, mentions: Sequence[Mention], published: When | None, origin: Origin, *, datelines: bool = True
) -> tuple[Expression, ...]:
    """Make an expression of each mention, in their order.

    Args:
        published: the report's day; a range of days when it was inferred; None while it is not known.
        origin: where `published` comes from.
        datelines: look for the dateline of the text; False where the caller knows all datelines.
    """
    anchors = _anchors(text, mentions, published, dateline(text, mentions) if datelines else None, origin)
    counted, source = published, origin
    if len(anchors) == 1 and anchors[0] is not None and (published is None or published.days != (anchors[0],) * 2):
        counted, source = on(anchors[0]), Origin.TEXT
    bylines = _bylines(text, mentions)
    spoken = days_of_quotations(text, mentions, anchors[-1]) if len(anchors) == 1 else {}
    bylines = spoken | bylines
    passes = [_values(text, mentions, day, bylines) for day in anchors]
    found = []
    for place, mention in enumerate(mentions):
        first, last = passes[0][place], passes[-1][place]
        when = first.when if first.when == last.when else joined(first.when, last.when)
        anchor = _Anchor(counted, source, bylines.get(place))
        found.append(_expression(text, mention, when, anchor, first))
    return tuple(found)


class _Value(NamedTuple):
    """The value of a mention, and what it was worked out from."""

    when: When | None
    here: Here
    base: When | None
    """The told date that it counts from."""
    beyond: When | None = None
    """The value that was worked out, where it lies too far away to be meant."""


def _anchors(
    text: str, mentions: Sequence[Mention], published: When | None, head: tuple[Span, date] | None, origin: Origin
) -> list[date | None]:
    """The first and last day that the report can be of; one day where they are the same, or the report says which."""
    if published is None or published.days is None:
        return [None if head is None else head[1]]
    first, last = published.days
    if origin is Origin.BLOCK:
        return [first]
    days = {today(text, mentions, day, head) if first == last else day for day in (first, last)}
    if first != last and head is not None and first <= head[1] <= last:
        days = {head[1]}
    return [*sorted(days)]


def _bylines(text: str, mentions: Sequence[Mention]) -> dict[int, date]:
    """Mention -> the day of the tweet that it stands in, as its signature says: «— X (@handle) February 15, 2023»."""
    days: dict[int, date] = {}
    for place, mention in enumerate(mentions):
        sense = mention.meaning
        if not (isinstance(sense, Day) and not sense.relative):
            continue
        begin = _signed_from(text, mention.span.start)
        found = None if begin is None else sense.placed(NOWHERE)
        if begin is None or found is None:
            continue
        for near in range(place - 1, -1, -1):
            if mentions[near].span.start < begin:
                break
            days[near] = found
    return days


def _signed_from(text: str, at: int) -> int | None:
    """Where the tweet begins whose signature, «— X (@handle) », ends right before that place; None where none does."""
    end = at
    while end > 0 and text[end - 1].isspace() and text[end - 1] != "\n":
        end -= 1
    if text[end - 1 : end] != ")" or text.rfind("(@", max(end - _LONGEST_HANDLE, 0), end) < 0:
        return None
    line = text.rfind("\n", 0, end) + 1
    if text.rfind("(@", max(end - _LONGEST_HANDLE, line), end) < 0:
        return None
    return text.rfind("\n", 0, max(line - 1, 0)) + 1 if text[line] in "—–-" else line


def _values(text: str, mentions: Sequence[Mention], day: date | None, bylines: dict[int, date]) -> list[_Value]:
    """The value of each mention where the report is of that day; each knows the values of those before it."""
    antecedents = Antecedents(hijri=_speaks_hijri(mentions))
    story = Story(text, mentions, day)
    values: list[_Value] = []
    end = 0
    for place, mention in enumerate(mentions):
        sense = mention.meaning
        value, base, beyond, here = None, None, None, Here(day)
        if text.find("\n", end, mention.span.start) >= 0:
            antecedents = antecedents._replace(beside=None)
        end = mention.span.end
        if isinstance(sense, Sense):
            here = Here(bylines.get(place, day), mention.future, antecedents, past=sense.past)
            here = here if place in bylines else story.since(place, here)
            value = either(sense, here) if sense.undecided(here) else sense.value(here)
            base = here.since or sense.base(antecedents)
            value, beyond = (None, value) if _is_beyond(sense, value, day, base) else (value, None)
            if value is not None and value.resolved:
                story.tell(place, value, counted=not sense.relative or base is not None)
        values.append(_Value(value, here, base, beyond))
        if value is not None and value.resolved and not (isinstance(sense, Sense) and sense.compares):
            lunar = isinstance(sense, Sense) and any(month.lunar(here) for month in _months(sense))
            antecedents = _remembered(antecedents, value, lunar=lunar)
        elif isinstance(sense, (Weekday, Day)):
            antecedents = antecedents._replace(day=None, beside=None)
    return values


def _is_beyond(sense: Sense, value: When | None, day: date | None, base: When | None) -> bool:
    """True for a value without a written year that lies more than `_FARTHEST` years from all that it is counted
    from.
    """
    if value is None or value.days is None or not sense.relative or isinstance(sense, (Ago, Lapse)):
        return False
    known = [one.year for one in (day, base.first if base is not None else None) if one is not None]
    return bool(known) and all(abs(value.days[end].year - year) > _FARTHEST for year in known for end in (0, 1))


def _speaks_hijri(mentions: Sequence[Mention]) -> bool:
    """True when the text names Hijri months and no others, so that «the current month» is one of them."""
    months = [one for mention in mentions if isinstance(mention.meaning, Sense) for one in _months(mention.meaning)]
    named = [month.hijri for month in months if month.month]
    return bool(named) and all(named)


def _months(sense: Sense) -> list[Month]:
    if isinstance(sense, Month):
        return [sense]
    return [month for inner in sense.inner for month in _months(inner)]


def _remembered(antecedents: Antecedents, value: When, *, lunar: bool) -> Antecedents:
    """The dates that an anaphor can take up, once that value was told.

    Args:
        lunar: the words named a Hijri month, so that "the same month" is that one.
    """
    if value.days is None:
        return antecedents
    first = value.days[0]
    year = _year(first.year)
    month_of = _hijri_month if lunar or antecedents.hijri else on_month
    if value.precision is Precision.DAY:
        month = month_of(first)
        return antecedents._replace(
            last=value,
            day=value,
            beside=value,
            month=month,
            topic=_later(antecedents.topic, month),
            year=year,
        )
    if value.precision is Precision.MONTH:
        return antecedents._replace(
            last=value, month=value, topic=_later(antecedents.topic, value), period=value, year=year
        )
    if value.precision in _PERIODS:
        return antecedents._replace(last=value, month=value, period=value, year=year)
    if value.precision is Precision.RANGE and (within := month_of(first)) == month_of(value.days[1]):
        return antecedents._replace(last=value, month=within, topic=_later(antecedents.topic, within))
    return antecedents._replace(last=value, year=value if value.precision is Precision.YEAR else antecedents.year)


def _later(one: When | None, other: When) -> When:
    return other if one is None or one.order <= other.order else one


def _hijri_month(day: date) -> When:
    year, month, _ = hijri.of_day(day)
    return between(*hijri.month_of(year, month), Precision.MONTH)


def on_month(day: date) -> When:
    """The month that a day is in."""
    return _month(day.year, day.month)


@lru_cache(_REMEMBERED)
def _month(year: int, month: int) -> When:
    return When(f"{year:04d}-{month:02d}")


@lru_cache(_REMEMBERED)
def _year(year: int) -> When:
    return When(f"{year:04d}")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The days that an expression may have been counted from."""

    published: When | None
    origin: Origin
    byline: date | None


def _expression(text: str, mention: Mention, when: When | None, anchor: _Anchor, value: _Value) -> Expression:
    words = mention.span.of(text)
    slots: tuple[tuple[str, str], ...] = (("words", words),)
    counted, source = _counted(mention, anchor, value.base)
    if isinstance(mention.meaning, Sense):
        slots += mention.meaning.flat + _shown(mention.meaning, value, counted, source, anchor)
    if when is not None:
        slots += (("value", when.edtf),)
    return Expression(
        mention.span,
        words,
        when,
        Reason(mention.meaning.rule, counted, source, slots),
        sure=when is None or not when.uncertain,
    )


def _shown(sense: Sense, value: _Value, counted: str, source: Origin, anchor: _Anchor) -> tuple[tuple[str, str], ...]:
    """What else a reader must know to work the value out: side of the anchor, day of the report, calendar."""
    when, here = value.when, value.here
    if value.beyond is not None:
        return (("beyond", value.beyond.edtf),)
    if when is None or not when.resolved:
        return ()
    slots: tuple[tuple[str, str], ...] = ()
    if sense.recurs and counted:
        slots += (("side", _side(sense, when, here)),)
    if source is Origin.TEXT and value.base is not None and sense.value(here._replace(day=None)) != when:
        day = on(anchor.byline) if anchor.byline is not None else anchor.published
        slots += (("report_day", day.edtf if day is not None else ""),)
    if (
        here.antecedents.hijri
        and sense.value(here._replace(antecedents=here.antecedents._replace(hijri=False))) != when
    ):
        slots += (("calendar", "hijri"),)
    return slots


def either(sense: Sense, here: Here) -> When | None:
    """The days from the latest date that can be meant to the next: nothing tells which of the two it is."""
    first, last = (sense.value(here._replace(side=side)) for side in (Side.BEFORE, Side.AFTER))
    return first if first == last else joined(first, last)


def _side(sense: Sense, when: When, here: Here) -> Side:
    """On which side of its anchor a date without its year lies: «12 نيسان» before 2 May, or after it."""
    if sense.undecided(here):
        return Side.EITHER
    return Side.BEFORE if sense.value(here._replace(side=Side.BEFORE)) == when else Side.AFTER


def _counted(mention: Mention, anchor: _Anchor, base: When | None) -> tuple[str, Origin]:
    """The EDTF of what the mention was counted from, and where that comes from."""
    sense = mention.meaning
    if isinstance(sense, Sense) and (sense.anaphoric or sense.follows) and base is not None:
        whole = base if base.mod is None or base.days is None else between(*base.days)
        return whole.edtf, Origin.TEXT
    if sense.relative and anchor.byline is not None:
        return on(anchor.byline).edtf, Origin.TEXT
    if sense.relative and anchor.published is not None:
        return anchor.published.edtf, anchor.origin
    return "", Origin.NONE
