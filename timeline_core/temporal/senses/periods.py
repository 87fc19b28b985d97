"""Senses of periods: weeks to centuries, their parts, and so many units before or after the anchor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline_core.calendars import gregorian, hijri
from timeline_core.model import edtf as notation
from timeline_core.model.edtf import Interval, Point
from timeline_core.model.when import Mod, Precision, When, between, on
from timeline_core.temporal.senses.dates import Year
from timeline_core.temporal.senses.sense import NEXT, THIS, TURNS, Here, OfAnother, Sense
from timeline_core.temporal.senses.yearless import Cycle

SATURDAY = 5
YEAR = 12
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
_NEAR = 3
"""Years before and after the anchor in which seasons are looked for: enough for the one before last."""


@dataclass(frozen=True, slots=True)
class Turned(Sense):
    """This, the last or the next week, weekend, quarter, half, decade or century: «الأسبوع الماضي», "next quarter"."""

    unit: str
    turn: int

    @property
    def rule(self) -> str:
        return "turned"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("unit", self.unit), ("turn", TURNS[self.turn]))

    def value(self, here: Here) -> When | None:
        day = here.day
        if day is None:
            return None
        if self.unit == "day":
            return on(gregorian.days_later(day, self.turn))
        if self.unit in ("week", "weekend"):
            monday, sunday = gregorian.week_of(gregorian.days_later(day, 7 * self.turn))
            first = gregorian.days_later(monday, SATURDAY) if self.unit == "weekend" else monday
            return between(first, sunday, Precision.WEEK)
        return unit_of(day, self.unit, self.turn)


def unit_of(day: date, unit: str, turn: int) -> When | None:
    """The month, quarter, half, year, decade or century that the day is in, or `turn` such units later."""
    months = MONTHS[unit]
    count = (day.year * 12 + day.month - 1) // months + turn
    first = count * months
    return stretch(first, months) if first >= 12 else None


def stretch(first: int, months: int) -> When | None:
    """The period of so many months; month `first` is counted from January of the year 0."""
    last = first + months - 1
    if first < 12 or last // 12 > 9999:
        return None
    begin, end = gregorian.span_of(first // 12, first % 12 + 1)[0], gregorian.span_of(last // 12, last % 12 + 1)[1]
    whole = between(begin, end)
    if whole.precision is not Precision.RANGE:
        return whole
    edtf = f"{begin.year:04d}-{begin.month:02d}/{end.year:04d}-{end.month:02d}"
    return When(edtf, precision=Precision.HALF if months == 6 and first % 6 == 0 else Precision.RANGE)


def joined(first: When | None, last: When | None) -> When | None:
    """The days from the beginning of the first to the end of the last; None where that would run backwards."""
    if first is None or last is None or first.order[0] > last.order[1]:
        return None
    begin, end = notation.bounds(first.value), notation.bounds(last.value)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    if (
        isinstance(first.value, Point)
        and isinstance(last.value, Point)
        and not (first.value.open_digits or last.value.open_digits)
    ):
        return When(notation.format(Interval(first.value, last.value)))
    return between(begin[0], end[1])


@dataclass(frozen=True, slots=True)
class Segment(Sense):
    """A quarter or half of a year, or its first months: «الربع الأول», "the first nine months"; below 0 from its
    end.
    """

    unit: str
    index: int
    year: Year | None = None
    count: int = 1
    """How many units: 9 of "the first nine months"."""

    @property
    def rule(self) -> str:
        rule = "segment" if self.count == 1 else "segment_count"
        return rule if self.year is not None else f"{rule}_bare"

    @property
    def relative(self) -> bool:
        return self.year is None or self.year.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        year: str | Sense = self.year or ""
        return (("unit", self.unit), ("index", str(self.index)), ("count", str(self.count)), ("year", year))

    def value(self, here: Here) -> When | None:
        if self.year is not None:
            year = self.year.placed(here)
            return None if year is None or self.year.hijri else self._within(year)
        if here.since is None and here.side is None and here.day is not None:
            return self._of_report(here.day, future=here.future)
        number = Cycle(self._days).year(here)
        return None if number is None else self._within(number)

    def _of_report(self, day: date, *, future: bool) -> When | None:
        """The one of the year of the report; where it has not begun by then, that of the year before."""
        found = self._within(day.year)
        late = found is not None and found.first is not None and found.first > day
        return self._within(day.year - 1) if late and not future else found

    @property
    def recurs(self) -> bool:
        return self.year is None

    def _days(self, year: int) -> tuple[date, date] | None:
        found = self._within(year)
        return None if found is None else found.days

    def _within(self, year: int) -> When | None:
        if self.unit == "day":
            return self._days_within(gregorian.span_of(year, 1)[0], gregorian.span_of(year, 12)[1])
        if self.unit not in MONTHS:
            return None
        months = MONTHS[self.unit] * self.count
        places = 12 // months
        index = self.index if self.index > 0 else places + 1 + self.index
        return stretch(year * 12 + (index - 1) * months, months) if 1 <= index <= places else None

    def _days_within(self, first: date, last: date) -> When | None:
        """The first or last days of the year: «آخر يوم من عام 2024», "the first 100 days of 2017"."""
        begin = first if self.index == 1 else gregorian.days_later(last, 1 - self.count) if self.index == -1 else None
        if begin is None or not first <= begin <= last:
            return None
        end = gregorian.days_later(begin, self.count - 1)
        return between(begin, end) if end <= last else None

    def fits(self, published: date) -> bool:
        return self.year is None or self.year.fits(published)


@dataclass(frozen=True, slots=True)
class Season(Sense):
    """A season (21 spring to 24 winter): «صيف 2014», "last winter"; a winter has the year that it begins in."""

    season: int
    turn: int | None = None
    year: Year | None = None

    @property
    def rule(self) -> str:
        if self.year is not None:
            return "season"
        return "season_bare" if self.turn is None else "season_turn"

    @property
    def relative(self) -> bool:
        return self.year is None or self.year.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        turn = "" if self.turn is None else TURNS[self.turn]
        return (("season", str(self.season)), ("turn", turn), ("year", self.year or ""))

    def value(self, here: Here) -> When | None:
        if self.year is not None:
            return self._of(self.year, here)
        number = self._turned(here) if self.turn is not None else Cycle(self._days, planned=YEAR).year(here)
        return None if number is None else self._in(number)

    @property
    def recurs(self) -> bool:
        return self.year is None and self.turn in (None, NEXT)

    def _turned(self, here: Here) -> int | None:
        """The year of "last spring", counted from the day of the report, or of "the next spring", from the date
        told.
        """
        from_text = self.turn == NEXT and here.since is not None
        day = here.since.last if from_text and here.since is not None else here.day
        if day is None or self.turn is None:
            return None
        if self.turn == THIS:
            return day.year
        years = range(max(day.year - _NEAR, 1), min(day.year + _NEAR, 9999) + 1)
        if self.turn < THIS:
            ended = [year for year in years if self._in(year).order[1] < day]
            return ended[self.turn] if len(ended) >= -self.turn else None
        coming = [year for year in years if self._in(year).order[0] > day]
        return coming[self.turn - 1] if len(coming) >= self.turn else None

    def _days(self, year: int) -> tuple[date, date] | None:
        return self._in(year).days

    def _of(self, year: Year, here: Here) -> When | None:
        if year.hijri and year.number is not None:
            first, last = hijri.year_of(year.number)
            within = [self._in(one) for one in range(first.year, last.year + 1)]
            return next((one for one in within if one.first is not None and first <= one.first <= last), None)
        number = year.placed(here)
        return None if number is None else self._in(number)

    def _in(self, year: int) -> When:
        return When(f"{min(max(year, 1), 9999):04d}-{self.season}")

    def fits(self, published: date) -> bool:
        return self.year is None or self.year.fits(published)


@dataclass(frozen=True, slots=True)
class WeekOf(Sense):
    """The n-th seven days of a month or year: "the first week of May"; the last seven where `index` is below 0."""

    index: int
    month: Sense

    @property
    def rule(self) -> str:
        return "week_of"

    @property
    def relative(self) -> bool:
        return self.month.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("index", str(self.index)), ("month", self.month))

    def value(self, here: Here) -> When | None:
        month = self.month.value(here)
        if month is None or month.days is None:
            return None
        first, last = month.days
        if self.index < 0:
            return between(gregorian.days_later(last, -6), last, Precision.WEEK)
        begin = gregorian.days_later(first, 7 * (self.index - 1))
        return between(begin, min(last, gregorian.days_later(begin, 6)), Precision.WEEK) if begin <= last else None

    def fits(self, published: date) -> bool:
        return self.month.fits(published)


@dataclass(frozen=True, slots=True)
class Era(Sense):
    """A decade or century: `number` is its first year («الثمانينيات» 1980, the 19th century 1800)."""

    unit: str
    number: int

    @property
    def rule(self) -> str:
        return self.unit

    @property
    def relative(self) -> bool:
        return False

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("year", str(self.number)), ("index", str(self.number // 100 + 1)))

    def value(self, here: Here) -> When | None:
        del here
        digits = 1 if self.unit == "decade" else 2
        return When(f"{self.number:04d}"[:-digits] + "X" * digits)


@dataclass(frozen=True, slots=True)
class Part(OfAnother):
    """The early, middle or late part of `of`: «مطلع أيار», "late 2021"."""

    mod: Mod
    of: Sense

    @property
    def rule(self) -> str:
        return "part"

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("mod", self.mod.value), ("of", self.of))

    def value(self, here: Here) -> When | None:
        whole = self.of.value(here)
        return whole if whole is None or not whole.resolved else When(whole.edtf, self.mod, whole.precision)


@dataclass(frozen=True, slots=True)
class Ago(Sense):
    """`count` units before (below 0) or after the anchor: «قبل يومين», "in two weeks"; about, if longer than days."""

    count: int
    unit: str

    @property
    def rule(self) -> str:
        return "ago" if self.count < 0 else "later"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("count", str(abs(self.count))), ("unit", self.unit))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        if self.unit in _DAYS:
            found = gregorian.days_later(here.day, self.count * _DAYS[self.unit])
            return on(found) if self.unit == "day" else When(on(found).edtf + "~")
        unit = "month" if self.unit == "month" else "year"
        found = gregorian.same_day_later(here.day, self.count * MONTHS[self.unit])
        whole = unit_of(found, unit, 0)
        return None if whole is None else When(whole.edtf + "~")


@dataclass(frozen=True, slots=True)
class Lapse(Sense):
    """The last or the next `count` units, up to the anchor or from it on: «الأيام الثلاثة الماضية», "the next two
    weeks".
    """

    count: int
    unit: str
    turn: int

    @property
    def rule(self) -> str:
        return "lapse"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("count", str(self.count)), ("unit", self.unit), ("turn", TURNS[self.turn]))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        count = self.count * (1 if self.turn == NEXT else -1)
        if self.unit in _DAYS:
            other = gregorian.days_later(here.day, count * _DAYS[self.unit])
        else:
            other = gregorian.same_day_later(here.day, count * MONTHS[self.unit])
        first, last = min(here.day, other), max(here.day, other)
        if self.unit in ("year", "decade", "century"):
            return joined(When(f"{first.year:04d}"), When(f"{last.year:04d}"))
        return between(first, last)
