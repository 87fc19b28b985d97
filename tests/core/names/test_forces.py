"""A person who is named only for his forces joins no two tellings."""

from __future__ import annotations

import pytest

from tests.core.words import phrasing, report, span_of, timeline
from timeline_core.names.forces import stands_for_forces


@pytest.mark.parametrize(
    "text, name, code",
    [
        ("سيطرت قوات حفتر على الحي", "حفتر", "ar"),
        ("اشتبكوا مع قوات المشير خليفة حفتر في الحي", "حفتر", "ar"),
        ("فر مرتزقة صالح", "صالح", "ar"),
        ("تصدوا لفلول الجماعة والمخلوع صالح", "صالح", "ar"),
        ("تصدوا لفلول الجماعة وصالح", "صالح", "ar"),
        ("فر مقاتلون محسوبين على صالح", "صالح", "ar"),
        ("شنت القوات الموالية لحفتر هجوما", "حفتر", "ar"),
        ("forces loyal to Khalifa Haftar advanced", "Khalifa Haftar", "en"),
        ("Haftar's forces advanced", "Haftar", "en"),
    ],
)
def test_forces_are_meant(text: str, name: str, code: str) -> None:
    at = span_of(text, name)
    assert stands_for_forces(text, at, phrasing(code).sides)


@pytest.mark.parametrize(
    "text, name, code",
    [
        ("أعلن حفتر هدنة", "حفتر", "ar"),
        ("قتلت القوات، القيادي حفتر", "حفتر", "ar"),
        ("مقتل القيادي في قوات الجبل، سالم الحوري", "سالم الحوري", "ar"),
        ("قتلت القوات الحوري والقيادي صالح", "صالح", "ar"),
        ("the forces met Haftar", "Haftar", "en"),
        ("Haftar's statement on his forces", "Haftar", "en"),
    ],
)
def test_the_person_is_meant(text: str, name: str, code: str) -> None:
    assert not stands_for_forces(text, span_of(text, name), phrasing(code).sides)


def test_two_fights_of_one_army_are_two() -> None:
    """Both killed on one day, by forces of one man, in two towns or in none that is named."""
    told = timeline(
        report("قتل ثلاثة مدنيين أمس في قصف لقوات حفتر على سوق شعبي جنوبي طرابلس.", "2019-04-20", "one"),
        report("لقي جنديان مصرعهما أمس في كمين نصبه مسلحون لقوات حفتر على طريق صحراوي.", "2019-04-20", "two"),
    )
    assert all(len(event.reports) == 1 for event in told.events)


def test_a_visit_to_the_wounded_is_not_the_bombing() -> None:
    told = timeline(
        report("زار المحافظ سالم الحوري أمس مصابي التفجير الذي استهدف مسجدا في عدن.", "2019-04-20", "one"),
        report("استهدف تفجير مسجدا في عدن أمس وأوقع مصابين، وحضر المحافظ سالم الحوري.", "2019-04-20", "two"),
    )
    assert all(len(event.reports) == 1 for event in told.events)


def test_two_sentences_alike_but_for_their_number_are_two() -> None:
    told = timeline(
        report("وسجلت مكاتب أمس إقلاع حافلات 12 مدرسة في رحلتها الجبلية السنوية.", "2019-04-20", "one"),
        report("وسجلت مكاتب أمس إقلاع حافلات 82 مدرسة في رحلتها الجبلية السنوية.", "2019-04-20", "two"),
    )
    assert all(len(event.reports) == 1 for event in told.events)


def test_a_phrase_of_every_obituary_joins_none() -> None:
    told = timeline(
        report("وشيع أمس جثمان الفقيد من منزله.", "2019-04-20", "one"),
        report("وشيع أمس جثمان الفقيد.", "2019-04-20", "two"),
    )
    assert len(told.events) == 2
    assert all(len(event.reports) == 1 for event in told.events)
