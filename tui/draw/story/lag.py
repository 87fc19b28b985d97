"""Draws how long after it happened something was said and printed: a bar in cells for each, on one axis."""

from __future__ import annotations

from timeline_core.view.lag import Ladder, Step, Usual
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import BLANK, Line
from tui.i18n.speech import count, say

_NAME, _LAG, _DAY = 24, 14, 13
"""Cells of who said or printed it, of how long after, and of the day."""
_HAPPENED, _SAID, _PRINTED, _COPIED = "●", "○", "■", "□"
_LEAST = 8
"""Cells of the axis, at least."""


def ladder(found: Ladder, title: str, width: int, *, mode: Mode) -> list[Line]:
    """The event, then a row for each who said it, then for each outlet, in order of days."""
    drawn = [render.one(title, width, "happened", mode=mode, way=render.base())]
    rows = [(step, _SAID, "told") for step in found.said]
    rows += [(step, _COPIED if step.copied else _PRINTED, "said") for step in found.printed]
    for step, sign, style in rows:
        drawn.append(_row(step, sign, style, found.longest, width, mode=mode))
    if not rows:
        drawn.append(render.one(say("no report of it has a day"), width, "faint", mode=mode, way=render.base()))
    return [*drawn, *render.many(render.sentence(_legend(found)), width, "faint", mode=mode)]


def _legend(found: Ladder) -> str:
    said = [say("● happened {day}", day=render_when.day(found.happened))]
    said += [say("○ said")] if found.said else []
    said += [say("■ printed")] if any(not step.copied for step in found.printed) else []
    said += [say("□ printed, a copy of another")] if any(step.copied for step in found.printed) else []
    said += [say("~ its day was inferred")] if any(step.inferred for step in found.printed) else []
    return "   ".join(said)


def _row(step: Step, sign: str, style: str, longest: int, width: int, *, mode: Mode) -> Line:
    room = max(_LEAST, width - _NAME - _LAG - _DAY)
    way = render.base()
    day = f"{'~' if step.inferred else ''}{render_when.short_day(step.day)}"
    return render.across(
        render.one(step.name, _NAME - 1, "name", mode=mode, way=way),
        (render.space(1),),
        _bar(step.after, sign, style, longest, room),
        render.one(_after(step.after), _LAG, "number", mode=mode, way=way),
        render.one(day, _DAY, "date", mode=mode, way=way),
    )


def _bar(after: int, sign: str, style: str, longest: int, room: int) -> Line:
    """From the day it happened to the sign; a lag of none is the sign alone."""
    cells = room - 2
    at = max(0, round((cells - 1) * after / longest)) if longest else 0
    if not at:
        return render.across(((sign, 1, style),), (render.space(room - 1),))
    line = ("─" * (at - 1), at - 1, "rule")
    return render.across(((_HAPPENED, 1, "faint"),), (line,), ((sign, 1, style),), (render.space(room - at - 1),))


def _after(days: int) -> str:
    if not days:
        return say("the same day")
    if days < 0:
        return count("{n} day before", "{n} days before", -days)
    return count("{n} day later", "{n} days later", days)


def usual(found: tuple[Usual, ...], width: int, most: int, *, mode: Mode) -> list[Line]:
    """The median lag of each outlet of what is shown, so many of them at most."""
    if not found:
        return []
    way = render.base()
    longest = max(one.median for one in found)
    drawn = [BLANK, render.one(say("As a rule, of what is shown"), width, "heading", mode=mode, way=way)]
    room = max(_LEAST, width - _NAME - _LAG - _DAY)
    for one in found[:most]:
        events = count("{n} event", "{n} events", one.events)
        drawn.append(
            render.across(
                render.one(one.name, _NAME - 1, "name", mode=mode, way=way),
                (render.space(1),),
                _bar(one.median, _PRINTED, "said", longest, room),
                render.one(_after(one.median), _LAG, "number", mode=mode, way=way),
                render.one(events, _DAY, "date", mode=mode, way=way),
            )
        )
    return drawn
