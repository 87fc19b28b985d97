"""What is on the screen, and how a wish changes it. Pure: no Textual, no store, no clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline_core.event import Event, Evidence
from timeline_core.gazetteer import Gazetteer
from timeline_core.report import Report
from timeline_core.text.fold import fold
from timeline_core.timeline import Timeline
from tui.keys import STANDARD, Keys
from tui.render_rows import Listing, Slot, listing, slot
from tui.speech import say

if TYPE_CHECKING:
    from tui.bidi.modes import Mode  # a name for strings; the module draws, and this one does not

PINS = 9
ROOMY = 34
"""Lines of a screen from which on the list has empty rows."""


class Pane(StrEnum):
    """The three panes, in the order of Tab."""

    TIMELINE = "timeline"
    EVENT = "event"
    REPORT = "report"


class Choice(StrEnum):
    """What the reader said of an actor."""

    OFF = "off"
    ONLY = "only"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is to be shown: events of any chosen actor, of no excluded one, that hold every word of the text."""

    actors: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        """True when it may hide something."""
        return bool(self.actors or self.excluded or self.text.strip())

    def choice(self, actor: str) -> Choice:
        """How that actor is filtered."""
        return Choice.ONLY if actor in self.actors else Choice.NOT if actor in self.excluded else Choice.OFF


EMPTY = Timeline((), {}, (), (), Gazetteer())


@dataclass(frozen=True, slots=True)
class View:
    """One moment of the screen. Widgets draw it; only the functions below make a new one."""

    timeline: Timeline = EMPTY
    title: str = ""
    mode: Mode = "visual"
    """What the terminal does to Arabic (`tui.bidi.modes`)."""
    keys: Keys = STANDARD
    """The keys as they are bound in this run."""
    loading: bool = True
    failed: str = ""
    """Why there is nothing to read, for a person; empty when all is well."""
    filter: Filter = Filter()
    filtering: bool = True
    """False while the reader looks past the filter at everything."""
    listing: Listing = field(default_factory=Listing)
    texts: Mapping[str, str] = field(default_factory=dict)
    """Event id -> everything that a search looks at, folded."""
    known: Mapping[str, Event] = field(default_factory=dict)
    slots: Mapping[str, Slot] = field(default_factory=dict)
    about: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    """Event id -> what announces or disputes it."""
    pins: tuple[tuple[str, int], ...] = ()
    """Actor ids of the digits 1 to 9, each with its number of events."""
    place: str = ""
    """The event that the reader last went to; `chosen` is the one nearest to it that is shown."""
    chosen: str = ""
    evidence: int = 0
    focus: Pane = Pane.TIMELINE
    airy: bool = False
    """There is room for an empty row above each heading of the list."""
    told: str = ""
    """The last thing that the program has to say; gone at the next wish."""

    @property
    def event(self) -> Event | None:
        """The event that the reader stands on."""
        place = self.listing.at.get(self.chosen)
        return None if place is None else self.listing.events[place]

    @property
    def piece(self) -> Evidence | None:
        """The evidence that the report pane shows."""
        event = self.event
        return event.evidence[min(self.evidence, len(event.evidence) - 1)] if event else None

    @property
    def report(self) -> Report | None:
        """The report that the report pane shows."""
        piece = self.piece
        return self.timeline.report(piece.report) if piece else None

    @property
    def total(self) -> int:
        """Every event, shown or not."""
        return len(self.timeline.events) + len(self.timeline.undated)

    @property
    def count(self) -> int:
        """Events shown."""
        return len(self.listing.events)

    @property
    def needle(self) -> tuple[str, ...]:
        """The folded words that are searched for."""
        return words(self.filter.text)


def words(text: str) -> tuple[str, ...]:
    """The folded words of what a reader typed."""
    return tuple(fold(text).split())


def shown(view: View, events: Sequence[Event]) -> tuple[Event, ...]:
    """Those of `events` that the filter lets through, in the same order."""
    if not (view.filtering and view.filter):
        return tuple(events)
    only, never = frozenset(view.filter.actors), frozenset(view.filter.excluded)
    kept: Sequence[Event] = events
    if only:
        kept = [event for event in kept if not only.isdisjoint(event.actors)]
    if never:
        kept = [event for event in kept if never.isdisjoint(event.actors)]
    for word in view.needle:
        kept = [event for event in kept if word in view.texts[event.id]]
    return tuple(kept)


def opened(view: View, timeline: Timeline) -> View:
    """The reader has a timeline before him; his place and filter are kept where they still make sense.

    Cost: linear; called in the loading thread.
    """
    every = (*timeline.events, *timeline.undated)
    names = {entry.id: _searched(timeline, entry.id) for entry in timeline.names}
    texts = {event.id: _text(event, names) for event in every}
    counts = Counter(actor for event in every for actor in event.actors)
    ranked = sorted(counts.items(), key=lambda item: -item[1])[:PINS]
    fresh = replace(view, timeline=timeline, texts=texts, pins=tuple(ranked), loading=False, failed="")
    known = {event.id: event for event in every}
    slots = {event.id: slot(event) for event in every}
    return _listed(replace(fresh, known=known, slots=slots, about=_about(every)))


def _about(events: Sequence[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, tuple[Event, ...]] = {}
    for event in events:
        for target in (*event.announces, *event.disputes):
            found[target] = (*found.get(target, ()), event)
    return found


def _searched(timeline: Timeline, id: str) -> str:
    entry = timeline.names[id]
    return (
        " ".join(fold(name) for names in entry.names.values() for name in names)
        + " "
        + " ".join(fold(name) for name in entry.short.values())
    )


def _text(event: Event, names: Mapping[str, str]) -> str:
    parts = [
        fold(event.title),
        *(fold(piece.exact) for piece in event.evidence),
        *map(fold, event.tags),
        fold(event.note),
    ]
    parts += [names.get(id, id) for id in (*event.actors, *event.places)]
    return "\n".join(parts)


def joined(view: View, read: View) -> View:
    """The view that a thread made, brought to where the screen is by now."""
    now = replace(read, airy=view.airy, focus=view.focus, filter=view.filter, filtering=view.filtering)
    same = (read.airy, read.filter, read.filtering) == (now.airy, now.filter, now.filtering)
    return now if same else _listed(now)


def failed(view: View, message: str) -> View:
    """There is nothing to read, and this is why."""
    return replace(view, loading=False, failed=message)


def tell(view: View, message: str) -> View:
    """Say something at the foot of the screen."""
    return replace(view, told=message)


def _listed(view: View) -> View:
    """Lay the list out anew and stand on the event of `place`, or on the shown one nearest to it."""
    rows = listing(shown(view, view.timeline.events), shown(view, view.timeline.undated), view.slots, airy=view.airy)
    return _stand(replace(view, listing=rows))


def _stand(view: View) -> View:
    chosen = view.place if view.place in view.listing.at else _nearest(view)
    return replace(view, chosen=chosen, evidence=view.evidence if chosen == view.chosen else 0)


def _nearest(view: View) -> str:
    """The shown event whose days come first after those of the reader's place; the last one when none does."""
    place = view.known.get(view.place)
    events = view.listing.events
    if not events:
        return ""
    if place is None:
        return events[0].id
    after = (event.id for event in events if event.when and place.when and event.when.order >= place.when.order)
    return next(after, events[-1].id)


def resized(view: View, height: int) -> View:
    """The screen has that many lines now."""
    airy = height >= ROOMY
    return view if airy is view.airy else _listed(replace(view, airy=airy))


def choose(view: View, id: str) -> View:
    """Go to that event, with its first evidence; nothing changes when it is not shown."""
    if id not in view.listing.at:
        return view
    return replace(view, place=id, chosen=id, evidence=0 if id != view.chosen else view.evidence, told="")


def step(view: View, by: int) -> View:
    """Go so many events down, or up when negative; no further than the ends."""
    events = view.listing.events
    if not events:
        return view
    place = view.listing.at.get(view.chosen, 0) + by
    return choose(view, events[max(0, min(place, len(events) - 1))].id)


def hop_day(view: View, by: int) -> View:
    """Go to the first event of the next day that has one (`by` 1), or of the one before (-1)."""
    return _hop(view, by, lambda event: event.when.order if event.when else None)


def hop_section(view: View, by: int) -> View:
    """Go to the first event of the next month heading (`by` 1), or of the one before (-1)."""
    rows = view.listing
    return _hop(view, by, lambda event: rows.section(rows.row(event.id)))


def _hop(view: View, by: int, key: Callable[[Event], object]) -> View:
    events = [event for event in view.listing.events if event.id not in view.listing.branches]
    if not events or not view.chosen:
        return view
    at = _top(view, events)
    here = key(events[at])
    inside = at
    while 0 <= inside < len(events) and key(events[inside]) == here:
        inside += by
    if not 0 <= inside < len(events):
        inside = max(0, min(inside, len(events) - 1))
    there = key(events[inside])
    while inside > 0 and key(events[inside - 1]) == there:
        inside -= 1
    return choose(view, events[inside].id)


def _top(view: View, tops: Sequence[Event]) -> int:
    """The place among `tops` of the chosen event or of the one that it is folded under."""
    at = view.listing.at[view.chosen]
    while at > 0 and view.listing.events[at].id in view.listing.branches:
        at -= 1
    id = view.listing.events[at].id
    return next(place for place, event in enumerate(tops) if event.id == id)


def next_hit(view: View, by: int) -> View:
    """Go to the next event (`by` 1) that holds the words searched for, or to the one before (-1); round the end."""
    events, needle = view.listing.events, view.needle
    if not events or not needle:
        return tell(view, "" if needle else say("nothing is searched for: press {key}", key=view.keys.of("search")))
    start = view.listing.at.get(view.chosen, 0)
    for away in range(1, len(events) + 1):
        event = events[(start + by * away) % len(events)]
        if all(word in view.texts[event.id] for word in needle):
            return choose(view, event.id)
    return tell(view, say("no event holds these words"))


def search(view: View, text: str) -> View:
    """Show what holds these words."""
    return _filtered(view, replace(view.filter, text=text))


def toggle_actor(view: View, id: str) -> View:
    """Only that actor's events, then all but them, then all again; with several chosen, those of any of them."""
    kept = tuple(a for a in view.filter.actors if a != id)
    out = tuple(a for a in view.filter.excluded if a != id)
    match view.filter.choice(id):
        case Choice.OFF:
            kept += (id,)
        case Choice.ONLY:
            out += (id,)
        case Choice.NOT:
            pass
    return _filtered(view, replace(view.filter, actors=kept, excluded=out))


def toggle_pin(view: View, digit: int) -> View:
    """`toggle_actor` of the actor pinned at that digit."""
    if digit > len(view.pins):
        return tell(view, say("no actor is pinned at {digit}", digit=digit))
    return toggle_actor(view, view.pins[digit - 1][0])


def _filtered(view: View, filter: Filter) -> View:
    return _listed(replace(view, filter=filter, filtering=True, told=""))


def switch_filters(view: View) -> View:
    """Look past the filter at everything, or through it again; the reader stays on his event."""
    if not view.filter:
        return tell(view, say("no filter is set"))
    here = view.event.id if view.event else view.place
    return _listed(replace(view, filtering=not view.filtering, place=here, told=""))


def back(view: View) -> View:
    """One step back: to the timeline, then the search is cleared, then the actors."""
    if view.focus is not Pane.TIMELINE:
        return replace(view, focus=Pane.TIMELINE, told="")
    if view.filter.text:
        return search(view, "")
    return _filtered(view, Filter()) if view.filter else replace(view, told="")


def focus(view: View, pane: Pane) -> View:
    """The keys now belong to that pane."""
    return replace(view, focus=pane, told="") if pane is not view.focus else view


def step_evidence(view: View, by: int) -> View:
    """Show the next evidence of the event (`by` 1) or the one before (-1); round the end."""
    event = view.event
    if event is None:
        return view
    count = len(event.evidence)
    told = say("this is the only evidence") if count == 1 else ""
    return replace(view, evidence=(view.evidence + by) % count, told=told)


def narrowed(view: View) -> Timeline:
    """Just what is shown: its events, and the reports that tell of them. What an export writes."""
    dated, loose = (shown(view, events) for events in (view.timeline.events, view.timeline.undated))
    if len(dated) + len(loose) == view.total:
        return view.timeline
    told = {id for event in (*dated, *loose) for id in event.reports}
    reports = tuple(report for report in view.timeline.reports if report.id in told)
    return replace(view.timeline, reports=reports, events=dated, undated=loose)


WISHES: Mapping[str, Callable[..., View]] = {
    "day": hop_day,
    "month": hop_section,
    "evidence": step_evidence,
    "hit": next_hit,
    "pin": toggle_pin,
    "filters": switch_filters,
    "back": back,
}
"""What a key may ask for by name."""
