"""`When`: the days on which something may have happened. Everything in the core orders, merges and filters by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from timeline_core.model import edtf as notation
from timeline_core.model.edtf import Edtf, Interval, Point

NEWS = timedelta(31)
"""What is told as news without a day is of so many days before its report."""
_REMEMBERED = 8_192
"""Values of each way to make one: the days that reports speak of are few, and are told again and again."""


class Precision(StrEnum):
    """How much a date says, from the finest to the coarsest; `RANGE` is any interval that is no calendar unit."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    BOUND = "bound"
    """Only an edge is known: no day is told, and the day of the report is the last one that it can be."""
    UNRESOLVED = "unresolved"


class Mod(StrEnum):
    """The early, middle or late part of the unit that the value names (TIMEX3 `mod`)."""

    START = "START"
    MID = "MID"
    END = "END"


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF value and what it means in days. Equal when value, part and precision are.

    Raises:
        EdtfError: `edtf` is none.

    Source:
        DESIGN.md section 4.
    """

    edtf: str
    mod: Mod | None = None
    precision: Precision = Precision.UNRESOLVED
    """Left out, it follows from the value; a week and a bound are intervals in EDTF and must be named."""
    days: tuple[date, date] | None = field(init=False, repr=False, compare=False)
    """First and last day, `mod` taken into account; None while unresolved."""

    def __post_init__(self) -> None:
        days, precision = _covered(self.edtf)
        object.__setattr__(self, "days", days if days is None or self.mod is None else narrow(*days, self.mod))
        if self.precision is Precision.UNRESOLVED:
            object.__setattr__(self, "precision", precision)

    @property
    def value(self) -> Edtf:
        """The parsed EDTF."""
        return notation.parse(self.edtf)

    @property
    def first(self) -> date | None:
        """The first day; None while unresolved, `date.min` when the past is open."""
        return self.days[0] if self.days else None

    @property
    def last(self) -> date | None:
        """The last day; None while unresolved, `date.max` when the future is open."""
        return self.days[1] if self.days else None

    @property
    def resolved(self) -> bool:
        """False for a value such as `XXXX-XX-16`, of which the days are not known."""
        return self.days is not None

    @property
    def approximate(self) -> bool:
        """True when an end is marked `~` or `%`."""
        value = self.value
        ends = (value,) if isinstance(value, Point) else (value.first, value.last)
        return any(end is not None and end.approximate for end in ends)

    @property
    def uncertain(self) -> bool:
        """True when an end is marked `?` or `%`: the source may mean another one."""
        return any(mark in self.edtf for mark in "?%")

    @property
    def doubted(self) -> When:
        """The same, marked as one that may be another: what was counted from such a day is no surer than that."""
        if self.uncertain or self.precision not in (Precision.DAY, Precision.MONTH, Precision.YEAR):
            return self
        said = f"{self.edtf.removesuffix('~')}%" if self.approximate else f"{self.edtf}?"
        return When(said, self.mod)

    @property
    def bound(self) -> bool:
        """True where no day is told, and only the last is known on which it can have been."""
        return self.precision is Precision.BOUND

    @property
    def reach(self) -> tuple[date, date] | None:
        """The days for which a filter finds it: its own; of a bound the month before its report, whose news it is."""
        if self.days is None or not self.bound:
            return self.days
        last = self.days[1]
        return (last - NEWS if last - date.min > NEWS else date.min), last

    def surely_before(self, other: When) -> bool:
        """True only when every day of self is before every day of `other`; False where either is unresolved."""
        mine, theirs = self.days, other.days
        return mine is not None and theirs is not None and mine[1] < theirs[0]

    def meets(self, other: When) -> bool:
        """True when some day belongs to both."""
        mine, theirs = self.days, other.days
        return mine is not None and theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def covers(self, other: When) -> bool:
        """True when every day of `other` is a day of self."""
        mine, theirs = self.days, other.days
        return mine is not None and theirs is not None and mine[0] <= theirs[0] and theirs[1] <= mine[1]

    def hull(self, other: When) -> When:
        """From the first day of either to the last of either; self where one is unresolved."""
        mine, theirs = self.days, other.days
        if mine is None or theirs is None:
            return self
        return between(min(mine[0], theirs[0]), max(mine[1], theirs[1]))

    @property
    def order(self) -> tuple[date, date]:
        """First day, then last; a bound behind all of its day; the unresolved come last. See `place_in_order`."""
        if self.days is not None and self.bound:
            return self.days[1], date.max
        return self.days or (date.max, date.max)


def place_in_order(first: int, last: int) -> tuple[int, int]:
    """What a timeline sorts by, of the two ordinals of `When.order`: first day, then the longer before the shorter.

    So «in 2022» and «January 2022» stand before the 1st of January. What has a bound, or no end, stands behind all of
    its day.
    """
    return first, (1 if last == date.max.toordinal() else -last)


@lru_cache(_REMEMBERED)
def on(day: date) -> When:
    """Exactly that day."""
    return When(notation.format(notation.of_day(day)))


@lru_cache(_REMEMBERED)
def bounded_by(day: date) -> When:
    """On or before that day, which is no day of it: the report that tells it without a day is of that day."""
    return When(notation.format(Interval(None, notation.of_day(day))), precision=Precision.BOUND)


@lru_cache(_REMEMBERED)
def between(first: date, last: date, precision: Precision = Precision.UNRESOLVED) -> When:
    """Some day from `first` to `last`, both inside."""
    return When(notation.format(notation.spanning(first, last)), precision=precision)


def narrow(first: date, last: date, mod: Mod) -> tuple[date, date]:
    """Narrow the days to their early, middle or late third; of a month to the days 1–10, 11–20, or 21 to its end.

    Source:
        DESIGN.md section 4; Arabic usage divides a month into three tens (عشر).
    """
    if first == date.min or last == date.max:
        return first, last
    count = (last - first).days + 1
    third = 10 if 28 <= count <= 31 else count // 3
    if count < 3:
        return first, last
    if 365 <= count <= 366:
        return _third_of_year(first, last, mod)
    if mod is Mod.START:
        return first, first + timedelta(third - 1)
    if mod is Mod.MID:
        return first + timedelta(third), first + timedelta(2 * third - 1)
    return first + timedelta(2 * third), last


def _third_of_year(first: date, last: date, mod: Mod) -> tuple[date, date]:
    if (first.month, first.day) != (1, 1):
        third = timedelta((last - first).days // 3)
        return {
            Mod.START: (first, first + third),
            Mod.MID: (first + third, last - third),
            Mod.END: (last - third, last),
        }[mod]
    year = first.year
    return {
        Mod.START: (first, date(year, 4, 30)),
        Mod.MID: (date(year, 5, 1), date(year, 8, 31)),
        Mod.END: (date(year, 9, 1), last),
    }[mod]


@lru_cache(_REMEMBERED)
def _covered(edtf: str) -> tuple[tuple[date, date] | None, Precision]:
    """The days of an EDTF value, and how much it says."""
    value = notation.parse(edtf)
    return notation.bounds(value), _precision(value)


def _precision(value: Edtf) -> Precision:
    if isinstance(value, Interval):
        return Precision.RANGE
    if value.open_digits:
        return {1: Precision.DECADE, 2: Precision.CENTURY}.get(value.open_digits, Precision.UNRESOLVED)
    if value.day is not None:
        return Precision.DAY
    if value.month is None:
        return Precision.YEAR
    if value.month <= 12:
        return Precision.MONTH
    if value.month <= notation.WINTER:
        return Precision.SEASON
    return Precision.QUARTER if value.month < notation.FIRST_HALF else Precision.HALF
