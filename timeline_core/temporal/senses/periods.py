"""Senses of stretches: weeks to centuries, their parts, ranges, and counts from the anchor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline_core.calendars import gregorian, hijri
from timeline_core.model import edtf as notation
from timeline_core.model.edtf import Interval, Point
from timeline_core.model.when import Mod, Precision, When, between, on
from timeline_core.temporal.senses.dates import Day, Weekday, Year
from timeline_core.temporal.senses.sense import NEXT, THIS, TURNS, Here, Sense, Told

SATURDAY = 5
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7}
_NEAR = (-4, 3)
"""Years around the anchor in which «the season before last» and «the one after next» lie."""


@dataclass(frozen=True, slots=True)
class Turned(Sense):
    """The week, weekend, quarter, half, decade or century of the anchor, or the one before or after."""

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
    """That many months from month `first`, counted from January of the year 0."""
    last = first + months - 1
    if first < 12 or last // 12 > 9999:
        return None
    begin, end = gregorian.span_of(first // 12, first % 12 + 1)[0], gregorian.span_of(last // 12, last % 12 + 1)[1]
    whole = between(begin, end)
    if whole.precision is not Precision.RANGE:
        return whole
    edtf = f"{begin.year:04d}-{begin.month:02d}/{end.year:04d}-{end.month:02d}"
    return When(edtf, precision=Precision.HALF if months == 6 and first % 6 == 0 else Precision.RANGE)


@dataclass(frozen=True, slots=True)
class Segment(Sense):
    """A quarter or half of a year, or its first months; `index` counts from 1, and from the end when below 0."""

    unit: str
    index: int
    year: Year | None = None
    count: int = 1
    """How many units: «the first nine months» are 9 of unit month."""

    @property
    def rule(self) -> str:
        return "segment" if self.count == 1 else "segment_count"

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
        if here.told.year is not None and here.told.year.first is not None and here.day is None:
            return self._within(here.told.year.first.year)
        if here.day is None:
            return None
        found = self._within(here.day.year)
        late = found is not None and found.first is not None and found.first > here.day
        return self._within(here.day.year - 1) if late and not here.future else found

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
    """A season (21 spring to 24 winter), which bears the year that it begins in."""

    season: int
    turn: int | None = None
    year: Year | None = None

    @property
    def rule(self) -> str:
        return "season" if self.year is not None or self.turn is None else "season_turn"

    @property
    def relative(self) -> bool:
        return self.year is None or self.year.relative

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        turn = "" if self.turn is None else TURNS[self.turn]
        return (("season", str(self.season)), ("turn", turn), ("year", self.year or ""))

    def value(self, here: Here) -> When | None:
        if self.year is not None:
            return self._of(self.year, here)
        if here.day is None:
            return None
        near = [self._in(here.day.year + step) for step in range(_NEAR[0], _NEAR[1] + 1)]
        started = [one for one in near if one.first is not None and one.first <= here.day]
        ended = [one for one in started if one.last is not None and one.last < here.day]
        coming = [one for one in near if one.first is not None and one.first > here.day]
        if self.turn is not None and self.turn < THIS:
            return ended[self.turn] if len(ended) >= -self.turn else None
        if self.turn == NEXT or (here.future and self.turn is None and started[-1] is ended[-1]):
            return coming[0] if coming else None
        return self._in(here.day.year) if self.turn == THIS else started[-1]

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
    """The n-th seven days of a month or year; the last seven when `index` is below 0."""

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
class Part(Sense):
    """Early, middle or late within what is meant by `of`."""

    mod: Mod
    of: Sense

    @property
    def rule(self) -> str:
        return "part"

    @property
    def relative(self) -> bool:
        return self.of.relative

    @property
    def anaphoric(self) -> bool:
        return self.of.anaphoric

    def base(self, told: Told) -> When | None:
        return self.of.base(told)

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("mod", self.mod.value), ("of", self.of))

    def value(self, here: Here) -> When | None:
        whole = self.of.value(here)
        return whole if whole is None or not whole.resolved else When(whole.edtf, self.mod, whole.precision)

    def fits(self, published: date) -> bool:
        return self.of.fits(published)


@dataclass(frozen=True, slots=True)
class Range(Sense):
    """From the first day of `first` to the last of `last`."""

    first: Sense
    last: Sense

    @property
    def rule(self) -> str:
        return "range"

    @property
    def relative(self) -> bool:
        return self.first.relative or self.last.relative

    @property
    def anaphoric(self) -> bool:
        return self.first.anaphoric or self.last.anaphoric

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("first", self.first), ("last", self.last))

    def value(self, here: Here) -> When | None:
        here = self.looking(here)
        first, last = self.first.value(here), self.last.value(here)
        if first is not None and first.first is not None and isinstance(self.last, Weekday):
            last = replace(self.last, turn=NEXT).value(replace(here, day=first.first))
        elif first is not None and isinstance(self.last, Day) and not (self.last.month.month or self.last.month.turn):
            last = self.last.value(_having_told(first, here))
        if first is None or last is None or not (first.resolved and last.resolved):
            return None
        if first.order[0] > last.order[1]:
            if self.first.relative and last.last is not None:
                first = self.first.value(replace(here, day=last.last, future=False))
            elif self.last.relative and first.first is not None:
                last = self.last.value(replace(here, day=first.first, future=True, past=False))
        return joined(first, last)

    def fits(self, published: date) -> bool:
        return self.first.fits(published) and self.last.fits(published)


def _having_told(first: When, here: Here) -> Here:
    """Where «the 28th of the same month» stands, right after the first end of its range."""
    if first.first is None:
        return here
    month = unit_of(first.first, "month", 0)
    return replace(here, told=replace(here.told, month=month, topic=month))


def joined(first: When | None, last: When | None) -> When | None:
    """One interval from the beginning of the first to the end of the last; None where it would run backwards."""
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
class Ago(Sense):
    """`count` units before (below 0) or after the anchor; about right when the unit is longer than a day."""

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
    """The last or the next `count` units, up to or from the anchor."""

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
