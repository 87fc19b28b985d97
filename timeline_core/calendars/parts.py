"""Parts of a date that are two numbers each and must not take one another's place."""

from __future__ import annotations

from typing import NamedTuple


class YearMonth(NamedTuple):
    """A month of one year, of whichever calendar."""

    year: int
    month: int


class MonthDay(NamedTuple):
    """A day that every year has, of whichever calendar."""

    month: int
    day: int
