"""Steps in the list: from event to event, and from gap to gap. Pure."""

from __future__ import annotations

from dataclasses import replace

from tui.i18n.speech import say
from tui.view import state
from tui.view.state import View


def step(view: View, by: int) -> View:
    """Move down so many events (up when negative), stopping at the ends; down from a gap is the event below it."""
    if not (events := view.listing.events):
        return view
    here = max(0, view.listing.place_of(view.chosen))
    by -= by > 0 and view.gap is not None
    return state.choose(view, events[max(0, min(here + by, len(events) - 1))].id)


def to_gap(view: View) -> View:
    """Stand on the gap right above the chosen event; on the event itself where there is none."""
    return replace(view, in_gap=view.listing.gap_above(view.listing.place_of(view.chosen)) is not None)


def next_gap(view: View, by: int) -> View:
    """Go to the next gap below (`by` 1), or above (-1); round the end."""
    gaps = view.listing.gaps
    if not gaps:
        return state.tell(view, say("there is no gap in what is shown"))
    here = view.listing.place_of(view.chosen)
    onward = [at for at in gaps if (at - here) * by > 0 or (at == here and by > 0 and not view.in_gap)]
    place = (onward or gaps)[0 if by > 0 else -1]
    return to_gap(state.choose(view, view.listing.events[place].id))
