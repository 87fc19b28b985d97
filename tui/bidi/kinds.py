"""What the screen makes of each code point: one cell, two, none, a place to break a line, or nothing to be shown.

Letters: `1` one cell, `2` two cells, `e` an emoji sequence, `p` and `q` two cells that close and open (no line begins
with `p` or ends with `q`), `s` a space a line may break at, `S` the same two cells wide, `b` without width, `0` drawn
on what stands before it, `v` variation selector and `j` joiner (the same, but never alone), `f` a format character:
counted in the order, not shown, `o` one that is as strong as a letter, `c` a control, shown as U+FFFD, `t` a tab, shown
as a space.
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import get_character_cell_size

REPLACEMENT = "\ufffd"
CIRCLE = "\u25cc"
"""Base for a mark that has none of its own."""

_SPACES = frozenset("\u0020\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f")
_JOINERS = frozenset("\u00ad\u034f\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")
_FIXED = {
    "\u200e": "o",
    "\u200f": "o",
    "\u061c": "o",
    "\t": "t",
    "\n": "t",
    "\r": "t",
    "\u200b": "b",
    "\u3000": "S",
    "\u2028": "t",
    "\u2029": "t",
}
_CLOSING = frozenset(("Pe", "Pf", "Po"))
_OPENING = frozenset(("Ps", "Pi"))
_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*"
)

EMOJI_HINT = re.compile("[\u200d\U0001f1e6-\U0001f1ff]")
"""Found in every text that holds an `EMOJI_SEQUENCE`, and quicker to look for."""

EMOJI_SEQUENCE = re.compile(f"(?:{_EMOJI}\u200d)+{_EMOJI}|[\U0001f1e6-\U0001f1ff]{{2}}")
"""Pictures joined by ZWJ, and flags: one cluster each, and the only place where ZWJ is sent to the terminal."""


def kind_of(code: int) -> str:
    """The letter of one code point."""
    char = chr(code)
    fixed = _FIXED.get(char)
    if fixed:
        return fixed
    category = unicodedata.category(char)
    if category in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "c"
    if char in _SPACES:
        return "s"
    if char in _JOINERS:
        return "j"
    return _by_width(code, category)


def _by_width(code: int, category: str) -> str:
    width = get_character_cell_size(chr(code))
    if width == 2:
        return "p" if category in _CLOSING else "q" if category in _OPENING else "2"
    if width == 1:
        return "1"
    if category in ("Cf", "Cn"):
        return "f"
    return "v" if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF else "0"


class _Kinds(dict[int, str]):
    """Table for `str.translate` that learns each code point when it is first met; never larger than Unicode."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = kind_of(code)
        return kind


KINDS = _Kinds()
"""`text.translate(KINDS)` gives one kind per code point."""
