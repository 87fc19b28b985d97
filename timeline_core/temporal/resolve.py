"""From mentions to expressions: a sense is given the day that it counts from, and what the text told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_core.calendars import hijri
from timeline_core.model.expression import Expression, Mention, Origin, Reason
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.dateline import dateline, today
from timeline_core.temporal.passage import Story
from timeline_core.temporal.senses.dates import Day, Month
from timeline_core.temporal.senses.periods import joined
from timeline_core.temporal.senses.sense import Here, Sense, Told, flat

_PERIODS = (Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.SEASON)
_LONGEST_HANDLE = 40


def resolve(
    text: str, mentions: Sequence[Mention], published: When | None, origin: Origin, *, datelines: bool = True
) -> tuple[Expression, ...]:
    """One expression for each mention, in their order.

    Args:
        published: the report's day; a range of days when it was inferred; None while it is not known.
        origin: where `published` comes from.
        datelines: look for the dateline of the text; False for who has found them all.
    """
    anchors = _anchors(text, mentions, published, dateline(text, mentions) if datelines else None, origin)
    counted, source = published, origin
    if len(anchors) == 1 and anchors[0] is not None and (published is None or published.days != (anchors[0],) * 2):
        counted, source = on(anchors[0]), Origin.TEXT
    bylines = _bylines(text, mentions)
    passes = [_told(text, mentions, day, bylines) for day in anchors]
    found = []
    for place, mention in enumerate(mentions):
        (first, base), (last, _) = passes[0][place], passes[-1][place]
        when = first if first == last else joined(first, last)
        anchor = _Anchor(counted, source, bylines.get(place), base)
        found.append(_expression(text, mention, when, anchor))
    return tuple(found)


def _anchors(
    text: str, mentions: Sequence[Mention], published: When | None, head: tuple[Span, date] | None, origin: Origin
) -> list[date | None]:
    """The first and last day that the report can be of; one where they are the same, or where it says itself which."""
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
        line = text.rfind("\n", 0, mention.span.start) + 1
        signature = text[line : mention.span.start].rstrip()
        handle = signature.rfind("(@")
        found = sense.placed(Here(None))
        if found is None or handle < 0 or not signature.endswith(")") or len(signature) - handle > _LONGEST_HANDLE:
            continue
        begin = text.rfind("\n", 0, max(line - 1, 0)) + 1 if signature[0] in "—–-" else line
        days |= {near: found for near in range(place) if mentions[near].span.start >= begin}
    return days


def _told(
    text: str, mentions: Sequence[Mention], day: date | None, bylines: dict[int, date]
) -> list[tuple[When | None, When | None]]:
    """The value of each mention for one anchor day, knowing those before it, and the told date that it counts from."""
    told = Told(hijri=_speaks_hijri(mentions))
    story = Story(text, mentions, day)
    values: list[tuple[When | None, When | None]] = []
    end = 0
    for place, mention in enumerate(mentions):
        sense = mention.meaning
        value = base = None
        if "\n" in text[end : mention.span.start]:
            told = replace(told, beside=None)
        end = mention.span.end
        if isinstance(sense, Sense):
            here = Here(bylines.get(place, day), mention.future, told, past=sense.past)
            here = here if place in bylines else story.since(place, here)
            value = sense.value(here)
            base = here.since or sense.base(told)
            if value is not None and value.resolved:
                story.tell(place, value, counted=not sense.relative or base is not None)
        values.append((value, base))
        if value is not None and value.resolved and not (isinstance(sense, Sense) and sense.compares):
            lunar = isinstance(sense, Sense) and any(month.lunar(here) for month in _months(sense))
            told = _remembered(told, value, lunar=lunar)
    return values


def _speaks_hijri(mentions: Sequence[Mention]) -> bool:
    """True when the text names Hijri months and no others, so that «the current month» is one of them."""
    months = [one for mention in mentions if isinstance(mention.meaning, Sense) for one in _months(mention.meaning)]
    named = [month.hijri for month in months if month.month]
    return bool(named) and all(named)


def _months(sense: Sense) -> list[Month]:
    if isinstance(sense, Month):
        return [sense]
    return [month for _, inner in sense.slots() if isinstance(inner, Sense) for month in _months(inner)]


def _remembered(told: Told, value: When, *, lunar: bool) -> Told:
    """`lunar`: the words named a Hijri month, so that «the same month» is that one."""
    if value.days is None:
        return told
    first = value.days[0]
    year = When(f"{first.year:04d}")
    if value.precision is Precision.DAY:
        month = _hijri_month(first) if lunar or told.hijri else on_month(first)
        return replace(
            told, last=value, day=value, beside=value, month=month, topic=_later(told.topic, month), year=year
        )
    if value.precision is Precision.MONTH:
        return replace(told, last=value, month=value, topic=_later(told.topic, value), period=value, year=year)
    if value.precision in _PERIODS:
        return replace(told, last=value, month=value, period=value, year=year)
    return replace(told, last=value, year=value if value.precision is Precision.YEAR else told.year)


def _later(one: When | None, other: When) -> When:
    return other if one is None or one.order <= other.order else one


def _hijri_month(day: date) -> When:
    year, month, _ = hijri.of_day(day)
    return between(*hijri.month_of(year, month), Precision.MONTH)


def on_month(day: date) -> When:
    """The month of a day."""
    return When(f"{day.year:04d}-{day.month:02d}")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The days that an expression may have been counted from."""

    published: When | None
    origin: Origin
    byline: date | None
    told: When | None


def _expression(text: str, mention: Mention, when: When | None, anchor: _Anchor) -> Expression:
    words = mention.span.of(text)
    slots: tuple[tuple[str, str], ...] = (("words", words),)
    if isinstance(mention.meaning, Sense):
        slots += flat(mention.meaning)
    if when is not None:
        slots += (("value", when.edtf),)
    counted, source = _counted(mention, anchor)
    return Expression(
        mention.span,
        words,
        when,
        Reason(mention.meaning.rule, counted, source, slots),
        sure=when is None or not when.uncertain,
    )


def _counted(mention: Mention, anchor: _Anchor) -> tuple[str, Origin]:
    """The EDTF of what the mention was counted from, and where that comes from."""
    sense = mention.meaning
    if isinstance(sense, Sense) and (sense.anaphoric or sense.follows) and anchor.told is not None:
        return anchor.told.edtf, Origin.TEXT
    if sense.relative and anchor.byline is not None:
        return on(anchor.byline).edtf, Origin.TEXT
    if sense.relative and anchor.published is not None:
        return anchor.published.edtf, anchor.origin
    return "", Origin.NONE
