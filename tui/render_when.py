"""Dates as the screen says them: in full, as the label of a row, as a heading. Never more exact than the `When`."""

from __future__ import annotations

from datetime import date

from timeline_core import edtf
from timeline_core.edtf import Interval, Point
from timeline_core.when import Mod, Precision, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {Mod.START: "early", Mod.MID: "mid", Mod.END: "late"}
_SEASONS = {edtf.SPRING: "spring", edtf.SUMMER: "summer", edtf.AUTUMN: "autumn", edtf.WINTER: "winter"}
_FINE = (Precision.DAY, Precision.WEEK, Precision.MONTH)
_WIDE_DAYS = 62

Section = tuple[int, int]
"""Year and month of a heading; month 0 is the year alone, (0, 0) what is not dated."""
UNDATED: Section = (0, 0)


def full(when: When | None) -> str:
    """The whole date, for the detail of an event: «Friday 10 February 2023», «late 2021», «9–17 February 2023»."""
    if when is None or when.days is None:
        return "undated" if when is None else f"not resolved ({when.edtf})"
    value = when.value
    words = _interval(when, value) if isinstance(value, Interval) else _point(value, weekday=True)
    part = f"{_PARTS[when.mod]} " if when.mod else ""
    return ("about " if when.approximate else "") + part + words + (", uncertain" if "?" in when.edtf else "")


def _point(point: Point, *, weekday: bool = False) -> str:
    if point.open_digits == 2:
        century = point.year // 100 + 1
        return f"{century}{'st' if century == 21 else 'th'} century"
    if point.open_digits:
        return f"{point.year}s"
    if point.month is None:
        return str(point.year)
    if point.day is not None:
        name = f"{DAYS[date(point.year, point.month, point.day).weekday()]} " if weekday else ""
        return f"{name}{point.day} {MONTHS[point.month - 1]} {point.year}"
    return f"{_unit(point.month)} {point.year}"


def _unit(code: int) -> str:
    """A month, season, quarter or half by its EDTF number."""
    if code <= 12:
        return MONTHS[code - 1]
    if code in _SEASONS:
        return _SEASONS[code]
    return f"Q{code - edtf.FIRST_QUARTER + 1}" if code < edtf.FIRST_HALF else ("first half", "second half")[code - 40]


def _interval(when: When, value: Interval) -> str:
    if value.first is None or value.last is None:
        end = value.first or value.last
        return f"{'from' if value.first else 'until'} {_point(end)}" if end else ""
    words = span(value.first, value.last)
    return f"the week of {words}" if when.precision is Precision.WEEK else words


def span(first: Point, last: Point) -> str:
    """Both ends, what they share said once: «9–17 February 2023», «28 January – 3 February 2023»."""
    if first.day is None or last.day is None or first.month is None or first.year != last.year:
        return f"{_point(first)} – {_point(last)}"
    if first.month == last.month:
        return f"{first.day}–{_point(last)}"
    return f"{first.day} {_unit(first.month)} – {_point(last)}"


def brief(when: When | None) -> str:
    """A date for a narrow place: «Wed 15 Feb 2023», «15–28 Feb 2023», «late 2021»."""
    words = full(when)
    for name in (*MONTHS, *DAYS):
        words = words.replace(name, name[:3])
    return words.replace("the week of ", "")


def month(when: When | None) -> Section:
    """Year and month in which it begins; in which it ends where the past is open."""
    if when is None or when.days is None:
        return UNDATED
    first, last = when.days
    day = last if first == date.min else first
    return (day.year, day.month)


def section(begins: Section, current: Section, *, wide: bool) -> Section:
    """The heading that an event stands under, given the one above it.

    What is wider than a month stays under the month in which it begins when that one is open, and stands under
    its year otherwise, so that the order of days is never broken and no heading claims more than is known.
    """
    return begins if begins == current or not wide else (begins[0], 0)


def wide(when: When | None) -> bool:
    """True for a date that says less than a month or so."""
    if when is None or when.precision in _FINE or when.days is None:
        return False
    return (when.days[1] - when.days[0]).days > _WIDE_DAYS


def heading(of: Section) -> str:
    """«February 2023», «2021», «Undated»."""
    year, month = of
    if not year:
        return "Undated"
    return f"{MONTHS[month - 1]} {year}" if month else str(year)


def label(when: When | None, under: Section) -> str:
    """The date of a row, a dozen cells or so, without what its heading says already: «Fri 10», «month», «late 2021».

    Args:
        under: the heading that stands over the row.
    """
    if when is None or when.days is None:
        return "" if when is None else when.edtf.replace("X", "?")
    sign = "~" if when.approximate else ""
    return sign + (_range_label(when, under) if when.value.__class__ is Interval else _unit_label(when, under))


def _unit_label(when: When, under: Section) -> str:
    point = when.value
    if not isinstance(point, Point) or when.days is None:
        return ""
    part = _PARTS.get(when.mod, "") if when.mod else ""
    first = when.days[0]
    if when.precision is Precision.DAY:
        return _day_label(first, under)
    if when.precision is Precision.MONTH:
        if (first.year, first.month) == under:
            return part or "month"
        return f"{part} {MONTHS[first.month - 1][:3]}".strip()
    if when.precision is Precision.YEAR:
        return f"{part} {point.year}" if part else ("year" if under == (point.year, 0) else f"in {point.year}")
    return f"{part} {_point(point)}".strip().replace("first half", "H1").replace("second half", "H2")


def _day_label(day: date, under: Section) -> str:
    name = DAYS[day.weekday()][:3]
    if (day.year, day.month) == under:
        return f"{name} {day.day}"
    if day.year == under[0]:
        return f"{name} {day.day} {MONTHS[day.month - 1][:3]}"
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day:%y}"


def _range_label(when: When, under: Section) -> str:
    if when.days is None:
        return ""
    first, last = when.days
    if first == date.min:
        return f"to {last.day} {MONTHS[last.month - 1][:3]}"
    if last == date.max:
        return f"from {first.day}" if (first.year, first.month) == under else f"from {MONTHS[first.month - 1][:3]}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}"
    if wide(when):
        return f"{first.year}–{last.year}" if last.year > first.year else f"{_short(first)}–{_short(last)}"
    return f"{first.day}–{last.day} {_short(last)}"


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def gap(end: Section, begin: Section) -> str:
    """What lies between two months in words, when at least a whole one does: «11 months without events»; else empty."""
    months = (begin[0] - end[0]) * 12 + begin[1] - end[1] - 1
    if months < 1:
        return ""
    if months < 24:
        return f"{months} month{'s' if months > 1 else ''} without events"
    return f"{months // 12} years without events"
