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
