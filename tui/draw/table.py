"""Draws a table of counts: cells as shades, the number where the reader stands."""

from __future__ import annotations

from timeline_core.view.matrix import Field
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import Line, Part
from tui.i18n import speech
from tui.i18n.speech import count, say
from tui.view.state import View
from tui.view.table import TITLES, Grid

_SHADES = "░▒▓█"
_CELL = 3
"""Cells of the screen for one of the table; the last of them is empty."""
_NAME = 24
_COUNT = 7
_YEAR = 4
"""Letters of a date in ISO 8601 that are its year."""


def lines(view: View, grid: Grid, width: int, height: int) -> list[Line]:
    """What is selected in words, the heads of the columns, and as many rows as fit, at most `width` cells wide."""
    drawn = [_words(view, grid, width), render.BLANK]
    if grid.here is None:
        return drawn
    room = max(8, min(_NAME, width // 3))
    across = max(1, (width - room - _COUNT - 3) // _CELL)
    first = _first(grid.column, across, len(grid.found.columns), last=grid.dated)
    columns = range(first, min(first + across, len(grid.found.columns)))
    drawn.append(_heads(grid, columns, room, width))
    down = max(1, height - len(drawn))
    top = _first(grid.row, down, len(grid.found.rows), last=False)
    rows = range(top, min(top + down, len(grid.found.rows)))
    return [*drawn, *(_row(view, grid, row, columns, room) for row in rows)]


def _first(at: int, room: int, count: int, *, last: bool) -> int:
    """The first that is drawn; of what ascends in time the latest are, while the selected one is among them."""
    if count <= room:
        return 0
    return (
        max(0, min(at, count - room)) if last and at < count - room else count - room if last else max(0, at - room + 1)
    )


def _words(view: View, grid: Grid, width: int) -> Line:
    parts: list[Part] = [(say(TITLES[grid.number]), "title")]
    if grid.here is None:
        parts += [(" · ", "faint"), (say("no event that is shown is in it"), "faint")]
        return render.label(parts, width, mode=view.mode)
    row, column = grid.here
    events = grid.found.counts.get((row, column), 0)
    for field, value in zip(grid.pair, grid.here, strict=True):
        parts += [(" · ", "faint"), (_named(view, field, value), "happened")]
    parts += [(" · ", "faint"), (count("{n} event", "{n} events", events), "number")]
    if grid.found.left_out:
        parts += [(" · ", "faint")]
        parts += [(count("{n} event in no cell", "{n} events in no cell", grid.found.left_out), "faint")]
    return render.label(parts, width, mode=view.mode)


def _named(view: View, field: Field, value: str) -> str:
    if field is Field.MONTH:
        return render_when.heading((int(value[:_YEAR]), int(value[_YEAR + 1 :])))
    if field is Field.YEAR:
        return render_when.heading((int(value), 0))
    if field is Field.KIND:
        return say(value)
    names = view.timeline.names
    return names[value].name(speech.spoken().code, short=True) if value in names else value


def _heads(grid: Grid, columns: range, room: int, width: int) -> Line:
    """Of dates the year above its first month; of all else the numbers of the rows, or of the columns."""
    blocks: list[Line] = [(render.space(3 + room),)]
    used = free = 0
    before = ""
    for place, column in enumerate(columns):
        label = grid.found.columns[column][:_YEAR] if grid.dated else str(column + 1)
        at = place * _CELL
        shown = speech.spoken().plain(int(label))
        if label != before and at >= free and at + len(shown) <= width - room - 3:
            blocks += [(render.space(at - used),), ((shown, len(shown), "faint"),)]
            used = at + len(shown)
            free = used + 1
        before = label
    return render.across(*blocks)


def _row(view: View, grid: Grid, row: int, columns: range, room: int) -> Line:
    found = grid.found
    id = found.rows[row]
    most = max(found.counts.values(), default=1)
    here = row == grid.row
    name = _named(view, grid.pair[0], id)
    total = f"{speech.number(found.totals[id]):>{_COUNT}}"
    way = render.base()
    cells = [
        _cell(found.counts.get((id, found.columns[column]), 0), most, here=here and column == grid.column)
        for column in columns
    ]
    return render.across(
        ((f" {render.pointer() if here else ' '} ", 3, "mark"),),
        render.one(_numbered(grid, row, name), room - 1, "title" if here else "happened", mode=view.mode, way=way),
        (render.space(1),),
        *cells,
        ((total if not way else total.strip().ljust(_COUNT), len(total), "faint"),),
    )


def _numbered(grid: Grid, row: int, name: str) -> str:
    """With its number, where the columns are told by it."""
    same = grid.pair[0] is grid.pair[1]
    return f"{speech.spoken().plain(row + 1)} {name}" if same else name


def _cell(events: int, most: int, *, here: bool) -> Line:
    """Four shades, from a quarter of the most to all of it; the number in the selected one."""
    if here:
        said = speech.number(min(events, 99))
        return render.across(((said.center(_CELL - 1), _CELL - 1, "chosen accent"),), (render.space(1),))
    if not events:
        return render.across((("·", 1, "rule"),), (render.space(_CELL - 1),))
    shade = _SHADES[min(len(_SHADES) - 1, (len(_SHADES) * events - 1) // most)]
    return render.across(((shade * (_CELL - 1), _CELL - 1, "bar"),), (render.space(1),))
