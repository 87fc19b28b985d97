"""Draws the places: a row each, with a bar as long as its events are many."""

from __future__ import annotations

from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n import speech
from tui.view.places import Places
from tui.view.state import View

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_COUNT = 7
_MARK = 3
_INDENT = 2
_NAME, _LEAST = 30, 16
"""Cells of a name, with what it stands in by, where there is room and where there is none."""


def row(view: View, found: Places, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells."""
    place = found.rows[number]
    here = "chosen" if number == found.at else ""
    names = view.timeline.names
    text = names[place.id].name(speech.spoken().code) if place.id in names else place.id
    indent = _INDENT * min(place.depth, 4)
    room = max(_LEAST, min(_NAME, width // 3))
    rest = max(4, width - _MARK - 2 - room - _COUNT - 1)
    most = max((one.events for one in found.rows), default=1)
    way = render.base()
    count = f"{speech.number(place.events):>{_COUNT}}"
    drawn = render.across(
        ((f" {render.pointer() if here else ' '} ", _MARK, "mark"),),
        (render.space(indent),),
        render.across(((_sign(place.inside, opened=place.opened), 1, "key"),), (render.space(1),)),
        render.one(text, room - indent, "title" if not place.depth else "happened", mode=view.mode, way=way),
        ((count if not way else count.strip().ljust(_COUNT), len(count), "number"),),
        (render.space(1),),
        _bar(place.events / most, rest, "accent" if here else "bar"),
    )
    return tuple((said, cells, f"{here} {own}".strip()) for said, cells, own in drawn)


def _sign(inside: int, *, opened: bool) -> str:
    if not inside:
        return " "
    return "▾" if opened else "◂" if render.base() else "▸"


def _bar(part: float, width: int, style: str) -> Line:
    """So much of the width; whatever happened at all is seen. From the right only whole cells can be filled."""
    if render.base():
        cells = max(1, round(part * width))
        return render.across((("█" * cells, cells, style),), (render.space(width - cells),))
    eighths = max(1, round(part * width * 8))
    whole, rest = divmod(eighths, 8)
    text = "█" * whole + (_EIGHTHS[rest] if rest else "")
    return ((text, len(text), style), render.space(width - len(text)))
