"""Which predicates are told as happenings: what people do is news though nobody is named."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.model.event import Event

PUBLISHED = "2023-05-17"
"""A Wednesday."""


def told(text: str) -> list[Event]:
    return [*timeline(report(text, PUBLISHED)).events]


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nVillagers carried the injured to a clinic in the next valley.",
        "The mill stood empty.\n\nThe court has sent the file back to a lower chamber.",
        "كانت المطحنة خالية.\n\nنقل الأهالي المصابين إلى عيادة في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nوأغلق المعتصمون مدخل المطحنة بالحجارة.",
        "كانت المطحنة خالية.\n\nودخل الأهالي المطحنة ونقلوا أكياس الطحين إلى المدرسة.",
    ],
)
def test_what_people_do_is_told_though_none_of_them_is_named(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nThe wind carried sand to a clinic in the next valley.",
        "The mill stood empty.\n\nThe villagers stayed in a clinic in the next valley.",
        "The mill stood empty.\n\nOne carried more than the other one of the two.",
        "كانت المطحنة خالية.\n\nنقلت الرياح الرمال إلى عيادة في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nينقل الأهالي الطحين إلى عيادة في الوادي المجاور.",
    ],
)
def test_what_things_do_is_no_news_by_itself_nor_how_people_are(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nA council of elders was formed in the next valley.",
        "The mill stood empty.\n\nThree bridges were destroyed in the next valley.",
        "كانت المطحنة خالية.\n\nوتم نقل سبعة جرحى إلى عيادة في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nوقال صاحبها إن العمال بخير، مضيفا أنه تم خطف اثنين منهم عند الجسر.",
        "كانت المطحنة خالية.\n\nوبقي الجسر مغلقا، في وقت تسببت فيه غارات على الوادي بمقتل تسعة رعاة.",
        "كانت المطحنة خالية.\n\nوردد المحتجون هتافات ضد صاحب المطحنة.",
    ],
)
def test_what_is_done_to_people_or_destroyed_is_told_in_the_passive_too(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nA measure of salt was added to the soup in the next valley.",
        "The mill stood empty.\n\nIt is hoped that a council will be formed in the next valley.",
        "كانت المطحنة خالية.\n\nوتم نقل الطحين إلى مخزن في الوادي المجاور.",
        "كانت المطحنة خالية.\n\nوقال صاحبها في وقت سابق إن الطقس جميل.",
    ],
)
def test_what_is_done_to_things_or_only_feared_is_not(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nThe governor said that the road was in a bad state.",
        'The mill stood empty.\n\n"The road is in a bad state," said the governor.',
        "كانت المطحنة خالية.\n\nوقال قائد الشرطة إن الطريق في حالة سيئة.",
    ],
)
def test_what_somebody_says_who_speaks_for_others_is_told_though_he_has_no_name(text: str) -> None:
    assert [event.kind.value for event in told(text)] == ["announcement"]


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nA neighbour said that the road was in a bad state.",
        "كانت المطحنة خالية.\n\nوقالت جارة إن الطريق في حالة سيئة.",
    ],
)
def test_what_a_bystander_says_of_how_things_are_is_not(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nTwo men were arrested near the mill.",
        "The mill stood empty.\n\nOfficials said that twelve people had been killed.",
    ],
)
def test_a_passive_of_the_past_tells_of_what_happened(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood empty.\n\nTwo men were to be arrested near the mill.",
        "The mill stood empty.\n\nTwo men are being watched near the mill.",
    ],
)
def test_a_passive_of_what_is_to_come_or_lasts_does_not(text: str) -> None:
    assert not told(text)
