"""Anaphora: senses that take up a date told before («الشهر نفسه», "the next day"), and one day said twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline_core.calendars import gregorian, hijri
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.senses.dates import Day, Month, Weekday, Year, in_hijri
from timeline_core.temporal.senses.deictic import Deictic
from timeline_core.temporal.senses.periods import Turned, stretch, unit_of
from timeline_core.temporal.senses.sense import SAID, STEPS, Anaphoric, Antecedents, Here, Sense


@dataclass(frozen=True, slots=True)
class Anaphor(Anaphoric):
    """The day, week, month or year told last, or one before or after it: «الشهر نفسه», "the next day".

    Where none was told, "the same month" and the like are those of the anchor. A day, several units, or a step ahead
    need a told date: «بعدها بثلاثة عقود», "two years after that" counted from the report would lie ahead of it.
    """

    unit: str
    step: int
    count: int = 1
    topic: bool = False
    """Of a month: the one that the text mainly speaks of (`Antecedents.topic`), and not the one told last."""

    @property
    def rule(self) -> str:
        return "told" if self.count == 1 else "told_count"

    @property
    def compares(self) -> bool:
        return self.step < 0

    @property
    def follows(self) -> bool:
        return self.topic and self.unit == "month"

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (
            ("unit", self.unit),
            ("step", STEPS[self.step]),
            ("count", str(self.count)),
            ("topic", SAID if self.topic else ""),
        )

    def value(self, here: Here) -> When | None:
        base = here.since if self.follows and here.since is not None else self.base(here.antecedents)
        if base is None and (self.unit == "day" or self.count > 1 or (self.step > 0 and not here.future)):
            return None
        first = here.day if base is None else base.first
        if first is None:
            return None
        steps = self.step * self.count
        if self.unit == "month" and (here.antecedents.hijri if base is None else in_hijri(base)):
            year, month, _ = hijri.of_day(first)
            return between(*hijri.month_of(year, month + steps), Precision.MONTH)
        if self.unit in ("day", "week", "weekend"):
            return self._days(first, steps)
        if self.unit == "period":
            return base
        return unit_of(first, self.unit, steps)

    def _days(self, first: date, steps: int) -> When | None:
        if self.unit == "day":
            return on(gregorian.days_later(first, steps))
        return Turned(self.unit, 0).value(Here(gregorian.days_later(first, 7 * steps)))

    def base(self, antecedents: Antecedents) -> When | None:
        if self.unit == "day":
            return (
                antecedents.day
                if antecedents.day is None or antecedents.last is None or antecedents.last.covers(antecedents.day)
                else None
            )
        if self.unit in ("week", "weekend"):
            return antecedents.day if self.step or self.count > 1 else None
        return {
            "month": antecedents.topic if self.topic else antecedents.month,
            "year": antecedents.year,
            "period": antecedents.period,
        }.get(self.unit, antecedents.last)


@dataclass(frozen=True, slots=True)
class ToldWeekday(Anaphoric):
    """A weekday counted from the day told last: "the previous Friday", «الأحد التالي»; nothing where none was told."""

    weekday: int
    step: int

    @property
    def rule(self) -> str:
        return "told_weekday"

    @property
    def compares(self) -> bool:
        return self.step < 0

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("weekday", str(self.weekday)), ("step", STEPS[self.step]))

    def base(self, antecedents: Antecedents) -> When | None:
        return Anaphor("day", self.step).base(antecedents)

    def value(self, here: Here) -> When | None:
        base = self.base(here.antecedents)
        if base is None or base.first is None:
            return None
        if not self.step:
            return base if base.first.weekday() == self.weekday else None
        count = gregorian.on_or_before if self.step < 0 else gregorian.on_or_after
        return on(count(gregorian.days_later(base.first, self.step), self.weekday))


@dataclass(frozen=True, slots=True)
class Same(Anaphoric):
    """The period, month or day told last, in another year: «الفترة نفسها من العام الماضي», "the same month in 2021"."""

    unit: str
    year: Year

    @property
    def rule(self) -> str:
        return "same"

    @property
    def compares(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("unit", self.unit), ("year", self.year))

    def base(self, antecedents: Antecedents) -> When | None:
        return self._period(antecedents) or self.year.base(antecedents)

    def _period(self, antecedents: Antecedents) -> When | None:
        return {
            "day": antecedents.day,
            "month": antecedents.month,
            "period": antecedents.period or antecedents.day,
        }.get(self.unit, antecedents.period)

    def value(self, here: Here) -> When | None:
        antecedents = here.antecedents
        base = self._period(antecedents)
        lunar = self.year.hijri or (antecedents.hijri and self.year.number is None)
        year = self.year.placed(
            here._replace(antecedents=antecedents._replace(year=base or antecedents.year)), lunar=lunar
        )
        if base is None or base.days is None or year is None:
            return self.year.value(here)
        first, last = base.days
        if lunar:
            return _lunar(first, last, year)
        by = year - first.year
        moved = [gregorian.day_or_none(one.year + by, one.month, _held(one, by)) for one in (first, last)]
        if moved[0] is None or moved[1] is None:
            return None
        begin, end = moved[0], moved[1]
        whole = stretch(begin.year * 12 + begin.month - 1, (end.year - begin.year) * 12 + end.month - begin.month + 1)
        return whole if whole is not None and whole.days == (begin, end) else between(begin, end, base.precision)


def _held(day: date, by: int) -> int:
    """The day of the month `by` years later, where the last of February stays the last: 28 becomes 29 in a leap
    year.
    """
    length = gregorian.month_length(min(max(day.year + by, 1), 9999), day.month)
    at_end = day.day == gregorian.month_length(day.year, day.month)
    return length if at_end else min(day.day, length)


def _lunar(first: date, last: date, year: int) -> When:
    was = hijri.of_day(first)
    month = hijri.month_of(year, was[1])
    if first == last:
        return on(hijri.day_of(year, was[1], was[2]) or month[1])
    until = hijri.of_day(last)
    return between(month[0], hijri.month_of(year + until[0] - was[0], until[1])[1], Precision.MONTH)


@dataclass(frozen=True, slots=True)
class Pair(Sense):
    """One day said twice, in two calendars or as weekday and date: «25 شوال 1436هـ الموافق 10 أغسطس 2015م»."""

    first: Sense
    last: Sense

    @property
    def rule(self) -> str:
        return "pair"

    @property
    def relative(self) -> bool:
        return self.chosen.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("first", self.first), ("last", self.last))

    @property
    def chosen(self) -> Sense:
        """The one of the two that counts: absolute before relative, Gregorian before Hijri, the last before the
        first.
        """
        return min((self.last, self.first), key=lambda sense: (sense.relative, speaks_hijri(sense)))

    def value(self, here: Here) -> When | None:
        other = self.first if self.chosen is self.last else self.last
        return self.chosen.value(here) or other.value(here)

    def fits(self, published: date) -> bool:
        return self.first.fits(published) and self.last.fits(published)


def speaks_hijri(sense: Sense) -> bool:
    """True where the sense names a month or year of the Hijri calendar."""
    if isinstance(sense, (Month, Year)) and sense.hijri:
        return True
    return any(isinstance(inner, Sense) and speaks_hijri(inner) for _, inner in sense.slots())


def paired(first: Sense, last: Sense, sure: bool) -> Sense | None:
    """Make one sense of two dates that are the same day; None where they are not.

    Args:
        sure: the words say that they are the same («الموافق»); else the calendars and the days must show it.
    """
    if isinstance(first, (Weekday, Deictic)) and isinstance(last, Day):
        weekday = first.weekday
        return replace(last, weekday=weekday) if sure and weekday is not None else None
    if sure:
        return Pair(first, last)
    values = [one.value(Here(None)) for one in (first, last)]
    if first.relative or last.relative or speaks_hijri(first) == speaks_hijri(last):
        return None
    days = [value.first for value in values if value is not None and value.first is not None]
    return Pair(first, last) if len(days) == 2 and abs((days[0] - days[1]).days) <= 31 else None
