"""What a date by itself tells of the passage around it: it names its year, follows another, or lies between two.

Source:
    Narrative time: see `passage`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline_core.model.expression import Meaning, Mention
from timeline_core.model.when import Precision, When
from timeline_core.temporal.senses.anaphora import Anaphor
from timeline_core.temporal.senses.dates import Day, Weekday
from timeline_core.temporal.senses.periods import Part
from timeline_core.temporal.senses.sense import NOWHERE, Here, Sense, Side

LONG_PAST = timedelta(300)
"""A date that lies more than this before its report is a sign of a story."""
_BESIDE = len(", on the ")
"""Code points between a distance and the day that it leads to."""
_SOON = timedelta(14)
"""A day that follows a long past one by at most this goes on with its story."""


def day_ahead(sense: Weekday, here: Here) -> When | None:
    """The day told before on the same line, where that lies ahead: a weekday beside it is counted from it."""
    beside = here.antecedents.beside
    if beside is None or beside.first is None or here.day is None or sense.past:
        return None
    return beside if beside.first > here.day else None


def is_of_report(sense: Sense) -> bool:
    """True for what is counted from the day on which it is said: «أمس», "Sunday", "this month"."""
    return isinstance(sense, Weekday) or (sense.relative and not (sense.follows or sense.anaphoric))


def core(meaning: Meaning) -> Meaning:
    """The sense without "early" or "late": of "early this month", «مطلع الشهر الجاري» it is this month."""
    return core(meaning.of) if isinstance(meaning, Part) else meaning


def stands(mention: Mention) -> When | None:
    """The value of a date that names its own year: «4 نيسان 2017», "in 2011"; None of any other."""
    sense = mention.meaning
    if not isinstance(sense, Sense) or sense.relative:
        return None
    value = sense.value(NOWHERE)
    return value if value is not None and value.days is not None else None


def follows(sense: Sense, here: Here, fine: When | None, day: date | None) -> bool:
    """A few days behind the long past day told last, and long before the report's: "9 May 2021 … 13 May"."""
    if fine is None or fine.last is None or fine.precision is not Precision.DAY or day is None:
        return False
    value = sense.value(here._replace(since=fine))
    behind = (value.first - fine.last) if value is not None and value.first is not None else None
    return behind is not None and timedelta() < behind <= _SOON and day - fine.last > LONG_PAST


def is_short(value: When) -> bool:
    """True for a stretch that is no longer than what is long past is away."""
    return value.days is not None and value.days[1] - value.days[0] <= LONG_PAST


def lies(value: When | None, first: When, last: When) -> bool:
    """True for a date that lies between two others."""
    return (
        value is not None
        and value.last is not None
        and first.order[0] <= value.last
        and value.order[0] <= last.order[1]
    )


def step_before(mentions: Sequence[Mention], place: int) -> Mention | None:
    """The date right before another, with hardly more than a comma between them."""
    before = mentions[place - 1] if place else None
    near = before is not None and mentions[place].span.start - before.span.end <= _BESIDE
    return before if near else None


def counted_from(step: Mention | None, sense: Sense, here: Here, days: Sequence[When]) -> Here | None:
    """Counted from the day told before of which the distance beside it is true: "Two weeks later, on 17 March".

    Args:
        step: what stands right before it.
        days: told before, in their order.
    """
    by = step.meaning if step is not None else None
    if not isinstance(sense, Day) or not isinstance(by, Anaphor) or not by.step or by.count <= 1:
        return None
    side = Side.AFTER if by.step > 0 else Side.BEFORE
    for day in reversed(days):
        found = here._replace(since=day, side=side)
        value = sense.value(found)
        told = by.value(here._replace(antecedents=here.antecedents._replace(day=day)))
        if value is not None and told is not None and value.meets(told):
            return found
    return None
