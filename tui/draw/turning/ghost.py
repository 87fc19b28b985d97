"""Draws where an event would stand if its report were of the day that is tried."""

from __future__ import annotations

from timeline_core.model.event import Kind
from timeline_core.publication.tried import Move
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.draw.list import title_at
from tui.view.state import View

_SIGNS = {Kind.OCCURRENCE: "●", Kind.ANNOUNCEMENT: "○", Kind.PLANNED: "▷", Kind.DENIAL: "✕"}
_DATE = 24


def row(view: View, move: Move, under: int, width: int) -> Line:
    """A row with a plus in its margin, exactly `width` cells.

    Args:
        under: the row of the listing below which it stands.
    """
    section = view.listing.section(under)
    words = render_when.label(move.after, section) if isinstance(section, tuple) else render_when.alone(move.after)
    date = render.label([(words, "moved")], _DATE, mode=view.mode)
    bounded = move.kind is Kind.OCCURRENCE and move.after is not None and move.after.bound
    sign = "◌" if bounded else _SIGNS[move.kind]
    head = render.across((("+", 1, "moved"),), (render.space(2),), ((sign, 1, "moved sign"),), (render.space(1),), date)
    gap = max(1, title_at(section) - render.width_of(head))
    room = max(4, width - render.width_of(head) - gap - 1)
    title = render.one(move.title, room, "moved", mode=view.mode)
    return render.across(head, (render.space(gap),), title, (render.space(1),))
