"""Draws the actor list, and narrows it by what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline_core.text.fold import fold
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n import speech
from tui.view.search import hits
from tui.view.state import Choice, View


class ActorRow(NamedTuple):
    """An actor as the list shows it."""

    id: str
    digit: str
    """The circled digit where it is pinned, else empty."""
    name: str
    other: str
    """Its name in the other script; empty when it has none."""
    events: int
    choice: Choice
    unnamed: bool = False
    """A group that is called by its kind alone."""


class Choices(NamedTuple):
    """The rows of the actor list, and the selected one."""

    rows: tuple[ActorRow, ...] = ()
    at: int = 0
    needle: tuple[str, ...] = ()
    mode: Mode = "visual"

    @property
    def here(self) -> ActorRow | None:
        """The selected actor."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    def step(self, by: int) -> Choices:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))


def choices(view: View, text: str) -> Choices:
    """Actors with a name that contains the text: those whose name begins with it, then by number of events.

    Groups without a name («مسلحون») stand apart, behind all others.
    """
    needle = tuple(fold(text).split())
    pinned = {id: render.PINNED[place] for place, (id, _) in enumerate(view.pins)}
    found: list[tuple[bool, bool, int, int, ActorRow]] = []
    for place, (id, count) in enumerate(view.index.actors):
        names = [fold(name) for name in _names(view, id)]
        if all(any(word in name for name in names) for word in needle):
            begins = any(name.startswith(" ".join(needle)) for name in names)
            name, other = _shown(view, id)
            unnamed = id in view.timeline.names and view.timeline.names[id].unnamed
            row = ActorRow(id, pinned.get(id, ""), name, other, count, view.choice(id), unnamed)
            found.append((unnamed, not begins, -count, place, row))
    return Choices(tuple(row for *_, row in sorted(found, key=lambda item: item[:4])), 0, needle, view.mode)


def _names(view: View, id: str) -> Iterator[str]:
    if id not in view.timeline.names:
        yield id
        return
    entry = view.timeline.names[id]
    yield from entry.short.values()
    for names in entry.names.values():
        yield from names


def _shown(view: View, id: str) -> tuple[str, str]:
    if id not in view.timeline.names:
        return id, ""
    entry = view.timeline.names[id]
    first, second = ("ar", "en") if speech.spoken().rtl else ("en", "ar")
    name, other = (entry.name(code, short=True) for code in (first, second))
    return name, other if other != name else ""


def row(choices: Choices, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells."""
    actor = choices.rows[number]
    here = "chosen" if number == choices.at else ""
    mark = {Choice.ONLY: "●", Choice.NOT: "✕", Choice.OFF: " "}[actor.choice]
    style = {Choice.ONLY: "pin-only", Choice.NOT: "pin-not", Choice.OFF: "happened"}[actor.choice]
    style = "faint" if actor.unnamed and actor.choice is Choice.OFF else style
    count = f"{speech.number(actor.events):>7}"
    half = max(4, (width - 8 - len(count) - 2) // 2)
    rest = max(4, width - 8 - len(count) - 2 - half)
    way = render.base()
    line = render.across(
        ((f" {render.pointer() if here else ' '} ", 3, "mark"),),
        render.across(((mark, 1, style),), (render.space(1),)),
        render.across(((actor.digit or " ", 1, "key"),), (render.space(2),)),
        render.one(actor.name, half, style, hits(actor.name, choices.needle), mode=choices.mode, way=way),
        (render.space(1),),
        render.one(actor.other, rest, style, hits(actor.other, choices.needle), mode=choices.mode, way=1 - way),
        ((count if not way else count.strip().ljust(7), len(count), "faint"),),
        (render.space(1),),
    )
    return tuple((text, cells, f"{here} {own}".strip()) for text, cells, own in line)
