"""The kinds of mistake that unseen articles showed: a date belongs to what it dates, and no state is a happening."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline

PUBLISHED = "2023-05-17"


def told(text: str) -> list[tuple[str, str, str]]:
    """Days, kind and title of each dated event."""
    events = timeline(report(text, PUBLISHED)).events
    return [(event.when.edtf, event.kind.value, event.title) for event in events if event.when is not None]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Police in Amman detained Ramadan Issa on Sunday. Issa was released without charge.",
            [("2023-05-14", "occurrence", "Police in Amman detained Ramadan Issa")],
        ),
        (
            "Lawyers for April Jones filed an appeal on Tuesday.",
            [("2023-05-16", "occurrence", "Lawyers for April Jones filed an appeal")],
        ),
        (
            "قال رجب طيب أردوغان يوم السبت إن بلاده سترد.",
            [("2023-05-13", "announcement", "قال رجب طيب أردوغان إن بلاده سترد")],
        ),
    ],
)
def test_a_person_who_is_called_like_a_month_gives_no_day(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "نظرت المحكمة في وقائع حرق منزل ناشط ليلة 14 كانون الثاني 2011.",
            [("2011-01-14", "occurrence", "حرق منزل ناشط")],
        ),
        ("حوكم الضابط بتهمة قتل متظاهرين في آذار 2012.", [("2012-03", "occurrence", "قتل متظاهرين")]),
        (
            "انتقد الوزير القرار الذي أصدره المجلس يوم الأحد.",
            [("2023-05-14", "occurrence", "القرار الذي أصدره المجلس")],
        ),
        (
            "مشيرا إلى الهجمات التي وقعت يوم الأحد، دعا الوزير إلى الهدوء.",
            [("2023-05-14", "occurrence", "الهجمات التي وقعت")],
        ),
        ("The tribunal confirmed the sentences of six officers jailed over a massacre in 1982.", []),
        (
            "The general, who was wounded in March, resigned on Monday.",
            [
                ("2023-03", "occurrence", "The general, who was wounded"),
                ("2023-05-15", "occurrence", "The general resigned"),
            ],
        ),
    ],
)
def test_the_date_of_an_embedded_thing_is_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, days",
    [
        ("منذ آذار 2015 تقصف الطائرات المدينة.", ["2015-03/2023-05-17"]),
        ("Rebels have held the town since June 2016.", ["2016-06/2023-05-17"]),
        ("The coalition has been bombing the city since March 2015.", ["2015-03/2023-05-17"]),
        ("يعيش آلاف النازحين في المخيم منذ عام 2014.", []),
    ],
)
def test_what_goes_on_since_a_day_is_a_period_and_a_state_is_none(text: str, days: list[str]) -> None:
    assert [day for day, _, _ in told(text)] == days


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "أدانت الحكومة «الهجوم على القاعدة»، وفق بيان صدر اليوم الأربعاء عن الوزارة.",
            ("2023-05-17", "announcement"),
        ),
        ("أعلن الجيش، في بيان صدر الخميس، مقتل قائد ميداني.", ("2023-05-11", "announcement")),
        (
            "At least 40 people drowned off Tripoli, the coastguard, which is short of boats, said on Sunday.",
            ("2023-05-14", "announcement"),
        ),
        (
            "ويعقد مجلس الأمن، التابع للأمم المتحدة، اجتماعا غدا لبحث الأزمة.",
            ("2023-05-18", "planned"),
        ),
    ],
)
def test_what_stands_between_commas_cuts_no_clause(text: str, expected: tuple[str, str]) -> None:
    assert [(day, kind) for day, kind, _ in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "هو من مواليد 16 شباط 1992 في المنستير.",
        "تصادف اليوم الذكرى الثانية للمجزرة.",
        "The spokesman could not be reached for comment on Thursday.",
    ],
)
def test_births_anniversaries_and_silence_are_no_happenings(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قالت اللجنة يوم الاثنين إن 130 شخصا قتلوا، وهو رقم لم تؤكده الوزارة.",
            [("2023-05-15", "announcement")],
        ),
        ("نفت الحكومة يوم الاثنين مقتل أي مدني.", [("2023-05-15", "denial")]),
        ("The ministry did not confirm on Monday that the dam had burst.", []),
    ],
)
def test_a_negation_belongs_to_the_verb_that_it_stands_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(day, kind) for day, kind, _ in told(text)] == expected
