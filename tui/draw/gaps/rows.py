"""Draws the rows of the sheet of a gap."""

from __future__ import annotations

from tui.draw import line as render
from tui.draw import signs
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.i18n.speech import count, say
from tui.view.gaps.rows import GapRow, GapRows
from tui.view.state import View

_DAY = 24
"""Cells of the day of an event or of a report."""


def row(view: View, found: GapRows, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells."""
    here = found.rows[number]
    if here.heading:
        return render.one(_heading(here), width, "heading", mode=view.mode, way=render.base())
    chosen = number == found.at
    room = max(8, width - _DAY - 4)
    day = render.one(_day(here), _DAY - 1, "date", mode=view.mode, way=render.base())
    line = render.across(
        ((render.pointer() if chosen else " ", 1, "mark"),),
        (render.space(1),),
        _sign(here),
        (render.space(1),),
        day,
        (render.space(1),),
        render.one(_title(here), room, "", mode=view.mode),
    )
    return tuple((text, cells, f"chosen {style}".strip()) for text, cells, style in line) if chosen else line


def _heading(row: GapRow) -> str:
    if row.heading == "candidates":
        return count(
            "{n} event without a day of its own could fall here",
            "{n} events without a day of their own could fall here",
            row.number,
        )
    if row.heading == "hidden":
        return count("{n} event of that time is not shown", "{n} events of that time are not shown", row.number)
    return count("{n} report of that time", "{n} reports of that time", row.number)


def _sign(row: GapRow) -> Line:
    if row.event is None:
        return (("¶", 1, "faint"),)
    return ((signs.sign(row.event), 1, f"{signs.hue(row.event)} sign"),)


def _day(row: GapRow) -> str:
    """Of a report its own; of an event without one that of the report that tells of it."""
    if row.event is None or (row.event.when is not None and not row.event.bounded):
        return render_when.alone(row.when)
    if row.event.when is not None:
        return render_when.alone(row.event.when)
    return say("told {day}", day=render_when.alone(row.when)) if row.when is not None else say("undated")


def _title(row: GapRow) -> str:
    if row.event is not None:
        return row.event.title
    report = row.report
    return " · ".join(filter(None, (report.publisher, report.title or report.id))) if report is not None else ""
