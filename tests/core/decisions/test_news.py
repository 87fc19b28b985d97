"""What is new since a look: told once each, and nothing where nothing changed."""

from __future__ import annotations

from tests.core.decisions.acts import Reader
from tests.core.words import report, timeline
from timeline_core.decisions.apply import decide
from timeline_core.decisions.news import Change, find_news, make_look
from timeline_core.model.decision import Act
from timeline_core.timeline import Timeline

FIRST = report("A strike on a bakery in Manbij killed 28 people on May 10.", "2023-05-11", "a")
MORE = report("قتل 31 شخصا في قصف على مخبز في منبج في 10 أيار.", "2023-05-12", "b")
OTHER = report("Floods cut the road to Harim on May 9.", "2023-05-12", "c")


def news(before: Timeline, now: Timeline) -> list[tuple[Change, str]]:
    return [(item.change, item.before) for item in find_news(make_look(before, "2023-05-12T08:00:00Z"), now)]


def test_nothing_is_new_where_nothing_changed() -> None:
    assert news(timeline(FIRST, MORE), timeline(MORE, FIRST)) == []


def test_a_new_event_is_told_and_the_others_are_not() -> None:
    [item] = find_news(make_look(timeline(FIRST), ""), timeline(FIRST, OTHER))
    assert item.change is Change.EVENT
    assert item.event is not None
    assert item.event.reports == ("c",)


def test_a_telling_that_joined_and_the_conflict_that_it_brought() -> None:
    assert news(timeline(FIRST), timeline(FIRST, MORE)) == [(Change.JOINED, "1"), (Change.CONFLICT, "killed")]


def test_a_date_that_moved_says_what_it_was() -> None:
    told = timeline(FIRST)
    person = Reader(told)
    person.act(Act.DATE, *told.events, values=("2023-05-09", "May 9"))
    assert news(told, person.sees) == [(Change.MOVED, "2023-05-10")]


def test_two_that_a_person_joined_are_one() -> None:
    told = timeline(FIRST, OTHER)
    person = Reader(told)
    person.act(Act.MERGE, *told.events)
    assert (Change.JOINED, "0") in news(told, person.sees)


def test_a_decision_that_lost_its_words_is_told_once() -> None:
    person = Reader(timeline(FIRST, OTHER))
    person.act(Act.STAR, "Floods")
    before, now = decide(timeline(FIRST, OTHER), person.log), decide(timeline(FIRST), person.log)
    assert [change for change, _ in news(before, now)] == [Change.LOST]
    assert news(now, now) == []
