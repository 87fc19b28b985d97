"""Meanings found by counting: "the third Tuesday of June", «آخر يوم من العام», "two days after the raid".

Each function takes the slots of a shape and gives a sense, or None where such slots mean nothing.
"""

from __future__ import annotations

from timeline_core.temporal.senses.anaphora import Anaphor, ToldWeekday
from timeline_core.temporal.senses.business import Quarter, YearBefore
from timeline_core.temporal.senses.counted_from import CountedFrom
from timeline_core.temporal.senses.dates import LAST_OF_MONTH, Day, Month, Year
from timeline_core.temporal.senses.nth import (
    AboutDay,
    EdgeDay,
    MovingFeast,
    NthWeekday,
    OnThisDay,
    WeekdayOf,
    Weekend,
    WeekWith,
)
from timeline_core.temporal.senses.periods import Era, Part, Segment, WeekOf
from timeline_core.temporal.senses.ranges import Range
from timeline_core.temporal.senses.sense import TURNS, Here, Sense
from timeline_core.temporal.senses.shares import Share

_TURN = {said: turn for turn, said in TURNS.items()}
_STEP = {"before": -1, "same": 0, "after": 1}
_MOST_WEEKDAYS = 5
_COUNTED = ("week", "month", "quarter", "year", "decade")


def nth_weekday(weekday: str, of: Sense, index: str | None = None, ordinal: str = "0") -> NthWeekday | None:
    """The n-th or last such weekday of a month or year.

    Args:
        ordinal: in place of `index`, behind the weekday, where it may be the day of the month: «الثلاثاء الثالث من
            أيلول 2014» is the third Tuesday because the third is none.
    """
    number = int(index or ordinal)
    if isinstance(of, Range | Part):
        return None
    if index is None and not (isinstance(of, Month) and _is_another(Day(number, of), int(weekday))):
        return None
    if not -_MOST_WEEKDAYS <= number <= _MOST_WEEKDAYS:
        return None
    return NthWeekday(number, int(weekday), of)


def _is_another(day: Day, weekday: int) -> bool:
    """True when the day is known to be another weekday than that."""
    placed = day.placed(Here(None)) if not day.relative else None
    return placed is not None and placed.weekday() != weekday


def weekday_of(weekday: str, turn: str, begins: str = "0") -> WeekdayOf:
    """A weekday of the last, this or next week: "Friday of next week", «الجمعة من الأسبوع الماضي»."""
    return WeekdayOf(int(weekday), _TURN[turn], int(begins))


def weekend(weekend: str, turn: str | None = None) -> Weekend:
    """A weekend, «نهاية الأسبوع»; `weekend` is the weekday that it begins with."""
    return Weekend(int(weekend), None if turn is None else _TURN[turn])


def edge(index: str, of: Sense, unit: str) -> Sense | None:
    """The first or last day or week of a month or year («آخر يوم من عام 2022»)."""
    number = int(index)
    if unit == "week":
        return WeekOf(number, of)
    if unit == "month" and isinstance(of, Year) and not of.hijri:
        return Month(number if number > 0 else 13 + number, year=of)
    if unit != "day" or number not in (1, LAST_OF_MONTH):
        return None
    if isinstance(of, Year):
        return Day(number, Month(1 if number > 0 else 12, year=of, hijri=of.hijri))
    return Day(number, of) if isinstance(of, Month) else EdgeDay(number, of)


def about_day(of: Sense) -> AboutDay:
    """A day that is only about right: "around 14 October", «حوالي 14 تشرين الأول»."""
    return AboutDay(of)


def week_with(of: Sense) -> WeekWith:
    """The week that a day is in ("the week of Nov. 6")."""
    return WeekWith(of)


def week_from(of: Sense) -> WeekWith:
    """The week of which a day is the first ("the week commencing 6 May")."""
    return WeekWith(of, 1)


def week_until(of: Sense) -> WeekWith:
    """The week of which a day is the last ("the week ending 12 May")."""
    return WeekWith(of, -1)


def quarter(quarter: str) -> Quarter:
    """The quarter that a business report speaks of ("in the quarter"), by what the text told or the day of the
    report.
    """
    del quarter
    return Quarter()


def year_before(year_before: str) -> YearBefore:
    """A year before the quarter, half or month told last, or before the report: "a year earlier"."""
    return YearBefore(ago=year_before == "ago")


def on_this_day(yearly: Year | None = None, unit: str = "day", number: str = "0") -> OnThisDay | None:
    """The day or month of the report in another year: «في مثل هذا اليوم من عام 1948», "on this day ten years ago"."""
    return None if yearly is None and number == "0" else OnThisDay(unit, yearly, int(number))


def moving_feast(feast: str, turn: str | None = None, yearly: Year | None = None) -> MovingFeast:
    """A feast on another day each year: Easter, Thanksgiving."""
    return MovingFeast(feast, None if turn is None else _TURN[turn], yearly)


def counted(number: str, unit: str, step: str) -> Anaphor | None:
    """Days, weeks, months or years before or after what was told last («وبعدها بيومين»)."""
    return Anaphor(unit, _STEP[step], int(number)) if unit == "day" or unit in _COUNTED else None


def told_weekday(weekday: str, step: str) -> ToldWeekday:
    """A weekday before or after the day that was told last: "the previous Friday", «الأحد التالي»."""
    return ToldWeekday(int(weekday), _STEP[step])


def counted_from(number: str, unit: str, side: str, of: Sense) -> CountedFrom | None:
    """Units before or after a day that stands beside them («بعد أسبوعين من اليوم»)."""
    if isinstance(of, Range | Part):
        return None
    return CountedFrom(int(number) * (-1 if side == "past" else 1), unit, of)


def of_it(dayno: str) -> Day:
    """A day of the month that was told last («في 20 منه», "on the 14th")."""
    return Day(int(dayno), Month(topic=False))


def months_of(index: str, count: str, yearly: Sense | None = None) -> Segment | None:
    """The first or last months of a year («الثلاثة أشهر الأولى من 2022»)."""
    many, number = int(count), int(index)
    if not 2 <= many <= 11 or (yearly is not None and not isinstance(yearly, Year)):
        return None
    return Segment("month", number, yearly, many)


def share(share: str, index: str, of: Sense) -> Share | None:
    """A half or third of a month, a half of a decade or century."""
    if isinstance(of, Era):
        return Share(share, int(index), of) if share == "half" else None
    return Share(share, int(index), of) if isinstance(of, Month) else None
