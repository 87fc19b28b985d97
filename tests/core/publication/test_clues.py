"""What speaks against a day of a report: each clue by an example in each language, and the days that are left."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from seeds.load import knowledge
from timeline_core.events.accounts import read
from timeline_core.model.report import INFERRED, Clue, Published, Report
from timeline_core.model.when import between
from timeline_core.publication.clues import Clues, clues_of
from timeline_core.publication.tried import Grade, Rule, Stretch

CASES = tomllib.loads((Path(__file__).parent / "clues.toml").read_text("utf-8"))
NO_SUCH_WORDS = ("year", "en")
"""English names the year of its saying in two dates («last year», «2018»), Arabic in one."""
EACH = [(rule, lang) for rule, langs in CASES.items() for lang in langs]


def clues(text: str, published: Published = Published()) -> Clues:  # noqa: B008 - an immutable value
    return clues_of(read(Report("r", text, "0" * 64), knowledge()), published)


@pytest.mark.parametrize(("rule", "lang"), EACH)
def test_a_clue_speaks_against_a_day_in_its_own_words_and_leaves_another_alone(rule: str, lang: str) -> None:
    case = CASES[rule][lang]
    found = clues(case["text"])
    against = [(one.rule.value, one.words) for one in found.against(case["against"])]
    assert (rule, case["words"]) in against
    assert rule not in [one.rule.value for one in found.against(case["spares"])]
    for one in found.against(case["against"]):
        assert [span.of(case["text"]) for span in one.spans] == [one.words] * bool(one.words)


def test_every_clue_has_an_example_in_every_language() -> None:
    assert set(CASES) | {"shared"} == {rule.value for rule in Rule}
    told = {(rule, lang) for rule, langs in CASES.items() for lang in langs}
    assert {(rule, lang) for rule in CASES for lang in ("ar", "en")} - told == {NO_SUCH_WORDS}


RANGE = Published(
    between(date(2021, 2, 16), date(2021, 2, 28)),
    INFERRED,
    (Clue("shared", (("persons", "a"), ("report", "other"), ("day", "2021-02-10"))),),
)
SINCE = "The convoy left on the 16th of this month."


def test_a_report_is_not_older_than_what_another_report_dates() -> None:
    [shared] = clues("A convoy left.", RANGE).against(date(2021, 2, 9))
    assert (shared.rule, shared.report, shared.day, shared.forbids) == (Rule.SHARED, "other", date(2021, 2, 10), True)
    assert not any(one.forbids for one in clues("A convoy left.", RANGE).against(date(2021, 2, 10)))


def test_the_days_that_are_left_are_told_and_so_are_those_around() -> None:
    found = clues(SINCE, RANGE)
    for day in (date(2021, 2, 1), date(2021, 2, 20), date(2021, 3, 3)):
        assert found.stretch(day) == Stretch(date(2021, 2, 16), date(2021, 2, 28))
    assert found.stretch(date(2021, 2, 20)).days == 13  # type: ignore[union-attr]
    grades = dict(found.near(date(2021, 2, 20)))
    assert (grades[date(2021, 2, 15)], grades[date(2021, 2, 16)]) == (Grade.FORBIDDEN, Grade.FITS)
    assert (grades[date(2021, 3, 15)], grades[date(2021, 3, 16)]) == (Grade.FORBIDDEN, Grade.UNLIKELY)


def test_where_nothing_tells_the_day_every_day_fits_and_no_end_is_told() -> None:
    found = clues("A convoy left the town.")
    assert found.against(date(2021, 2, 1)) == ()
    assert found.stretch(date(2021, 2, 1)) == Stretch(None, None)
    assert found.stretch(date(2021, 2, 1)).days == 0  # type: ignore[union-attr]


def test_what_lies_ahead_and_is_told_as_to_come_forbids_nothing() -> None:
    assert clues("The fair will open on 6 May 2019.").against(date(2019, 4, 2)) == ()


def test_a_weekday_of_a_quotation_makes_a_day_only_unlikely() -> None:
    [said] = clues('He wrote: "The pump broke today, Thursday 4 March."').against(date(2021, 3, 5))
    assert (said.rule, said.forbids) == (Rule.WEEKDAY, False)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_asked_without_harm(day: date) -> None:
    found = clues(SINCE, RANGE)
    assert found.against(day)
    assert found.stretch(day) is None
    assert found.near(day)
