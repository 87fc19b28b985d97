"""Where what would move is laid between the rows of the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import founding
from timeline_core.model.event import Kind
from timeline_core.model.report import Published
from timeline_core.model.when import When, bounded_by, on
from timeline_core.publication.tried import How, Move, Tried
from timeline_core.view.query import parse
from tui.ports.listed_report import DayFrom
from tui.view import state
from tui.view.state import View
from tui.view.turning.ghosts import ghosts
from tui.view.turning.turn import Turn

DAY = date(2023, 2, 20)


def moving(view: View, *whens: When | None, event: str = "", how: How = How.MOVES) -> View:
    """The view while a day is tried on which an event goes to each of these days."""
    moves = tuple(Move(how, event, Kind.OCCURRENCE, "it moved", None, when) for when in whens)
    return replace(view, turn=Turn("r", DAY, Published(), DayFrom.UNKNOWN, tried=Tried(DAY, moves=moves)))


@pytest.fixture
def view() -> View:
    return state.opened(View(), founding())


def rows(view: View) -> list[str]:
    """Each row of the screen's list: the day of an event, `+` and the day of what would stand there, else a dot."""
    found, listing = ghosts(view), view.listing
    drawn = []
    for number in range(len(listing.rows) + len(found.at)):
        there = found.row(number)
        when = there.after if isinstance(there, Move) else getattr(listing.rows[there], "when", None)
        drawn.append("+" * isinstance(there, Move) + (when.edtf if when is not None else "."))
    return drawn


def test_without_a_tried_day_every_row_is_that_of_the_listing(view: View) -> None:
    found = ghosts(view)
    assert [found.row(n) for n in range(5)] == [found.shown(n) for n in range(5)] == [*range(5)]


@pytest.mark.parametrize(
    "when", [on(date(2023, 2, 10)), on(date(2022, 6, 1)), bounded_by(date(2023, 2, 12)), When("2023-02")]
)
def test_what_moves_stands_in_the_order_of_days(view: View, when: When) -> None:
    view = state.listed(replace(view, unfolded=True))  # what is folded stands below an earlier event
    told = rows(moving(view, when))
    at = told.index(f"+{when.edtf}")
    before = [row for row in told[:at] if row != "."]
    after = [row for row in told[at + 1 :] if row != "."]
    latest = when.order[0].isoformat()
    assert [row for row in told if not row.startswith("+")] == rows(view)
    assert When(before[-1]).order[0].isoformat() <= latest
    assert all(When(row).order[0].isoformat() >= latest for row in after[:1] if When(row).resolved)


@pytest.mark.parametrize("when", [on(date(1900, 1, 1)), on(date(2100, 1, 1)), on(date.max), bounded_by(date.min)])
def test_the_ends_of_the_list_take_what_is_beyond_them(view: View, when: When) -> None:
    assert rows(moving(view, when)).count(f"+{when.edtf}") == 1


def test_what_has_no_day_any_more_has_no_row_and_its_event_is_marked(view: View) -> None:
    event = view.listing.events[0].id
    found = ghosts(moving(view, None, event=event, how=How.GONE))
    assert (found.at, found.leaving) == ((), frozenset([event]))


def test_what_the_filter_hides_stays_hidden(view: View) -> None:
    assert ghosts(moving(view, on(DAY), event="nobody shows it")).at == ()


@pytest.mark.parametrize("order", ["latest", "importance", "doubt"])
def test_in_every_other_order_of_the_list_it_has_a_row_too(view: View, order: str) -> None:
    event = view.listing.events[1].id
    other = state.filtered(view, parse(f"sort:{order}"))
    drawn = rows(moving(other, on(DAY), event=event))
    assert drawn.count(f"+{DAY}") == 1
    assert [row for row in drawn if not row.startswith("+")] == rows(other)


def test_a_row_and_the_row_on_the_screen_know_one_another(view: View) -> None:
    found = ghosts(moving(view, on(date(2023, 2, 10)), on(date(2022, 6, 1))))
    for row in range(len(view.listing.rows)):
        assert found.row(found.shown(row)) == row
