"""EDTF read and written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_core.errors import EdtfError
from timeline_core.model import edtf
from timeline_core.model.edtf import Point

DAYS = {
    "2023-02-10": ("2023-02-10", "2023-02-10"),
    "2022-01": ("2022-01-01", "2022-01-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2021": ("2021-01-01", "2021-12-31"),
    "2021-21": ("2021-03-01", "2021-05-31"),
    "2021-24": ("2021-12-01", "2022-02-28"),
    "2015-33": ("2015-01-01", "2015-03-31"),
    "2015-36": ("2015-10-01", "2015-12-31"),
    "2015-41": ("2015-07-01", "2015-12-31"),
    "201X": ("2010-01-01", "2019-12-31"),
    "18XX": ("1800-01-01", "1899-12-31"),
    "2023-02-09/2023-02-17": ("2023-02-09", "2023-02-17"),
    "2012/2013": ("2012-01-01", "2013-12-31"),
    "2023-02-10~": ("2023-02-10", "2023-02-10"),
    "2023-02?": ("2023-02-01", "2023-02-28"),
}


@pytest.mark.parametrize("text, days", DAYS.items(), ids=DAYS)
def test_a_value_covers_these_days(text: str, days: tuple[str, str]) -> None:
    assert edtf.bounds(edtf.parse(text)) == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize("text", ["XXXX-XX-16", "XXXX-02-10", "XXXX-02"])
def test_a_value_without_a_year_covers_no_known_day(text: str) -> None:
    assert edtf.bounds(edtf.parse(text)) is None


def test_an_open_end_reaches_to_the_end_of_time() -> None:
    assert edtf.bounds(edtf.parse("../2023-02")) == (date.min, date(2023, 2, 28))
    assert edtf.bounds(edtf.parse("2023-02/..")) == (date(2023, 2, 1), date.max)


@pytest.mark.parametrize(
    "text",
    ["", "2023-02-30", "2023-13", "23", "2023-2-1", "2023-02-10/2023-01", "XXXX-XX", "../..", "2023-21-05", "0000"]
    + ["2023-02-10T10:00", "2023-XX-10", "201X-05", "1/2/3", "٢٠٢٣", "2023-02-1X", "2023-W05"],
)
def test_what_is_no_such_value_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        edtf.parse(text)


@pytest.mark.parametrize("text", [*DAYS, "XXXX-XX-16", "../2023-02", "2023-02/..", "2023-02-10%"])
def test_what_is_read_is_written_the_same(text: str) -> None:
    assert edtf.format(edtf.parse(text)) == text


days = st.dates(date(1, 1, 1), date(9999, 12, 31))
points = st.one_of(
    st.builds(edtf.of_day, days),
    st.builds(
        Point, st.integers(1, 9998), st.sampled_from([None, *range(1, 13), *range(21, 25), *range(33, 37), 40, 41])
    ),
    st.builds(lambda decade: Point(decade * 10, open_digits=1), st.integers(1, 999)),
    st.builds(lambda day: Point(0, None, day, 4), st.integers(1, 31)),
).flatmap(
    lambda point: st.builds(
        lambda unsure, about: Point(point.year, point.month, point.day, point.open_digits, unsure, about),
        st.booleans(),
        st.booleans(),
    )
)


@given(points)
def test_every_point_survives_writing_and_reading(point: Point) -> None:
    assert edtf.parse(edtf.format(point)) == point


@given(days, days)
def test_the_shortest_value_for_some_days_covers_just_these_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    value = edtf.spanning(first, last)
    assert edtf.bounds(value) == (first, last)
    assert edtf.parse(edtf.format(value)) == value


@pytest.mark.parametrize(
    "first, last, text",
    [
        ("2023-02-01", "2023-02-28", "2023-02"),
        ("2015-01-01", "2015-03-31", "2015-33"),
        ("2010-01-01", "2019-12-31", "201X"),
    ]
    + [("2023-02-15", "2023-02-28", "2023-02-15/2023-02-28"), ("2021-01-01", "2021-12-31", "2021")],
)
def test_whole_units_are_named_as_units(first: str, last: str, text: str) -> None:
    assert edtf.format(edtf.spanning(date.fromisoformat(first), date.fromisoformat(last))) == text
