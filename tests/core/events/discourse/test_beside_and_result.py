"""Clauses beside a statement tell another happening; what follows from it and what its subject did tell the same."""

from __future__ import annotations

import pytest

from tests.core.words import events
from timeline_core.model.event import Event, Kind

PUBLISHED = "2018-08-21"


def happenings(text: str) -> list[Event]:
    return [event for event in events(text, PUBLISHED) if event.kind is Kind.OCCURRENCE]


def figures(event: Event) -> set[tuple[str, int]]:
    return {(figure.what, figure.low) for figure in event.figures}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("اندلع حريق الأحد في مطحنة في حمص، مما أدى إلى وفاة سبعة طحانين.", {("killed", 7)}),
        ("سقطت قذيفة على مطحنة في حمص، مما أسفر عن إصابة سبعة طحانين.", {("wounded", 7)}),
        ("انزلقت شاحنة عن جسر قرب تدمر مما أدى إلى وفاة راع وإصابة ستة آخرين.", {("killed", 1), ("wounded", 6)}),
    ],
)
def test_what_follows_from_a_statement_is_told_with_it(text: str, counted: set[tuple[str, int]]) -> None:
    [one] = happenings(text)
    assert figures(one) == counted


def test_what_follows_from_what_is_not_told_is_told_alone() -> None:
    [one] = happenings("تشهد الواحة عواصف شديدة مما أدى إلى وفاة سبعة رعاة.")
    assert figures(one) == {("killed", 7)}


@pytest.mark.parametrize(
    "text", ["تراجع ثمن الزيت مما زاد المبيعات.", "هدأت الريح.\n\nوتراجع ثمن الزيت مما يؤدي إلى وفاة الخراف."]
)
def test_what_follows_from_a_statement_makes_no_news_of_it(text: str) -> None:
    assert happenings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "قتل عاملان في بلدة الزهراء فيما أصيب ستة بنائين في مدينة طرطوس.",
        "قتل عاملان في بلدة الزهراء الأحد فيما أصيب ستة بنائين في مدينة طرطوس.",
    ],
)
def test_a_statement_beside_another_is_no_part_of_it(text: str) -> None:
    first, second = sorted(happenings(text), key=lambda one: one.evidence[0].span)
    assert (figures(first), figures(second)) == ({("killed", 2)}, {("wounded", 6)})
    assert not first.evidence[0].span.overlaps(second.evidence[0].span)


@pytest.mark.parametrize(
    "text",
    [
        "قتل عاملان في بلدة الزهراء الأحد فيما أصيب ستة بنائين.",
        "قتل عاملان في بلدة الزهراء فيما أصيب ستة بنائين بجروح.",
    ],
)
def test_a_statement_beside_another_goes_on_counting_where_nothing_says_that_it_is_elsewhere(text: str) -> None:
    [one] = happenings(text)
    assert figures(one) == {("killed", 2), ("wounded", 6)}


@pytest.mark.parametrize(
    "text",
    [
        "The shell that fell on the mill on Sunday killed seven bakers, medics said.",
        "The grenade that exploded in a barn on Sunday killed seven bakers.",
        "The storm that struck the island on Sunday killed seven bakers.",
        "قتلت القذيفة التي سقطت على المطحنة الأحد سبعة خبازين.",
        "أسفرت القذيفة التي سقطت على المطحنة الأحد عن مقتل سبعة خبازين.",
    ],
)
def test_what_a_thing_did_is_of_the_day_of_its_relative_clause(text: str) -> None:
    [one] = happenings(text)
    assert one.when is not None
    assert one.when.edtf == "2018-08-19"
    assert one.evidence[0].span.of(text).startswith(text[:9])


@pytest.mark.parametrize(
    "text",
    [
        "The tailor who was freed on Sunday killed seven bakers.",
        "The grenade that was found on Sunday killed seven bakers.",
        "The shell that fell on the mill on Sunday killed seven bakers in 2016.",
    ],
)
def test_what_somebody_did_may_be_of_another_day(text: str) -> None:
    assert len(happenings(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Similar riots in 2016 left 40 bakers dead.",
        "Similar riots in 2016 left 40 bakers wounded.",
    ],
)
def test_who_was_left_dead_by_a_dated_action_is_told_with_it(text: str) -> None:
    [one] = happenings(text)
    assert one.when is not None
    assert one.when.edtf == "2016"


def test_what_an_action_left_otherwise_is_not_of_its_day() -> None:
    assert happenings("Riots in 2016 left the mill idle.") == []


def test_a_statement_beside_what_is_said_is_part_of_the_saying() -> None:
    [one] = events(
        "وأعلن العقيد سامر الحلبي من الشرطة أن «مسلحين اغتالوا قاضيا في حي المهاجرين (غرب)، فيما جرح أحد الحراس».",
        PUBLISHED,
    )
    assert "الحراس" in one.evidence[0].exact
