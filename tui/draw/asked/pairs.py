"""Draws the pairs of actors that may be one: a row each, and below it what is known of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline_core.decisions.pairs import Why
from timeline_core.model.decision import Act
from timeline_core.model.event import Event
from tui.draw import line as render
from tui.draw import when as render_when
from tui.draw.line import BLANK, Line, Part
from tui.i18n import speech
from tui.i18n.speech import count, later, say
from tui.view import pairs
from tui.view.pairs import Pairs
from tui.view.state import View

_MARK = 3
_DAY = 20
"""Cells of a day, with what parts it from the title."""
_SIGNS: Mapping[Act | None, str] = {
    Act.SAME: "=",
    Act.DIFFERENT: "≠",
    Act.UNSURE: later("?"),
    Act.MERGE: "=",
    Act.APART: "≠",
    Act.DOUBT: later("?"),
    None: " ",
}
_WHY = {
    Why.PARTS: later("one name holds the other"),
    Why.WORDS: later("one name holds the other"),
    Why.INITIALS: later("the one is called by the first letters of the other"),
}


def row(view: View, found: Pairs[Why], number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells: both names, and the sign of the answer between them."""
    pair = found.rows[number]
    said = (_shown(view, pair.one), _shown(view, pair.other))
    return beside(view, said, pair.said, width, here=number == found.at)


def beside(view: View, shown: tuple[str, str], said: Act | None, width: int, *, here: bool) -> Line:
    """The two names or titles in a line of exactly `width` cells, with the sign of the answer between them."""
    chosen = "chosen" if here else ""
    style = "happened" if said is None else "faint"
    sign = _SIGNS[said]
    half = max(4, (width - _MARK - 3) // 2)
    rest = max(4, width - _MARK - 3 - half)
    first, second = shown
    way = render.base()
    drawn = render.across(
        ((f" {render.pointer() if here else ' '} ", _MARK, "mark"),),
        render.one(first, half, style, mode=view.mode, way=way),
        ((f" {say(sign) if sign.strip() else sign} ", 3, "mark"),),
        render.one(second, rest, style, mode=view.mode, way=way),
    )
    return tuple((words, cells, f"{chosen} {own}".strip()) for words, cells, own in drawn)


def _shown(view: View, id: str) -> str:
    names = view.timeline.names
    return names[id].name(speech.spoken().code) if id in names else id


def about(view: View, found: Pairs[Why], width: int, most: int) -> list[Line]:
    """What is known of the selected pair: why it is asked about, and of each its names and its last events.

    Args:
        most: of how many events each is told; every pair takes as many lines, so that nothing moves.
    """
    pair = found.here
    if pair is None:
        return []
    lines = [render.label([(say(_WHY[pair.why]), "faint")], width, mode=view.mode)]
    for id in (pair.one, pair.other):
        told = [*_told(view, id, width, most)]
        lines += [*told, *([BLANK] * (most + 1 - len(told)))]
    return lines


def _told(view: View, id: str, width: int, most: int) -> Iterator[Line]:
    counts = dict(view.index.actors)
    parts: list[Part] = [(_shown(view, id), "title")]
    for name in _others(view, id):
        parts += [(" · ", "faint"), (name, "happened")]
    parts += [(" · ", "faint"), (count("{n} event", "{n} events", counts.get(id, 0)), "faint")]
    yield render.label(parts, width, mode=view.mode)
    for event in pairs.latest(view, id, most):
        yield _event(view, event, width)


def _others(view: View, id: str) -> list[str]:
    """Its names in the other scripts, where it has some."""
    names = view.timeline.names
    if id not in names:
        return []
    every = (names[id].name(lang) for lang in names[id].names)
    return [name for name in dict.fromkeys(every) if name != _shown(view, id)]


def _event(view: View, event: Event, width: int) -> Line:
    day = render_when.brief(event.when) if event.when else say("undated")
    room = max(4, width - _DAY - 2)
    way = render.base()
    return render.across(
        (render.space(2),),
        render.one(day, _DAY, "date", mode=view.mode, way=way),
        render.one(event.title, room, "said", mode=view.mode, way=way),
    )
