"""The rules of the screen, without a screen."""

from dataclasses import replace

import pytest

from tests.builders import event, founding, timeline
from timeline_core.view import query
from timeline_core.view.filter import make_matcher
from tui.view import in_report, session, state, wishes
from tui.view.gaps import steps
from tui.view.panes import Pane
from tui.view.state import Choice, View

RAID = "2023-02-10--5"
SDF = ["2022-01-20--2", RAID]


@pytest.fixture
def view() -> View:
    return state.opened(View(), founding())


def ids(view: View) -> list[str]:
    return [event.id for event in view.listing.events]


def days(view: View) -> list[str]:
    """The shown events by the last sign of their ids: short enough to compare."""
    return [event.id.rpartition("--")[2] for event in view.listing.events]


def test_a_reader_begins_at_the_first_event_with_its_first_evidence(view: View) -> None:
    assert (view.chosen, view.evidence, view.loading) == ("2021-09-01--1", 0, False)


def test_an_announcement_stands_under_what_it_announces_and_a_denial_under_what_it_denies(view: View) -> None:
    assert days(view) == ["1", "2", "3", "4", "5", "6", "7", "8", "10", "9"]
    branches = {id.rpartition("--")[2]: sign for id in ids(view) if (sign := view.listing.branch(id))}
    assert branches == {"4": "└", "6": "├", "7": "├", "8": "└"}


def test_an_announcement_whose_event_is_hidden_stands_by_itself(view: View) -> None:
    narrowed = state.search(view, "confirms the killing")
    assert (days(narrowed), narrowed.listing.branch(narrowed.chosen)) == (["6"], "")


def test_announcements_that_announce_each_other_are_all_still_told() -> None:
    ring = timeline(
        event("a", "2023-01-01", "one", announces=("b",)), event("b", "2023-01-02", "two", announces=("a",))
    )
    assert ids(state.opened(View(), ring)) == ["a", "b"]


def test_pins_are_the_actors_with_most_events(view: View) -> None:
    assert view.pins == (("centcom", 6), ("isis", 3), ("sdf", 2), ("ibrahim-al-qahtani", 2))


def test_a_digit_once_is_only_twice_is_all_but_a_third_time_is_off(view: View) -> None:
    once = state.toggle_pin(view, 3)
    assert (ids(once), once.choice("sdf")) == (SDF, Choice.ONLY)
    twice = state.toggle_pin(once, 3)
    assert (set(ids(twice)) & set(SDF), twice.count, twice.choice("sdf")) == (set(), 8, Choice.NOT)
    assert state.toggle_pin(twice, 3).choice("sdf") is Choice.OFF
    assert ids(state.toggle_pin(twice, 3)) == ids(view)


def test_two_actors_chosen_show_the_events_of_either(view: View) -> None:
    both = state.toggle_pin(state.toggle_pin(view, 2), 3)
    assert days(both) == ["1", "2", "5"]


def test_a_digit_without_an_actor_says_so_and_changes_nothing(view: View) -> None:
    after = state.toggle_pin(view, 9)
    assert (after.filter, after.message) == (view.filter, "no actor is pinned at 9")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("غويران", ["2"]),
        ("GHWEIRAN", []),
        ("hasakah", ["2"]),
        ("الحسكه", ["2"]),
        ("قحطاني", ["5", "6", "7"]),
        ("القحطاني داعش", ["5"]),
        ("qahtani", ["5", "6"]),
        ("daesh", []),
        ("", ["1", "2", "3", "4", "5", "6", "7", "8", "10", "9"]),
    ],
)
def test_a_search_looks_in_titles_quotes_and_names_of_every_script_whatever_the_spelling(
    view: View, typed: str, found: list[str]
) -> None:
    assert days(state.search(view, typed)) == found


def test_what_is_shown_and_what_is_hidden_is_all(view: View) -> None:
    narrowed = state.search(view, "غارة")
    assert (narrowed.count, narrowed.total) == (1, 10)


def test_a_choice_that_is_narrowed_away_gives_way_to_the_next_and_comes_back(view: View) -> None:
    there = state.choose(view, "2023-01-01--3")
    away = state.toggle_pin(there, 3)
    assert away.chosen == RAID
    assert state.back(away).chosen == "2023-01-01--3"


def test_a_step_in_the_narrowed_list_is_a_new_place(view: View) -> None:
    narrowed = steps.step(state.toggle_pin(view, 3), 1)
    assert state.back(narrowed).chosen == RAID


def test_a_step_stops_at_the_ends(view: View) -> None:
    assert steps.step(view, -3).chosen == view.chosen
    assert steps.step(view, 99).chosen == "undated--9"


def test_a_day_is_hopped_over_whole_and_what_hangs_under_an_event_goes_with_it(view: View) -> None:
    raid = state.choose(view, "2023-02-15--6")
    assert wishes.hop_day(raid, 1).chosen == "2023-03-01--10"
    assert wishes.hop_day(raid, -1).chosen == "2023-01-01--3"


def test_a_month_hop_goes_to_the_first_event_of_the_next_heading(view: View) -> None:
    hops = [view]
    for _ in range(6):
        hops.append(wishes.hop_section(hops[-1], 1))
    assert [hop.chosen.rpartition("--")[2] for hop in hops] == ["1", "2", "3", "5", "10", "9", "9"]
    assert wishes.hop_section(hops[-1], -1).chosen == "2023-03-01--10"


def test_hits_are_gone_through_in_a_ring_with_the_filter_off_too(view: View) -> None:
    looking = state.switch_filters(state.search(view, "سوريا"))
    assert looking.count == 10
    hits = [looking]
    for _ in range(4):
        hits.append(in_report.next_place(hits[-1], 1))
    places = [hit.chosen for hit in hits]
    assert places[1] in places[2:]
    found = {event.id for event in founding().events if make_matcher(hits[0].filter, founding())(event)}
    assert {hit.chosen for hit in hits[1:]} == found
    assert in_report.next_place(hits[1], -1).chosen != hits[1].chosen


def test_hits_without_a_search_say_what_to_press(view: View) -> None:
    assert "press /" in in_report.next_place(view, 1).message


def test_filters_go_off_and_on_with_the_reader_on_the_same_event(view: View) -> None:
    narrowed = steps.step(state.toggle_pin(view, 3), 1)
    off = state.switch_filters(narrowed)
    assert (off.count, off.chosen, off.filter) == (10, RAID, narrowed.filter)
    on = state.switch_filters(off)
    assert (ids(on), on.chosen) == (SDF, RAID)


def test_filters_cannot_go_off_when_there_are_none(view: View) -> None:
    assert state.switch_filters(view).message == "no filter is set"


def test_escape_goes_to_the_timeline_then_clears_the_search_then_the_actors(view: View) -> None:
    at = state.focus(state.search(state.toggle_pin(view, 1), "غارة"), Pane.REPORT)
    home = state.back(at)
    assert (home.focus, home.filter) == (Pane.TIMELINE, at.filter)
    unsearched = state.back(home)
    assert (unsearched.filter.text, unsearched.filter.actors) == ("", ("centcom",))
    assert not state.back(unsearched).filter
    assert state.back(state.back(unsearched)).count == 10


def test_evidence_is_gone_through_in_a_ring_and_begins_anew_with_each_event(view: View) -> None:
    raid = state.choose(view, RAID)
    seen = [raid.evidence]
    for _ in range(3):
        raid = state.step_evidence(raid, 1)
        seen.append(raid.evidence)
    assert seen == [0, 1, 2, 0]
    last = state.step_evidence(raid, -1)
    assert (last.report and last.report.id) == "later"
    assert steps.step(last, 1).evidence == 0


def test_an_event_with_one_evidence_says_so(view: View) -> None:
    assert "only evidence" in state.step_evidence(view, 1).message


def test_what_is_exported_is_what_is_shown(view: View) -> None:
    only = state.narrowed(state.toggle_pin(view, 3))
    assert [e.id for e in (*only.events, *only.undated)] == SDF
    assert [report.id for report in only.reports] == ["raid", "later"]
    assert state.narrowed(view) is view.timeline


def test_nothing_shown_is_a_state_like_any_other(view: View) -> None:
    none = state.search(view, "زلزال")
    assert (none.count, none.event, none.piece, none.report) == (0, None, None, None)
    for wish in (wishes.hop_day, wishes.hop_section, steps.step, state.step_evidence, in_report.next_place):
        assert wish(none, 1).chosen == ""


def test_a_timeline_read_anew_keeps_filter_and_place(view: View) -> None:
    before = steps.step(state.toggle_pin(view, 3), 1)
    after = state.joined(before, state.opened(before, founding()))
    assert (ids(after), after.chosen) == (SDF, RAID)


def test_what_went_wrong_is_said_in_the_place_of_events() -> None:
    view = state.failed(View(), "no such file")
    assert (view.loading, view.failed) == (False, "no such file")


def test_every_wish_leaves_the_view_before_it_as_it_was(view: View) -> None:
    before = (view.chosen, view.filter, view.listing)
    for wish, values in (("pin", (1,)), ("day", (1,)), ("month", (1,)), ("evidence", (1,)), ("back", ())):
        wishes.WISHES[wish](view, *values)
    assert (view.chosen, view.filter, view.listing) == before


def test_actors_stay_on_their_digits_though_others_are_told_of_more_by_now() -> None:
    before = state.opened(View(), founding())
    order = [id for id, _ in before.pins]
    fewer = replace(founding(), events=tuple(one for one in founding().events if order[0] not in one.actors))
    after = state.joined(before, state.opened(before, fewer))
    assert after.index.actors[0][0] != order[0]
    assert [id for id, _ in after.pins] == [id for id in order if id in dict(after.index.actors)]
    own = wishes.pin(before, order[3], 1)
    again = state.joined(own, state.opened(own, founding()))
    assert [id for id, _ in again.pins] == [order[3], *order[:3]]


def test_what_the_reader_pinned_is_there_at_the_next_start() -> None:
    before = state.opened(View(), founding())
    own = wishes.pin(before, "sdf", 1)
    kept = session.of(own, {})
    assert session.restored(before, kept, query.parse).pins == own.pins
    spoiled = {**kept, "pinned": ["nobody", 3, "isis"]}
    assert session.restored(before, spoiled, query.parse).pins[0][0] == "isis"
    assert session.of(before, {})["pinned"] == []


def test_a_pattern_that_has_come_to_take_too_long_is_taken_off_and_said_so() -> None:
    slow = query.parse("/(a|aa)+$/ -kind:denial")
    told = state.opened(View(), timeline(event("a", "2023-01-01", "a" * 80 + "b")))
    found = state.listed(replace(told, filter=slow))
    assert ([term.field for term in found.filter.terms], found.count) == (["kind"], 1)
    assert "takes too long" in found.message
