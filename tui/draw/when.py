"""Formats dates: in full, short, as the label of a row, as a heading; never more precise than the `When`."""

from __future__ import annotations

from datetime import date

from timeline_core.model import edtf
from timeline_core.model.edtf import Interval, Point
from timeline_core.model.when import Mod, Precision, When
from tui.i18n import speech
from tui.i18n.speech import later, say
from tui.view.sections import OfMonth

_PARTS = {Mod.START: later("early {date}"), Mod.MID: later("mid {date}"), Mod.END: later("late {date}")}
_ALONE = {Mod.START: later("early"), Mod.MID: later("mid"), Mod.END: later("late")}
_UNITS = {
    edtf.SPRING: later("spring {year}"), edtf.SUMMER: later("summer {year}"),
    edtf.AUTUMN: later("autumn {year}"), edtf.WINTER: later("winter {year}"),
    edtf.FIRST_QUARTER: later("Q1 {year}"), edtf.FIRST_QUARTER + 1: later("Q2 {year}"),
    edtf.FIRST_QUARTER + 2: later("Q3 {year}"), edtf.FIRST_QUARTER + 3: later("Q4 {year}"),
    edtf.FIRST_HALF: later("first half {year}"), edtf.FIRST_HALF + 1: later("second half {year}"),
}  # fmt: skip
_NARROW = {edtf.FIRST_HALF: later("H1 {year}"), edtf.FIRST_HALF + 1: later("H2 {year}")}
_FINE = (Precision.DAY, Precision.WEEK, Precision.MONTH)
_WIDE_DAYS = 62


def full(when: When | None) -> str:
    """The whole date, for the detail of an event: «Friday 10 February 2023», «late 2021», «9–17 February 2023»."""
    return _full(when, short=False)


def brief(when: When | None) -> str:
    """A date for a narrow place: «Wed 15 Feb 2023», «15–28 Feb 2023», «late 2021»."""
    return _full(when, short=True)


def alone(when: When | None) -> str:
    """The date of a row over which no heading says its month: «15 Feb 2023», «≤ 15 Feb 2023», «late 2021»."""
    return "" if when is None else _full(when, short=True, weekday=False)


def _full(when: When | None, *, short: bool, weekday: bool = True) -> str:
    if when is None or when.days is None:
        return say("undated") if when is None else say("not resolved ({value})", value=when.edtf)
    value = when.value
    if when.bound:
        day = _point(edtf.of_day(when.days[1]), short, weekday=weekday)
        return say("≤ {date}", date=day) if short else say("on or before {date}", date=day)
    words = _interval(when, value, short) if isinstance(value, Interval) else _point(value, short, weekday=weekday)
    if when.mod:
        words = say(_PARTS[when.mod], date=words)
    if when.approximate:
        words = say("about {date}", date=words)
    return say("{date}, uncertain", date=words) if when.uncertain else words


def _point(point: Point, short: bool = False, *, weekday: bool = False) -> str:
    if point.open_digits == 2:
        return _century(point.year // 100 + 1)
    year = _year(point.year)
    if point.open_digits:
        return say("{year}s", year=year)
    if point.month is None:
        return year
    if point.day is None:
        return _unit(point.month, year, short)
    day = _day(point.day, point.month, short)
    if not weekday:
        return say("{day} {year}", day=day, year=year)
    name = _weekday(date(point.year, point.month, point.day), short)
    return say("{weekday} {day} {year}", weekday=name, day=day, year=year)


def day(of: date) -> str:
    """«Friday 10 February 2023»."""
    return _point(Point(of.year, of.month, of.day), weekday=True)


def short_day(of: date) -> str:
    """«10 Feb 2023»."""
    return _point(Point(of.year, of.month, of.day), short=True)


def _year(year: int) -> str:
    return speech.spoken().plain(year)


def _century(number: int) -> str:
    return say("{number}st century", number=number) if number == 21 else say("{number}th century", number=number)


def _month(number: int, short: bool = False) -> str:
    name = speech.spoken().months[number - 1]
    return speech.spoken().short(name) if short else name


def _weekday(day: date, short: bool = False) -> str:
    name = speech.spoken().days[day.weekday()]
    return speech.spoken().short(name) if short else name


def _day(day: int, month: int, short: bool = False) -> str:
    """«10 February»."""
    return say("{number} {month}", number=day, month=_month(month, short))


def _unit(code: int, year: str, short: bool = False) -> str:
    """A month, season, quarter or half of a year by its EDTF number."""
    if code <= 12:
        return say("{month} {year}", month=_month(code, short), year=year)
    return say(_UNITS[code], year=year)


def _interval(when: When, value: Interval, short: bool) -> str:
    if value.first is None:
        return say("until {date}", date=_point(value.last, short)) if value.last else ""
    if value.last is None:
        return say("from {date}", date=_point(value.first, short))
    words = span(value.first, value.last, short)
    return words if short or when.precision is not Precision.WEEK else say("the week of {dates}", dates=words)


def span(first: Point, last: Point, short: bool = False) -> str:
    """Both ends, what they share said once: «9–17 February 2023», «28 January – 3 February 2023»."""
    if first.day is None or last.day is None or first.month is None or first.year != last.year:
        return say("{first} – {last}", first=_point(first, short), last=_point(last, short))
    if first.month == last.month:
        return say("{first}–{last}", first=speech.spoken().plain(first.day), last=_point(last, short))
    return say("{first} – {last}", first=_day(first.day, first.month, short), last=_point(last, short))


def wide(when: When | None) -> bool:
    """True for a date that says less than a month or so."""
    if when is None or when.precision in _FINE or when.days is None or when.bound:
        return False
    return (when.days[1] - when.days[0]).days > _WIDE_DAYS


def heading(of: OfMonth) -> str:
    """«February 2023», «2021», «Undated»."""
    year, month = of
    if not year:
        return say("Undated")
    return _unit(month, _year(year)) if month else _year(year)


def label(when: When | None, under: OfMonth) -> str:
    """The date of a row, a dozen cells or so, without what its heading says already: «Fri 10», «month», «late 2021».

    Args:
        under: the heading that stands over the row.
    """
    if when is None or when.days is None:
        return "" if when is None else when.edtf.replace("X", "?")
    if when.bound:
        return say("≤ {date}", date=_bound_label(when.days[1], under))
    sign = "?" * when.uncertain + "~" * when.approximate
    return sign + (_range_label(when, under) if when.value.__class__ is Interval else _unit_label(when, under))


def _unit_label(when: When, under: OfMonth) -> str:
    point = when.value
    if not isinstance(point, Point) or when.days is None:
        return ""
    first = when.days[0]
    if when.precision is Precision.DAY:
        return _day_label(first, under)
    if when.precision is Precision.MONTH:
        return _month_label(when, first, under)
    if when.precision is Precision.YEAR and not when.mod:
        return say("year") if under == (point.year, 0) else say("in {year}", year=_year(point.year))
    words = say(_NARROW[point.month], year=_year(point.year)) if point.month in _NARROW else _point(point)
    return say(_PARTS[when.mod], date=words) if when.mod else words


def _month_label(when: When, first: date, under: OfMonth) -> str:
    if (first.year, first.month) == under:
        return say(_ALONE[when.mod]) if when.mod else say("month")
    name = _month(first.month, short=True)
    return say(_PARTS[when.mod], date=name) if when.mod else name


def _day_label(day: date, under: OfMonth) -> str:
    name = _weekday(day, short=True)
    if (day.year, day.month) == under:
        return say("{weekday} {number}", weekday=name, number=day.day)
    if day.year == under[0]:
        return say("{weekday} {day}", weekday=name, day=_day(day.day, day.month, short=True))
    return say("{day} {year}", day=_day(day.day, day.month, short=True), year=_two_digits(day.year))


def _bound_label(day: date, under: OfMonth) -> str:
    """No weekday: it is not on that day."""
    if (day.year, day.month) == under:
        return speech.spoken().plain(day.day)
    words = _day(day.day, day.month, short=True)
    return words if day.year == under[0] else say("{day} {year}", day=words, year=_two_digits(day.year))


def _two_digits(year: int) -> str:
    last = year % 100
    return f"{speech.spoken().plain(last // 10)}{speech.spoken().plain(last % 10)}"


def _range_label(when: When, under: OfMonth) -> str:
    if when.days is None:
        return ""
    first, last = when.days
    if first == date.min:
        return say("to {date}", date=_day(last.day, last.month, short=True))
    if last == date.max:
        inside = (first.year, first.month) == under
        return say("from {date}", date=speech.spoken().plain(first.day) if inside else _month(first.month, short=True))
    if (first.year, first.month) == (last.year, last.month):
        return _ends(speech.spoken().plain(first.day), speech.spoken().plain(last.day))
    if wide(when):
        years = last.year > first.year
        return _ends(*((_year(d.year) if years else _month(d.month, short=True)) for d in (first, last)))
    return _ends(speech.spoken().plain(first.day), _day(last.day, last.month, short=True))


def _ends(first: str, last: str) -> str:
    return say("{first}–{last}", first=first, last=last)
