"""Draws the pairs of events that may be one: a row each, and below it both side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from timeline_core.decisions.event_pair import EventPair
from timeline_core.model.event import Event
from tui.draw import compare
from tui.draw import detail as render_detail
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.asked import pairs as render_pairs
from tui.draw.line import BLANK, Line
from tui.i18n.speech import count, say
from tui.view import sources
from tui.view.pairs import Pairs
from tui.view.state import View

_GAP = 4


def row(view: View, found: Pairs[EventPair], number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells: both titles, and the sign of the answer between them."""
    pair = found.rows[number]
    titles = (pair.why.one.title, pair.why.other.title)
    return render_pairs.beside(view, titles, pair.said, width, here=number == found.at)


def which_day(pair: EventPair) -> str:
    """The question which of two days holds."""
    first, second = (render_when.full(event.when) for event in (pair.one, pair.other))
    return say("Which day holds?  1 {first}   2 {second}", first=first, second=second)


def turned(pair: EventPair) -> EventPair:
    """The same with the second event first: its day and title hold."""
    one, other = pair.pieces
    return pair._replace(one=pair.other, other=pair.one, pieces=(other, one))


def about(view: View, pair: EventPair, weighed: str, width: int, most: int) -> list[Line]:
    """Why it is asked about, then both events side by side, each line at most `width` cells.

    Args:
        weighed: what the two share and differ in.
        most: lines.
    """
    half = max(16, (width - _GAP) // 2)
    first, second = (list(_column(view, pair, side, half)) for side in (0, 1))
    lines = [BLANK]
    for one, other in zip(first, second, strict=True):
        lines += [compare.beside(*both, half) for both in zip_longest(one, other, fillvalue=BLANK)]
    why = render.paragraph([(render.sentence(weighed), "faint")], width, mode=view.mode) if weighed else []
    return (why + lines)[:most]


def _column(view: View, pair: EventPair, side: int, width: int) -> Iterator[list[Line]]:
    """Blocks of lines; those of both columns stand at one height."""
    own, other = (pair.one, pair.other) if side == 0 else (pair.other, pair.one)
    mine, theirs = ([render_when.full(event.when)] for event in (own, other))
    yield compare.field(view, render_detail.WHEN, mine, theirs, width, compare.SHARED)
    yield render.paragraph([(_told_by(view, own), "faint")], width, mode=view.mode)
    for name, values in (
        (render_detail.WHO, _who),
        (render_detail.WHERE, _where),
        (render_detail.FIGURES, _figures),
    ):
        if values(view, own) or values(view, other):
            yield compare.field(view, name, values(view, own), values(view, other), width, compare.SHARED)
    yield [BLANK]
    yield compare.quote(view, pair.pieces[side], [pair.pieces[1 - side]], width, compare.SHARED)


def _told_by(view: View, event: Event) -> str:
    """In how many reports, and by whom the first of them is."""
    report = sources.report(view.timeline, event.evidence[0].report)
    who = (report.publisher or report.title or report.id) if report else event.evidence[0].report
    return " · ".join((who, count("{n} report", "{n} reports", len(event.reports))))


def _who(view: View, event: Event) -> list[str]:
    return [render.actor_name(view.timeline.names, id) for id in event.actors]


def _where(view: View, event: Event) -> list[str]:
    return [render.actor_name(view.timeline.names, id) for id in event.places]


def _figures(view: View, event: Event) -> list[str]:
    del view
    told = (say("{number} {what}", number=render_detail.value(one), what=say(one.what)) for one in event.figures)
    return list(dict.fromkeys(told))
