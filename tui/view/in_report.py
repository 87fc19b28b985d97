"""Moving inside one report: its other events, its dates, words found in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from timeline_core.model.event import Evidence
from timeline_core.model.span import Span
from timeline_core.view.filter import REPORT, Filter
from tui.i18n.speech import say
from tui.view import search, state
from tui.view.panes import Pane
from tui.view.state import View
from tui.view.text.proofs import find_proof

MOST = 500
"""Events of one report that are lit: more than anyone reads, and few enough for a key."""


def evidence_here(view: View) -> tuple[Evidence, ...]:
    """The evidence of all events of the report, in text order.

    Cost: that of making these events, `MOST` at most; asked for once a report.
    """
    return tuple(piece for _, piece in _quotes(view))


def _quotes(view: View) -> list[tuple[str, Evidence]]:
    report = view.report
    if report is None:
        return []
    found = [(event.id, piece) for event in map(view.numbered, _numbers(view, report.id)) for piece in event.evidence]
    return sorted((pair for pair in found if pair[1].report == report.id), key=lambda pair: _place(pair[1]))


def _numbers(view: View, report: str) -> Iterator[int]:
    return islice(view.index.of_report(report), MOST)


def _place(piece: Evidence) -> tuple[int, int]:
    return piece.span.start, piece.span.end


def next_event(view: View, by: int) -> View:
    """Go to the event of the next evidence in this report (`by` 1), or of the one before (-1); round the end."""
    piece = view.piece
    if piece is None:
        return view
    shown = [(id, one) for id, one in _quotes(view) if view.listing.place_of(id) >= 0]
    at = next((n for n, (id, one) in enumerate(shown) if (id, one) == (view.chosen, piece)), 0)
    if len(shown) < 2:
        return state.tell(view, say("nothing else stands in this report"))
    id, one = shown[(at + by) % len(shown)]
    there = state.choose(view, id)
    event = there.event
    return replace(there, evidence=event.evidence.index(one) if event and one in event.evidence else 0)


def read(view: View, report: str) -> View:
    """Show that report, and the first of its events that is shown; without one, the report alone."""
    for number in _numbers(view, report):
        event = view.numbered(number)
        if view.listing.place_of(event.id) >= 0:
            there = state.choose(view, event.id)
            at = next(n for n, piece in enumerate(event.evidence) if piece.report == report)
            return replace(there, evidence=at, focus=Pane.REPORT)
    return replace(view, reading=report, focus=Pane.REPORT, message="", find="", spot=-1)


def places(view: View) -> list[int]:
    """Where the words that are looked for stand in the report: offsets, ascending."""
    report = view.report
    if report is None or not view.find.strip():
        return []
    return [start for start, _, _ in search.hits(report.text, search.read(view.find))]


def find(view: View, text: str) -> View:
    """Find the words in the report, starting at the evidence."""
    looking = replace(view, find=text, spot=-1)
    found = places(looking)
    start = view.piece.span.start if view.piece else 0
    spot = next((place for place in found if place >= start), found[0] if found else -1)
    return replace(looking, spot=spot)


def find_in_reports(view: View, text: str) -> View:
    """Where no event has the words of a search, but reports do: their events, and the first such place in a report.

    Where no such report tells of an event that may be shown, the first of them alone. The view as it is where events
    have the words, or no report has.
    """
    words = view.filter.worded
    if view.count or not words or any(one.said for one in view.filter.sought):
        return view
    others = tuple(term for term in view.filter.terms if term not in words)
    there = state.filtered(view, Filter((*others, *(replace(term, field=REPORT) for term in words))))
    if there.event is None:
        looked = (find(read(view, report), text) for report in view.index.telling(words))
        alone = next((one for one in looked if one.spot >= 0), None)
        return state.tell(alone, say("no event has these words; this report does")) if alone else view
    looked = (find(replace(there, evidence=n), text) for n in range(len(there.event.evidence)))
    found = state.focus(next((one for one in looked if one.spot >= 0), there), Pane.REPORT)
    return state.tell(found, say("no event has these words, but reports do: this is the first of their places"))


def next_place(view: View, by: int) -> View:
    """Go to the next place (`by` 1) or to the one before (-1); round the end. In the timeline: to the next event."""
    if view.focus is not Pane.REPORT or not view.find.strip():
        return _next_hit(view, by)
    found = places(view)
    if not found:
        return state.tell(view, say("these words are not in this report"))
    at = found.index(view.spot) if view.spot in found else -1 if by > 0 else 0
    at = (at + by) % len(found)
    return state.tell(replace(view, spot=found[at]), say("place {number} of {all}", number=at + 1, all=len(found)))


def _next_hit(view: View, by: int) -> View:
    """Go to the next event (`by` 1) that holds the words searched for, or to the one before (-1); round the end."""
    words = view.filter.worded
    if not words:
        return state.tell(view, say("nothing is searched for: press {key}", key=view.keys.of("search")))
    found = view.listing.beside(view.index.matches(Filter(words)), view.chosen, by)
    if found is None:
        return state.tell(view, say("no event holds these words") if view.count else "")
    return state.choose(view, found.id)


def date_from(spans: Sequence[Span], place: int, by: int) -> int:
    """Index of the first date at or after that code point (`by` 1), or of the last before it (-1); wraps around."""
    before = sum(span.start < place for span in spans)
    return (before if by > 0 else before - 1) % len(spans)


def back(view: View) -> View:
    """One step back: end the search in the report, or the walk from value to value, else as `state.back`."""
    if view.find and view.focus is Pane.REPORT:
        return replace(view, find="", spot=-1, message="")
    if find_proof(view) is not None:
        return replace(view, focus=Pane.TIMELINE, walk=None, message="")
    return state.back(view)
