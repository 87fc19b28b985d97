"""Whom events name after the reader's say: one, nobody, or somebody else; and what leaves them as they were."""

from __future__ import annotations

import pytest

from tests.core.words import known, report
from timeline_core.decisions.apply import decide
from timeline_core.derive import derive
from timeline_core.model.decision import Act, Decision
from timeline_core.timeline import Timeline

ONE = report("On 3 May 2023 Israel bombed a depot in Aleppo.", id="one")
TWO = report("On 9 May 2023 Israel bombed a depot in Idlib.", id="two")


def told() -> Timeline:
    return derive([ONE, TWO], known())


def act(id: str, kind: Act, *values: str) -> Decision:
    return Decision(id, kind, f"2026-01-01T00:00:0{id}.000Z", "sara", values=values)


def actors(timeline: Timeline) -> list[tuple[str, ...]]:
    return [event.actors for event in timeline.events]


def test_who_is_hidden_is_in_no_event_and_in_no_role() -> None:
    assert actors(told()) == [("israel",), ("israel",)]
    after = decide(told(), [act("1", Act.HIDE, "israel")])
    assert actors(after) == [(), ()]
    assert all(not event.roles for event in after.events)
    assert all(not telling.actors for event in after.events for telling in event.tellings)
    undone = [act("1", Act.HIDE, "israel"), Decision("2", Act.UNDO, "2026-01-01T00:00:02.000Z", "sara", undoes="1")]
    assert decide(told(), undone).events == told().events


def test_in_the_reports_that_are_named_a_name_is_somebody_else_s() -> None:
    after = decide(told(), [act("1", Act.OTHER, "israel", "israel~2", ONE.sha256)])
    assert actors(after) == [("israel~2",), ("israel",)]
    assert after.names["israel~2"].names == after.names["israel"].names
    assert [event.title for event in after.events] == [event.title for event in told().events]


def test_a_report_that_is_not_there_and_an_actor_that_is_not_known_change_nothing() -> None:
    acts = [
        act("1", Act.OTHER, "israel", "israel~2", "0" * 64),
        act("2", Act.OTHER, "nobody", "nobody~2", ONE.sha256),
        act("3", Act.HIDE, "nobody"),
        act("4", Act.RENAME, "nobody", "X Y", "en"),
    ]
    after = decide(told(), acts)
    assert actors(after) == actors(told())
    assert after.orphans == ()


@pytest.mark.parametrize("values", [("israel",), ("israel", "israel~2")])
def test_somebody_else_of_a_name_without_a_report_is_told_as_left_over(values: tuple[str, ...]) -> None:
    after = decide(told(), [act("1", Act.OTHER, *values)])
    assert actors(after) == actors(told())
    assert [one.id for one in after.orphans] == ["1"]


def test_who_was_merged_is_hidden_under_either_id() -> None:
    acts = [act("1", Act.SAME, "usa", "israel"), act("2", Act.HIDE, "israel")]
    assert actors(decide(told(), acts[:1])) == [("usa",), ("usa",)]
    assert actors(decide(told(), acts)) == [(), ()]


def test_places_are_merged_and_hidden_as_actors_are() -> None:
    acts = [act("1", Act.SAME, "aleppo", "idlib"), act("2", Act.HIDE, "aleppo")]
    assert [event.places for event in told().events] == [("aleppo",), ("idlib",)]
    assert [event.places for event in decide(told(), acts[:1]).events] == [("aleppo",), ("aleppo",)]
    assert [event.places for event in decide(told(), acts).events] == [(), ()]


def test_a_name_that_is_to_stand_first_is_shown() -> None:
    after = decide(told(), [act("1", Act.RENAME, "israel", "the State", "en")])
    assert after.names["israel"].name("en") == "the State"
    assert after.names["israel"].name("en", short=True) == "the State"
    assert "Israel" in after.names["israel"].names["en"]
    assert after.names["israel"].name("ar") == told().names["israel"].name("ar")
