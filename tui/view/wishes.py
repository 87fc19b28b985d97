"""Further changes of the view that keys ask for: panes, order, days, pins. Pure, as `state`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from timeline_core.model.entry import ACTOR
from timeline_core.view.filter import Filter, Term, hide_rejected
from timeline_core.view.index.index import BOUNDED
from timeline_core.view.order import SORT, Order, Ordering
from tui.i18n.speech import count, say
from tui.view import doubting, in_report, pins, review, state
from tui.view.gaps import steps
from tui.view.panes import beside
from tui.view.sections import describe_order
from tui.view.state import View
from tui.view.text import proofs

_AROUND = timedelta(weeks=1).days


def zoom(view: View) -> View:
    """Show the focused pane alone, or all panes again."""
    return replace(view, panes=replace(view.panes, zoomed=not view.panes.zoomed), message="")


def pin(view: View, id: str, digit: int) -> View:
    """Pin that actor to that digit."""
    pinned = pins.moved(view.pins, id, digit)
    message = say("pinned at {digit}", digit=pinned.index(id) + 1)
    return replace(view, pins=pins.laid(view.index, pinned), pinned=pinned, message=message)


def grow(view: View, by: int) -> View:
    """Make the focused pane a step larger, or smaller."""
    return replace(view, panes=view.panes.grown(view.focus, by), message="")


def hop_day(view: View, by: int) -> View:
    """Go to the first event of the next day that has one (`by` 1), or of the one before (-1)."""
    listing = view.listing
    place = listing.place_of(view.chosen)
    if place < 0:
        return view
    first, last = listing.of_one_day(place)
    beside = last if by > 0 else first - 1
    first, _ = listing.of_one_day(beside if 0 <= beside < view.count else place)
    return state.choose(view, listing.events[first].id)


def hop_section(view: View, by: int) -> View:
    """Go to the first event of the next month heading (`by` 1), or of the one before (-1)."""
    rows = view.listing
    place = rows.place_of(view.chosen)
    if place < 0:
        return view
    at = rows.section_at(rows.row_at(rows.top(place))) + by
    row, _ = rows.sections[max(0, min(at, len(rows.sections) - 1))]
    found = rows.event_near(row)
    return state.choose(view, found.id) if found else view


def next_pane(view: View, by: int) -> View:
    """Focus the next pane (`by` 1) or the previous one (-1)."""
    return state.focus(view, beside(view.focus, by))


def unfold(view: View) -> View:
    """Fold announcements under what they announce, or list each on its own day."""
    folded = say("announcements and denials stand under what happened")
    message = folded if view.unfolded else say("announcements and denials stand on their own day")
    return state.tell(state.listed(replace(view, unfolded=not view.unfolded)), message)


def order(view: View) -> View:
    """Show the events in the next order: of days, the latest first, by importance, by doubt; the selection stays."""
    orders = list(Order)
    now = view.filter.order
    by = orders[(orders.index(Order.LATEST if now.turned else now.by) + 1) % len(orders)]
    asked = () if by is Order.DAY else (Term(SORT, (by.value,)),)
    here = view.event.id if view.event else view.place
    found = state.listed(replace(view, filter=Filter((*view.filter.conditions, *asked)), place=here))
    return state.tell(found, describe_order(Ordering(by)) or say("the oldest first"))


def bounds(view: View) -> View:
    """Hide the events of which only a bound is known, or show them again."""
    number = view.index.total(view.index.matches(hide_rejected(BOUNDED)))
    if not number:
        return state.tell(view, say("every event that is shown has a day of its own, or none"))
    if view.bounds:
        told = count(
            "{n} event that no report gives a day is hidden",
            "{n} events that no report gives a day are hidden",
            number,
        )
    else:
        told = count(
            "{n} event that no report gives a day is shown, on or before the day of its report",
            "{n} events that no report gives a day are shown, on or before the day of their report",
            number,
        )
    return state.tell(state.listed(replace(view, bounds=not view.bounds)), told)


def jump(view: View, first: date, last: date) -> View:
    """Go to the first shown event from that day on; say so if it is later than asked for."""
    columns = view.index.columns
    number = columns.since(first)
    if not view.count or number >= columns.dated or view.listing.behind(number) >= view.count:
        return state.tell(view, say("nothing is shown from that day on"))
    there = state.choose(view, view.listing.nearest(number).id)
    days = columns.days(columns.find(there.chosen))
    if days is None or days[0] > last.toordinal():
        return state.tell(there, say("nothing happened on that day; this is the next"))
    if there.event is not None and there.event.bounded:
        return state.tell(there, say("nothing is told of that day; this happened on or before it"))
    return there


def around(view: View) -> View:
    """Filter to the week before and after the event; again, take that filter off."""
    event = view.event
    terms = tuple(term for term in view.filter.terms if term.field != "on")
    if len(terms) < len(view.filter.terms):
        return state.filtered(view, Filter(terms))
    if event is None or event.when is None or event.when.days is None:
        return state.tell(view, say("this event has no day to look around"))
    ends = (event.when.days[1],) * 2 if event.bounded else event.when.days
    first, last = (_moved(day, by) for day, by in zip(ends, (-_AROUND, _AROUND), strict=True))
    window = Term("on", (f"{first}/{last}",), days=((first, last),))
    return state.filtered(view, Filter((*terms, window)))


def _moved(day: date, by: int) -> date:
    return date.fromordinal(max(date.min.toordinal(), min(day.toordinal() + by, date.max.toordinal())))


def undated(view: View) -> View:
    """Go to the first undated event."""
    columns = view.index.columns
    rank = view.listing.behind(columns.dated) if columns.dated < columns.count else view.count
    if rank >= view.count:
        return state.tell(view, say("everything that is shown has a date"))
    return state.choose(view, view.listing.ranked(rank).id)


def any_or_all(view: View) -> View:
    """Switch between events of any chosen actor and events of all of them together."""
    chosen = [term for term in view.filter.terms if (term.field, term.exclude) == (ACTOR, False)]
    values = tuple(value for term in chosen for value in term.values)
    if len(values) < 2:
        return state.tell(view, say("choose two actors first"))
    joined = tuple(Term(ACTOR, (value,)) for value in values) if len(chosen) == 1 else (Term(ACTOR, values),)
    others = tuple(term for term in view.filter.terms if term not in chosen)
    return state.filtered(view, Filter((*joined, *others)))


WISHES: Mapping[str, Callable[..., View]] = {
    "day": hop_day,
    "month": hop_section,
    "evidence": state.step_evidence,
    "pin": state.toggle_pin,
    "filters": state.switch_filters,
    "zoom": zoom,
    "grow": grow,
    "pane": next_pane,
    "unfold": unfold,
    "bounds": bounds,
    "order": order,
    "gap": steps.next_gap,
    "around": around,
    "any_or_all": any_or_all,
    "undated": undated,
    "hit": in_report.next_place,
    "here": in_report.next_event,
    "back": in_report.back,
    "mark": review.mark,
    "mark_range": review.mark_range,
    "mark_all": review.mark_all,
    "draft": review.next_draft,
    "doubt": doubting.switch,
    "value": proofs.next_value,
    "telling": proofs.next_telling,
}
"""Everything that a key may ask for by name."""
