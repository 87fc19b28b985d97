"""Senses of a day found by counting weekdays: «الثلاثاء الثالث من أيلول», "Friday of next week", Easter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline_core.calendars import gregorian
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.senses.dates import Day, Month, Year
from timeline_core.temporal.senses.sense import NEXT, PAST, TURNS, Here, OfAnother, Sense, Side
from timeline_core.temporal.senses.yearless import Cycle

_WEEK = 7
_SUNDAY = 6
_EASTER, _ORTHODOX = "e", "o"


@dataclass(frozen=True, slots=True)
class NthWeekday(OfAnother):
    """The n-th weekday of a month or year: «الثلاثاء الثالث من أيلول», "the last Friday of May" (`index` -1)."""

    index: int
    weekday: int
    of: Sense

    @property
    def rule(self) -> str:
        return "nth_weekday"

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("index", str(self.index)), ("weekday", str(self.weekday)), ("of", self.of))

    def value(self, here: Here) -> When | None:
        whole = self.of.value(here)
        if whole is None or whole.days is None:
            return None
        found = nth_weekday(*whole.days, self.weekday, self.index)
        return None if found is None else on(found)


def nth_weekday(first: date, last: date, weekday: int, index: int) -> date | None:
    """Find the n-th such weekday from `first` on, or from `last` back where `index` is below 0; None where there is
    none.
    """
    if index < 0:
        found = gregorian.days_later(gregorian.on_or_before(last, weekday), _WEEK * (index + 1))
    else:
        found = gregorian.days_later(gregorian.on_or_after(first, weekday), _WEEK * (index - 1))
    return found if first <= found <= last else None


@dataclass(frozen=True, slots=True)
class WeekdayOf(Sense):
    """A weekday of this, the last or the next week: "Friday of next week". `begins` is the first weekday of a week."""

    weekday: int
    turn: int
    begins: int = 0

    @property
    def rule(self) -> str:
        return "weekday_of"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("weekday", str(self.weekday)), ("turn", TURNS[self.turn]), ("begins", str(self.begins)))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        first = gregorian.on_or_before(here.day, self.begins)
        return on(gregorian.on_or_after(gregorian.days_later(first, _WEEK * self.turn), self.weekday))


@dataclass(frozen=True, slots=True)
class EdgeDay(OfAnother):
    """The first day of a period, or the last where `index` is below 0: «أول أيام الفترة», "the last day of the
    week".
    """

    index: int
    of: Sense

    @property
    def rule(self) -> str:
        return "edge_day"

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("index", str(self.index)), ("of", self.of))

    def value(self, here: Here) -> When | None:
        whole = self.of.value(here)
        return None if whole is None or whole.days is None else on(whole.days[0 if self.index > 0 else 1])


@dataclass(frozen=True, slots=True)
class WeekWith(Sense):
    """The week, Monday to Sunday, that a day is in: "the week of Nov. 6"; or the seven days from it on, or up to it.

    `edge`: 1 where the day is said to be its first ("the week commencing 6 May"), -1 for its last; 0 for neither.
    """

    of: Sense
    edge: int = 0

    @property
    def rule(self) -> str:
        return {1: "week_from", -1: "week_until"}.get(self.edge, "week_with")

    @property
    def relative(self) -> bool:
        return self.of.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("of", self.of),)

    def value(self, here: Here) -> When | None:
        day = self.of.value(here)
        if day is None or day.first is None or not day.resolved:
            return None
        if not self.edge:
            return between(*gregorian.week_of(day.first), Precision.WEEK)
        other = gregorian.days_later(day.first, self.edge * (_WEEK - 1))
        return between(*sorted((day.first, other)), Precision.WEEK)

    def fits(self, published: date) -> bool:
        return self.of.fits(published)


@dataclass(frozen=True, slots=True)
class AboutDay(Sense):
    """A day of which whoever writes is not sure: "around 14 October", «حوالي 14 تشرين الأول»."""

    of: Sense

    @property
    def rule(self) -> str:
        return "about_day"

    @property
    def relative(self) -> bool:
        return self.of.relative

    @property
    def recurs(self) -> bool:
        return self.of.recurs

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("of", self.of),)

    def undecided(self, here: Here) -> bool:
        return self.of.undecided(here)

    def value(self, here: Here) -> When | None:
        day = self.of.value(self.looking(here))
        exact = day is not None and day.precision is Precision.DAY and not (day.approximate or day.uncertain)
        return When(f"{day.edtf}~") if day is not None and exact else day

    def fits(self, published: date) -> bool:
        return self.of.fits(published)


@dataclass(frozen=True, slots=True)
class Weekend(Sense):
    """A weekend, from weekday `begins` to `ends`: «نهاية الأسبوع الماضي», "this weekend"; without a turn the nearest.

    A week begins on the day after it.
    """

    begins: int
    turn: int | None = None
    ends: int = _SUNDAY

    @property
    def rule(self) -> str:
        return "weekend"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        turn = "" if self.turn is None else TURNS[self.turn]
        return (("unit", "weekend"), ("turn", turn), ("begins", str(self.begins)), ("ends", str(self.ends)))

    @property
    def recurs(self) -> bool:
        return self.turn is None

    def value(self, here: Here) -> When | None:
        if self.turn is None and here.side is not None and here.origin is not None:
            count = gregorian.on_or_before if here.side is Side.BEFORE else gregorian.on_or_after
            return self._from(count(here.origin[1] if here.side is Side.BEFORE else here.origin[0], self.begins))
        if here.day is None:
            return None
        first = gregorian.on_or_after(gregorian.on_or_before(here.day, (self.ends + 1) % _WEEK), self.begins)
        ahead = here.future or (self.bound and not (here.past or self.past)) or first <= here.day
        turn = self.turn if self.turn is not None else 0 if ahead else -1
        return self._from(gregorian.days_later(first, _WEEK * turn))

    def _from(self, first: date) -> When:
        return between(first, gregorian.on_or_after(first, self.ends), Precision.WEEK)


@dataclass(frozen=True, slots=True)
class OnThisDay(Sense):
    """The day or month of the report in another year, or `ago` years before: «في مثل هذا اليوم من عام 1948»."""

    unit: str
    year: Year | None
    ago: int = 0

    @property
    def rule(self) -> str:
        return "on_this_day" if self.year is not None else "on_this_day_ago"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        if self.year is None:
            return (("unit", "year"), ("of", self.unit), ("count", str(self.ago)))
        return (("unit", self.unit), ("year", self.year))

    def value(self, here: Here) -> When | None:
        year = self._year(here)
        if here.day is None or year is None:
            return None
        month = Month(here.day.month, year=Year(year))
        return (month if self.unit == "month" else Day(here.day.day, month)).value(here)

    def _year(self, here: Here) -> int | None:
        if self.year is None:
            return None if here.day is None else max(here.day.year - self.ago, 1)
        return None if self.year.hijri else self.year.placed(here)


@dataclass(frozen=True, slots=True)
class MovingFeast(Sense):
    """A feast on another day each year: Easter, Thanksgiving.

    `feast` says how it is found: `e,-2` is two days before Easter (`o` is that of the Eastern churches), `11,4,3` the
    fourth Thursday of November (month, index, weekday, then days after it). `~` behind it: only in some countries.
    """

    feast: str
    turn: int | None = None
    year: Year | None = None

    @property
    def rule(self) -> str:
        return "moving_feast"

    @property
    def relative(self) -> bool:
        return self.year is None or self.year.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        turn = "" if self.turn is None else TURNS[self.turn]
        return (("feast", self.feast), ("turn", turn), ("year", self.year or ""))

    def value(self, here: Here) -> When | None:
        found = self._day(here)
        if found is None:
            return None
        return When(f"{on(found).edtf}~") if self.feast.endswith("~") else on(found)

    def _day(self, here: Here) -> date | None:
        if self.year is not None:
            year = self.year.placed(here)
            return None if year is None or self.year.hijri else self._in(year)
        if self.turn is None:
            number = Cycle(self._days, day=True).year(here._replace(past=here.past or self.past))
            return None if number is None else self._in(number)
        if here.day is None:
            return None
        today = here.day
        near = [self._in(today.year + step) for step in (-1, 0, 1)]
        if self.turn == PAST:
            return max((day for day in near if day <= today), default=None)
        if self.turn == NEXT:
            return min((day for day in near if day >= today), default=None)
        return self._in(today.year + self.turn)

    @property
    def recurs(self) -> bool:
        return self.year is None and self.turn is None

    def _days(self, year: int) -> tuple[date, date]:
        return self._in(year), self._in(year)

    def _in(self, year: int) -> date:
        year = min(max(year, 1), 9998)
        if self.feast[0] in (_EASTER, _ORTHODOX):
            easter = gregorian.easter(year, julian=self.feast[0] == _ORTHODOX)
            return gregorian.days_later(easter, int(self.feast[2:]))
        month, index, weekday, *more = map(int, self.feast.rstrip("~").split(","))
        found = nth_weekday(*gregorian.span_of(year, month), weekday, index)
        return gregorian.days_later(found or date(year, month, 1), more[0] if more else 0)
