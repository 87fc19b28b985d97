"""Bidirectional class of every code point, as one letter, so that rules over text are rules over strings.

Letters: `L R E N C B S W` as in the standard (E = EN, N = AN, C = CS, W = WS), `A` = AL, `P` = ES, `T` = ET, `M` = NSM,
`O` = ON, `0` = BN, `1`-`5` = LRE RLE LRO RLO PDF, `6`-`9` = LRI RLI FSI PDI.

Source:
    UAX #9 table 4; DerivedBidiClass.txt for code points that Unicode has not assigned yet.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

LETTERS = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "ES": "P", "ET": "T", "AN": "N", "CS": "C", "NSM": "M",
    "B": "B", "S": "S", "WS": "W", "ON": "O", "BN": "0", "LRE": "1", "RLE": "2", "LRO": "3", "RLO": "4", "PDF": "5",
    "LRI": "6", "RLI": "7", "FSI": "8", "PDI": "9",
}  # fmt: skip
"""Name of a class in the Unicode data files → its letter here."""

EXPLICIT = re.compile("[1-9]")
"""Embeddings, overrides, isolates: what sends a paragraph through rules X1 to X8."""

UNASSIGNED = (
    (0x0590, "R"), (0x0600, "A"), (0x07C0, "R"), (0x0860, "A"), (0x0900, "L"), (0x2065, "0"), (0x2066, "L"),
    (0x20A0, "T"), (0x20D0, "L"), (0xFB1D, "R"), (0xFB50, "A"), (0xFDD0, "0"), (0xFDF0, "A"), (0xFE00, "L"),
    (0xFE70, "A"), (0xFF00, "L"), (0xFFF0, "0"), (0xFFF9, "L"), (0x10800, "R"), (0x10D00, "A"), (0x10D40, "R"),
    (0x10EC0, "A"), (0x10F00, "R"), (0x10F30, "A"), (0x10F70, "R"), (0x11000, "L"), (0x1E800, "R"), (0x1EC70, "A"),
    (0x1ECC0, "R"), (0x1ED00, "A"), (0x1ED50, "R"), (0x1EE00, "A"), (0x1EF00, "R"), (0x1F000, "L"), (0xE0000, "0"),
    (0xE1000, "L"),
)  # fmt: skip
"""First code point of a stretch and the class its unassigned code points take, up to the next stretch."""

_STARTS = [start for start, _ in UNASSIGNED]


def class_of(code: int) -> str:
    """The letter of one code point."""
    name = unicodedata.bidirectional(chr(code))
    if name:
        return LETTERS[name]
    if code & 0xFFFE == 0xFFFE:
        return "0"
    place = bisect_right(_STARTS, code)
    return UNASSIGNED[place - 1][1] if place else "L"


class _Classes(dict[int, str]):
    """Table for `str.translate` that learns each code point when it is first met; never larger than Unicode."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = class_of(code)
        return letter


CLASSES = _Classes()
"""`text.translate(CLASSES)` gives one class letter per code point."""
