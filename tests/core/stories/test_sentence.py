"""The sentence of an event, drafted of its slots in the language of the story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.words import report, teller, timeline
from timeline_core.model.event import Event, Kind
from timeline_core.model.when import Mod, Precision, When
from timeline_core.stories.isolates import plain
from timeline_core.stories.sentence import draft
from timeline_core.timeline import Timeline

MILL = timeline(report("A fire destroyed the old mill in Kirkuk on 9 May 2023.", "2023-05-11"))
SHELLING = timeline(report("قتل ثلاثة مدنيين في قصف على بلدة المنارة في 3 أيار 2023.", "2023-05-04"))


def first(timeline: Timeline) -> Event:
    return (*timeline.events, *timeline.undated)[0]


def drafted(code: str, told: Timeline = MILL, **changed: object) -> str:
    return draft(replace(first(told), **changed), told, teller(code))  # type: ignore[arg-type]


def test_a_title_of_the_language_of_the_story_is_its_sentence() -> None:
    assert drafted("en") == "On Tuesday 9 May 2023: A fire destroyed the old mill in Kirkuk."
    assert drafted("ar", SHELLING).startswith("يوم الأربعاء 3 أيار/مايو 2023: قتل ثلاثة مدنيين في قصف")


def test_in_another_language_it_is_composed_of_slots_and_quotes_the_words() -> None:
    english, arabic = plain(drafted("en", SHELLING)), plain(drafted("ar"))
    assert english.startswith("On Wednesday 3 May 2023: killing, strike (where: ")
    assert "in the words of the report: “قتل ثلاثة مدنيين" in english
    assert arabic.startswith("يوم الثلاثاء 9 أيار/مايو 2023: ")
    assert "بلفظ التقرير: «A fire destroyed" in arabic


def test_where_a_report_in_that_language_tells_it_too_its_title_is_taken() -> None:
    event = first(SHELLING)
    english = replace(event.tellings[0], lang="en", title="shells fell on al-Manara")
    both = replace(event, tellings=(*event.tellings, english))
    assert "shells fell on al-Manara" in draft(both, SHELLING, teller("en"))
    said = replace(both, tellings=(*event.tellings, replace(english, kind=Kind.ANNOUNCEMENT)))
    assert "shells fell on al-Manara" not in draft(said, SHELLING, teller("en"))


@pytest.mark.parametrize(
    ("when", "en", "ar"),
    [
        (When("2023-05"), "In May 2023: ", "في أيار/مايو 2023: "),
        (When("2023", Mod.START), "In early 2023: ", "في أوائل 2023: "),
        (When("2023-05-09/2023-05-11"), "Between 9 and 11 May 2023: ", "بين 9 و11 أيار/مايو 2023: "),
        (When("../2023-05-11", None, Precision.BOUND), "On or before 11 May 2023: ", "في 11 أيار/مايو 2023 أو قبله: "),
        (None, "On a day that no report gives: ", "في يوم لا يذكره أي تقرير: "),
    ],
)
def test_the_day_is_said_as_far_as_it_is_known(when: When | None, en: str, ar: str) -> None:
    assert drafted("en", when=when).startswith(en)
    assert drafted("ar", when=when).startswith(ar)


def test_what_was_planned_or_denied_is_called_so() -> None:
    assert "(planned)" in drafted("en", kind=Kind.PLANNED)
    assert "(نفي" in drafted("ar", SHELLING, kind=Kind.DENIAL)


def test_a_number_that_stands_elsewhere_than_the_words_that_prove_the_day_is_not_told() -> None:
    event = first(SHELLING)
    [toll] = event.figures
    assert "killed: 3" in draft(event, SHELLING, teller("en"))
    far = replace(event, figures=(replace(toll, report="r9"),))
    assert "killed" not in draft(far, SHELLING, teller("en"))
