"""A story is read from the acts of the log: in its order, undone and joined as all decisions are."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.core.stories.words import Writing
from tests.core.words import report, teller, timeline
from timeline_core.decisions.apply import decide
from timeline_core.model.decision import Act, Decision
from timeline_core.stories import editing
from timeline_core.stories.change import LONGEST_TEXT, Change, Do, read_change
from timeline_core.stories.editing import Draft
from timeline_core.stories.story import read_stories

TEXT = "A fire destroyed the old mill in Kirkuk on 9 May 2023. On 12 May 2023 masons rebuilt the wall."
TIMELINE = timeline(report(TEXT, "2023-05-14"))
FIRE, WALL = TIMELINE.events


@pytest.fixture
def writing() -> Writing:
    made = Writing(TIMELINE)
    made.tell(FIRE, WALL)
    return made


def test_events_become_sentences_at_the_end_each_once(writing: Writing) -> None:
    writing.tell(WALL, FIRE)
    assert [text.split(":")[0] for text in writing.texts] == ["On Tuesday 9 May 2023", "On Friday 12 May 2023"]


def test_words_of_ones_own_stand_where_they_are_put(writing: Writing) -> None:
    first, _ = writing.story.parts
    writing.keep(editing.write(writing.story, "Nobody was hurt.", first.id))
    writing.keep(editing.write(writing.story, "The end."))
    assert writing.texts[1::2] == ["Nobody was hurt.", "The end."]


def test_a_part_moves_and_stops_at_the_ends(writing: Writing) -> None:
    first, second = (part.id for part in writing.story.parts)
    writing.keep(editing.move(writing.story, first, 1))
    assert [part.id for part in writing.story.parts] == [second, first]
    assert editing.move(writing.story, first, 1) == []
    writing.keep(editing.move(writing.story, first, -5))
    assert [part.id for part in writing.story.parts] == [first, second]


def test_a_sentence_in_ones_own_words_keeps_its_event_and_gets_the_drafted_ones_back(writing: Writing) -> None:
    first = writing.story.parts[0]
    writing.keep(editing.word(writing.story, first.id, "The mill was lost."))
    told = writing.told().paragraphs[0]
    assert (told.part.text, told.part.own, told.event) == ("The mill was lost.", True, FIRE)
    writing.keep(editing.word(writing.story, first.id, ""))
    assert writing.story.parts[0] == replace(first)


def test_what_is_dropped_comes_back_when_that_is_undone(writing: Writing) -> None:
    before = writing.texts
    writing.keep(editing.drop(writing.story, writing.story.parts[0].id))
    assert writing.texts == before[1:]
    writing.undo(writing.log[-1].id)
    assert writing.texts == before


def test_no_order_of_the_log_tells_another_story(writing: Writing) -> None:
    writing.keep(editing.move(writing.story, writing.story.parts[0].id, 1))
    assert {read_stories(log) for log in permutations(writing.log)} == {(writing.story,)}


def test_what_a_colleague_put_in_after_a_story_was_put_away_stands_in_it_alone(writing: Writing) -> None:
    writing.keep([Draft(Change("the  MILL", Do.END))])
    assert read_stories(writing.log) == ()
    writing.keep(editing.write(Writing(TIMELINE).story, "Late words."))
    assert writing.texts == ["Late words."]


def test_a_story_changes_no_event(writing: Writing) -> None:
    assert decide(TIMELINE, writing.log) == TIMELINE
    assert decide(TIMELINE, writing.log).orphans == ()


def test_in_the_other_language_drafted_sentences_are_told_anew(writing: Writing) -> None:
    first = writing.story.parts[0]
    writing.keep(editing.word(writing.story, first.id, "The mill was lost."))
    writing.keep(editing.speak(writing.told(), TIMELINE, teller("ar")))
    assert (writing.story.lang, writing.texts[0]) == ("ar", "The mill was lost.")
    assert writing.texts[1].startswith("يوم الجمعة 12 أيار/مايو 2023: ")


@pytest.mark.parametrize(
    "values",
    [
        (),
        ("mill",),
        ("mill", "sing"),
        ("mill", "move", "d001"),
        ("mill", "move", "d001", "NOT A PLACE"),
        ("mill", "write", "i", "x" * (LONGEST_TEXT + 1)),
        ("m" * 201, "drop", "d001"),
        ("mill", "tell", "i", "A sentence of no event.", ""),
        ("mill", "begin", "../en"),
    ],
)
def test_what_no_person_wrote_here_is_passed_over(values: tuple[str, ...]) -> None:
    act = Decision("d1", Act.STORY, "2023-06-01T10:00:00.000Z", "rana", values=values)
    assert read_change(act) is None
    assert read_stories([act]) == ()
