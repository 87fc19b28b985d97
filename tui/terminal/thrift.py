"""`shorter`: the same picture in fewer bytes, for slow links. Pure.

Textual sets the whole style before each piece of a line and resets it after. Here only changes of style are sent.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile("\x1b\\[([0-9;]*)m")
_MOVES = re.compile("(?:\x1b\\[[0-9]+;[0-9]+H)*")
_IN_VAIN = re.compile("\x1b\\[[0-9]+;[0-9]+H\r\n(?=\x1b\\[[0-9]+;[0-9]+H)")
"""A move whose place is left at once for another."""
_PLAIN = "0"
_INK, _GROUND = "39", "49"
_COLOURS = {"38": 0, "48": 1}
_LENGTHS = {"5": 3, "2": 5}
_MARKS = frozenset("123456789") | {"21", "53"}


class Look(NamedTuple):
    """How letters look that are sent now: codes as the terminal knows them."""

    marks: frozenset[str] = frozenset()
    ink: str = _INK
    ground: str = _GROUND


NOTHING = Look()


def shorter(data: str) -> str:
    """What is sent, shortened; begins and ends without a style. Left alone where it holds a code that is not known."""
    told = looks(_IN_VAIN.sub("", data))
    if told is None:
        return data
    sent: list[str] = []
    shown = wanted = NOTHING
    for wanted, text in told:
        if text and not _MOVES.fullmatch(text):
            sent.append(change(shown, wanted))
            shown = wanted
        sent.append(text)
    return "".join([*sent, change(shown, wanted)])


def looks(data: str) -> list[tuple[Look, str]] | None:
    """What is sent, parted where the look changes, in its order; None where it holds a code that is not known."""
    first, *rest = _STYLE.split(data)
    told = [(NOTHING, first)]
    for codes, text in zip(rest[::2], rest[1::2], strict=True):
        after = _after(told[-1][0], codes)
        if after is None:
            return None
        told.append((after, text))
    return told


@lru_cache(2_048)
def _after(look: Look, codes: str) -> Look | None:
    """The look once these codes have been told; None where one of them is not known."""
    parts = codes.split(";") if codes else [_PLAIN]
    while parts:
        code = parts[0] or _PLAIN
        taken = _LENGTHS.get("".join(parts[1:2]), 0) if code in _COLOURS else 1
        found = _one(look, code, ";".join(parts[:taken]))
        if not taken or len(parts) < taken or found is None:
            return None
        look, parts = found, parts[taken:]
    return look


def _one(look: Look, code: str, whole: str) -> Look | None:
    if code == _PLAIN:
        return NOTHING
    if code in _MARKS:
        return look._replace(marks=look.marks | {code})
    if code == "38" or code == _INK or (code.isdecimal() and (30 <= int(code) < 38 or 90 <= int(code) < 98)):
        return look._replace(ink=whole)
    if code == "48" or code == _GROUND or (code.isdecimal() and (40 <= int(code) < 48 or 100 <= int(code) < 108)):
        return look._replace(ground=whole)
    return None


@lru_cache(2_048)
def change(now: Look, wanted: Look) -> str:
    """What is told to come from one look to the other."""
    if now == wanted:
        return ""
    if wanted == NOTHING:
        return f"\x1b[{_PLAIN}m"
    codes: list[str] = []
    if now.marks - wanted.marks:
        codes, now = [_PLAIN], NOTHING
    codes += sorted(wanted.marks - now.marks)
    codes += [wanted.ink] * (wanted.ink != now.ink) + [wanted.ground] * (wanted.ground != now.ground)
    return f"\x1b[{';'.join(codes)}m"
