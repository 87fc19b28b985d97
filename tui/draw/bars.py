"""Draws the top bar (title, counts, filter) and the foot bar (message, or pinned actors and keys)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_core.model.report import INFERRED, UNKNOWN
from tui.draw import line as render
from tui.draw.line import Line, Part
from tui.i18n.speech import count, number, say
from tui.keys.keys import FIRST, HINTS
from tui.view import doubting, review
from tui.view import pins as pinning
from tui.view.state import Choice, View

_NARROW, _WIDE = 60, 110
"""Below so many cells two hints are sure of their place, below so many four, from there on five; then come pins."""
_ROOMY = 70
"""Cells from which on the reports are counted beside a filter."""
_SPACIOUS = 90
"""Cells from which on it is said in full where decisions go."""
_APART = 3
"""Cells between the filter in words and the counts."""
_BAR = 8
"""Cells of the bar of what is safe."""
_LONGEST = 40
"""Cells of a key and its word."""
_ALWAYS = 2
"""Hints that stand before those of the moment."""
_NAMES = (10, 14)
"""Cells of a pinned name, on a screen that is not wide and on a wide one."""


class Block(NamedTuple):
    """A stretch of a bar that does one thing when it is clicked."""

    line: Line
    does: str = ""
    """The Textual action; nothing for what only tells."""


Blocks = tuple[Block, ...]
"""In reading order."""


def drawn(blocks: Blocks) -> Line:
    """The line that the blocks make."""
    return render.across(*(block.line for block in blocks))


def action_at(blocks: Blocks, x: int) -> str:
    """What a click on that cell does; nothing where it does nothing."""
    left = 0
    for block in reversed(blocks) if render.base() else blocks:
        left += render.width_of(block.line)
        if x < left:
            return block.does
    return ""


def top(view: View, width: int) -> Blocks:
    """Title, numbers of shown and hidden events, filter in words, help key."""
    help = _hints(view, ("help",)) if width >= _NARROW else ()
    left = _counted(view, width - _width(help) - 3 * bool(help))
    return (Block(left), _between(width - render.width_of(left) - _width(help)), *help)


def _counted(view: View, width: int) -> Line:
    name: Part = (say("Waqai"), "accent")
    title = [name, (" · ", "faint"), (view.title, "")] if view.title else [name]
    title += [(" · ", "faint"), (_scratch(width), "faint")] if view.scratch else []
    left = render.label(title, max(8, width // 2), mode=view.mode)
    return _edges(left, _counts(view, width - render.width_of(left) - 3), width)


def _scratch(width: int) -> str:
    return say("scratch") if width < _SPACIOUS else say("scratch library")


def _edges(first: Line, last: Line, width: int) -> Line:
    """One at each edge of the line."""
    return render.across(first, (render.space(width - render.width_of(first) - render.width_of(last)),), last)


def _counts(view: View, width: int) -> Line:
    if view.loading or view.failed:
        return ()
    hidden = view.total - view.count
    parts: list[Part] = []
    if words := render.filter_words(view):
        filters = " · ".join(render.isolated(part) for part in words)
        parts = [(render.framed(filters), "accent" if view.filtering else "off")]
        if not view.filtering:
            parts.insert(0, (say("filters off: "), "faint"))
    numbers: list[Part] = [
        *_being_read(view),
        (count("{n} event", "{n} events", view.count), "number"),
        (" · ", "faint"),
        (count("{n} hidden", "{n} hidden", hidden), "accent" if hidden else "faint"),
    ]
    numbers += _without_bounds(view)
    numbers += _safe(view)
    if not parts or width >= _ROOMY:
        reports = count("{n} report", "{n} reports", len(view.timeline.reports))
        numbers += [(" · ", "faint"), (reports, "faint")]
    if done := review.reviewed(view.index):
        numbers += [(" · ", "faint"), (say("{done} of {all} reviewed", done=done, all=view.total), "faint")]
    if view.marked:
        numbers += [(" · ", "faint"), (count("{n} marked", "{n} marked", len(view.marked)), "accent")]
    tail = render.label(numbers, width, mode=view.mode)
    room = width - render.width_of(tail)
    if not parts or room <= _APART + 5:
        return tail
    return render.across(render.label(parts, room - _APART, mode=view.mode), (render.space(_APART),), tail)


def _without_bounds(view: View) -> list[Part]:
    """That what only has a bound is hidden."""
    return [] if view.bounds else [(" · ", "faint"), (say("≤ hidden"), "accent")]


def _safe(view: View) -> list[Part]:
    """Through the lens of doubts, how much of what is shown nobody can attack, as a bar and in numbers."""
    if not view.doubting:
        return []
    found = doubting.safe(view)
    full = found.safe * _BAR // max(1, found.shown)
    said = say("{safe} of {shown} safe", safe=found.safe, shown=found.shown)
    return [(" · ", "faint"), ("█" * full, "mark"), ("░" * (_BAR - full), "faint"), (" ", ""), (said, "accent")]


def _being_read(view: View) -> list[Part]:
    """Progress of reports that are not in the timeline yet."""
    if view.read is None:
        return []
    done, total = view.read
    if done >= total:
        return [(say("taking in what is new…"), "accent"), (" · ", "faint")]
    return [(count("{n} new report…", "{n} new reports…", total - done), "accent"), (" · ", "faint")]


def foot(view: View, width: int) -> Blocks:
    """The message; without one, pinned actors and the keys that fit."""
    if view.message:
        said = render.label([(view.message, "message")], width - 2, mode=view.mode)
        return (Block((render.space(1),)), Block(said))
    first = _first(view) if width >= _NARROW else ("help", *FIRST)
    sure = first[: 2 if width < _NARROW else 4 if width < _WIDE else 5]
    pins = _pins(view, width - _width(_hints(view, sure)) - 2, _NAMES[width >= _WIDE])
    keys = _fitting(view, first, width - _width(pins) - 2)
    return (*pins, _between(width - _width(pins) - _width(keys)), *keys)


def _first(view: View) -> Sequence[str]:
    """The commands of the foot, the most needed first: a story for what is marked, a day for a report without one."""
    moment = ["story"] if view.marked else []
    published = view.timeline.published.get(view.report.id) if view.report is not None else None
    if published is not None and published.origin in (INFERRED, UNKNOWN):
        moment.append("turn")
    others = [id for id in FIRST if id not in moment]
    return (*others[:_ALWAYS], *moment, *others[_ALWAYS:])


def _between(cells: int) -> Block:
    return Block((render.space(cells),))


def _width(blocks: Blocks) -> int:
    return sum(render.width_of(block.line) for block in blocks)


def _fitting(view: View, first: Sequence[str], width: int) -> Blocks:
    """The most important hints that fit, in their own order."""
    for most in range(len(first), 0, -1):
        blocks = _hints(view, [id for id in ("help", *HINTS) if id in first[:most]])
        if _width(blocks) <= width:
            return blocks
    return ()


def _hints(view: View, ids: Sequence[str]) -> Blocks:
    """Each key with its word, and empty cells between them."""
    blocks: list[Block] = []
    for command in view.keys.hints(*ids):
        parts: list[Part] = [(render.key(command.key), "key"), (" ", ""), (say(command.word), "faint")]
        blocks += [_between(2)] * bool(blocks)
        blocks.append(Block(render.label(parts, _LONGEST, mode=view.mode), command.does))
    return tuple(blocks)


def _pins(view: View, width: int, longest: int) -> Blocks:
    blocks, used = [_between(1)], 1
    for place, (id, events) in enumerate(view.pins):
        pin = _pin(view, place, id, events, longest)
        used += render.width_of(pin)
        if used > width:
            break
        blocks.append(Block(pin, f"wish('pin', {place + 1})"))
    return tuple(blocks)


def _pin(view: View, place: int, id: str, events: int, longest: int) -> Line:
    name = render.actor_name(view.timeline.names, id)
    style = {Choice.ONLY: "pin-only", Choice.NOT: "pin-not", Choice.OFF: ""}[view.choice(id)]
    if not view.filtering and style:
        style = "off"
    return render.across(
        ((render.PINNED[place], 1, f"{style} {pinning.hues(view.pins).get(id, 'key')}".strip()),),
        (render.space(1, style),),
        render.clipped(name, longest, style, mode=view.mode),
        render.label([(" ", ""), (number(events), "faint"), ("  ", "")], 10, mode=view.mode),
    )
