"""The listing beside a walk over every event: whatever is shown, the same rows."""

from __future__ import annotations

from datetime import date
from functools import partial

from hypothesis import given

from tests.core.view.test_index import FILTERS, every, patient, scanned, timelines
from timeline_core.model.event import Event
from timeline_core.model.when import Precision, When
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from timeline_core.view.index.build import make_index
from timeline_core.view.index.index import Index
from timeline_core.view.order import Order, Ordering
from tui.draw import when as render_when
from tui.view.listing import Gap, Heading, Listing, Row, Space
from tui.view.sections import UNDATED, OfMonth, Section, gap
from tui.view.sources import numbered


def month_of(when: When | None) -> OfMonth:
    """Year and month in which it begins; in which it ends where the past is open."""
    if when is None or when.days is None:
        return UNDATED
    first, last = when.days
    day = last if first == date.min else first
    return (day.year, day.month)


def heading_of(begins: OfMonth, current: OfMonth, *, wide: bool) -> OfMonth:
    """The heading that an event stands under, given the one above it.

    What is wider than a month stays under the month in which it begins when that one is open, and stands under
    its year otherwise, so that the order of days is never broken and no heading claims more than is known.
    """
    return begins if begins == current or not wide else (begins[0], 0)


def ends(event: Event) -> OfMonth:
    """The last month that is known to be taken."""
    when = event.when
    if when is None or when.days is None:
        return UNDATED
    if when.days[1].year == 9999 or when.precision in (Precision.DECADE, Precision.CENTURY):
        return month_of(when)
    return (when.days[1].year, when.days[1].month)


def walked(index: Index, told: Timeline, found: list[int], *, airy: bool) -> list[Row]:
    rows: list[Row] = []
    current: OfMonth | None = None
    taken = UNDATED
    for number in found:
        if index.columns.root(number) != number and index.columns.root(number) in found:
            continue
        event = every(told)[number]
        begins = month_of(event.when)
        section = heading_of(begins, current or UNDATED, wide=render_when.wide(event.when))
        if section != current:
            if any(begins) and any(taken) and (words := gap(taken, begins)):
                rows.append(Gap(words, taken, begins))
            rows += [Space.ABOVE_HEADING] if airy and rows else []
            rows.append(Heading(section))
            current = section
        taken = max(taken, ends(event))
        rows.append(event)
        rows += [every(told)[one] for one in found if index.columns.root(one) == number != one]
    return rows


@patient
@given(timelines(), FILTERS)
def test_headings_gaps_and_events_are_those_that_a_walk_over_all_of_them_makes(told: Timeline, filter: Filter) -> None:
    index = make_index(told)
    shown = index.shown(index.matches(filter))
    for airy in (False, True):
        listing = Listing(index, shown, partial(numbered, told), airy=airy)
        assert list(listing.rows) == walked(index, told, scanned(filter, told), airy=airy)


@patient
@given(timelines(), FILTERS)
def test_every_event_knows_its_row_and_every_row_its_section(told: Timeline, filter: Filter) -> None:
    index = make_index(told)
    listing = Listing(index, index.shown(index.matches(filter)), partial(numbered, told))
    section: Section = UNDATED
    for number, row in enumerate(listing.rows):
        section = row.section if isinstance(row, Heading) else section
        if isinstance(row, Event):
            assert (listing.row(row.id), listing.event_near(number)) == (number, row)
            assert listing.events[listing.at[row.id]] == row
            assert listing.section(number) == section


@patient
@given(timelines(), FILTERS)
def test_in_every_order_rows_places_and_sections_know_each_other(told: Timeline, filter: Filter) -> None:
    index = make_index(told)
    matches = index.matches(filter)
    for order in (Ordering(by, turned) for by in Order for turned in (False, True)):
        shown = index.shown(matches) if order.of_days else index.unfolded(matches)
        listing = Listing(index, shown, partial(numbered, told), airy=True, order=order)
        section: Section = UNDATED
        for number, row in enumerate(listing.rows):
            section = row.section if isinstance(row, Heading) else section
            if isinstance(row, Event):
                assert (listing.row(row.id), listing.section(number)) == (number, section)
                assert listing.events[listing.at[row.id]] == row
        assert [row for row in listing.rows if isinstance(row, Event)] == [*listing.events]


@patient
@given(timelines(), FILTERS)
def test_the_latest_first_turns_the_headings_and_keeps_gaps_between_the_same_two(
    told: Timeline, filter: Filter
) -> None:
    index = make_index(told)
    shown = index.shown(index.matches(filter))
    rows = [*Listing(index, shown, partial(numbered, told)).rows]
    turned = [*Listing(index, shown, partial(numbered, told), order=Ordering(Order.LATEST)).rows]
    assert parts(turned)[::-1] == parts(rows)


def parts(rows: list[Row]) -> list[Row]:
    """Dated headings and gaps."""
    return [row for row in rows if isinstance(row, Gap) or (isinstance(row, Heading) and row.section != UNDATED)]


@patient
@given(timelines())
def test_days_are_walked_to_their_ends_in_either_direction(told: Timeline) -> None:
    index = make_index(told)
    for order in (Ordering(), Ordering(Order.LATEST)):
        listing = Listing(index, index.shown(index.matches(Filter())), partial(numbered, told), order=order)
        at = 0
        while at < len(listing.events):
            first, last = listing.of_one_day(at)
            tops = {listing.events[listing.top(place)].when for place in range(first, last)}
            assert first == at < last
            assert len({when.days if when else None for when in tops}) == 1
            at = last
