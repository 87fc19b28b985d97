"""Where reports differ, it is shown with the reports; where one says more than the other, it is no conflict."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.words import report, timeline
from timeline_core.merge.conflicts import find_conflicts
from timeline_core.merge.event_of import Rank, make_event
from timeline_core.model.entry import ACTOR, PLACE, Entry
from timeline_core.model.event import Event, Evidence, Figure, Kind, Role, Telling
from timeline_core.model.span import Span
from timeline_core.model.when import When
from timeline_core.names.gazetteer import Gazetteer


def actor(id: str, type: str, affiliation: str = "") -> Entry:
    return Entry(id, ACTOR, type, {"en": (id,)}, affiliation=affiliation)


def place(id: str, type: str, within: str = "") -> Entry:
    return Entry(id, PLACE, type, {"en": (id,)}, within=within)


NAMES = Gazetteer(
    (
        actor("army", "armed force"),
        actor("brigade", "armed force", "army"),
        actor("rebels", "armed group"),
        actor("charity", "organisation"),
        place("land", "country"),
        place("north", "city", "land"),
        place("quarter", "district", "north"),
        place("south", "city", "land"),
    )
)


def figure(report: str, low: int, high: int | None, *, about: bool = False, what: str = "killed") -> Figure:
    return Figure(what, low, high, approximate=about, report=report, span=Span(0, 1))


def telling(
    report: str,
    when: str | None = "2023-05-10",
    *,
    kind: Kind = Kind.OCCURRENCE,
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
) -> Telling:
    piece = Evidence(report, Role.STORY, Span(0, 1), "x", "", "", None)
    return Telling(When(when) if when else None, kind, "t", "en", (piece,), actors, places, figures)


def event(*tellings: Telling) -> Event:
    day = date(2023, 5, 20)
    return make_event(tellings, {one.report: Rank(day, one.report, day) for one in tellings})


def shown(*tellings: Telling) -> dict[str, dict[str, tuple[str, ...]]]:
    return {one.field: dict(one.values) for one in find_conflicts(event(*tellings), NAMES)}


def test_days_that_do_not_meet_are_shown_with_their_reports() -> None:
    assert shown(telling("a"), telling("b", "2023-05-11"), telling("c")) == {
        "date": {"2023-05-10": ("a", "c"), "2023-05-11": ("b",)}
    }


@pytest.mark.parametrize("when", ["2023-05", "2023-05-09/2023-05-12", None])
def test_a_day_does_not_contradict_what_holds_it(when: str | None) -> None:
    assert shown(telling("a"), telling("b", when)) == {}


@pytest.mark.parametrize(
    "one, other, differ",
    [
        (figure("a", 27, 27), figure("b", 31, 31), True),
        (figure("a", 31, 31), figure("b", 30, None), False),
        (figure("a", 27, 27), figure("b", 30, None), True),
        (figure("a", 27, 27), figure("b", 20, 30), False),
        (figure("a", 27, 27), figure("b", 29, 29, about=True), False),
        (figure("a", 27, 27), figure("b", 0, 50), False),
        (figure("a", 60, 60), figure("b", 0, 50), True),
        (figure("a", 27, 27), figure("b", 31, 31, what="wounded"), False),
    ],
)
def test_numbers_differ_only_where_both_cannot_be_true(one: Figure, other: Figure, differ: bool) -> None:
    assert bool(shown(telling("a", figures=(one,)), telling("b", figures=(other,)))) is differ


def test_numbers_are_shown_as_they_were_given() -> None:
    told = shown(
        telling("a", figures=(figure("a", 27, 27),)),
        telling("b", figures=(figure("b", 31, None),)),
        telling("c", figures=(figure("c", 20, 25, about=True),)),
        telling("d", figures=(figure("d", 0, 10),)),
    )
    assert told == {"killed": {"27": ("a",), "31+": ("b",), "~20-25": ("c",), "≤10": ("d",)}}


def test_a_report_that_gives_a_whole_and_its_part_agrees_with_one_that_gives_either() -> None:
    whole = telling("a", figures=(figure("a", 43, 43), figure("a", 33, 33)))
    assert shown(whole, telling("b", figures=(figure("b", 33, 33),))) == {}


def test_places_differ_where_none_lies_in_the_other() -> None:
    assert shown(telling("a", places=("north", "land")), telling("b", places=("quarter", "north"))) == {}
    assert shown(telling("a", places=("quarter", "north")), telling("b", places=("south", "land"))) == {
        "place": {"quarter": ("a",), "south": ("b",)}
    }
    assert shown(telling("a", places=("land",)), telling("b", places=("south",))) == {}


def test_a_deed_is_attributed_to_forces_and_not_to_those_who_tell_of_it() -> None:
    assert shown(telling("a", actors=("army", "charity")), telling("b", actors=("rebels", "charity"))) == {
        "attribution": {"army": ("a",), "rebels": ("b",)}
    }
    assert shown(telling("a", actors=("brigade",)), telling("b", actors=("army",))) == {}
    assert shown(telling("a", actors=("charity",)), telling("b", actors=("rebels",))) == {}
    said = Kind.ANNOUNCEMENT
    assert shown(telling("a", actors=("army",), kind=said), telling("b", actors=("rebels",), kind=said)) == {}


def test_one_report_has_no_conflict_with_itself() -> None:
    text = "27 civilians were killed in shelling of a market in Idlib on May 10."
    told = timeline(report(text, "2023-05-12"))
    assert [find_conflicts(one, told.names) for one in told.events] == [()]


@pytest.mark.parametrize(("other", "differ"), [(110, False), (111, True), (90, False), (89, True)])
def test_about_a_hundred_is_ten_more_or_less(other: int, *, differ: bool) -> None:
    about, exactly = figure("a", 100, 100, about=True), figure("b", other, other)
    assert bool(shown(telling("a", figures=(about,)), telling("b", figures=(exactly,)))) is differ
