"""How the bars above and below the panes are drawn: what is read and how much of it, who is pinned, which keys help."""

from __future__ import annotations

from tui import render, review
from tui.render import Line, Part
from tui.speech import count, number, say
from tui.state import Choice, View

_LEAST = 20
"""Cells that the hints have even where many actors are pinned: search and help."""
_WIDE, _FULL = 110, 58
"""From so many cells on all hints are shown, and the cells they take."""
_NAME = 14


def top(view: View, width: int) -> Line:
    """The name of what is read, how many events are shown and hidden, the filter in words."""
    title = [("Waqai", "accent"), (" · ", "faint"), (view.title, "")] if view.title else [("Waqai", "accent")]
    left = render.label(title, max(8, width // 2), mode=view.mode)
    right = _counts(view, width - render.width_of(left) - 3)
    gap = width - render.width_of(left) - render.width_of(right)
    return render.across(left, (render.space(gap),), right)


def _counts(view: View, width: int) -> Line:
    if view.loading or view.failed:
        return ()
    hidden = view.total - view.count
    parts: list[Part] = []
    if words := render.filter_words(view):
        filters = " · ".join(render.isolated(part) for part in words)
        parts = [(render.framed(filters), "accent" if view.filtering else "off"), ("   ", "")]
        if not view.filtering:
            parts.insert(0, (say("filters off: "), "faint"))
    numbers: list[Part] = [
        (count("{n} event", "{n} events", view.count), "number"),
        (" · ", "faint"),
        (count("{n} hidden", "{n} hidden", hidden), "accent" if hidden else "faint"),
        (" · ", "faint"),
        (count("{n} report", "{n} reports", len(view.timeline.reports)), "faint"),
    ]
    if done := review.reviewed(view.index):
        numbers += [(" · ", "faint"), (say("{done} of {all} reviewed", done=done, all=view.total), "faint")]
    if view.marked:
        numbers += [(" · ", "faint"), (count("{n} marked", "{n} marked", len(view.marked)), "accent")]
    tail = render.label(numbers, width, mode=view.mode)
    room = width - render.width_of(tail)
    return render.across(render.label(parts, room, mode=view.mode), tail) if parts and room > 8 else tail


def foot(view: View, width: int) -> Line:
    """What the program has to say; else the pinned actors, and the keys that fit."""
    if view.told:
        return render.across((render.space(1),), render.label([(view.told, "told")], width - 2, mode=view.mode))
    pins = _pins(view, width - (_LEAST if width < _WIDE else _FULL))
    hints = _hints(view, width - render.width_of(pins) - 2)
    gap = width - render.width_of(pins) - render.width_of(hints)
    return render.across(pins, (render.space(gap),), hints)


def _hints(view: View, width: int) -> Line:
    line: Line = ()
    for key, word in view.keys.hints():
        parts: list[Part] = [(render.key(key), "key"), (" ", ""), (say(word), "faint"), ("  ", "")]
        hint = render.label(parts, width, mode=view.mode)
        if render.width_of(line) + render.width_of(hint) > width:
            break
        line = render.across(line, hint)
    return line


def _pins(view: View, width: int) -> Line:
    line: Line = (render.space(1),)
    for place, (id, events) in enumerate(view.pins):
        pin = _pin(view, place, id, events)
        if render.width_of(line) + render.width_of(pin) > width:
            break
        line = render.across(line, pin)
    return line


def _pin(view: View, place: int, id: str, events: int) -> Line:
    name = render.actor_name(view.timeline.names, id)
    style = {Choice.ONLY: "pin-only", Choice.NOT: "pin-not", Choice.OFF: ""}[view.choice(id)]
    if not view.filtering and style:
        style = "off"
    return render.across(
        ((render.PINNED[place], 1, f"{style} key".strip()),),
        (render.space(1, style),),
        render.clipped(name, _NAME, style, mode=view.mode),
        render.label([(" ", ""), (number(events), "faint"), ("  ", "")], 10, mode=view.mode),
    )
