"""The card of keys, a heading for each group; in two columns where there is room."""

from __future__ import annotations

import re
from itertools import zip_longest

from tui import render
from tui.bidi.modes import Mode
from tui.key_table import Group
from tui.keys import Keys
from tui.render import BLANK, Line, Part
from tui.speech import say

_TWO = 100
"""Cells from which on two columns fit."""
_KEYS = 17
"""Cells of the keys."""
_GAP = "   "
_KEY = re.compile(r"(?:(?:[←→↑↓+_<>]|Enter|Esc|Tab|Ctrl-\w|[1-9١-٩]–[1-9١-٩]) )+")
"""The keys that a hint begins with."""
_LEFT = (Group.PANE, Group.TIMELINE, Group.PROGRAM)


def card(keys: Keys, width: int, *, mode: Mode) -> list[Line]:
    """Every line, at most `width` cells."""
    if width < _TWO:
        return _column(keys, tuple(Group), width, mode)
    half = width // 2 - 1
    left = _column(keys, _LEFT, half, mode)
    right = _column(keys, tuple(group for group in Group if group not in _LEFT), half, mode)
    return [
        render.across(one, (render.space(half + 2 - render.width_of(one)),), other)
        for one, other in zip_longest(left, right, fillvalue=BLANK)
    ]


def _column(keys: Keys, groups: tuple[Group, ...], width: int, mode: Mode) -> list[Line]:
    lines: list[Line] = []
    for group in groups:
        lines.append(_label([(say(group), "heading")], width, mode))
        lines += (_row(key, words, width, mode) for key, words in keys.rows(group) if key)
        lines.append(BLANK)
    return lines


def _row(key: str, words: str, width: int, mode: Mode) -> Line:
    name = _label([(render.key(key), "key")], width, mode)
    gap = max(1, _KEYS - render.width_of(name))
    said = _label([(say(words), "")], width - 2 - gap - render.width_of(name), mode)
    return render.across((render.space(2),), name, (render.space(gap),), said)


def hints(text: str, width: int, *, mode: Mode) -> list[Line]:
    """The keys of a sheet and what they do, three spaces between; runs as the screen does, whatever it begins with."""
    parts: list[Part] = []
    for chunk in text.split(_GAP):
        keys = _KEY.match(chunk)
        named = keys[0] if keys else ""
        parts += [*[(_GAP, "")] * bool(parts), *[(render.key(one), "key") for one in [named.rstrip()] if one]]
        parts += [(" ", "")] * bool(named) + [(render.framed(chunk[len(named) :]), "faint")]
    return render.paragraph(parts, width, mode=mode)


def _label(parts: list[Part], width: int, mode: Mode) -> Line:
    return render.label(parts, width, mode=mode)
