"""Counting in Gregorian days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_core.calendars import gregorian

DAYS = st.dates()


@given(DAYS, st.integers(0, 6))
def test_the_latest_weekday_is_at_most_six_days_back(day: date, weekday: int) -> None:
    found = gregorian.on_or_before(day, weekday)
    assert found == date.min or (found.weekday() == weekday and 0 <= (day - found).days <= 6)


@given(DAYS, st.integers(0, 6))
def test_the_coming_weekday_is_at_most_six_days_ahead(day: date, weekday: int) -> None:
    found = gregorian.on_or_after(day, weekday)
    assert found == date.max or (found.weekday() == weekday and 0 <= (found - day).days <= 6)


@given(DAYS, st.integers(-40_000, 40_000))
def test_no_count_of_months_leaves_the_calendar(day: date, months: int) -> None:
    year, month = gregorian.month_later(day, months)
    assert 1 <= year <= 9999
    assert 1 <= month <= 12


@pytest.mark.parametrize("months, day", [(1, date(2023, 2, 28)), (-1, date(2022, 12, 31)), (13, date(2024, 2, 29))])
def test_a_day_too_late_for_the_month_becomes_its_last(months: int, day: date) -> None:
    assert gregorian.same_day_later(date(2023, 1, 31), months) == day


def test_a_day_that_does_not_exist_is_none() -> None:
    assert gregorian.day_or_none(2023, 2, 29) is None
    assert gregorian.day_or_none(2023, 13, 1) is None
