"""Senses of the calendar: year, month, day of a month, weekday; by name («شباط 2023») or by turn ("last Sunday")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from timeline_core.calendars import gregorian, hijri
from timeline_core.calendars.parts import YearMonth
from timeline_core.model.once import cached_property
from timeline_core.model.when import Precision, When, between, on
from timeline_core.temporal.senses.sense import NEXT, SAID, STEPS, THIS, TURNS, Antecedents, Here, Sense, Side
from timeline_core.temporal.senses.sighting import falls, is_far, may_move
from timeline_core.temporal.senses.yearless import Cycle

LAST_OF_MONTH = -1
_HALF_YEAR = 6
HIJRI_YEARS = range(1300, 1500)
"""Years without an era that can be Hijri ones: news does not tell of the fourteenth century."""


@dataclass(frozen=True, slots=True)
class Year(Sense):
    """A year by its number ("2022"), its turn («العام الماضي», "last year"), or both («العام الماضي 2022»)."""

    number: int | None = None
    turn: int | None = None
    hijri: bool = False
    step: int | None = None
    """Years after the year told last: 0 of «ذلك العام», "that year"; None where it is not counted from that."""
    plain: bool = False
    """Only "the year", «العام» is said: that of the report, or of the story."""
    presumed: bool = False
    """It is taken for a Hijri year by its number alone."""
    unread: str = ""
    """Why a written year gives no value: `bc`, `odd` (a number that is not understood), `none` (it has no such day)."""

    @property
    def rule(self) -> str:
        if self.unread:
            return f"year_{self.unread}"
        if self.step is not None:
            return "told"
        if self.number is None:
            return "hijri_year_turn" if self.hijri else "year_turn"
        return "year" if self.turn is None else "year_both"

    @property
    def relative(self) -> bool:
        return self.number is None and not self.unread

    @property
    def anaphoric(self) -> bool:
        return self.step is not None

    def base(self, antecedents: Antecedents) -> When | None:
        return antecedents.year if self.step is not None else None

    @property
    def follows(self) -> bool:
        return self.plain

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        if self.step is not None:
            return (("unit", "year"), ("step", STEPS[self.step]))
        slots = (
            ("year", "" if self.number is None else str(self.number)),
            ("turn", "" if self.turn is None else TURNS[self.turn]),
            ("era", "hijri" if self.hijri else ""),
        )
        return (*slots, ("plain", SAID)) if self.plain else slots

    def value(self, here: Here) -> When | None:
        number = self.placed(here)
        if number is None:
            return None
        if self.hijri:
            return between(*hijri.year_of(number), Precision.YEAR)
        return When(f"{number:04d}") if 1 <= number <= 9999 else None

    def placed(self, here: Here, *, lunar: bool = False) -> int | None:
        """The number of the year.

        Args:
            lunar: of a year that is said by its turn alone, give the Hijri year.
        """
        if self.unread or self.number is not None:
            return None if self.unread else self.number
        if self.step is not None:
            base = here.antecedents.year.first if here.antecedents.year is not None else None
            year = None if base is None else hijri.of_day(base)[0] if lunar or self.hijri else base.year
            return None if year is None else year + self.step
        if self.plain and here.since is not None and here.since.first is not None:
            return hijri.of_day(here.since.first)[0] if lunar or self.hijri else here.since.first.year
        if here.day is None or self.turn is None:
            return None
        return (hijri.of_day(here.day)[0] if lunar or self.hijri else here.day.year) + self.turn

    def fits(self, published: date) -> bool:
        if self.number is None or self.turn is None or self.unread:
            return True
        return self.number == (hijri.of_day(published)[0] if self.hijri else published.year) + self.turn


def in_hijri(month: When) -> bool:
    """True where these are the days of a Hijri month."""
    if month.days is None:
        return False
    year, number, _ = hijri.of_day(month.days[0])
    return month.days == hijri.month_of(year, number)


@dataclass(frozen=True, slots=True)
class Month(Sense):
    """A month by its name («شباط», "February"), its turn («الشهر الجاري»: month 0), or both («شباط الجاري»).

    Its year may be said or not. With neither name nor turn («اليوم الأخير من الشهر») it is the month told last.
    """

    month: int = 0
    turn: int | None = None
    year: Year | None = None
    hijri: bool = False
    topic: bool = True
    """Of one without name and turn: the month that the text mainly speaks of, and not the one told last."""
    step: int = 0
    """Of one without name and turn: months after the one told last («الشهر الذي يليه»: 1)."""

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
        """True where neither name nor turn nor year is said."""
        return not self.month and self.turn is None and self.year is None

    def base(self, antecedents: Antecedents) -> When | None:
        if self.year is not None:
            return self.year.base(antecedents)
        return (antecedents.topic if self.topic else antecedents.month) if self._bare else None

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        year: str | Sense = self.year or ""
        turn = TURNS[self.step] if self.step else "" if self.turn is None else TURNS[self.turn]
        slots = (("month", f"h{self.month}" if self.hijri else str(self.month)), ("turn", turn), ("year", year))
        return (*slots, ("step", STEPS[self.step]), ("topic", SAID if self.topic else "")) if self._bare else slots

    def value(self, here: Here) -> When | None:
        here = self.looking(here)
        if (place := self.placed(here)) is None:
            return None
        if self.lunar(here):
            return between(*hijri.month_of(*place), Precision.MONTH)
        return When(f"{place.year:04d}-{place.month:02d}") if 1 <= place.year <= 9999 else None

    def lunar(self, here: Here) -> bool:
        """True for a Hijri month: by its name, or because the month told last is one, or those of the text are."""
        base = self.base(here.antecedents)
        return self.hijri or (not self.month and (here.antecedents.hijri if base is None else in_hijri(base)))

    @property
    def recurs(self) -> bool:
        return bool(self.month) and self.turn is None and self.year is None

    @property
    def follows(self) -> bool:
        next_one = not self.month and self.turn == NEXT and self.year is None
        return self.recurs or self._bare or next_one or (self.year is not None and self.year.follows)

    def placed(self, here: Here) -> YearMonth | None:
        """Year and month in the month's own calendar."""
        if self.year is not None:
            year = self.year.placed(here, lunar=self.hijri)
            return YearMonth(year, self.month) if year is not None and self.month else None
        if self.recurs:
            year = self._cycle.year(here)
            return None if year is None else YearMonth(year, self.month)
        return self.turned(here)

    @cached_property
    def _cycle(self) -> Cycle:
        return Cycle(self.days, lunar=self.hijri)

    def days(self, year: int) -> tuple[date, date]:
        """First and last day of the month in that year of its own calendar."""
        return hijri.month_of(year, self.month) if self.hijri else gregorian.span_of(year, self.month)

    def turned(self, here: Here, day: int | None = None) -> YearMonth | None:
        """Year and month by the turn from the month of the anchor.

        Args:
            day: a day of the month that is meant, which helps to tell the year: "last 5 June".
        """
        base_date = here.since if self.follows and here.since is not None else self.base(here.antecedents)
        base = here.day if base_date is None else base_date.first
        if base is None:
            return None
        year, month, today = hijri.of_day(base) if self.lunar(here) else (base.year, base.month, base.day)
        this = year * 12 + month - 1
        if not self.month:
            count = this + (self.turn or self.step)
        elif self.turn == THIS:
            coming = this + (self.month - 1 - this) % 12
            count = coming if coming - this < _HALF_YEAR else coming - 12
        else:
            count = _named_turn(self, this, today, day)
        return YearMonth(count // 12, count % 12 + 1)

    def fits(self, published: date) -> bool:
        if self.year is not None:
            return self.year.fits(published) and (self.year.relative or self.may_have_happened_by(published))
        if self.turn != THIS or not self.month:
            return True
        return self.month == (hijri.of_day(published)[1] if self.hijri else published.month)


def _named_turn(which: Month, this: int, today: int, day: int | None) -> int:
    """«شباط الماضي», "next 5 June" as months since the year 0."""
    coming, turn = this + (which.month - 1 - this) % 12, which.turn or 0
    inside = coming == this and day is not None
    if turn < THIS:
        near = inside and day is not None and 0 < day < today
        return (this if near else coming - 12) + 12 * (turn + 1)
    near = coming > this or (inside and day is not None and day > today)
    return (coming if near else coming + 12) + 12 * (turn - 1)


@dataclass(frozen=True, slots=True)
class Day(Sense):
    """A day of a month: «10 شباط», "Feb 10th"; `LAST_OF_MONTH` is the last. A weekday beside it is only checked."""

    day: int
    month: Month
    weekday: int | None = None
    beside: int | None = None
    """How many days from today a word beside it says that it is: 0 of «اليوم الأحد 9 أيار 2019»."""

    @property
    def rule(self) -> str:
        return "day"

    @property
    def relative(self) -> bool:
        return self.month.relative

    @property
    def anaphoric(self) -> bool:
        return self.month.anaphoric

    def base(self, antecedents: Antecedents) -> When | None:
        return self.month.base(antecedents)

    def slots(self) -> tuple[tuple[str, str | Sense], ...]:
        weekday = "" if self.weekday is None else str(self.weekday)
        return (("day", str(self.day)), ("month", self.month), ("weekday", weekday))

    @property
    def recurs(self) -> bool:
        return self.month.recurs

    def value(self, here: Here) -> When | None:
        here = self.looking(here)
        found = self.placed(here)
        if found is not None:
            return When(f"{on(found).edtf}~") if self.month.lunar(here) and may_move(found, self.weekday) else on(found)
        if self.day < 1 or self.month.lunar(here) or not (self.recurs or self._unplaced(here)):
            return None
        return When(f"XXXX-{self.month.month:02d}-{self.day:02d}" if self.month.month else f"XXXX-XX-{self.day:02d}")

    def placed(self, here: Here) -> date | None:
        """The day itself; None where the month is not known or has no such day."""
        if self.recurs:
            year = self.cycle(here).year(here)
            return None if year is None else self._in(year, self.month.month, lunar=self.month.hijri)
        place = self.month.placed(here) if self.month.year is not None else self.month.turned(here, self.day)
        return None if place is None else self._in(*place, lunar=self.month.lunar(here))

    def undecided(self, here: Here) -> bool:
        return self.recurs and self.cycle(here).undecided(self.looking(here))

    def _unplaced(self, here: Here) -> bool:
        """True where the month is counted from a day that is not known yet."""
        return self.month.year is None and self.month.turned(here, self.day) is None

    def cycle(self, here: Here) -> Cycle:
        """The day in every year; with a weekday beside it, only in the years around in which the weekday fits."""
        plain, lunar, days = self._plain, self.month.hijri, self._days
        if self.weekday is None or here.origin is None:
            return plain
        near = hijri.of_day(here.origin[0])[0] if lunar else here.origin[0].year
        fitting = {
            year
            for year in (near - 1, near, near + 1)
            if (at := days(year)) and falls(at[0], self.weekday, lunar=lunar) and not (lunar and is_far(at[0], here))
        }
        return Cycle(lambda year: days(year) if year in fitting else None, lunar=lunar, day=True) if fitting else plain

    @cached_property
    def _plain(self) -> Cycle:
        """The day in every year."""
        return Cycle(self._days, lunar=self.month.hijri, day=True)

    def _days(self, year: int) -> tuple[date, date] | None:
        found = self._in(year, self.month.month, lunar=self.month.hijri)
        return None if found is None else (found, found)

    def _in(self, year: int, month: int, *, lunar: bool) -> date | None:
        if lunar:
            return hijri.month_of(year, month)[1] if self.day < 0 else hijri.day_of(year, month, self.day)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return gregorian.span_of(year, month)[1] if self.day < 0 else gregorian.day_or_none(year, month, self.day)

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
    """A weekday (0 is Monday): the latest up to the anchor, that day included; where the words look ahead, the next.

    On one line with a day that lies ahead («10 حزيران», then «الأحد») it is that day, or the first such day after it.

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

    @property
    def recurs(self) -> bool:
        return self.turn is None

    def undecided(self, here: Here) -> bool:
        looks = self.past or here.past or here.future
        return self.bound and self.recurs and not looks and here.since is None and here.day is not None

    def value(self, here: Here) -> When | None:
        if here.side is not None and here.origin is not None and self.recurs:
            first, last = here.origin
            count = gregorian.on_or_before if here.side is Side.BEFORE else gregorian.on_or_after
            return on(count(last if here.side is Side.BEFORE else first, self.weekday))
        if self.recurs and here.since is not None and here.since.last is not None:
            return on(gregorian.on_or_after(here.since.last, self.weekday))
        if here.day is None:
            return None
        if self.turn is not None and self.turn < THIS:
            return on(gregorian.on_or_before(gregorian.days_later(here.day, 7 * self.turn + 6), self.weekday))
        if self.turn is not None and self.turn > THIS:
            return on(gregorian.on_or_after(gregorian.days_later(here.day, 7 * self.turn - 6), self.weekday))
        if self.turn == THIS or here.future:
            return on(gregorian.on_or_after(here.day, self.weekday))
        return on(gregorian.on_or_before(here.day, self.weekday))


def numbered(day: int, month: int, year: int, lunar: bool) -> Day | None:
    """Make the day of a date in figures; None where its calendar has no such day."""
    sense = Day(day, Month(month, year=Year(year, hijri=lunar), hijri=lunar))
    return sense if sense.placed(Here(None)) is not None else None


def of_year(month: Month, year: Year) -> Month:
    """The month, with the year that is said after it."""
    return replace(month, year=year)
