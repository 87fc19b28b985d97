"""The places of the shown events as a tree, each with its events: those that lie in it are counted in it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from timeline_core.names.gazetteer import PLACE
from timeline_core.view.filter import NEAR, Filter, Term
from tui.view import state
from tui.view.state import View

_OPEN = 1
"""Depth up to which what lies in a place is listed without being asked for: the governorates of a country."""


class PlaceRow(NamedTuple):
    """A place as the list shows it."""

    id: str
    depth: int
    events: int
    inside: int
    """How many places with events lie right in it."""
    opened: bool


class Places(NamedTuple):
    """The rows, and the selected one."""

    rows: tuple[PlaceRow, ...] = ()
    at: int = 0
    turned: frozenset[str] = frozenset()
    """Places that the reader opened, or closed where they stood open."""
    without: int = 0
    """Shown events that name no place."""

    @property
    def here(self) -> PlaceRow | None:
        """The selected place."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    def step(self, by: int) -> Places:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))


def places(view: View, before: Places | None = None) -> Places:
    """The places of the events that the filter shows, those of most events first.

    Args:
        before: whose selected place stays selected, and what was opened open.
    """
    counts, without = _counts(view)
    inside: dict[str, list[str]] = defaultdict(list)
    for id in counts:
        outer = view.timeline.names[id].within
        inside[outer if outer in counts else ""].append(id)
    turned = before.turned if before is not None else frozenset[str]()
    rows = tuple(_rows("", 0, counts, inside, turned))
    here = before.here.id if before is not None and before.here is not None else ""
    at = next((n for n, row in enumerate(rows) if row.id == here), 0)
    return Places(rows, at, turned, without)


def _counts(view: View) -> tuple[dict[str, int], int]:
    index, names = view.index, view.timeline.names
    shown = index.matches(state.wanted(view))
    found: dict[str, int] = {}
    somewhere = 0
    for entry in names:
        if entry.serves(PLACE):
            there = index.matches(Filter((Term(PLACE, (entry.id,)),)))
            somewhere |= there
            if events := index.total(shown & there):
                found[entry.id] = events
    return found, index.total(shown) - index.total(shown & somewhere)


def _rows(
    outer: str, depth: int, counts: dict[str, int], inside: dict[str, list[str]], turned: frozenset[str]
) -> Iterator[PlaceRow]:
    for id in sorted(inside.get(outer, ()), key=lambda one: (-counts[one], one)):
        opened = (depth < _OPEN) is not (id in turned) and id in inside
        yield PlaceRow(id, depth, counts[id], len(inside.get(id, ())), opened)
        if opened:
            yield from _rows(id, depth + 1, counts, inside, turned)


def turn(view: View, found: Places, *, opened: bool) -> Places:
    """Open the selected place, or close it; a closed one, or one in which nothing lies, closes the one around it."""
    here = found.here
    if here is None:
        return found
    if here.inside and here.opened is not opened:
        return places(view, found._replace(turned=found.turned ^ {here.id}))
    if not opened:
        outer = next((n for n in range(found.at, -1, -1) if found.rows[n].depth < here.depth), found.at)
        return found._replace(at=outer)
    return found


def only(view: View, id: str) -> View:
    """Show only what happened in that place; it takes the place of what the filter said of places."""
    others = (term for term in view.filter.terms if term.exclude or term.field not in (PLACE, NEAR))
    return state.filtered(view, Filter((*others, Term(PLACE, (id,)))))
