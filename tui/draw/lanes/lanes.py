"""Draws the lanes of the histogram: a name, a sign a bucket, the number of its events."""

from __future__ import annotations

from tui.draw import activity as render_activity
from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n import speech
from tui.i18n.speech import say
from tui.view import pins as pinning
from tui.view.activity import Activity
from tui.view.lanes.lanes import Lane
from tui.view.state import View

NAME, TOTAL = 18, 7
"""Cells of the name, and of the number behind a lane."""
_EIGHTHS = "▁▂▃▄▅▆▇█"


def chart(view: View, found: Activity, shown: tuple[Lane, ...], by: str, width: int, height: int) -> list[Line]:
    """Every line, at most `width` cells: words, `height` lines of lanes, years."""
    most = max((events for lane in shown for events in lane.events), default=0) or 1
    words = render_activity.words(view, found, width, by)
    lines = [words, render.BLANK]
    lines += [_lane(view, found, lane, most) for lane in shown[:height]]
    if not shown:
        said = say("no event that is shown names one")
        lines.append(render.one(said, width, "faint", mode=view.mode, way=render.base()))
    lines += [render.BLANK] * (height - max(1, len(shown)))
    return [*lines, *render_activity.below(found, width, NAME)]


def _lane(view: View, found: Activity, lane: Lane, most: int) -> Line:
    name = render.actor_name(view.timeline.names, lane.id)
    hue = pinning.hues(view.pins).get(lane.id, "name")
    total = speech.number(lane.total)
    cells = [_cell(events, most, here=at == found.at) for at, events in enumerate(lane.events)]
    return render.across(
        render.one(name, NAME - 1, hue, mode=view.mode, way=render.base()),
        (render.space(1),),
        *cells,
        (render.space(TOTAL - len(total)),),
        ((total, len(total), "faint"),),
    )


def _cell(events: int, most: int, *, here: bool) -> Line:
    """One bucket; whatever happened at all is seen."""
    if not events:
        return (("·", 1, "mark" if here else "rule"),)
    height = max(0, round(events / most * (len(_EIGHTHS) - 1)))
    return ((_EIGHTHS[height], 1, "accent" if here else "bar"),)
