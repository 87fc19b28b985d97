"""Meanings: functions of named slots, with no language in them.

Every function gives None when the slots, so filled, mean nothing («31 February»), and the reading is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_core.calendars import hijri
from timeline_core.calendars.gregorian import month_length
from timeline_core.model.when import Mod
from timeline_core.temporal.senses.anaphora import Anaphor, Same, paired
from timeline_core.temporal.senses.dates import HIJRI_YEARS, LAST_OF_MONTH, Day, Month, Weekday, Year
from timeline_core.temporal.senses.deictic import Deictic, JustNow
from timeline_core.temporal.senses.numeric import Name, same_weeks
from timeline_core.temporal.senses.periods import Ago, Era, Lapse, Part, Season, Segment, Turned, WeekOf
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import PAST, THIS, TURNS, Sense

_TURN = {said: turn for turn, said in TURNS.items()}
_STEP = {"before": -1, "same": 0, "after": 1}
_LONGEST_MONTH = 31
_LEAP_YEAR = 2000
_MONTHS = 12
_PIVOT = 30
"""A year of two figures below this is one of this century, any other one of the last."""
_PRESUMED = range(HIJRI_YEARS.start, 1451)
"""Years that are Hijri ones without an era; higher ones lie in the future as such, and are history («عام 1492»)."""
_HALVED = {"year": ("month", _MONTHS), "month": ("week", 4)}
"""Unit -> the unit that halves of it are counted in, and how many of these it has."""


class Nothing:
    """Words that look like a date and are none («صلاة الجمعة», "Good Friday"): read so that nothing else
    reads them.
    """


@dataclass(frozen=True, slots=True)
class Named:
    """A name that holds a date («قوى 14 آذار», "the April 6 movement"): the words are no date."""

    date: Sense | None


def _turn(turn: str | None) -> int | None:
    return None if turn is None else _TURN[turn]


def total(ones: str = "0", tens: str = "0", hundreds: str = "0") -> str:
    """The sum of a number said in parts: «الخامس والعشرين», "twenty-fifth"."""
    return str(int(ones) + int(tens) + int(hundreds))


def year_of(
    year: str | None = None,
    turn: str | None = None,
    era: str | None = None,
    unit: str = "year",
    step: str | None = None,
    odd: str | None = None,
    short: str | None = None,
) -> Year | None:
    """A year by its number («2022»), its turn («العام الماضي», "last year"), both, or as one told before («ذلك العام»).

    `odd` is a number in the place of a year that is not understood.
    """
    if unit != "year":
        return None
    if odd is not None or era == "bc":
        return Year(int(odd or year or 0), unread="odd" if odd is not None else "bc")
    if step is not None:
        return Year(step=_STEP[step])
    if short is not None:
        return Year(int(short) + (2000 if int(short) < _PIVOT else 1900))
    if year is None and turn is None:
        return None
    number = None if year is None else int(year)
    presumed = era is None and number in _PRESUMED
    return Year(number, _turn(turn), presumed or era == "hijri", presumed=presumed)


def named(
    month: str | None = None, twin: Name | None = None, hijri_month: str | None = None, era: str | None = None
) -> Name | None:
    """The name of a month, perhaps said twice («تموز (يوليو)»); None where the two names are of different months."""
    if twin is not None and str(twin.number) != month:
        return None
    return Name(int(hijri_month or month or 0), hijri_month is not None or era == "hijri")


def twin(twin: Name) -> Name:
    """The second name of a month said twice."""
    return twin


def month_of(
    named: Name | None = None,
    turn: str | None = None,
    yearly: Year | None = None,
    unit: str = "month",
    again: str | None = None,
    step: str | None = None,
) -> Month | None:
    """A month by its name («شباط»), its turn ("last month"), or both, perhaps with a year.

    With neither it is a month of the text: the one told last, or one before or after it (`again`, `step`).
    """
    if unit != "month":
        return None
    number, lunar = (0, False) if named is None else (named.number, named.lunar)
    if yearly is not None and yearly.number is not None and yearly.hijri != lunar and not yearly.unread:
        yearly = _lunar(yearly.number, number) if lunar else _solar(yearly)
    return Month(number, _turn(turn), yearly, lunar, again is None and step is None, _STEP[step or "same"])


def _lunar(year: int, month: int) -> Year:
    """The year of a Hijri month, where a Gregorian one is written («رمضان 2015»)."""
    return Year(year if year in HIJRI_YEARS else hijri.year_with(year, month), hijri=True)


def _solar(year: Year) -> Year:
    """The year of a Gregorian month: "May 1453" is no Hijri year; where an era says that it is, it stays open."""
    return Year(year.number) if year.presumed else Year(year.number, unread="odd")


def day_number(day: str | None = None, ones: str = "0", tens: str = "0") -> str | None:
    """The number of a day, said in figures or in words; -1 is the last of its month."""
    number = int(day or 0) + int(ones) + int(tens)
    return str(number) if number == LAST_OF_MONTH or 1 <= number <= _LONGEST_MONTH else None


def date(
    dayno: str,
    monthly: Month | None = None,
    named: Name | None = None,
    turn: str | None = None,
    yearly: Year | None = None,
    until: str | None = None,
    weekday: str | None = None,
    until_weekday: str | None = None,
    beside: str | None = None,
    choice: str | None = None,
) -> Sense | None:
    """A day of a month («10 شباط»), the days from one to another, or one of two; «30 شباط» is read, but is no day."""
    month = monthly or month_of(named, turn, yearly)
    if month is None:
        return None
    first = int(dayno)
    if first > _longest(month):
        return Day(first, replace(month, year=Year(unread="none"))) if until is None else None
    found = Day(first, month, None if weekday is None else int(weekday), None if beside is None else int(beside))
    if until is None:
        return found
    if weekday is not None and until_weekday is not None and not same_weeks(int(until) - first, weekday, until_weekday):
        return None
    if choice is not None:
        return Range(found, Day(int(until), month), choice=True) if first != int(until) <= _longest(month) else None
    return Range(found, Day(int(until), month)) if first < int(until) <= _LONGEST_MONTH else None


def _longest(month: Month) -> int:
    """The most days that a month of that name has in any year."""
    if month.hijri:
        return 30
    return month_length(_LEAP_YEAR, month.month) if month.month else _LONGEST_MONTH


def weekday(weekday: str, turn: str | None = None, until: str | None = None, choice: str | None = None) -> Sense:
    """A weekday («الأحد»), perhaps with a turn ("next Sunday"), the days from one to another, or one of them."""
    first = Weekday(int(weekday), _turn(turn))
    return first if until is None else Range(first, Weekday(int(until), _turn(turn)), choice is not None)


def deictic(deictic: str, weekday: str | None = None) -> Deictic:
    """Today, yesterday, tomorrow: «أمس», "tomorrow"."""
    return Deictic(int(deictic), None if weekday is None else int(weekday))


def just_now(just_now: str) -> JustNow:
    """Some minutes ago: «قبل قليل», "moments ago"."""
    return JustNow(hours=int(just_now))


def turned(unit: str, turn: str) -> Sense | None:
    """This, last or next week, month, year…: «الأسبوع الماضي», "next month"."""
    if unit == "year":
        return Year(turn=_TURN[turn])
    if unit == "month":
        return Month(turn=_TURN[turn])
    return Deictic(_TURN[turn]) if unit == "day" else Turned(unit, _TURN[turn])


def segment(segment: str, index: str, yearly: Sense | None = None, count: str = "1") -> Segment | None:
    """A quarter or half of a year, or its first months: «الربع الأول», "the first nine months"."""
    many = int(count)
    if segment not in ("month", "quarter", "half"):
        return None
    if segment == "month" and many not in (2, 3, 4, 6, 5, 7, 8, 9, 10, 11):
        return None
    if yearly is not None and not isinstance(yearly, Year):
        return None
    return Segment(segment, int(index), yearly, many)


def season(season: str, turn: str | None = None, yearly: Year | None = None) -> Season:
    """A season: of a year («صيف 2014»), or the last, this or next one ("last summer")."""
    return Season(int(season), _turn(turn), yearly)


def week_of(index: str, monthly: Month) -> WeekOf:
    """The n-th week of a month: «الأسبوع الأول من أيار», "the last week of May"."""
    return WeekOf(int(index), monthly)


def decade(decade: str, turned: Sense | None = None, era: str = "") -> Sense | None:
    """A decade by its tens («الثمانينيات», "the 80s", of the last century) or its first year ("the 1980s")."""
    if era == "hijri" and int(decade) < 100:
        return Range(Year(1300 + int(decade), hijri=True), Year(1309 + int(decade), hijri=True))
    number = int(decade) if int(decade) >= 100 else 1900 + int(decade)
    if number % 10 or (turned is not None and turned != Turned("century", PAST)):
        return None
    return Era("decade", number)


def century(index: str, ones: str = "0", era: str | None = None) -> Sense | None:
    """A century by its number, of the Christian or the Hijri era: «القرن التاسع عشر», "the 19th century"."""
    number = int(total(ones, index))
    if era == "bc":
        return Year(number, unread="bc")
    if era == "hijri":
        return Range(Year(number * 100 - 99, hijri=True), Year(number * 100, hijri=True)) if number <= 15 else None
    return Era("century", (number - 1) * 100) if 1 <= number <= 22 else None


def part(mod: str, of: Sense) -> Part:
    """The early, middle or late part of a date: «مطلع أيار», "late 2021"."""
    return Part(Mod(mod), of)


def one_of(first: Sense, last: Sense, choice: str) -> Range:
    """One of two dates: «السبت أو الأحد», "in May or June 2019"."""
    return Range(dated_by(first, last), last, bool(choice))


def range_(first: Sense, last: Sense, again: Name | None = None, other: Name | None = None) -> Range | None:
    """From one date to another; two months may be said twice («حزيران وتموز (يونيو ويوليو)»).

    A first end without a year takes that of the last («من 28 شباط إلى 2 آذار 2022»).
    """
    first = dated_by(first, last)
    twins = [(month, name) for month, name in ((first, again), (last, other)) if name is not None]
    same = all(isinstance(month, Month) and month.month == name.number for month, name in twins)
    return Range(first, last) if same else None


def dated_by(first: Sense, last: Sense) -> Sense:
    """The day or month `first`, with the year of `last` where it has none itself: "July" of "July and August 1988".

    Where it would be the later of the two, it takes the year before: "December and January 1989".
    """
    month, other = (one.month if isinstance(one, Day) else one for one in (first, last))
    if not (isinstance(month, Month) and isinstance(other, Month)) or month.year is not None or month.turn is not None:
        return first
    year = other.year
    if not month.month or year is None or year.unread or month.hijri != other.hijri:
        return first
    whole = _of_same_year(month, other, year)
    if whole is None:
        return first
    return replace(first, month=whole) if isinstance(first, Day) else whole


def _of_same_year(month: Month, other: Month, year: Year) -> Month | None:
    """The month, with that year; where it would then come after `other`, with the year before."""
    before = int(month.month > other.month)
    if year.number is not None:
        return replace(month, year=replace(year, number=year.number - before, turn=None))
    turn = None if year.turn is None else year.turn - before
    return None if turn not in TURNS else replace(month, year=replace(year, turn=turn))


def ago(number: str, unit: str, side: str, and_half: str | None = None) -> Ago | None:
    """So many units before or after the anchor: «قبل يومين», "in two weeks"; «قبل عام ونصف» is 18 months before."""
    sign = -1 if side == "past" else 1
    if and_half is not None:
        if unit not in _HALVED:
            return None
        smaller, of = _HALVED[unit]
        return Ago(sign * (int(number) * of + of // 2), smaller)
    return Ago(sign * int(number), unit)


def lapse(number: str, unit: str, turn: str) -> Lapse | None:
    """The last or next so many units: «الأيام الثلاثة الماضية», "the next two weeks"."""
    return None if turn == "this" else Lapse(int(number), unit, _TURN[turn])


def any_(one: Sense) -> Sense:
    """The sense that fills the slot, unchanged."""
    return one


def anaphor(unit: str, step: str | None = None, number: str = "1") -> Anaphor:
    """A unit counted from a date of the text: «الشهر نفسه», "the next day"; «الشهر» alone is the month spoken of."""
    return Anaphor(unit, _STEP[step or "same"], int(number), topic=step is None)


def whole(unit: str) -> Sense:
    """A unit by itself: "the year" is that of the anchor, "the month" may be the one told before."""
    if unit == "year":
        return Year(turn=THIS, plain=True)
    return Turned(unit, THIS) if unit == "week" else Anaphor(unit, THIS, topic=True)


def same(unit: str, yearly: Year | None = None, turn: str | None = None) -> Same | None:
    """The period told before, in another year: «الفترة نفسها من العام الماضي», "the same month in 2021"."""
    year = yearly if turn is None else Year(turn=_TURN[turn])
    return None if year is None else Same(unit, year)


def pair(first: Sense, last: Sense, match: str | None = None) -> Sense | None:
    """One day said twice: «25 شوال 1436هـ الموافق 10 أغسطس 2015م», "Thursday, 16 February"."""
    return paired(first, last, match is not None)


def feast(
    feast: str,
    nth: str = "1",
    yearly: Year | None = None,
    eve: str | None = None,
    turned: Sense | None = None,
    turn: str | None = None,
) -> Sense | None:
    """A day of a feast: «ثاني أيام العيد», "Christmas Eve".

    Args:
        feast: its calendar, month and day: `h-10-1` is the first of the Hijri month 10.
    """
    del turned
    era, month, day = feast.split("-")
    if era == "h" and yearly is not None and yearly.number is not None and not yearly.hijri:
        yearly = _lunar(yearly.number, int(month))
    first = Day(int(day) + int(nth) - 1, Month(int(month), _turn(turn), yearly, era == "h"))
    if eve is None:
        return first
    if first.day > 1:
        return replace(first, day=first.day - 1)
    return Day(LAST_OF_MONTH, replace(first.month, month=(first.month.month + 10) % 12 + 1))


def known(known: str) -> Sense:
    """A day or month of history that is named without its year: «أحداث 11 سبتمبر», "9/11"."""
    year, month, *day = map(int, known.split("-"))
    whole = Month(month, year=Year(year))
    return Day(day[0], whole) if day else whole


def years(
    first: str, last: str = "", era: str | None = None, short: str | None = None, choice: str | None = None
) -> Sense | None:
    """From one year to another ("1941-42"), or one of two ("in 2019 or 2020").

    It may be one year in both calendars: «1418 هجرية / 1998 ميلادية».
    """
    if short is not None:
        last = _written_out(int(first), int(short))
    if not last:
        return None
    if int(first) in HIJRI_YEARS and int(last) not in HIJRI_YEARS:
        days = hijri.year_of(int(first))
        return Year(int(last)) if days[0].year <= int(last) <= days[1].year else None
    begin, end = year_of(first, era=era), year_of(last, era=era)
    if begin is None or end is None or (choice is None and int(first) >= int(last)):
        return None
    return Range(begin, end, choice is not None)


def name_of(of: Sense | None = None, **said: object) -> Named:
    """The name of a body or a place, and the date in it: «جسر 6 أكتوبر»."""
    del said
    return Named(of)


def worded_year(thousands: str = "0", hundreds: str = "0", tens: str = "0", ones: str = "0") -> str:
    """The number of a year said in words («ألفين وثمانية عشر», "nineteen ninety-seven")."""
    return total(ones, tens, str(int(thousands) + int(hundreds)))


def _written_out(first: int, short: int) -> str:
    """The last year in full where its two figures go on from the first ("1941-42"); empty of "2003-07", a month."""
    after = short - first % 100
    return str(first + after) if after == 1 or (after > 0 and short > _MONTHS) else ""


def nothing(**said: object) -> Nothing:
    """No date, whatever the slots say: see `Nothing`."""
    del said
    return Nothing()
