"""Days told side by side of one deed are a stretch where each is the day after the one before."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline, whens

PUBLISHED = "2023-05-14"
"""A Sunday."""


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("استمرت المباحثات بين الوفدين يوم أمس واليوم في مدينة جنيف.", "2023-05-13/2023-05-14"),
        ("أغلقت البلدية السوق الجمعة والسبت بسبب الفيضان.", "2023-05-12/2023-05-13"),
        ("أغلقت البلدية السوق الخميس والجمعة والسبت.", "2023-05-11/2023-05-13"),
        ("يلتقي الوفدان اليوم وغدا في جنيف.", "2023-05-14/2023-05-15"),
        ("The police searched the port yesterday and today.", "2023-05-13/2023-05-14"),
    ],
)
def test_neighbouring_days_of_one_deed_are_one_stretch(text: str, stretch: str) -> None:
    assert whens(timeline(report(text, PUBLISHED))) == [stretch]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("انفجرت عبوتان في السوق الثلاثاء والخميس.", ["2023-05-09", "2023-05-11"]),
        ("وصل الوفد إلى جنيف أمس واليوم بدأ المحادثات.", ["2023-05-13", "2023-05-14"]),
        ("زار الوزير القرية أمس وزار الميناء اليوم.", ["2023-05-13", "2023-05-14"]),
        ("قال الوزير أمس واليوم إن الجسر سيفتح.", ["2023-05-13"]),
    ],
)
def test_days_apart_of_two_deeds_or_of_words_are_no_stretch(text: str, each: list[str]) -> None:
    assert whens(timeline(report(text, PUBLISHED))) == each
