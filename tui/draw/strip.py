"""Draws the strip above the panes: where in its time the chosen event stands, and how much lies before and behind."""

from __future__ import annotations

from datetime import date

from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n import speech
from tui.view.density import Density
from tui.view.state import View

_EIGHTHS = "▁▂▃▄▅▆▇█"
_MARGIN = 1


def columns(width: int) -> int:
    """Stretches that a strip of that width has between its two years."""
    return max(0, width - 2 * (_MARGIN + _year_cells() + 1))


def strip(view: View, found: Density) -> Line:
    """The first year, a bar a stretch, the last year."""
    most = max(found.events) or 1
    here = _here(view, found)
    cells = [_cell(events, most, here=place == here) for place, events in enumerate(found.events)]
    years = [((_year(day), _year_cells(), "faint"),) for day in (found.starts[0], found.last)]
    gap, margin = (render.space(1),), (render.space(_MARGIN),)
    return render.across(margin, years[0], gap, *cells, gap, years[1], margin)


def stretch_at(found: Density, x: int) -> int:
    """The stretch that is drawn in that cell of the line; the nearest one beside it."""
    place = x - _MARGIN - _year_cells() - 1
    place = len(found.events) - 1 - place if render.base() else place
    return max(0, min(place, len(found.events) - 1))


def _here(view: View, found: Density) -> int:
    event = view.event
    if event is None or event.when is None or event.when.days is None:
        return -1
    return found.at(event.when.order[0])


def _cell(events: int, most: int, *, here: bool) -> Line:
    """One stretch; whatever happened at all is seen."""
    height = max(1, round(events / most * (len(_EIGHTHS) - 1))) if events else 0
    style = "mark" if here else "bar" if events else "rule"
    return ((_EIGHTHS[max(height, int(here))], 1, style),)


def _year(day: date) -> str:
    return speech.spoken().plain(day.year).rjust(_year_cells())


def _year_cells() -> int:
    return 4
