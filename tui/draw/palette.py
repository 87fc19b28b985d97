"""The command palette: all commands, the search among them, and their rows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
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
_RECENT = later("Chosen last")
_YOURS = later("Your actors and filters")
_SCREEN = later("The screen")
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
    id: str = ""
    """What is typed for it behind `:`; empty where it has no such name."""
    group: str = ""
    """The heading that it stands under, as it is shown."""

    @property
    def heading(self) -> bool:
        """A line between commands, which cannot be chosen."""
        return not self.action


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
        """So many rows down, no further than the ends, and past headings."""
        to = max(0, min(self.at + by, len(self.rows) - 1))
        way = range(to, len(self.rows)) if by > 0 else range(to, -1, -1)
        return self._replace(at=next((at for at in way if not self.rows[at].heading), self.at))


def every(view: View, recent: Sequence[str] = ()) -> tuple[PaletteRow, ...]:
    """What can be done, in the order of the table of keys: the commands, then pinned actors, kept filters, colours.

    Args:
        recent: ids of commands that were chosen last, the latest last; they come first, and once more in their place.
    """
    rows = (*_commands(view), *_pins(view), *_filters(view), *_looks())
    named = {row.id: row for row in rows if row.id}
    again = (named[id]._replace(group=say(_RECENT)) for id in reversed(recent) if id in named)
    return (*again, *rows)


def called(rows: Sequence[PaletteRow], text: str) -> tuple[PaletteRow | None, str]:
    """The command that a typed line names, and the words behind the name.

    A command is named by its id («next day», "next_day"), by a beginning that no other has, or, where the whole line
    is found in one command alone, by words of its own in the language of the screen.
    """
    said = text.split()
    for length in range(len(said), 0, -1):
        name = "_".join(said[:length]).replace("-", "_").casefold()
        fit = {row.id: row for row in rows if row.id.startswith(name)}
        if found := fit.get(name) or (next(iter(fit.values())) if len(fit) == 1 else None):
            return found, " ".join(said[length:])
    held = {row.action: row for row in rows if said and all(word in row.words for word in fold(text).split())}
    return (next(iter(held.values())) if len(held) == 1 else None), ""


def names(rows: Sequence[PaletteRow], text: str) -> tuple[str, ...]:
    """The ids that begin as the line does."""
    return tuple(dict.fromkeys(row.id for row in rows if row.id and row.id.startswith(text.casefold())))


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
            row = _row(say(command.words), shown, action, command.words, command.id)
            yield row._replace(id=command.id, group=say(command.group))


def _pins(view: View) -> Iterator[PaletteRow]:
    for place, (id, _) in enumerate(view.pins, 1):
        name = say("{name}: only, all but, off", name=render.actor_name(view.timeline.names, id))
        row = _row(name, view.keys.of(f"pin_{place}"), f"wish('pin', {place})", id)
        yield row._replace(group=say(_YOURS))


def _filters(view: View) -> Iterator[PaletteRow]:
    for place, (name, line) in enumerate([*view.saved.items()][:9], 1):
        row = _row(say("filter «{name}»", name=name), view.keys.of(f"saved_{place}"), f"do('saved', {place})", line)
        yield row._replace(group=say(_YOURS))


def _looks() -> Iterator[PaletteRow]:
    for look, words in LOOKS.items():
        yield _row(say(words), "", f"do('look', '{look}')", words)._replace(id=look, group=say(_SCREEN))
    yield _row(say(_PICTURE), "", "screenshot", _PICTURE)._replace(id="picture", group=say(_SCREEN))


def _row(name: str, shown: str, action: str, *words: str) -> PaletteRow:
    return PaletteRow(name, shown, action, fold(" ".join((name, *words))))


def found(rows: Iterable[PaletteRow], text: str, mode: Mode) -> PaletteRows:
    """Those that hold every word of the text in any spelling, or lie on that key; those whose name begins so first.

    Without a text all stand under the headings of their groups.
    """
    needle = tuple(fold(text).split())
    if not needle:
        headed = tuple(_headed(rows))
        return (
            PaletteRows(headed, 0, (), mode).step(1)
            if headed and headed[0].heading
            else PaletteRows(headed, 0, (), mode)
        )
    rows = {row.action: row for row in rows}.values()
    kept = [row for row in rows if text.strip() in row.keys.split() or all(word in row.words for word in needle)]
    return PaletteRows(tuple(sorted(kept, key=lambda row: _rank(row, text.strip(), needle))), 0, needle, mode)


def _headed(rows: Iterable[PaletteRow]) -> Iterator[PaletteRow]:
    """The rows, each group below its name. Rows without a group have no heading."""
    for group, held in groupby(rows, key=lambda row: row.group):
        if group:
            yield PaletteRow(group, "", "", "")
        yield from held


def _rank(row: PaletteRow, text: str, needle: tuple[str, ...]) -> tuple[bool, bool]:
    return bool(text) and text not in row.keys.split(), not fold(row.name).startswith(" ".join(needle))


def row(rows: PaletteRows, number: int, width: int) -> Line:
    """The row of that number, exactly `width` cells: the name where reading begins, its keys at the other edge."""
    command = rows.rows[number]
    if command.heading:
        return render.across((render.space(1),), render.label([(command.name, "heading")], width - 1, mode=rows.mode))
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
