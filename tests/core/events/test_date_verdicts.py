"""Every date of a report has one verdict: what it does, by which rule, and whether an event is made of it."""

from __future__ import annotations

from seeds.syntax_rules import example
from tests.core.words import known, report
from timeline_core.events.date_verdicts import DateVerdict, date_verdicts
from timeline_core.model.report import GIVEN, Published
from timeline_core.model.verdict import Effect, Limit


def became(text: str) -> tuple[DateVerdict, ...]:
    one = report(text, "2023-05-20")
    return date_verdicts(one, Published(one.published, GIVEN), known())


def test_a_date_knows_its_value_its_rule_and_its_event() -> None:
    [one] = became("قصفت الطائرات البلدة يوم الخميس.")
    assert one.expression.when is not None
    assert (one.expression.when.edtf, one.verdict.effect, one.verdict.event) == ("2023-05-18", Effect.DATES, True)
    assert one.verdict.rule == "date of the clause"
    assert example(one.verdict.rule, "ar")


def test_a_date_that_is_no_event_has_its_verdict_too() -> None:
    [one] = became("كان من المقرر أن يزور الوزير بغداد أمس.")
    assert (one.verdict.event, one.verdict.effect, one.verdict.limit) == (False, Effect.DATES, Limit.PLANNED)


def test_a_time_by_which_it_was_done_is_no_time_of_it() -> None:
    [one] = became("قتل ألف شخص بحلول نهاية الأسبوع الماضي.")
    assert (one.verdict.event, one.verdict.limit) == (False, Limit.MEASURE)
    [one] = became("قتل ألف شخص في نهاية الأسبوع الماضي.")
    assert one.verdict.event


def test_what_happens_only_if_another_thing_does_is_no_event() -> None:
    [one] = became("إن وصل الوفد أمس فقد عاد الوزير.")
    assert (one.verdict.event, one.verdict.limit) == (False, Limit.CONDITIONAL)
    [one] = became("أعلن الوزير أن الوفد وصل أمس.")
    assert one.verdict.event


def test_an_example_of_another_language_serves_where_a_language_has_none() -> None:
    assert example("asyndetic relative", "en") == example("asyndetic relative", "ar")
    assert example("no such rule", "en") == ""
