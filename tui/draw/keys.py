"""Draws the table of keys for the help, in as many columns as fit, and the key hints of sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from tui.bidi.modes import Mode
from tui.draw import line as render
from tui.draw.line import BLANK, Line, Part
from tui.i18n.speech import say
from tui.keys.keys import Keys
from tui.keys.table import Group

_KEYS = 15
"""Cells of the keys."""
_GAP = "   "
_KEY = re.compile(r"(?:(?:[←→↑↓+_<>sduixaolnJKE?؟]|Enter|Esc|Tab|Ctrl-\w|F\d|\+?[1-9١-٩]–[1-9١-٩]) )+")
"""The keys that a hint begins with."""
_COLUMNS = {
    150: ((Group.PANE, Group.FILTER), (Group.TIMELINE, Group.PROGRAM), (Group.REVIEW,)),
    100: ((Group.PANE, Group.TIMELINE, Group.PROGRAM), (Group.REVIEW, Group.FILTER)),
    0: (tuple(Group),),
}
"""From so many cells on -> the groups of each column."""


def card(keys: Keys, width: int, *, mode: Mode) -> list[Line]:
    """Every line, at most `width` cells; words that do not fit go on below."""
    columns = next(columns for least, columns in _COLUMNS.items() if width >= least)
    room = (width + 2) // len(columns) - 2
    sides = [_column(keys, groups, room, mode) for groups in columns]
    return [_beside(row, room) for row in zip_longest(*sides, fillvalue=BLANK)]


def _beside(lines: Sequence[Line], room: int) -> Line:
    """The lines of a row, each but the last with empty cells up to the next column."""
    *first, last = lines
    return render.across(*(block for line in first for block in (line, _rest(line, room + 2))), last)


def _rest(line: Line, room: int) -> Line:
    return (render.space(room - render.width_of(line)),)


def _column(keys: Keys, groups: tuple[Group, ...], width: int, mode: Mode) -> list[Line]:
    lines: list[Line] = []
    for group in groups:
        lines.append(_label([(say(group), "heading")], width, mode))
        lines += (line for key, words in keys.rows(group) if key for line in _row(key, words, width, mode))
        lines.append(BLANK)
    return lines


def _row(key: str, words: str, width: int, mode: Mode) -> list[Line]:
    name = _label([(render.key(key), "key")], width, mode)
    gap = max(1, _KEYS - render.width_of(name))
    margin = 2 + gap + render.width_of(name)
    said = render.paragraph([(say(words), "")], max(8, width - margin), mode=mode)
    first = render.across((render.space(2),), name, (render.space(gap),))
    return [render.across(first if not place else (render.space(margin),), line) for place, line in enumerate(said)]


def hints(text: str, width: int, *, mode: Mode) -> list[Line]:
    """The keys of a sheet and what they do, three spaces between; runs as the screen does, whatever it begins with.

    A key and its words go on to the next line together.
    """
    lines: list[Line] = []
    row: list[Part] = []
    for chunk in text.split(_GAP):
        longer = [*row, *[(_GAP, "")] * bool(row), *_hint(chunk)]
        if row and len(render.paragraph(longer, width, mode=mode)) > 1:
            lines += render.paragraph(row, width, mode=mode)
            row = _hint(chunk)
        else:
            row = longer
    return [*lines, *render.paragraph(row, width, mode=mode)]


def _hint(chunk: str) -> list[Part]:
    keys = _KEY.match(chunk)
    named = keys[0] if keys else ""
    told: list[Part] = [(render.key(named.rstrip()), "key"), (" ", "")] if named else []
    return [*told, (render.framed(chunk[len(named) :]), "faint")]


def _label(parts: list[Part], width: int, mode: Mode) -> Line:
    return render.label(parts, width, mode=mode)
