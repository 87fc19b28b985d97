"""The listing beside a walk over every event: whatever is shown, the same rows."""

from __future__ import annotations

from functools import partial

from hypothesis import given

from tests.core.view.test_index import FILTERS, every, patient, scanned, timelines
from timeline_core.model.event import Event
from timeline_core.model.when import Precision
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter
from timeline_core.view.index.build import indexed
from timeline_core.view.index.index import Index
from tui.draw import when as render_when
from tui.draw.when import UNDATED, Section
from tui.view.listing import Gap, Heading, Listing, Row, Space
from tui.view.state import numbered


def ends(event: Event) -> Section:
    """The last month that is known to be taken."""
    when = event.when
    if when is None or when.days is None:
        return UNDATED
    if when.days[1].year == 9999 or when.precision in (Precision.DECADE, Precision.CENTURY):
        return render_when.month(when)
    return (when.days[1].year, when.days[1].month)


def walked(index: Index, told: Timeline, found: list[int], *, airy: bool) -> list[Row]:
    rows: list[Row] = []
    current, taken = None, UNDATED
    for number in found:
        if index.root(number) != number and index.root(number) in found:
            continue
        event = every(told)[number]
        begins = render_when.month(event.when)
        section = render_when.section(begins, current or UNDATED, wide=render_when.wide(event.when))
        if section != current:
            if any(begins) and any(taken) and (words := render_when.gap(taken, begins)):
                rows.append(Gap(words))
            rows += [Space.ABOVE_HEADING] if airy and rows else []
            rows.append(Heading(section))
            current = section
        taken = max(taken, ends(event))
        rows.append(event)
        rows += [every(told)[one] for one in found if index.root(one) == number != one]
    return rows


@patient
@given(timelines(), FILTERS)
def test_headings_gaps_and_events_are_those_that_a_walk_over_all_of_them_makes(told: Timeline, filter: Filter) -> None:
    index = indexed(told)
    shown = index.shown(index.matches(filter))
    for airy in (False, True):
        listing = Listing(index, shown, partial(numbered, told), airy=airy)
        assert list(listing.rows) == walked(index, told, scanned(filter, told), airy=airy)


@patient
@given(timelines(), FILTERS)
def test_every_event_knows_its_row_and_every_row_its_section(told: Timeline, filter: Filter) -> None:
    index = indexed(told)
    listing = Listing(index, index.shown(index.matches(filter)), partial(numbered, told))
    section = UNDATED
    for number, row in enumerate(listing.rows):
        section = row.section if isinstance(row, Heading) else section
        if isinstance(row, Event):
            assert (listing.row(row.id), listing.event_near(number)) == (number, row)
            assert listing.events[listing.at[row.id]] == row
            assert listing.section(number) == section
