"""How a row of the timeline list is drawn."""

from __future__ import annotations

from timeline_core.event import Event
from tui import render, render_when
from tui.render import Line
from tui.render_rows import Gap, Heading, Space
from tui.render_when import Section
from tui.state import View

TITLE_AT = 18


def row(view: View, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells; an empty line below the last."""
    rows = view.listing.rows
    if not 0 <= number < len(rows):
        return (render.space(width),)
    here = rows[number]
    if isinstance(here, Space):
        return (render.space(width),)
    if isinstance(here, Heading):
        return _words(f" {render_when.heading(here.section)}", "heading", width)
    if isinstance(here, Gap):
        return _words(f"      ⋮   {here.words}", "faint", width)
    return _event(view, here, view.listing.section(number), width)


def _words(words: str, style: str, width: int) -> Line:
    """Words of the program, each sign of which takes one cell."""
    return ((words[:width].ljust(width), width, style),)


def _event(view: View, event: Event, section: Section, width: int) -> Line:
    chosen = "chosen" if event.id == view.chosen else ""
    branch = view.listing.branches.get(event.id, "")
    margin = f" {'›' if chosen else ' '} " + (f"  {branch} " if branch else "")
    date = render_when.label(event.when, section)
    lead = f"{render.sign(event)} "
    used = len(margin) + len(lead) + len(date)
    gap = max(1, TITLE_AT - used)
    title_width = max(4, width - used - gap - 1)
    spans = render.hits(event.title, view.needle)
    title = render.one(event.title, title_width, render.rank(event), spans, mode=view.mode)
    line = (
        (margin, len(margin), "mark" if chosen else "faint"),
        (lead, len(lead), f"{render.rank(event)} sign"),
        (date, len(date), "date"),
        render.space(gap),
        *title,
        render.space(1),
    )
    return tuple((text, cells, f"{chosen} {style}".strip()) for text, cells, style in line) if chosen else line
