"""A sentence whose evidence has changed since it was accepted says what changed, until it is accepted anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.stories.words import Writing
from tests.core.words import report, teller, timeline
from timeline_core.decisions.apply import decide, make_target
from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Kind
from timeline_core.stories import editing
from timeline_core.timeline import Timeline

TEXT = "A fire destroyed the old mill in Kirkuk on 9 May 2023. On 12 May 2023 masons rebuilt the wall."
TIMELINE = timeline(report(TEXT, "2023-05-14"))
FIRE, WALL = TIMELINE.events


def decided(act: Act, *values: str, others: bool = False) -> Timeline:
    """With that act upon the fire; of two events also upon the wall."""
    targets = [make_target(event, TIMELINE) for event in (FIRE, WALL)[: 1 + others]]
    return decide(TIMELINE, [Decision("x1", act, "2023-06-02T10:00:00.000Z", "omar", tuple(targets), values)])


@pytest.fixture
def writing() -> Writing:
    made = Writing(TIMELINE)
    made.tell(FIRE)
    return made


def test_nothing_has_changed_at_first(writing: Writing) -> None:
    assert writing.whats(TIMELINE) == []


@pytest.mark.parametrize(
    ("timeline", "what"),
    [
        (decided(Act.DATE, "2023-05-10", "10 May 2023"), ["day"]),
        (decided(Act.TITLE, "the mill burned down"), ["title"]),
        (decided(Act.KIND, "denial"), ["kind"]),
        (decided(Act.REJECT), ["status"]),
        (decided(Act.ACTORS, "isis"), ["named"]),
        (decided(Act.MERGE, others=True), ["quotes_more"]),
        (decided(Act.ACCEPT), []),
        (decided(Act.STAR), []),
    ],
    ids=["date", "title", "kind", "rejected", "actors", "merged", "accepted", "starred"],
)
def test_what_changed_is_named(writing: Writing, timeline: Timeline, what: list[str]) -> None:
    assert writing.whats(timeline) == what


def test_an_event_that_was_merged_into_another_is_found_there(writing: Writing) -> None:
    targets = tuple(make_target(event, TIMELINE) for event in (WALL, FIRE))
    joined = decide(TIMELINE, [Decision("x1", Act.MERGE, "2023-06-02T10:00:00.000Z", "omar", targets)])
    told = writing.told(joined).paragraphs[0]
    assert told.event is not None
    assert told.event.id == WALL.id
    assert [change.what for change in told.changes] == ["day", "title", "joined", "quotes_more"]


def test_a_report_that_is_gone_leaves_the_sentence_with_a_warning(writing: Writing) -> None:
    gone = timeline(report("Nothing of it was told on 3 June 2023.", "2023-06-03"))
    told = writing.told(gone).paragraphs[0]
    assert (told.event, told.notes, [change.what for change in told.changes]) == (None, (), ["gone"])
    assert told.part.text.startswith("On Tuesday 9 May 2023")


def test_the_same_report_from_another_file_is_known_by_its_words(writing: Writing) -> None:
    again = timeline(replace(report(TEXT, "2023-05-14", id="copy"), sha256="0" * 64))
    assert writing.told(again).paragraphs[0].event == again.events[0]


def test_the_day_is_told_in_the_language_of_who_reads(writing: Writing) -> None:
    moved = decided(Act.DATE, "2023-05-10", "10 May 2023")
    [change] = writing.told(moved).paragraphs[0].changes
    english = "the day was “Tuesday 9 May 2023” and is “Wednesday 10 May 2023”"
    assert change.told(teller("en")) == english
    assert "كان اليوم" in change.told(teller("ar"))


def test_accepting_takes_the_drafted_sentence_along_and_leaves_ones_own_words(writing: Writing) -> None:
    moved = decided(Act.DATE, "2023-05-10", "10 May 2023")
    part = writing.story.parts[0]
    writing.keep(editing.accept(writing.told(moved), [part.id], moved, teller("en")))
    assert (writing.texts[0].split(":")[0], writing.whats(moved)) == ("On Wednesday 10 May 2023", [])
    writing.keep(editing.word(writing.story, part.id, "The mill was lost."))
    writing.keep(editing.accept(writing.told(TIMELINE), [part.id], TIMELINE, teller("en")))
    assert (writing.texts, writing.whats(TIMELINE)) == (["The mill was lost."], [])


def test_reports_that_differ_now_are_told() -> None:
    one = report("A fire killed four people at the depot in Kirkuk on 9 May 2023.", "2023-05-10", id="a")
    other = report("A fire killed six people at the depot in Kirkuk on 9 May 2023.", "2023-05-10", id="b")
    writing = Writing(timeline(one))
    writing.tell(*writing.timeline.events)
    both = timeline(one, other)
    if len(both.events) == 1:
        assert {"differ", "quotes_more", "toll"} <= {*writing.whats(both)}


def test_the_notes_say_who_set_a_date_and_what_the_machine_derived(writing: Writing) -> None:
    moved = decided(Act.DATE, "2023-05-10", "10 May 2023")
    [note] = writing.told(moved).paragraphs[0].notes
    assert "date set by a person: «10 May 2023»" in note.remarks
    assert any("the machine derived: «Tuesday 9 May 2023»" in remark for remark in note.remarks)
    assert Kind.OCCURRENCE.value not in note.remarks
