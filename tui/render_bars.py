"""How the bars above and below the panes are drawn: what is read and how much of it, who is pinned, which keys help."""

from __future__ import annotations

from tui import keys, render
from tui.render import Line, Part
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
    return (*left, render.space(gap), *right)


def _counts(view: View, width: int) -> Line:
    if view.loading or view.failed:
        return ()
    hidden = view.total - view.count
    parts: list[Part] = []
    if words := render.filter_words(view):
        filters = " · ".join(render.isolated(part) for part in words)
        parts = [(render.ltr(filters), "accent" if view.filtering else "off"), ("   ", "")]
        if not view.filtering:
            parts.insert(0, ("filters off: ", "faint"))
    reports = len(view.timeline.reports)
    numbers: list[Part] = [
        (f"{view.count:,}", "number"),
        (f" event{'s' if view.count != 1 else ''} · ", "faint"),
        (f"{hidden:,}", "accent" if hidden else "faint"),
        (f" hidden · {reports:,} report{'s' if reports != 1 else ''}", "faint"),
    ]
    tail = render.label(numbers, width, mode=view.mode)
    room = width - render.width_of(tail)
    return (*render.label(parts, room, mode=view.mode), *tail) if parts and room > 8 else tail


def foot(view: View, width: int) -> Line:
    """What the program has to say; else the pinned actors, and the keys that fit."""
    if view.told:
        return (render.space(1), *render.label([(view.told, "told")], width - 2, mode=view.mode))
    pins = _pins(view, width - (_LEAST if width < _WIDE else _FULL))
    hints = _hints(width - render.width_of(pins) - 2)
    return (*pins, render.space(width - render.width_of(pins) - render.width_of(hints)), *hints)


def _hints(width: int) -> Line:
    parts: list[Part] = []
    used = 0
    for key, word in keys.hints():
        used += len(key) + len(word) + 3
        if used > width:
            break
        parts += [(key, "key"), (f" {word}  ", "faint")]
    return render.label(parts, width, mode="visual") if parts else ()


def _pins(view: View, width: int) -> Line:
    line: Line = (render.space(1),)
    for place, (id, count) in enumerate(view.pins):
        pin = _pin(view, place, id, count)
        if render.width_of(line) + render.width_of(pin) > width:
            break
        line = (*line, *pin)
    return line


def _pin(view: View, place: int, id: str, count: int) -> Line:
    name = render.actor_name(view.timeline.names, id)
    style = {Choice.ONLY: "pin-only", Choice.NOT: "pin-not", Choice.OFF: ""}[view.filter.choice(id)]
    if not view.filtering and style:
        style = "off"
    return (
        (render.PINNED[place], 1, f"{style} key".strip()),
        render.space(1, style),
        *render.clipped(name, _NAME, style, mode=view.mode),
        *render.label([(f" {count:,}  ", "faint")], 10, mode=view.mode),
    )
