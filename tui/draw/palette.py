"""The command palette: all commands, the search among them, and their rows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline_core.text.fold import fold
from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw.line import Line
from tui.i18n.speech import later, say
from tui.keys import keys
from tui.keys.table import Group
from tui.view.search import hits
from tui.view.state import View

LOOKS = {"dark": later("Dark colours"), "light": later("Light colours"), "contrast": later("High contrast")}
"""A theme by its name in the settings -> the command that turns it on."""
_PICTURE = later("Save a picture of the screen")
_EVERYWHERE = "app."
"""Begins the action of a command that works from any pane."""


class PaletteRow(NamedTuple):
    """A command as the palette offers it."""

    name: str
    keys: str
    action: str
    """As Textual's `run_action` takes it."""
    words: str
    """By what else it is found, folded: its words in English, its id, its keys."""


class PaletteRows(NamedTuple):
    """What the palette shows, and the row that the reader stands on."""

    rows: tuple[PaletteRow, ...] = ()
    at: int = 0
    needle: tuple[str, ...] = ()
    mode: Mode = "visual"

    @property
    def here(self) -> PaletteRow | None:
        """The command that the reader stands on."""
        return self.rows[min(self.at, len(self.rows) - 1)] if self.rows else None

    def step(self, by: int) -> PaletteRows:
        """So many rows down, no further than the ends."""
        return self._replace(at=max(0, min(self.at + by, len(self.rows) - 1)))


def every(view: View) -> tuple[PaletteRow, ...]:
    """What can be done, in the order of the table of keys: the commands, then pinned actors, kept filters, colours."""
    return (*_commands(view), *_pins(view), *_filters(view), *_looks())


def saved(view: View) -> tuple[PaletteRow, ...]:
    """The kept filters alone, each with its line."""
    lines = enumerate(view.saved.items(), 1)
    return tuple(
        _row(f"{name} · {line}", view.keys.of(f"saved_{place}") if place < 10 else "", f"do('saved', {place})", line)
        for place, (name, line) in lines
    )


def _commands(view: View) -> Iterator[PaletteRow]:
    for command in view.keys.commands:
        action = command.does
        here = command.group is not Group.PANE or action.startswith(_EVERYWHERE)
        if here and command.id != "palette" and command.id[:-1] not in keys.NINE:
            shown = "  ".join(map(keys.shown, command.keys))
            yield _row(say(command.words), shown, action, command.words, command.id)


def _pins(view: View) -> Iterator[PaletteRow]:
    for place, (id, _) in enumerate(view.pins, 1):
        name = say("{name}: only, all but, off", name=render.actor_name(view.timeline.names, id))
        yield _row(name, view.keys.of(f"pin_{place}"), f"wish('pin', {place})", id)


def _filters(view: View) -> Iterator[PaletteRow]:
    for place, (name, line) in enumerate([*view.saved.items()][:9], 1):
        yield _row(say("filter «{name}»", name=name), view.keys.of(f"saved_{place}"), f"do('saved', {place})", line)


def _looks() -> Iterator[PaletteRow]:
    for look, words in LOOKS.items():
        yield _row(say(words), "", f"do('look', '{look}')", words)
    yield _row(say(_PICTURE), "", "screenshot", _PICTURE)


def _row(name: str, shown: str, action: str, *words: str) -> PaletteRow:
    return PaletteRow(name, shown, action, fold(" ".join((name, *words))))


def found(rows: Iterable[PaletteRow], text: str, mode: Mode) -> PaletteRows:
    """Those that hold every word of the text in any spelling, or lie on that key; those whose name begins so first."""
    needle = tuple(fold(text).split())
    kept = [row for row in rows if text.strip() in row.keys.split() or all(word in row.words for word in needle)]
    return PaletteRows(tuple(sorted(kept, key=lambda row: _rank(row, text.strip(), needle))), 0, needle, mode)


def _rank(row: PaletteRow, text: str, needle: tuple[str, ...]) -> tuple[bool, bool]:
    return bool(text) and text not in row.keys.split(), not fold(row.name).startswith(" ".join(needle))


def row(rows: PaletteRows, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells: the name where reading begins, its keys at the other edge."""
    command = rows.rows[number]
    here = "chosen" if number == rows.at else ""
    bound = render.label([(render.key(command.keys), "key")] if command.keys else [], width // 2, mode=rows.mode)
    room = width - 6 - render.width_of(bound)
    found = hits(command.name, rows.needle)
    line = render.across(
        ((f" {render.pointer() if here else ' '} ", 3, "mark"),),
        render.one(command.name, room, "happened", found, mode=rows.mode, way=render.base()),
        (render.space(2),),
        bound,
        (render.space(1),),
    )
    return tuple((text, cells, f"{here} {own}".strip()) for text, cells, own in line)
