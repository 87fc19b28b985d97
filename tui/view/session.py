"""The session that the next start restores: place, filter, panes, prompt histories. Pure.

The file may be old or damaged; what does not fit is ignored without a message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from timeline_core.errors import TimelineError
from timeline_core.view import query
from timeline_core.view.filter import Filter
from tui.view import pins as pinning
from tui.view import state
from tui.view.panes import Panes
from tui.view.state import View

Session = Mapping[str, object]
_MOST = 20
"""Lines that are kept of each prompt."""
_UNKEPT = ("note", "tag", "name")
"""Prompts of which nothing is kept: their answers stand in the library."""


def of(view: View, memory: Mapping[str, list[str]], top: int = 0) -> dict[str, object]:
    """The session as JSON; `top`: the first visible row of the timeline."""
    panes = view.panes
    return {
        "place": view.chosen,
        "top": top,
        "filter": query.format(view.filter),
        "filtering": view.filtering,
        "unfolded": view.unfolded,
        "bounds": view.bounds,
        "pinned": list(view.pinned),
        "panes": [panes.across, panes.down, int(panes.zoomed)],
        "typed": {name: lines[-_MOST:] for name, lines in memory.items() if name not in _UNKEPT},
    }


def restored(view: View, session: Session, read: Callable[[str], Filter]) -> View:
    """The view with the session applied, as far as it still fits.

    Args:
        read: the filter that a line means.
    """
    found = replace(
        view,
        panes=_panes(view.panes, session.get("panes")),
        unfolded=session.get("unfolded") is True,
        bounds=session.get("bounds") is not False,
        filtering=session.get("filtering") is not False,
        filter=_filter(session.get("filter"), read),
    )
    if pinned := _words(session.get("pinned")):
        found = replace(found, pinned=pinned, pins=pinning.laid(found.index, pinned))
    place = session.get("place")
    here = state.listed(replace(found, place=place if isinstance(place, str) else ""))
    return here if here.count or not here.filter else state.listed(replace(here, filtering=False))


def top(session: Session) -> int | None:
    """The first visible row; None if the session has none."""
    found = session.get("top")
    return found if isinstance(found, int) and found >= 0 else None


def memory(session: Session) -> dict[str, list[str]]:
    """Prompt name -> its history."""
    typed: Any = session.get("typed")
    if not isinstance(typed, dict):
        return {}
    kept = {name: [line for line in lines if isinstance(line, str)] for name, lines in typed.items() if _list(lines)}
    return {name: lines[-_MOST:] for name, lines in kept.items() if isinstance(name, str)}


def _words(said: object) -> tuple[str, ...]:
    return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()


def _list(value: object) -> bool:
    return isinstance(value, list)


def _panes(panes: Panes, said: object) -> Panes:
    if not (isinstance(said, list) and len(said) == 3 and all(isinstance(one, int) for one in said)):
        return panes
    across, down, zoomed = said
    return panes.sized(across, down, zoomed=bool(zoomed))


def _filter(said: object, read: Callable[[str], Filter]) -> Filter:
    try:
        return read(said) if isinstance(said, str) else Filter()
    except TimelineError:
        return Filter()
