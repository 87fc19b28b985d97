"""What a person may type for a date, and what is kept of it."""

from __future__ import annotations

from datetime import date

import pytest

from seeds.load import knowledge
from timeline_core.view.typed_date import typed_date

TODAY = date(2023, 2, 16)


@pytest.mark.parametrize(
    "said, value",
    [
        ("2023-02-10", "2023-02-10"),
        ("2023-02", "2023-02"),
        ("2023", "2023"),
        ("2023-02~", "2023-02~"),
        ("2023-02-09/2023-02-17", "2023-02-09/2023-02-17"),
        (" 10 February 2023 ", "2023-02-10"),
        ("10 شباط 2023", "2023-02-10"),
        ("٢٠ كانون الثاني ٢٠٢٢", "2022-01-20"),
        ("شباط 2023", "2023-02"),
        ("13/4/2023", "2023-04-13"),
        ("4/4/2023", "2023-04-04"),
        ("أمس", "2023-02-15"),
        ("yesterday", "2023-02-15"),
        ("last month", "2023-01"),
    ],
)
def test_any_wording_becomes_the_shortest_value_that_covers_its_days(said: str, value: str) -> None:
    assert typed_date(said, TODAY, knowledge().languages.values()) == value


@pytest.mark.parametrize("said", ["", "soon", "10", "2023-13", "XXXX-XX-16", "غارة", "3/4/2023", "03-04-23"])
def test_what_is_no_date(said: str) -> None:
    assert typed_date(said, TODAY, knowledge().languages.values()) is None
