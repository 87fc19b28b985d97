"""Draws the histogram: bars, an axis, and the selected bucket in words."""

from __future__ import annotations

from datetime import date

from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import Line
from tui.i18n import speech
from tui.i18n.speech import count, say
from tui.view import activity
from tui.view.activity import Activity, Bucket
from tui.view.state import View

_EIGHTHS = " ▁▂▃▄▅▆▇█"
SCALE = 8
"""Cells before the bars, for the number that their height stands for."""
_LABEL = 5
"""Cells that a year below the bars needs."""


def chart(view: View, found: Activity, width: int, height: int) -> list[Line]:
    """Every line, at most `width` cells: words, `height` lines of bars, years."""
    most = max((bucket.events for bucket in found.buckets), default=0) or 1
    lines = [words(view, found, width), render.BLANK]
    for level in range(height - 1, -1, -1):
        cells = [_cell(bucket, level, most, height, here=bucket is found.here) for bucket in found.buckets]
        lines.append(render.across(_scale(most, level, height), *cells))
    return [*lines, *below(found, width, SCALE)]


def below(found: Activity, width: int, margin: int) -> list[Line]:
    """The years below the buckets, and the sign of the selected one; behind so many empty cells."""
    lead = (render.space(margin),)
    here = (((("▲" if bucket is found.here else " "), 1, "mark"),) for bucket in found.buckets)
    return [render.across(lead, _axis(found, width - margin)), render.across(lead, *here)]


def _scale(most: int, level: int, height: int) -> Line:
    """The number of events that the top of a bar of that height stands for: at the top, and in the middle."""
    half = most * (level + 1) // height
    told = level == height - 1 or (level == height // 2 - 1 and most * (level + 1) % height == 0)
    said = speech.number(half) if told else ""
    return ((render.space(SCALE - 1 - len(said))), (said, len(said), "faint"), render.space(1))


def _cell(bucket: Bucket, level: int, most: int, height: int, *, here: bool) -> Line:
    """One cell of a bar; whatever happened at all is seen."""
    eighths = max(1, round(bucket.events / most * height * 8)) if bucket.events else 0
    sign = _EIGHTHS[max(0, min(eighths - level * 8, 8))]
    return ((sign, 1, "accent" if here else "bar"),)


def words(view: View, found: Activity, width: int, by: str = "") -> Line:
    """The selected bucket, its number of events, the unit, and what the histogram is parted by."""
    here = found.here
    parts = [(named(found), "title"), (" · ", "faint"), (count("{n} event", "{n} events", here.events), "number")]
    parts += [(" · ", "faint"), (say(found.unit), "faint")]
    parts += [(" · ", "faint"), (say(by), "accent")] if by else []
    if loose := activity.uncounted(view):
        said = count("{n} with only a bound is not counted", "{n} with only a bound are not counted", loose)
        parts += [(" · ", "faint"), (said, "faint")]
    return render.label(parts, width, mode=view.mode)


def named(found: Activity) -> str:
    """The selected bucket in words."""
    first, last = found.here.first, found.here.last
    if found.unit == activity.DAY:
        return render_when.day(first)
    if found.unit == activity.MONTH:
        return render_when.heading((first.year, first.month))
    if found.unit == activity.YEAR:
        return render_when.heading((first.year, 0))
    return say("{first} – {last}", first=_short(first, found.unit), last=_short(last, found.unit))


def _short(day: date, unit: str) -> str:
    return speech.spoken().plain(day.year) if unit == activity.DECADE else render_when.short_day(day)


def _axis(found: Activity, width: int) -> Line:
    """The year, or finer than weeks the month, below the first bucket of each, where there is room."""
    blocks: list[Line] = []
    used = free = 0
    before = ""
    for place, bucket in enumerate(found.buckets):
        label = _mark(bucket.first, found.unit)
        if label != before and place >= free and place + len(label) <= min(width, len(found.buckets) + _LABEL):
            blocks += [(render.space(place - used),), ((label, len(label), "faint"),)]
            used = place + len(label)
            free = used + 1
        before = label
    return render.across(*blocks)


def _mark(day: date, unit: str) -> str:
    year = speech.spoken().plain(day.year)
    if unit == activity.DAY:
        return f"{speech.spoken().plain(day.month)}/{year}"
    return year
