"""What belongs to a happening told right before is told with it: parts of a march, what those who did it did then."""

from __future__ import annotations

import pytest

from tests.core.words import events
from timeline_core.model.event import Event, Kind

PUBLISHED = "2023-05-14"
"""A Sunday."""


def happened(text: str) -> list[Event]:
    return [event for event in events(text, PUBLISHED) if event.kind is Kind.OCCURRENCE]


@pytest.mark.parametrize(
    "text",
    [
        "احتشد مزارعون في الساحة السبت. ورفع المحتجون لافتات تطالب بالماء.",
        "تظاهر الخبازون في ساحة السوق الخميس. ورشق شبان الشرطة بالحجارة.",
        "تظاهر الخبازون في ساحة السوق الخميس. وأطلقت الشرطة الغاز لتفريق الحشد.",
        "Bakers marched on Thursday. Police fired tear gas at the bakers.",
        "Bakers marched on Thursday. Youths threw stones at a guard.",
        "Bakers marched on Thursday. The protesters burned two cars.",
    ],
)
def test_what_is_done_in_a_march_is_a_part_of_it(text: str) -> None:
    [one] = happened(text)
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        # elsewhere, in another one, what is no part of one, and what comes of it
        "تظاهر الخبازون في بنغازي السبت. ورشق محتجون في سبها الجنود بالحجارة.",
        "تظاهر الخبازون السبت. وأطلقت الشرطة الغاز في مظاهرة أخرى.",
        "افتتح الوزير الجسر السبت. ورشق شبان الشرطة بالحجارة.",
        "تظاهر الخبازون السبت. واعتقلت الشرطة ثمانية محتجين.",
        "Bakers marched on Thursday. Police arrested nine protesters.",
        "Bakers marched on Thursday. Gunmen shot three protesters dead on Friday.",
        "A minister opened a bridge on Saturday. Police fired tear gas at a guard.",
    ],
)
def test_what_is_no_part_of_a_march_is_told_apart(text: str) -> None:
    assert len(happened(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون مخزن قمح في بلدة الدير الأحد. وقالت الشرطة إن المهاجمين فروا على متن دراجات.",
        "سرق لصوص خزنة المتحف الاثنين. وهرب اللصوص من باب خلفي.",
        "Gunmen attacked a grain store on Sunday. Police said the attackers fled on motorbikes.",
        "Thieves robbed a bank on Monday. The robbers left in a van.",
    ],
)
def test_what_those_who_did_it_do_in_its_course_goes_on_with_it(text: str) -> None:
    [one] = events(text, PUBLISHED)
    assert len(one.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a grain store on Sunday. Police arrested the attackers.",
        "Thieves robbed a bank on Monday. On Thursday the robbers escaped from jail.",
        "A minister opened a bridge on Saturday. The attackers fled the town.",
        "هاجم مسلحون مخزن قمح الأحد. واعتقلت الشرطة المهاجمين.",
    ],
)
def test_what_is_done_to_them_or_later_is_told_apart(text: str) -> None:
    assert len(happened(text)) == 2


def test_these_points_back_as_this_does() -> None:
    [one] = happened(
        "Special forces raided three villages on Saturday. These operations led to the arrest of nine men."
    )
    assert len(one.evidence) == 2
