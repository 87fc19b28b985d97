"""What the reader is told of the dates of a report: the same verdicts as `waqai dates --explain` gives."""

from datetime import date

import pytest

from tests.core.words import report
from tui.commands.reader.desk import Desk
from tui.commands.shared.gather import Gathered
from tui.ports.asked_date import AskedDate

TEXT = (
    "The army shelled the town on Friday 12 May 2023. "
    "The minister was due to visit the town on 14 May 2023. "
    "The minister spoke about the closure of the crossing on 9 May 2023."
)


@pytest.fixture(scope="module")
def dates() -> tuple[AskedDate, ...]:
    desk = Desk(Gathered((report(TEXT, "2023-05-20"),), "news"), date(2024, 5, 6))
    return desk.dates(desk.load().timeline.reports[0])


def test_every_date_of_the_report_is_told_of_in_text_order(dates: tuple[AskedDate, ...]) -> None:
    said = [one.expression.text for one in dates]
    assert said == ["Friday 12 May 2023", "14 May 2023", "9 May 2023"]
    values = [one.expression.when for one in dates]
    assert [when.edtf for when in values if when is not None] == ["2023-05-12", "2023-05-14", "2023-05-09"]


def test_a_date_says_what_it_dates_by_which_rule_with_an_example(dates: tuple[AskedDate, ...]) -> None:
    shelled = dates[0]
    assert shelled.event
    assert shelled.words is not None
    assert shelled.words.of(TEXT) == "shelled"
    assert shelled.rule == "date of the clause"
    assert shelled.example


def test_a_date_that_is_no_event_says_what_took_it_away(dates: tuple[AskedDate, ...]) -> None:
    visit = dates[1]
    assert not visit.event
    assert visit.limit in ("planned", "wanted")
