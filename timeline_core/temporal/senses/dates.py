"""Senses of the calendar: years, months, days and weekdays, named or counted from the anchor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline_core.calendars import gregorian, hijri
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.senses.sense import STEPS, THIS, TURNS, Here, Sense, Told

LAST_OF_MONTH = -1
HIJRI_YEARS = range(1300, 1500)
"""A year of these numbers, its era not said, is a Hijri one: no news tells of the fourteenth century."""

_MOST_AHEAD = 5
"""A day without its year is the nearest one, but nothing said, no month so far ahead: news tells more of the past.

Source:
    Of 145 such dates in TimeBank the nearest is right for 94 %.
"""

_MOST_ON = 3
"""A date whose year is not said runs on from one of an earlier year when so few months lie between."""
_SOON = 2
"""Behind a verb of the past, a day within so many months ahead may be what was announced: its year is not known."""
_MOST_PLANNED = 7
"""A month whose year is not said lies fewer months ahead than this, even where words look ahead."""


@dataclass(frozen=True, slots=True)
class Year(Sense):
    """A year by number, by its turn from the anchor's («العام الماضي»), or both («العام الماضي 2022»)."""

    number: int | None = None
    turn: int | None = None
    hijri: bool = False
    told: int | None = None
    """Years from the one told last («من ذلك العام»); None where it is not counted from it."""
    presumed: bool = False
    """That the year is a Hijri one is told by its number alone."""
    unread: str = ""
    """Why a number that stands for the year has no place here: `bc`, or `odd` where it is not understood."""

    @property
    def rule(self) -> str:
        if self.unread:
            return f"year_{self.unread}"
        if self.told is not None:
            return "told"
        if self.number is None:
            return "year_turn"
        return "year" if self.turn is None else "year_both"

    @property
    def relative(self) -> bool:
        return self.number is None and not self.unread

    @property
    def anaphoric(self) -> bool:
        return self.told is not None

    def base(self, told: Told) -> When | None:
        return told.year if self.told is not None else None

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        if self.told is not None:
            return (("unit", "year"), ("step", STEPS[self.told]))
        return (
            ("year", "" if self.number is None else str(self.number)),
            ("turn", "" if self.turn is None else TURNS[self.turn]),
            ("era", "hijri" if self.hijri else ""),
        )

    def value(self, here: Here) -> When | None:
        number = self.placed(here)
        if number is None:
            return None
        if self.hijri:
            return between(*hijri.year_of(number), Precision.YEAR)
        return When(f"{number:04d}") if 1 <= number <= 9999 else None

    def placed(self, here: Here, *, lunar: bool = False) -> int | None:
        """The number of the year; `lunar`: of the Hijri year, when only its turn is said."""
        if self.unread or self.number is not None:
            return None if self.unread else self.number
        if self.told is not None:
            base = here.told.year.first if here.told.year is not None else None
            year = None if base is None else hijri.of_day(base)[0] if lunar or self.hijri else base.year
            return None if year is None else year + self.told
        if here.day is None or self.turn is None:
            return None
        return (hijri.of_day(here.day)[0] if lunar or self.hijri else here.day.year) + self.turn

    def fits(self, published: date) -> bool:
        if self.number is None or self.turn is None or self.unread:
            return True
        return self.number == (hijri.of_day(published)[0] if self.hijri else published.year) + self.turn


def in_hijri(month: When) -> bool:
    """True for the days of a Hijri month."""
    if month.days is None:
        return False
    year, number, _ = hijri.of_day(month.days[0])
    return month.days == hijri.month_of(year, number)


@dataclass(frozen=True, slots=True)
class Month(Sense):
    """A month by name, by its turn («الشهر الجاري», month 0), or both («شباط الجاري»), of a year said or not.

    With neither name nor turn («اليوم الأخير من الشهر») it is the month told last.
    """

    month: int = 0
    turn: int | None = None
    year: Year | None = None
    hijri: bool = False
    topic: bool = True
    """Of neither name nor turn: the month that the text speaks of, rather than the one told last."""
    step: int = 0
    """Of neither name nor turn: months after the one told last («الشهر الذي يليه»)."""

    @property
    def rule(self) -> str:
        if not self.month:
            return "month_turn"
        if self.year is not None:
            return "month_of_year"
        return "month_bare" if self.turn is None else "month_named_turn"

    @property
    def relative(self) -> bool:
        return self.year is None or self.year.relative

    @property
    def anaphoric(self) -> bool:
        return self._bare if self.year is None else self.year.anaphoric

    @property
    def _bare(self) -> bool:
        """Of neither name nor turn nor year."""
        return not self.month and self.turn is None and self.year is None

    def base(self, told: Told) -> When | None:
        if self.year is not None:
            return self.year.base(told)
        return (told.topic if self.topic else told.month) if self._bare else None

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        year: str | Sense = self.year or ""
        turn = TURNS[self.step] if self.step else "" if self.turn is None else TURNS[self.turn]
        return (("month", f"h{self.month}" if self.hijri else str(self.month)), ("turn", turn), ("year", year))

    def value(self, here: Here) -> When | None:
        here = self.looking(here)
        place = self.placed(here)
        if place is None:
            return None
        year, month = place
        if self.lunar(here):
            return between(*hijri.month_of(year, month), Precision.MONTH)
        return When(f"{year:04d}-{month:02d}") if 1 <= year <= 9999 else None

    def lunar(self, here: Here) -> bool:
        """True for a month of the Hijri calendar: by its name, or because the one told is, or all of the text."""
        base = self.base(here.told)
        return self.hijri or (not self.month and (here.told.hijri if base is None else in_hijri(base)))

    def placed(self, here: Here, day: int | None = None) -> tuple[int, int] | None:
        """Year and month in the month's own calendar; `day` of it helps to tell which year is meant."""
        if self.year is not None:
            year = self.year.placed(here, lunar=self.hijri)
            if year is not None and self.month:
                return year, self.month
            return None
        told = self.base(here.told)
        base = here.day if told is None else told.first
        if base is None:
            return None
        now = hijri.of_day(base) if self.lunar(here) else (base.year, base.month, base.day)
        count = self._running_on(here, now[0], alone=day is None)
        if count is None and self._undecided(now, day, here):
            return None
        if count is None:
            count = self._counted(now, day, here)
        return count // 12, count % 12 + 1

    def _running_on(self, here: Here, year: int, *, alone: bool) -> int | None:
        """Months since the year 0, where a date of an earlier year runs on: «15 March 2011 … on 18 March».

        Args:
            alone: no day of the month is said; then the month is another one than that told before.
        """
        written = here.told.written
        if self.hijri or not self.month or self.turn is not None or written is None or written.first is None:
            return None
        last = written.first.year * 12 + written.first.month - 1
        count = last + (self.month - 1 - last) % 12
        return (
            count
            if written.first.year < year and last + alone <= count <= last + _MOST_ON and not here.future
            else None
        )

    def _undecided(self, now: tuple[int, int, int], day: int | None, here: Here) -> bool:
        """True behind a verb of the past, of a day that comes soon: it was announced, or is of another year."""
        if not here.past or not self.month or self.turn is not None or here.future or day is None:
            return False
        months = (self.month - now[1]) % 12
        return 1 <= months <= _SOON or (months == 0 and day > now[2])

    def _counted(self, now: tuple[int, int, int], day: int | None, here: Here) -> int:
        """Months since the year 0."""
        this = now[0] * 12 + now[1] - 1
        if not self.month:
            return this + (self.turn or self.step)
        coming = this + (self.month - 1 - this) % 12
        if self.turn is not None and self.turn != THIS:
            return self._turned(this, coming, now[2], day)
        ahead = 6 if self.turn == THIS else _MOST_AHEAD if day is not None else 1
        if here.future and self.turn is None:
            ahead = _MOST_PLANNED if day is None else _MOST_PLANNED + 2
        elif here.past and self.turn is None:
            ahead = 0 if coming == this and day is not None and day > now[2] else 1
        return coming if coming - this < ahead else coming - 12

    def _turned(self, this: int, coming: int, today: int, day: int | None) -> int:
        turn = self.turn or 0
        inside = coming == this and day is not None
        if turn < THIS:
            near = inside and day is not None and 0 < day < today
            return (this if near else coming - 12) + 12 * (turn + 1)
        near = coming > this or (inside and day is not None and day > today)
        return (coming if near else coming + 12) + 12 * (turn - 1)

    def fits(self, published: date) -> bool:
        if self.year is not None:
            return self.year.fits(published) and (self.year.relative or self.told_before(published))
        if self.turn != THIS or not self.month:
            return True
        return self.month == (hijri.of_day(published)[1] if self.hijri else published.month)


@dataclass(frozen=True, slots=True)
class Day(Sense):
    """A day of a month; `LAST_OF_MONTH` is the month's last. A weekday beside it is checked, never counted from."""

    day: int
    month: Month
    weekday: int | None = None

    @property
    def rule(self) -> str:
        return "day"

    @property
    def relative(self) -> bool:
        return self.month.relative

    @property
    def anaphoric(self) -> bool:
        return self.month.anaphoric

    def base(self, told: Told) -> When | None:
        return self.month.base(told)

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        weekday = "" if self.weekday is None else str(self.weekday)
        return (("day", str(self.day)), ("month", self.month), ("weekday", weekday))

    def value(self, here: Here) -> When | None:
        here = self.looking(here)
        found = self.placed(here)
        if found is not None:
            return on(found)
        known = self.month.placed(here, self.day) is not None or self.day < 1 or self.month.year is not None
        if known or self.month.lunar(here):
            return None
        return When(f"XXXX-{self.month.month:02d}-{self.day:02d}" if self.month.month else f"XXXX-XX-{self.day:02d}")

    def placed(self, here: Here) -> date | None:
        """The day itself; None where the month is not known or has no such day."""
        if self.weekday is not None and here.day is not None and self.month.year is None and self.month.turn is None:
            years = (here.day.year + step for step in (-1, 0, 1))
            days = [replace(self, weekday=None, month=of_year(self.month, Year(year))).placed(here) for year in years]
            fitting = [day for day in days if day is not None and day.weekday() == self.weekday]
            if fitting and self.month.month and not self.month.hijri:
                today = here.day
                return min(fitting, key=lambda day: abs((day - today).days))
        place = self.month.placed(here, self.day)
        if place is None:
            return None
        if self.month.lunar(here):
            return hijri.month_of(*place)[1] if self.day < 0 else hijri.day_of(*place, self.day)
        if self.day < 0:
            return gregorian.span_of(*place)[1]
        return gregorian.day_or_none(*place, self.day)

    def fits(self, published: date) -> bool:
        if not self.month.fits(published):
            return False
        found = self.placed(Here(published, self.future, past=self.past))
        if found is None:
            return not self.relative
        if self.weekday is not None and found.weekday() != self.weekday and self.relative:
            return False
        bound = not self.relative or self.month.turn is not None
        return self.future or not bound or found <= published


@dataclass(frozen=True, slots=True)
class Weekday(Sense):
    """A weekday (0 is Monday): the latest, the anchor's own day among them; the coming one when words look ahead.

    On one line with a day that lies ahead, it is that day, or the next such day after it.

    Source:
        Of 297 bare weekdays in TimeBank this is right for 91 %.
    """

    weekday: int
    turn: int | None = None

    @property
    def rule(self) -> str:
        return "weekday" if self.turn is None else "weekday_turn"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("weekday", str(self.weekday)), ("turn", "" if self.turn is None else TURNS[self.turn]))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        if self.turn is not None and self.turn < THIS:
            return on(gregorian.on_or_before(gregorian.days_later(here.day, 7 * self.turn + 6), self.weekday))
        if self.turn is not None and self.turn > THIS:
            return on(gregorian.on_or_after(gregorian.days_later(here.day, 7 * self.turn - 6), self.weekday))
        beside = None if here.told.beside is None else here.told.beside.first
        if self.turn is None and not self.past and beside is not None and beside > here.day:
            return on(gregorian.on_or_after(beside, self.weekday))
        if self.turn == THIS or here.future:
            return on(gregorian.on_or_after(here.day, self.weekday))
        return on(gregorian.on_or_before(here.day, self.weekday))


@dataclass(frozen=True, slots=True)
class Deictic(Sense):
    """Today, yesterday, tomorrow: `offset` days from the anchor; a weekday beside it («اليوم الخميس») wins."""

    offset: int
    weekday: int | None = None

    @property
    def rule(self) -> str:
        return "deictic" if self.weekday is None else "deictic_weekday"

    @property
    def relative(self) -> bool:
        return True

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        return (("offset", str(self.offset)), ("weekday", "" if self.weekday is None else str(self.weekday)))

    def value(self, here: Here) -> When | None:
        if here.day is None:
            return None
        counted = gregorian.days_later(here.day, self.offset)
        return on(counted if self.weekday is None else gregorian.nearest(counted, self.weekday))

    def fits(self, published: date) -> bool:
        return self.weekday is None or gregorian.days_later(published, self.offset).weekday() == self.weekday


def numbered(day: int, month: int, year: int, lunar: bool) -> Day | None:
    """A date in figures; None where its calendar has no such day."""
    sense = Day(day, Month(month, year=Year(year, hijri=lunar), hijri=lunar))
    return sense if sense.placed(Here(None)) is not None else None


def of_year(month: Month, year: Year) -> Month:
    """The month, its year said after it."""
    return replace(month, year=year)
