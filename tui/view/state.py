"""What is on the screen, and how a wish changes it. Pure: no Textual, no store, no clock.

How it bears a million events: nothing here goes through them. A `View` has the timeline, whose events may be made one
by one when they are asked for (`Timeline.events` is a sequence, not always a tuple), and its `Index`, which tells by
number (place in the order of the timeline) what a filter lets through, the days of an event, what is said of it. The
filter is the core's own, the one that the filter line is read into; a digit adds or takes a term of it. `listing` makes
a row when it is asked for one. So: ask the index and the listing by number and place; never loop over
`timeline.events` or `listing.rows` in a function of this module, nor in what is drawn at a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from timeline_core.errors import QueryError
from timeline_core.model.event import Event, Evidence
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.names.gazetteer import ACTOR
from timeline_core.timeline import Timeline
from timeline_core.view.filter import TEXT, Filter, Term, hide_bounded, hide_rejected
from timeline_core.view.index import bits
from timeline_core.view.index.build import EMPTY, make_index
from timeline_core.view.index.index import Index, Indexed
from timeline_core.view.sought import Sought
from tui.i18n.query_errors import explain
from tui.i18n.speech import say
from tui.keys.keys import STANDARD, Keys
from tui.view import pins as pinning
from tui.view import sources
from tui.view.listing import Gap, Listing
from tui.view.panes import Pane, Panes
from tui.view.pins import Pins
from tui.view.silence import describe_silent
from tui.view.text.walk import Walk
from tui.view.turning.turn import Turn

if TYPE_CHECKING:
    from tui.bidi.modes import Mode  # a name for strings; the module draws, and this one does not

NARROW = 80
"""Cells of a screen below which one pane is seen at a time."""
ROOMY = 34
"""Lines of a screen from which on the list has empty rows."""


class Choice(StrEnum):
    """How the filter treats an actor."""

    OFF = "off"
    ONLY = "only"
    NOT = "not"


NOTHING = make_index(EMPTY)
ALL = Filter()
WHOLE = Panes()


@dataclass(frozen=True, slots=True)
class View:
    """The whole state of the screen at one moment. Widgets draw it; only functions of this room make a new one."""

    timeline: Timeline = EMPTY
    index: Index = NOTHING
    """Of the timeline."""
    title: str = ""
    scratch: bool = False
    """The reports are in no library; decisions go to a scratch library."""
    mode: Mode = "visual"
    """What the terminal does to Arabic (`tui.bidi.modes`)."""
    keys: Keys = STANDARD
    """The keys as they are bound in this run."""
    loading: bool = True
    read: tuple[int, int] | None = None
    """How many reports were read so far, and of how many that have to be; None when nothing is being read."""
    failed: str = ""
    """Why there is nothing to read, for a person; empty when all is well."""
    filter: Filter = ALL
    filtering: bool = True
    """False while the reader looks past the filter at everything."""
    listing: Listing = field(default_factory=lambda: Listing(NOTHING, bits.Ranked(), partial(sources.numbered, EMPTY)))
    pins: Pins = ()
    pinned: tuple[str, ...] = ()
    """The actors of the digits as the reader put them there; empty while he has put none."""
    place: str = ""
    """The event that the reader last went to; `chosen` is the one nearest to it that is shown."""
    chosen: str = ""
    in_gap: bool = False
    """The reader stands on the gap right above the chosen event, if there is one: nothing is selected then."""
    evidence: int = 0
    reading: str = ""
    """The report that was chosen among all of them and tells of no event that is shown; empty for that of the event."""
    focus: Pane = Pane.TIMELINE
    airy: bool = False
    """There is room for an empty row above each heading of the list."""
    panes: Panes = WHOLE
    """Sizes, and which are seen."""
    saved: Mapping[str, str] = field(default_factory=dict)
    """Filter lines that the reader keeps, by name."""
    marked: frozenset[str] = frozenset()
    """Ids of the events that the next act is upon."""
    released: frozenset[str] = frozenset()
    """Those that the last act was upon; its undoing marks them again."""
    bounds: bool = True
    """Events of which only a bound is known are among those shown."""
    unfolded: bool = False
    """What was said stands on the day it was said, and not under what it announces or denies."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """Row -> the letter that goes there, while the reader is asked for one."""
    doubting: bool = False
    """The lens of doubts is on: the list shows which events an opponent would attack."""
    find: str = ""
    """Words that are looked for in the report."""
    spot: int = -1
    """The code point of the report where they were found last; -1 for nowhere."""
    walk: Walk | None = None
    """The value whose proof is shown; it counts while its event and its quote are the chosen ones (`text.proofs`)."""
    asked: Span | None = None
    """The date that is being explained, in the shown report."""
    turn: Turn | None = None
    learnt: bool = False
    """The language data for explanations is loaded."""
    message: str = ""
    """The last thing that the program has to say; gone at the next wish."""

    @property
    def event(self) -> Event | None:
        """The selected event; None on a gap."""
        if self.gap is not None:
            return None
        place = self.listing.place_of(self.chosen)
        return self.listing.events[place] if place >= 0 else None

    @property
    def gap(self) -> Gap | None:
        """The gap that the reader stands on."""
        found = self.listing.gap_above(self.listing.place_of(self.chosen)) if self.in_gap else None
        return found[1] if found is not None else None

    @property
    def row(self) -> int:
        """The row of the listing on which the reader stands."""
        found = self.listing.gap_above(self.listing.place_of(self.chosen)) if self.in_gap else None
        return found[0] if found is not None else self.listing.row(self.chosen)

    def numbered(self, number: int) -> Event:
        """The event of that number, shown or not."""
        return sources.numbered(self.timeline, number)

    def named(self, id: str) -> Event | None:
        """The event of that id, shown or not."""
        number = self.index.columns.find(id)
        return self.numbered(number) if number >= 0 else None

    def about(self, id: str) -> tuple[Event, ...]:
        """What announces or disputes the event of that id."""
        return tuple(map(self.numbered, self.index.columns.about(self.index.columns.find(id))))

    def choice(self, actor: str) -> Choice:
        """How the filter treats that actor."""
        chosen = self.filter
        return Choice.ONLY if actor in chosen.actors else Choice.NOT if actor in chosen.excluded else Choice.OFF

    @property
    def piece(self) -> Evidence | None:
        """The evidence that the report pane shows."""
        event = self.event if not self.reading else None
        return event.evidence[min(self.evidence, len(event.evidence) - 1)] if event else None

    @property
    def report(self) -> Report | None:
        """The report that the report pane shows; None too where it cannot be read any more."""
        if self.reading:
            return sources.report(self.timeline, self.reading)
        piece = self.piece
        return sources.report(self.timeline, piece.report) if piece else None

    @property
    def total(self) -> int:
        """Every event, shown or not."""
        return self.index.columns.count

    @property
    def count(self) -> int:
        """Events shown."""
        return len(self.listing.events)

    @property
    def needle(self) -> tuple[Sought, ...]:
        """What is searched for."""
        return self.filter.sought


def wanted(view: View) -> Filter:
    """The filter in force: none while it is switched off; rejected events are hidden unless asked for, and what has
    only a bound where the reader hid it."""
    filter = hide_rejected(view.filter if view.filtering else ALL)
    return filter if view.bounds else hide_bounded(filter)


def opened(view: View, found: Timeline | Indexed) -> View:
    """Show this timeline; place and filter are kept as far as they still fit.

    Cost: without an index, that of making one; called in the loading thread.
    """
    made = found if isinstance(found, Indexed) else Indexed(found, make_index(found))
    pins = pinning.laid(made.index, view.pinned or pinning.order(view.pins))
    told = made.timeline
    message = sources.describe_set_aside(told) or sources.describe_partly(told) or describe_silent(told) or view.message
    now = replace(view, timeline=made.timeline, index=made.index, pins=pins, loading=False, failed="")
    return listed(replace(now, message=message))


def joined(view: View, read: View) -> View:
    """Put the timeline from a thread into the present view; marks and place follow events whose ids changed."""
    place, chosen, *marked = (
        sources.id_now(id, view.timeline, read.timeline, read.index) for id in (view.place, view.chosen, *view.marked)
    )
    now = replace(view, timeline=read.timeline, index=read.index, pins=read.pins, loading=False, failed="")
    there = listed(replace(now, marked=frozenset(marked), place=place, chosen=chosen))
    event, piece = there.event, view.piece
    if chosen != there.chosen or event is None or piece is None:
        return there
    return replace(there, evidence=sources.quote(event, piece, there.evidence))


def failed(view: View, message: str) -> View:
    """Show why there is no timeline."""
    return replace(view, loading=False, failed=message)


def tell(view: View, message: str) -> View:
    """Show a message in the foot line."""
    return replace(view, message=message)


def listed(view: View) -> View:
    """Lay the list out anew and select the event of `place`, or the nearest shown one.

    A pattern that takes too long in what the timeline holds by now is taken off, and said so.
    """
    index, timeline = view.index, view.timeline
    try:
        matches = index.matches(wanted(view))
    except QueryError as error:
        plain = tuple(term for term in view.filter.terms if not any(one.said for one in term.sought))
        return listed(tell(replace(view, filter=Filter(plain)), explain(error)))
    order = view.filter.order
    shown = index.unfolded(matches) if view.unfolded or not order.of_days else index.shown(matches)
    event = partial(sources.numbered, timeline)
    return _stand(replace(view, listing=Listing(index, shown, event, airy=view.airy, order=order)))


def _stand(view: View) -> View:
    chosen = view.place if view.listing.place_of(view.place) >= 0 else _nearest(view)
    same = chosen == view.chosen
    reading = sources.alone(view.timeline, view.reading if same else "")
    return replace(view, chosen=chosen, evidence=view.evidence if same else 0, reading=reading)


def _nearest(view: View) -> str:
    """The first shown event after the reader's place; else the last one."""
    if not (events := view.listing.events):
        return ""
    number = view.index.columns.find(view.place)
    return (view.listing.nearest(number) if number >= 0 else events[0]).id


def resized(view: View, height: int, width: int = NARROW) -> View:
    """Adapt to a screen of that size."""
    airy = height >= ROOMY
    panes = replace(view.panes, single=width < NARROW or view.mode == "inverse")
    same = view if panes == view.panes else replace(view, panes=panes)
    return same if airy is view.airy else listed(replace(same, airy=airy))


def choose(view: View, id: str) -> View:
    """Select that event and its first evidence; no change if it is not shown."""
    if view.listing.place_of(id) < 0:
        return view
    evidence = view.evidence * (id == view.chosen)
    return replace(view, place=id, chosen=id, in_gap=False, evidence=evidence, reading="", message="")


def search(view: View, text: str) -> View:
    """Show only events that contain these words; quoted words must appear together.

    Raises:
        QueryError: one of them is a pattern that cannot be read, or takes too long.
    """
    from timeline_core.view.query import read_words  # what reads lines is not for the first list

    others = tuple(term for term in view.filter.terms if term.field != TEXT or term.exclude)
    words = read_words(text)
    view.index.matches(Filter(words))
    return filtered(view, Filter((*others, *words)))


def toggle_actor(view: View, id: str) -> View:
    """Cycle an actor: only its events, all but its events, off; several chosen actors are alternatives."""
    choice = view.choice(id)
    terms = list(_without(view.filter.terms, id))
    if choice is Choice.OFF:
        only = [n for n, term in enumerate(terms) if (term.field, term.exclude) == (ACTOR, False)]
        at = only[0] if only else -1
        if len(only) > 1:
            terms.insert(only[-1] + 1, Term(ACTOR, (id,)))
        elif at >= 0:
            terms[at] = replace(terms[at], values=(*terms[at].values, id))
        else:
            terms.insert(0, Term(ACTOR, (id,)))
    elif choice is Choice.ONLY:
        terms.append(Term(ACTOR, (id,), exclude=True))
    return filtered(view, Filter(tuple(terms)))


def _without(terms: Sequence[Term], actor: str) -> Iterator[Term]:
    """The conditions without that actor; conditions left empty are dropped."""
    for term in terms:
        rest = tuple(value for value in term.values if term.field != ACTOR or value != actor)
        if rest:
            yield replace(term, values=rest)


def toggle_pin(view: View, digit: int) -> View:
    """`toggle_actor` of the actor pinned at that digit."""
    if digit > len(view.pins):
        return tell(view, say("no actor is pinned at {digit}", digit=digit))
    return toggle_actor(view, view.pins[digit - 1][0])


def filtered(view: View, filter: Filter) -> View:
    """Apply this filter; select the same event or the nearest shown one."""
    return listed(replace(view, filter=filter, filtering=True, message=""))


def switch_filters(view: View) -> View:
    """Switch the filter off or on again; the selection stays."""
    if not view.filter:
        return tell(view, say("no filter is set"))
    here = view.event.id if view.event else view.place
    return listed(replace(view, filtering=not view.filtering, place=here, message=""))


def back(view: View) -> View:
    """One step back: focus the timeline, then clear the search, then the whole filter."""
    if view.focus is not Pane.TIMELINE:
        return replace(view, focus=Pane.TIMELINE, message="")
    if view.filter.text:
        return search(view, "")
    return filtered(view, Filter()) if view.filter.terms else replace(view, message="")


def focus(view: View, pane: Pane) -> View:
    """Focus that pane."""
    return replace(view, focus=pane, message="") if pane is not view.focus else view


def step_evidence(view: View, by: int) -> View:
    """Show the next evidence of the event (`by` 1) or the one before (-1); round the end."""
    if (event := view.event) is None:
        return view
    count = len(event.evidence)
    message = say("this is the only evidence") if count == 1 else ""
    return replace(view, evidence=(view.evidence + by) % count, reading="", message=message)


def narrowed(view: View) -> Timeline:
    """The shown events and their reports, as a timeline to export.

    Cost: that of making every event shown; called in a thread.
    """
    index, timeline = view.index, view.timeline
    matches = index.matches(wanted(view))
    if index.total(matches) == view.total:
        return timeline
    numbers = tuple(index.found(matches))
    dated = tuple(view.numbered(number) for number in numbers if number < index.columns.dated)
    loose = tuple(view.numbered(number) for number in numbers if number >= index.columns.dated)
    reporting = {id for event in (*dated, *loose) for id in event.reports}
    reports = tuple(report for report in timeline.reports if report.id in reporting)
    return replace(timeline, reports=reports, events=dated, undated=loose)
