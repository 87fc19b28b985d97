"""The Hijri calendar, Umm al-Qura and tabular."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_core.calendars import hijri


@pytest.mark.parametrize(
    "year, month, day, gregorian",
    [
        (1436, 10, 25, date(2015, 8, 10)),
        (1436, 9, 1, date(2015, 6, 18)),
        (1437, 1, 1, date(2015, 10, 14)),
        (1, 1, 1, date(622, 7, 19)),
    ],
)
def test_known_days(year: int, month: int, day: int, gregorian: date) -> None:
    assert hijri.day_of(year, month, day) == gregorian
    assert hijri.of_day(gregorian) == (year, month, day)


@given(st.dates(date(622, 7, 19), date(2500, 1, 1)))
def test_there_and_back(day: date) -> None:
    assert hijri.day_of(*hijri.of_day(day)) == day


@given(st.integers(1, 1800), st.integers(1, 12))
def test_months_follow_one_another_without_a_gap(year: int, month: int) -> None:
    first, last = hijri.month_of(year, month)
    lengths = (
        (28, 29) if year > 1364 or year < 1342 else (27, 28, 29, 30)
    )  # printed years held months of 28 and 31 days
    assert (last - first).days in lengths
    assert hijri.month_of(year, month + 1)[0] == last + timedelta(1)


def test_a_day_beyond_the_month_is_none() -> None:
    assert hijri.day_of(1436, 9, 30) is None
    assert hijri.day_of(1436, 9, 0) is None


def test_the_hijri_year_of_a_gregorian_one() -> None:
    assert hijri.year_with(2015, 9) == 1436


def test_the_last_day_that_can_be_written_has_a_hijri_year() -> None:
    assert hijri.of_day(date.max)[0] == 9666


@pytest.mark.parametrize(
    ("year", "first"),
    [(1342, date(1923, 8, 14)), (1343, date(1924, 8, 1)), (1500, date(2076, 11, 27)), (1501, date(2077, 11, 17))],
)
def test_the_printed_calendar_reaches_from_1343_to_1500(year: int, first: date) -> None:
    assert hijri.month_of(year, 1)[0] == first


@pytest.mark.parametrize(("year", "sure"), [(1422, False), (1423, True), (1500, True), (1501, False)])
def test_a_day_is_sure_by_the_rule_of_1423_as_far_as_it_is_printed(year: int, *, sure: bool) -> None:
    assert hijri.is_sure(hijri.month_of(year, 1)[0] + timedelta(3)) is sure


@pytest.mark.parametrize("years_before_the_end", range(3))
def test_no_month_and_no_year_at_the_end_of_the_calendar_runs_backwards(years_before_the_end: int) -> None:
    last = hijri.of_day(date.max)[0] + 1 - years_before_the_end
    for first, end in (hijri.year_of(last), *(hijri.month_of(last, month) for month in range(1, 13))):
        assert first <= end
