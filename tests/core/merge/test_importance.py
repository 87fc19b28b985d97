"""What a story is about stands before its asides, and every point has its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.words import report, timeline
from timeline_core.merge.importance import find_brief, narrow_to
from timeline_core.model.event import Status
from timeline_core.timeline import Timeline

REPORTS = (
    report("A strike on a bakery in Manbij killed 28 people on May 10.", "2023-05-11", "a", publisher="The Lantern"),
    report("قتل 31 شخصا في قصف على مخبز في منبج في 10 أيار.", "2023-05-11", "b", publisher="شبكة السهل"),
    report(
        "The owner of the bakery in Manbij, where a strike killed 28 people on May 10, opened a shop on May 20.",
        "2023-05-21",
        "c",
        publisher="The Anchor",
    ),
    report("A fair was held in Harim on 3 March 2019.", "2023-05-11", "d", publisher="The Lantern"),
)


@pytest.fixture
def told() -> Timeline:
    return timeline(*REPORTS)


def test_what_many_tell_stands_before_what_one_does(told: Timeline) -> None:
    first, *_ = find_brief(told, 20).items()
    event = told.event(first[0])
    assert event is not None
    assert {"a", "b"} <= set(event.reports)
    reasons = dict(first[1].reasons)
    assert reasons["origins"] >= 3
    assert reasons["toll"] == 2
    assert first[1].points == sum(reasons.values())


def test_a_brief_keeps_the_order_of_the_timeline(told: Timeline) -> None:
    brief = find_brief(told, 2)
    assert len(brief) == 2
    shown = narrow_to(told, brief)
    assert [event.id for event in shown.events] == [event.id for event in told.events if event.id in brief]


def test_what_was_rejected_is_not_in_it(told: Timeline) -> None:
    first = next(iter(find_brief(told, 1)))
    events = tuple(replace(event, status=Status.REJECTED) if event.id == first else event for event in told.events)
    assert first not in find_brief(replace(told, events=events), 20)


def test_what_a_person_starred_stands_higher(told: Timeline) -> None:
    last = [*find_brief(told, 20)][-1]
    events = tuple(replace(event, starred=event.id == last) for event in told.events)
    undated = tuple(replace(event, starred=event.id == last) for event in told.undated)
    starred = find_brief(replace(told, events=events, undated=undated), 20)
    assert starred[last].points == find_brief(told, 20)[last].points + 4
