"""Reviewing: which events an act applies to, the next draft, the progress. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_core.model.decision import Act, Decision
from timeline_core.model.event import Event, Status
from timeline_core.view.filter import Filter, Term
from tui.i18n.speech import count, later, say
from tui.view import doubting, state
from tui.view.gaps import steps

if TYPE_CHECKING:
    from timeline_core.view.index.index import Index
    from tui.view.state import View

DRAFTS = Filter((Term("status", (Status.DRAFT.value,)),))
DONE: Mapping[Act, Callable[[int], str]] = {
    Act.ACCEPT: lambda n: count("{n} event accepted", "{n} events accepted", n),
    Act.REJECT: lambda n: count("{n} event rejected", "{n} events rejected", n),
    Act.REOPEN: lambda n: count("{n} event is a draft again", "{n} events are drafts again", n),
    Act.STAR: lambda n: count("{n} event starred", "{n} events starred", n),
    Act.UNSTAR: lambda n: count("the star of {n} event is gone", "the stars of {n} events are gone", n),
    Act.TAG: lambda n: count("{n} event tagged", "{n} events tagged", n),
    Act.UNTAG: lambda n: count("the tag of {n} event is gone", "the tags of {n} events are gone", n),
    Act.NOTE: lambda n: count("note saved", "notes saved", n),
    Act.DATE: lambda n: count("the date is kept", "the dates are kept", n),
    Act.TITLE: lambda n: count("the title is kept", "the titles are kept", n),
    Act.KIND: lambda n: count("the kind is kept", "the kinds are kept", n),
    Act.ACTORS: lambda n: count("the actors are kept", "the actors are kept", n),
    Act.MERGE: lambda n: count("{n} event joined", "{n} events joined", n),
    Act.SPLIT: lambda n: count("the event is split", "the events are split", n),
    Act.APART: lambda _: say("they are two from now on"),
    Act.DOUBT: lambda _: say("it is asked again at the end"),
    Act.NEW: lambda _: say("the event is made"),
}
"""What was done to so many events."""
_NAMES = {
    Act.ACCEPT: later("acceptance"), Act.REJECT: later("rejection"), Act.REOPEN: later("reopening"),
    Act.STAR: later("star"), Act.UNSTAR: later("taking off the star"), Act.TAG: later("tag"),
    Act.UNTAG: later("taking off the tag"), Act.NOTE: later("note"), Act.DATE: later("date"),
    Act.TITLE: later("title"), Act.KIND: later("kind"), Act.ACTORS: later("actors"), Act.MERGE: later("join"),
    Act.SPLIT: later("split"), Act.APART: later("telling apart"), Act.DOUBT: later("doubt"),
    Act.NEW: later("new event"),
    Act.ABOUT: later("what is known of a report"), Act.REMOVE: later("removal of a report"),
    Act.STORY: later("a change of a story"),
}  # fmt: skip


def done(act: Act, events: int) -> str:
    """What was done, as a line for the reader."""
    return DONE[act](events)


def name(act: Act) -> str:
    """The name of an act."""
    return say(_NAMES[act]) if act in _NAMES else act.value


def reviewed(index: Index) -> int:
    """Number of events that were accepted or rejected."""
    return index.columns.count - index.total(index.matches(DRAFTS))


def upon(view: View) -> tuple[Event, ...]:
    """The events that an act applies to: the marked ones in timeline order; else the selected one."""
    found = (view.index.columns.find(id) for id in view.marked)
    marked = tuple(view.numbered(number) for number in sorted(number for number in found if number >= 0))
    return marked or ((view.event,) if view.event else ())


def mark(view: View) -> View:
    """Mark or unmark the selected event, and move down."""
    event = view.event
    if event is None:
        return view
    return steps.step(replace(view, marked=view.marked ^ {event.id}), 1)


def mark_range(view: View) -> View:
    """Mark all shown events from the nearest marked one to the selected; without a marked one, the selected alone."""
    here, listing = view.listing.place_of(view.chosen), view.listing
    if here < 0:
        return view
    marks = [place for place in map(listing.place_of, view.marked) if place >= 0]
    if not marks:
        told = say("go on, and press {key} once more to mark all up to there", key=view.keys.of("mark_range"))
        return state.tell(replace(view, marked=view.marked | {view.chosen}), told)
    there = min(marks, key=lambda place: (abs(place - here), place))
    between = range(min(here, there), max(here, there) + 1)
    return replace(view, marked=view.marked | {listing.events[place].id for place in between}, message="")


def mark_all(view: View) -> View:
    """Mark all shown events; if all are marked, unmark them."""
    shown = frozenset(event.id for event in view.listing.events)
    return replace(view, marked=frozenset() if shown <= view.marked else view.marked | shown, message="")


def next_draft(view: View, by: int) -> View:
    """Go to the next draft (`by` 1) or the previous one (-1), through the lens to the next doubt; wraps around."""
    if view.doubting:
        return doubting.next_doubt(view, by)
    draft = view.listing.beside(view.index.matches(DRAFTS), view.chosen, by)
    if draft is None:
        return state.tell(view, say("everything that is shown here is reviewed"))
    return state.choose(view, draft.id)


def after(view: View, act: Act, events: tuple[Event, ...]) -> View:
    """After an act: unmark all; after accepting or rejecting, go to the next draft."""
    message = done(act, len(events))
    moved = replace(view, marked=frozenset(), released=view.marked)
    if act in (Act.ACCEPT, Act.REJECT) and view.event in events:
        moved = next_draft(moved, 1)
    return state.tell(moved, message)


def undone(view: View, decision: Decision | None, *, again: bool = False) -> View:
    """After undo or redo: say so, and go to the event of the act."""
    if decision is None:
        return state.tell(view, say("nothing to do again") if again else say("nothing to take back"))
    if not again:
        view = replace(view, marked=view.marked | view.released, released=frozenset())
    for target in decision.targets:
        view = state.choose(view, target.event)
    what = name(decision.act)
    return state.tell(view, say("redone: {what}", what=what) if again else say("undone: {what}", what=what))
