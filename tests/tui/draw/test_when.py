"""Dates on the screen: as exact as the report, and no more."""

from datetime import date

import pytest

from timeline_core.model.when import Mod, Precision, When, bounded_by
from tui.draw import when as render_when
from tui.view.sections import gap

FEBRUARY = (2023, 2)


@pytest.mark.parametrize(
    ("when", "full", "brief", "label"),
    [
        (When("2023-02-10"), "Friday 10 February 2023", "Fri 10 Feb 2023", "Fri 10"),
        (When("2023-02-10~"), "about Friday 10 February 2023", "about Fri 10 Feb 2023", "~Fri 10"),
        (When("2023-02"), "February 2023", "Feb 2023", "month"),
        (When("2023-02", Mod.START), "early February 2023", "early Feb 2023", "early"),
        (When("2023-02", Mod.END), "late February 2023", "late Feb 2023", "late"),
        (When("2023-02-09/2023-02-17"), "9–17 February 2023", "9–17 Feb 2023", "9–17"),
        (
            When("2023-02-06/2023-02-12", precision=Precision.WEEK),
            "the week of 6–12 February 2023",
            "6–12 Feb 2023",
            "6–12",
        ),
        (When("2023-02-26/2023-03-03"), "26 February – 3 March 2023", "26 Feb – 3 Mar 2023", "26–3 Mar"),
        (When("2023-02/2023-12"), "February 2023 – December 2023", "Feb 2023 – Dec 2023", "Feb–Dec"),
        (When("2023-02-10/.."), "from 10 February 2023", "from 10 Feb 2023", "from 10"),
        (When("../2023-02-10"), "until 10 February 2023", "until 10 Feb 2023", "to 10 Feb"),
        (bounded_by(date(2023, 2, 10)), "on or before Friday 10 February 2023", "≤ Fri 10 Feb 2023", "≤ 10"),
        (bounded_by(date(2023, 3, 1)), "on or before Wednesday 1 March 2023", "≤ Wed 1 Mar 2023", "≤ 1 Mar"),
        (bounded_by(date(2024, 3, 1)), "on or before Friday 1 March 2024", "≤ Fri 1 Mar 2024", "≤ 1 Mar 24"),
        (When("2021"), "2021", "2021", "in 2021"),
        (When("2021", Mod.END), "late 2021", "late 2021", "late 2021"),
        (When("2023-22"), "summer 2023", "summer 2023", "summer 2023"),
        (When("2023-33"), "Q1 2023", "Q1 2023", "Q1 2023"),
        (When("2023-40"), "first half 2023", "first half 2023", "H1 2023"),
        (When("201X"), "2010s", "2010s", "2010s"),
        (When("19XX"), "20th century", "20th century", "20th century"),
        (When("2023-02-10?"), "Friday 10 February 2023, uncertain", "Fri 10 Feb 2023, uncertain", "?Fri 10"),
        (When("XXXX-XX-16"), "not resolved (XXXX-XX-16)", "not resolved (XXXX-XX-16)", "????-??-16"),
        (None, "undated", "undated", ""),
    ],
)
def test_a_date_in_full_in_brief_and_as_the_label_of_a_row(
    when: When | None, full: str, brief: str, label: str
) -> None:
    said = render_when.full(when), render_when.brief(when), render_when.label(when, FEBRUARY)
    assert said == (full, brief, label)


@pytest.mark.parametrize(
    ("when", "under", "label"),
    [("2023-03-15", FEBRUARY, "Wed 15 Mar"), ("2024-03-15", FEBRUARY, "15 Mar 24"), ("2021", (2021, 0), "year")],
)
def test_a_label_says_what_its_heading_does_not(when: str, under: tuple[int, int], label: str) -> None:
    assert render_when.label(When(when), under) == label


@pytest.mark.parametrize(
    ("end", "begin", "words"),
    [
        ((2022, 1), (2022, 2), ""),
        ((2022, 1), (2022, 3), "1 month without events"),
        ((2022, 1), (2023, 1), "11 months without events"),
        ((2019, 3), (2021, 9), "2 years without events"),
    ],
)
def test_a_gap_is_told_from_a_whole_month_on(end: tuple[int, int], begin: tuple[int, int], words: str) -> None:
    assert gap(end, begin) == words
