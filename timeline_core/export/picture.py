"""A picture of some events (SVG): a row an event, its days on one axis, its title beside them.

What is known only as a month is a bar as long as the month, a bound one that fades towards its open end; nothing is
drawn finer than it is known, and what has no day at all has a row without a mark. It stands by itself in a file or in a
page, in the colours of the page, and from the right in a language that is read so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline_core.export import words
from timeline_core.export.element import Html, direction, element
from timeline_core.export.harmless import make_harmless
from timeline_core.model.event import Event, Kind
from timeline_core.model.when import NEWS, When
from timeline_core.view.teller import Teller

MOST = 60
"""Events of one picture, at most: more of them are a list, and no picture."""
_WIDTH, _DAYS, _MARGIN, _TOP, _ROW = 960, 230, 16, 34, 30
"""Sizes in units of the picture: all of it, the column of the days, the edge, the axis, a row."""
_DOT, _LETTER, _GAP = 5, 7, 10
"""Half a dot, the width of a letter about, and what stands between a mark and its title."""
_TICKS = 7
"""Ticks of the axis, at most."""
LEFT, RIGHT = "left", "right"
_LONGEST_MONTH = 31
_YEAR_OF_DAYS = 366


def picture(events: Sequence[Event], tell: Teller) -> Html:
    """Draw the events in this order; nothing where none of them has a day, or where they are too many."""
    spans = [found for event in events if (found := _span(event.when)) is not None]
    if not spans or len(events) > MOST:
        return Html()
    first, last = min(one for one, _ in spans), max(other for _, other in spans)
    axis = _Axis(first, last, rtl=tell.rtl)
    height = _TOP + _ROW * len(events) + _MARGIN
    rows = (part for number, event in enumerate(events) for part in _row(number, event, axis, tell))
    parts = (*_ticks(axis, height, tell), *rows)
    return element(
        "svg",
        element("title", tell.document_title),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        font_family='system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif',
        font_size="13",
        fill="currentColor",
        color="#1c1c1a",
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """From days to places of the picture."""

    first: date
    last: date
    rtl: bool

    def x(self, day: date) -> float:
        """Where the day stands; a day alone stands in the middle."""
        room = _WIDTH - _DAYS - 2 * _MARGIN
        days = (self.last - self.first).days
        at = _DAYS + _MARGIN + (room * (day - self.first).days / days if days else room / 2)
        return self.turned(at)

    def turned(self, x: float) -> float:
        """From the other side, where the language is read so."""
        return _WIDTH - x if self.rtl else x


def _span(when: When | None) -> tuple[date, date] | None:
    """First and last day to draw; of a bound the month before it, of an open end the other one."""
    first, last = words.days(when)
    if when is not None and when.bound and last is not None:
        first = last - NEWS
    if first is None and last is None:
        return None
    return (first or last or date.min), (last or first or date.max)


def _row(number: int, event: Event, axis: _Axis, tell: Teller) -> Iterator[Html]:
    middle = _TOP + _ROW * number + _ROW // 2
    said = _cut(words.heading(event, tell), _DAYS - _MARGIN)
    yield _text(said, axis.turned(_MARGIN), middle, RIGHT if axis.rtl else LEFT, fill_opacity="0.7")
    span = _span(event.when)
    if span is None:
        edges = axis.x(axis.first), axis.x(axis.first)
    else:
        edges = axis.x(span[0]), axis.x(span[1])
        yield _mark(event, edges, middle)
    yield _title(event, edges, middle, axis, tell)


def _mark(event: Event, edges: tuple[float, float], middle: int) -> Html:
    """A dot for a day, a bar for more; hollow what was only said, planned or denied, dashed a bound."""
    low, high = sorted(edges)
    hollow = event.kind is not Kind.OCCURRENCE
    look = {"stroke": "#0b6e6e", "stroke-width": "2", "fill": "none" if hollow or event.bounded else "#0b6e6e"}
    if event.bounded:
        look["stroke-dasharray"] = "3 3"
    if high - low < 2 * _DOT:
        return element("circle", cx=f"{(low + high) / 2:.1f}", cy=str(middle), r=str(_DOT), **look)
    across = {"x": f"{low:.1f}", "y": str(middle - _DOT), "width": f"{high - low:.1f}", "height": str(2 * _DOT)}
    return element("rect", rx=str(_DOT), **across, **look)


def _title(event: Event, edges: tuple[float, float], middle: int, axis: _Axis, tell: Teller) -> Html:
    """On the side of the mark where there is more room, as much of it as fits."""
    low, high = sorted(edges)
    left, right = low - (_MARGIN if axis.rtl else _DAYS), _WIDTH - (_DAYS if axis.rtl else _MARGIN) - high
    title = make_harmless(event.title) or tell.said("no_title")
    behind = right >= left
    room = max(right, left) - _DOT - _GAP
    x = high + _DOT + _GAP if behind else low - _DOT - _GAP
    return _text(_cut(title, room), x, middle, LEFT if behind else RIGHT)


def _cut(said: str, room: float) -> str:
    """As much as fits, about."""
    most = max(1, int(room / _LETTER))
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"


def _text(said: str, x: float, middle: int, anchor: str, **more: str) -> Html:
    """The words at a place that is their left edge, middle or right edge, whatever their direction."""
    way = direction(said)
    named = {LEFT: "start", RIGHT: "end"} if way == "ltr" else {LEFT: "end", RIGHT: "start"}
    places = {"x": f"{x:.1f}", "y": str(middle + 4), "text-anchor": named.get(anchor, anchor)}
    return element("text", said, direction=way, **places, **more)


def _ticks(axis: _Axis, height: int, tell: Teller) -> Iterator[Html]:
    """Lines at the beginnings of years, months or days, as many as can be read."""
    for when in _days_to_tick(axis.first, axis.last):
        first = when.first
        if first is None or not axis.first <= first <= axis.last:
            continue
        x = f"{axis.x(first):.1f}"
        yield element("line", x1=x, x2=x, y1=str(_TOP - 8), y2=str(height - _MARGIN), stroke="currentColor",
                      stroke_opacity="0.15")  # fmt: skip
        said = tell.day(first) if when.edtf.count("-") > 1 else tell.when(when)
        yield _text(said, axis.x(first), _TOP - _ROW // 2 - 3, "middle", fill_opacity="0.6", font_size="11")


def _days_to_tick(first: date, last: date) -> Iterator[When]:
    days = (last - first).days
    if days > 2 * _YEAR_OF_DAYS:
        years = range(first.year, last.year + 1)
        yield from (When(f"{year:04}") for year in years[:: -(-len(years) // _TICKS)])
    elif days > 2 * _LONGEST_MONTH:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        yield from (When(f"{n // 12:04}-{n % 12 + 1:02}") for n in months[:: -(-len(months) // _TICKS)])
    else:
        step = max(1, -(-days // (_TICKS - 2)))
        yield from (When((first + timedelta(n)).isoformat()) for n in range(0, days + 1, step))
