"""Trying days for one report: what moves in a timeline, and what stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seeds.load import knowledge
from timeline_core.derive import derive
from timeline_core.model.event import Event, Kind, Machine
from timeline_core.model.report import Report
from timeline_core.model.when import on
from timeline_core.publication.trial import Trial
from timeline_core.publication.tried import How, Move, Tried
from timeline_core.timeline import Timeline

SUNK = "A ferry sank near Tartus yesterday, killing Adam Qabbani. The harbour was closed."
DATED = "On 5 May 2021 Adam Qabbani was killed when a ferry sank near Tartus."


def report(id: str, text: str, day: str = "") -> Report:
    return Report(id, text, id.ljust(64, "0"), published=on(date.fromisoformat(day)) if day else None)


def tried(day: str, *reports: Report) -> tuple[Timeline, Tried]:
    """What is told of a day for the first report."""
    timeline = derive(reports, knowledge())
    trial = Trial(reports[0], timeline.published[reports[0].id], knowledge())
    return timeline, trial.on(date.fromisoformat(day), events(timeline), timeline.published)


def events(timeline: Timeline) -> list[Event]:
    return [event for event in (*timeline.events, *timeline.undated) if "a" in event.reports]


def moved(found: Tried) -> list[tuple[How, str, str]]:
    return [(one.how, _edtf(one, before=True), _edtf(one, before=False)) for one in found.moves]


def _edtf(move: Move, *, before: bool) -> str:
    when = move.before if before else move.after
    return when.edtf if when is not None else ""


def test_an_undated_event_goes_where_its_words_put_it_on_that_day() -> None:
    _, found = tried("2021-05-06", report("a", SUNK))
    assert (How.MOVES, "", "2021-05-05") in moved(found)
    assert "yesterday" in [span.of(SUNK) for span in found.hanging]


def test_an_event_moves_with_the_day_and_the_day_that_holds_moves_nothing() -> None:
    timeline, found = tried("2021-05-20", report("a", SUNK, "2021-05-06"))
    assert (How.MOVES, "2021-05-05", "2021-05-19") in moved(found)
    assert tried("2021-05-06", report("a", SUNK, "2021-05-06"))[1].moves == ()
    assert {move.event for move in found.moves} <= {event.id for event in events(timeline)}


def test_what_another_report_dates_stays_and_this_telling_leaves() -> None:
    _, found = tried("2021-05-20", report("a", SUNK, "2021-05-06"), report("b", DATED, "2021-05-07"))
    assert (How.LEAVES, "2021-05-05", "2021-05-19") in moved(found)


def test_what_has_only_a_bound_follows_the_day() -> None:
    _, found = tried("2021-05-20", report("a", "A ferry sank near Tartus.", "2021-05-06"))
    assert moved(found) == [(How.MOVES, "../2021-05-06", "../2021-05-20")]


def test_an_absolute_day_stays() -> None:
    _, found = tried("2021-05-20", report("a", DATED, "2021-05-06"))
    assert found.moves == ()


def test_what_would_be_ahead_is_told_no_more_or_as_a_plan() -> None:
    _, found = tried("2021-05-01", report("a", DATED, "2021-05-06"))
    assert found.forbidden
    assert all(
        move.how is How.GONE or move.kind is Kind.PLANNED or move.after != on(date(2021, 5, 5)) for move in found.moves
    )
    assert found.moves


def test_a_date_that_a_person_set_is_moved_by_no_report() -> None:
    one = report("a", SUNK, "2021-05-06")
    timeline = derive([one], knowledge())
    held = [
        replace(event, when=on(date(2021, 4, 1)), machine=Machine(event.when, event.title, event.kind, event.actors))
        for event in events(timeline)
    ]
    trial = Trial(one, timeline.published["a"], knowledge())
    assert trial.on(date(2021, 5, 20), held, timeline.published).moves == ()


@pytest.mark.parametrize("day", ["2021-05-06", "2021-06-11", "2020-02-29"])
def test_a_moved_event_stands_where_the_whole_reading_puts_it(day: str) -> None:
    """What is worked out for one report is what reading everything anew tells."""
    texts = (SUNK, "Two mills burned on Monday. The mayor said on Tuesday that he had resigned last week.")
    for text in texts:
        _, found = tried(day, report("a", text))
        anew = derive([report("a", text, day)], knowledge())
        wanted = {event.when.edtf for event in (*anew.events, *anew.undated) if event.when is not None}
        assert {_edtf(move, before=False) for move in found.moves if move.after is not None} <= wanted


def test_one_begins_with_the_day_that_holds_or_the_first_that_may_be() -> None:
    known = knowledge()
    for text, day, start in (
        (SUNK, "2021-05-06", date(2021, 5, 6)),
        ("LEEDS, 15 May 2021 - A barge sank today.", "", date(2021, 5, 15)),
        (DATED, "", date(2021, 5, 5)),
        (SUNK, "", None),
    ):
        one = report("a", text, day)
        assert Trial(one, derive([one], known).published["a"], known).start == start
