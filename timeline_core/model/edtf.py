"""EDTF strings of levels 0 and 1, read and written; the days that a value covers.

Source:
    ISO 8601-2:2019, Library of Congress EDTF specification. Beyond level 1: the quarters 33–36 and halves 40–41 of
    level 2, and `17XX`, because news speaks of quarters, halves and centuries.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline_core.errors import EdtfError

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_QUARTER, FIRST_HALF = 33, 40

_PARTS: dict[int, tuple[int, int]] = {
    SPRING: (3, 5),
    SUMMER: (6, 8),
    AUTUMN: (9, 11),
    WINTER: (12, 14),
    **{FIRST_QUARTER + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{FIRST_HALF + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
"""Code of a part of a year -> its first and last month; 13 and 14 are the next January and February."""

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%]?)", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF date. A part that is not said is None; `month` may be a season, quarter or half (21–24, 33–36, 40–41).

    `open_digits` counts the X at the end of the year: 1 for a decade, 2 for a century, 4 for a year not known.
    """

    year: int = 0
    month: int | None = None
    day: int | None = None
    open_digits: int = 0
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another; None is the open end `..`."""

    first: Point | None
    last: Point | None


Edtf = Point | Interval

_REMEMBERED = 8_192
"""Values: an undated report is held against every day of some years, each of them many times."""


@lru_cache(_REMEMBERED)
def parse(text: str) -> Edtf:
    """Read one EDTF value.

    Raises:
        EdtfError: not EDTF of the levels above, a day that does not exist, or an interval that runs backwards.
    """
    ends = text.split("/")
    if len(ends) == 1:
        return _point(text)
    if len(ends) != 2 or ends == ["..", ".."]:
        raise EdtfError(f"«{text}» is not an EDTF date")
    first, last = (None if end in ("", "..") else _point(end) for end in ends)
    value = Interval(first, last)
    days = bounds(value)
    if days is not None and days[1] < days[0]:
        raise EdtfError(f"«{text}» runs backwards")
    return value


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if found is None:
        raise EdtfError(f"«{text}» is not an EDTF date")
    year = found["year"]
    open_digits = year.count("X")
    month = None if found["month"] in (None, "XX") else int(found["month"])
    day = None if found["day"] in (None, "XX") else int(found["day"])
    mark = found["mark"]
    point = Point(int(year.replace("X", "0")), month, day, open_digits, mark in ("?", "%"), mark in ("~", "%"))
    _check(point, text, found)
    return point


def _check(point: Point, text: str, found: re.Match[str]) -> None:
    unknown_month = found["month"] == "XX"
    wrong = (
        (point.open_digits in (1, 2) and found["month"] is not None)
        or (unknown_month and (point.open_digits != 4 or point.day is None))
        or (found["day"] == "XX")
        or (point.year == 0 and point.open_digits == 0)
        or (point.month is not None and not 1 <= point.month <= 12 and (point.month not in _PARTS or point.day))
        or (point.open_digits == 4 and point.month is None and point.day is None and not text.startswith("XXXX"))
    )
    if not wrong and point.day is not None:
        year = 2000 if point.open_digits else point.year
        wrong = not 1 <= point.day <= (monthrange(year, point.month)[1] if point.month else 31)
    if wrong:
        raise EdtfError(f"«{text}» names no day, month or year that exists")


def format(value: Edtf) -> str:
    """Write one EDTF value; `parse(format(value)) == value`."""
    if isinstance(value, Interval):
        return "/".join(".." if end is None else _written(end) for end in (value.first, value.last))
    return _written(value)


def _written(point: Point) -> str:
    year = f"{point.year:04d}"
    if point.open_digits:
        year = year[: 4 - point.open_digits] + "X" * point.open_digits
    text = year
    if point.month is not None or point.day is not None:
        text += "-XX" if point.month is None else f"-{point.month:02d}"
    if point.day is not None:
        text += f"-{point.day:02d}"
    return (
        text
        + {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}[
            point.uncertain, point.approximate
        ]
    )


@lru_cache(_REMEMBERED)
def bounds(value: Edtf) -> tuple[date, date] | None:
    """First and last day that the value covers; an open end gives `date.min` or `date.max`; None while unresolved."""
    if isinstance(value, Point):
        return _days(value)
    first = _days(value.first) if value.first else (date.min, date.min)
    last = _days(value.last) if value.last else (date.max, date.max)
    return None if first is None or last is None else (first[0], last[1])


def _days(point: Point) -> tuple[date, date] | None:
    if point.open_digits == 4:
        return None
    if point.open_digits:
        return date(max(point.year, 1), 1, 1), date(point.year + 10**point.open_digits - 1, 12, 31)
    if point.month is None:
        return date(point.year, 1, 1), date(point.year, 12, 31)
    if point.day is not None:
        return (date(point.year, point.month, point.day),) * 2
    begin, end = _PARTS.get(point.month, (point.month, point.month))
    year, end = (point.year, end) if end <= 12 else (min(point.year + 1, 9999), end - 12)
    return date(point.year, begin, 1), date(year, end, monthrange(year, end)[1])


def of_day(day: date) -> Point:
    """The one day as an EDTF point."""
    return Point(day.year, day.month, day.day)


def spanning(first: date, last: date) -> Edtf:
    """The shortest EDTF value that covers exactly these days: a day, month, quarter, year, decade or interval."""
    if first == last:
        return of_day(first)
    for point in _whole(first):
        if _days(point) == (first, last):
            return point
    return Interval(
        None if first == date.min else of_day(first),
        None if last == date.max else of_day(last),
    )


def _whole(first: date) -> tuple[Point, ...]:
    """The calendar units that begin on that day."""
    points = [Point(first.year, first.month), Point(first.year)]
    if first.year % 10 == 0:
        points.append(Point(first.year, open_digits=1))
    if first.year % 100 == 0:
        points.append(Point(first.year, open_digits=2))
    if first.month % 3 == 1:
        points.append(Point(first.year, FIRST_QUARTER + first.month // 3))
    return tuple(points)
