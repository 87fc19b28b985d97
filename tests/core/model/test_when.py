"""The days on which something may have happened."""

from datetime import date

import pytest

from timeline_core.errors import EdtfError
from timeline_core.model.when import Mod, Precision, When, between, on


@pytest.mark.parametrize(
    "edtf, precision",
    [("2023-02-10", "day"), ("2022-01", "month"), ("2015-33", "quarter"), ("2021-24", "season"), ("2015-40", "half")]
    + [("2021", "year"), ("201X", "decade"), ("18XX", "century"), ("2012/2013", "range"), ("XXXX-XX-16", "unresolved")],
)
def test_precision_follows_from_the_value(edtf: str, precision: str) -> None:
    assert When(edtf).precision == precision


def test_a_week_is_named_because_its_value_is_an_interval() -> None:
    assert When("2015-08-03/2015-08-09", precision=Precision.WEEK).precision is Precision.WEEK


@pytest.mark.parametrize(
    "edtf, mod, days",
    [
        ("2023-02", Mod.START, ("2023-02-01", "2023-02-10")),
        ("2023-02", Mod.MID, ("2023-02-11", "2023-02-20")),
        ("2023-02", Mod.END, ("2023-02-21", "2023-02-28")),
        ("2021", Mod.START, ("2021-01-01", "2021-04-30")),
        ("2021", Mod.END, ("2021-09-01", "2021-12-31")),
        ("2023-02-10", Mod.END, ("2023-02-10", "2023-02-10")),
    ],
)
def test_early_and_late_narrow_the_days_and_leave_the_value(edtf: str, mod: Mod, days: tuple[str, str]) -> None:
    when = When(edtf, mod)
    assert (when.edtf, when.days) == (edtf, tuple(map(date.fromisoformat, days)))


def test_only_what_is_certain_is_before() -> None:
    assert When("2023-01").surely_before(When("2023-02-10"))
    assert not When("2023-02").surely_before(When("2023-02-10"))
    assert not When("XXXX-XX-16").surely_before(When("2023-02-10"))


def test_days_meet_where_one_day_can_be_both() -> None:
    assert When("2023-02").meets(on(date(2023, 2, 28)))
    assert not When("2023-02").meets(When("2023-03"))
    assert When("2023-02").covers(When("2023-02-10"))
    assert not When("2023-02-10").covers(When("2023-02"))


def test_the_hull_reaches_from_the_first_to_the_last_day() -> None:
    assert When("2023-02-10").hull(When("2023-02-15")) == between(date(2023, 2, 10), date(2023, 2, 15))


def test_a_month_is_approximate_when_it_says_so() -> None:
    assert (When("2023-02~").approximate, When("2023-02").approximate) == (True, False)


def test_a_when_that_is_no_edtf_is_refused() -> None:
    with pytest.raises(EdtfError):
        When("yesterday")


def test_a_day_is_uncertain_when_it_says_so() -> None:
    assert [When(edtf).uncertain for edtf in ("2022-03-04?", "2022-03-04%", "2022-03-04~")] == [True, True, False]
