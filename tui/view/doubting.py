"""The doubt lens: which events an opponent would attack, how many are safe, and the next one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline_core.model.event import Event, Status
from timeline_core.view.doubt import Doubt, doubts_of
from timeline_core.view.index import bits
from tui.i18n.speech import count, say
from tui.view import state
from tui.view.sections import DOUBTS

if TYPE_CHECKING:
    from tui.view.state import View


class Safe(NamedTuple):
    """How many of the shown events nobody can attack."""

    safe: int
    shown: int


def words(doubt: Doubt) -> str:
    """A doubt in words."""
    return say(DOUBTS[doubt])


def doubts(view: View, event: Event) -> tuple[Doubt, ...]:
    """The doubts of an event, the gravest first; none once it is accepted."""
    return () if event.status is Status.ACCEPTED else doubts_of(event, view.timeline)


def switch(view: View) -> View:
    """Look through the lens, or put it away."""
    if view.doubting:
        return replace(view, doubting=False, message="")
    found = safe(view)
    doubted = found.shown - found.safe
    if not doubted:
        return state.tell(view, say("nothing that is shown here is in doubt"))
    told = count("{n} event is in doubt; {key} goes to the next", "{n} events are in doubt; {key} goes to the next",
                 doubted, key=view.keys.of("next_draft"))  # fmt: skip
    return replace(view, doubting=True, message=told)


def safe(view: View) -> Safe:
    """Count the shown events that are in no doubt."""
    return Safe(view.count - sum(map(len, view.listing.graded)), view.count)


def gravest(view: View, place: int) -> Doubt | None:
    """The gravest doubt of the event at that place of the list, as the index has it."""
    slot = view.listing.slot(place)
    return next((doubt for doubt, group in zip(Doubt, view.listing.graded, strict=True) if slot in group), None)


def next_doubt(view: View, by: int) -> View:
    """Go to the next event in doubt (`by` 1) or the one before (-1): the gravest doubt first, then by time; round."""
    groups = view.listing.graded
    size = sum(map(len, groups))
    if not size:
        return state.tell(view, say("nothing that is shown here is in doubt"))
    here = view.listing.slot(max(0, view.listing.place_of(view.chosen)))
    slot = _nth(groups, _place(groups, here, by) % size)
    return state.choose(view, view.numbered(view.index.columns.number(slot)).id)


def _place(groups: Sequence[bits.Ranked], slot: int, by: int) -> int:
    """The place to go to from that slot, counted through all groups; where it is in none, the first or the last."""
    before = 0
    for group in groups:
        if slot in group:
            return before + group.rank(slot) + by
        before += len(group)
    return 0 if by > 0 else before - 1


def _nth(groups: Sequence[bits.Ranked], place: int) -> int:
    """The slot at that place of all groups one behind the other."""
    for group in groups:
        if place < len(group):
            return group.select(place)
        place -= len(group)
    raise IndexError(place)
