"""The present of news: what a report opens with, and reports that tell in the present throughout."""

from __future__ import annotations

import pytest

from tests.core.words import report, timeline
from timeline_core.model.event import Event, Kind

PUBLISHED = "2023-05-17"


def told(text: str) -> list[Event]:
    return [*timeline(report(text, PUBLISHED)).events]


@pytest.mark.parametrize(
    "text",
    [
        "The truce begins, but the road to the mill stays shut.",
        "The voters approve the new charter in a ballot.",
        "A box of letters is found beneath the floor of the mill.",
        "The road to the mill was closed after the flood.",
        "اختتم مهرجان الطحين دورته السابعة في المطحنة.",
    ],
)
def test_a_report_may_open_with_what_things_do_where_its_class_is_news(text: str) -> None:
    assert [event.kind for event in told(text)] == [Kind.OCCURRENCE]


@pytest.mark.parametrize(
    "text",
    [
        "The mill uses the water of the river.",
        "The wind plays with the wheel of the mill.",
        "The mill stood empty.\n\nThe truce began at the river.",
        "تستخدم المطحنة مياه النهر.",
    ],
)
def test_what_things_only_do_opens_no_news_nor_does_it_further_on(text: str) -> None:
    assert not told(text)


def test_a_report_in_the_present_tells_news_in_every_sentence() -> None:
    text = "Police arrest two singers. Two demonstrators die at a clinic. The governor of the port visits the families."
    assert len(told(text)) == 3


def test_what_a_date_of_the_opening_dates_is_not_told_again_by_what_goes_around_it() -> None:
    assert len(told("وقع تفجير في هجوم على مطحنة في إدلب يوم 6 أيار.")) == 1


def test_one_statement_of_the_past_makes_the_present_of_the_others_no_news() -> None:
    text = "Police cleared the square. Police arrest singers at this square. Police clear it on market days."
    assert [event.title for event in told(text)] == ["Police cleared the square"]


@pytest.mark.parametrize("told_by", ["The workers carry off the lid that failed to hold the steam.", "They moved it."])
def test_a_clause_that_says_which_one_a_thing_is_is_nothing_said(told_by: str) -> None:
    assert not [event for event in told(told_by) if event.kind is Kind.ANNOUNCEMENT]
