"""What an opponent would attack in an event, and what he cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import event, evidence, figure, report, timeline
from timeline_core.model.event import Event, Kind, Likeness, Machine
from timeline_core.model.expression import Origin
from timeline_core.model.when import When, bounded_by
from timeline_core.timeline import Timeline
from timeline_core.view import query
from timeline_core.view.doubt import Doubt, doubts_of
from timeline_core.view.filter import make_matcher
from timeline_core.view.index.build import make_index

DAY = When("2023-05-14")
ONE = report("one", "A ferry sank on 14 May.", publisher="The Mail")
OTHER = report("other", "On 14 May a boat went down off the cape.", publisher="The Coast")
HERE, THERE = evidence(ONE, ONE.text, "14 May", DAY), evidence(OTHER, OTHER.text, "14 May", DAY)


def told(*pieces: object, **values: object) -> Event:
    return event("e", "2023-05-14", "A ferry sank", *pieces, **values)  # type: ignore[arg-type]


def counted_from(origin: Origin, **slots: str) -> Event:
    """Two reports tell it; the words that date it count from a day of that origin."""
    said = HERE.expression
    assert said is not None
    reason = replace(said.reason, origin=origin, slots=tuple(slots.items()))
    return told(replace(HERE, expression=replace(said, reason=reason)), THERE)


def joined(total: float, by: str = "") -> Event:
    """The second telling joined with so much weight, or by a person."""
    whole = told(HERE, THERE)
    first, second = whole.tellings
    return replace(whole, tellings=(first, replace(second, likeness=Likeness(total, ("wording",)), by=by)))


SAFE = told(HERE, THERE)
SET = Machine(When("2023-05"), "A ferry sank", Kind.OCCURRENCE, ())
CASES = [
    (SAFE, ()),
    (told(HERE), (Doubt.ORIGIN,)),
    (told(HERE, THERE, figures=(figure("killed", 3, "one"), figure("killed", 5, "other"))), (Doubt.CONFLICT,)),
    (told(HERE, THERE, figures=(figure("killed", 3, "one"), figure("killed", 3, "other"))), ()),
    (counted_from(Origin.INFERRED), (Doubt.INFERRED,)),
    (counted_from(Origin.PUBLISHED), ()),
    (counted_from(Origin.NONE, calendar="hijri"), (Doubt.CALENDAR,)),
    (replace(SAFE, when=When("2023-05-14?")), (Doubt.UNSURE,)),
    (joined(2.6), (Doubt.JOINED,)),
    (joined(4.0), ()),
    (joined(2.6, by="lina"), ()),
    (replace(SAFE, when=bounded_by(date(2023, 5, 14))), (Doubt.BOUND,)),
    (replace(SAFE, when=None), (Doubt.UNDATED,)),
    (replace(counted_from(Origin.INFERRED), machine=SET), ()),
    (replace(counted_from(Origin.INFERRED), machine=replace(SET, when=DAY, title="Sunk")), (Doubt.INFERRED,)),
]


def around(one: Event) -> Timeline:
    return timeline(one, reports=(ONE, OTHER))


@pytest.mark.parametrize(("one", "doubts"), CASES)
def test_each_doubt_has_its_cause_and_none_without_it(one: Event, doubts: tuple[Doubt, ...]) -> None:
    assert doubts_of(one, around(one)) == doubts


def test_the_gravest_doubt_stands_first() -> None:
    inferred = replace(
        counted_from(Origin.INFERRED), figures=(figure("killed", 3, "one"), figure("killed", 5, "other"))
    )
    assert doubts_of(inferred, around(inferred)) == (Doubt.CONFLICT, Doubt.INFERRED)


def test_two_papers_that_print_one_text_are_one_origin() -> None:
    whole = told(HERE, THERE)
    copied = replace(around(whole), copies={"other": "one"})
    assert doubts_of(whole, copied) == (Doubt.ORIGIN,)


@pytest.mark.parametrize(("one", "doubts"), CASES)
def test_the_index_lets_the_same_events_through_as_the_filter(one: Event, doubts: tuple[Doubt, ...]) -> None:
    whole = around(one)
    index = make_index(whole)
    for doubt in Doubt:
        asked = query.parse(f"doubt:{doubt.value}")
        assert index.total(index.matches(asked)) == make_matcher(asked, whole)(one) == (doubt in doubts)
