"""Words of a report made safe to stand in a document of any format, and the direction in which they are read."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufeff\ufffe\uffff]")
"""Controls, embeddings and overrides of direction, and what no UTF-8 or XML may hold."""
_ISOLATE = re.compile("[\u2066-\u2069]")
_CLOSES = "\u2069"
_STAND_IN = "\ufffd"


_BLANK = str.maketrans("\t\r\n", "   ")
QUOTED = re.compile("«([^«»]*)»")
"""Words of a report inside a line of the program's own."""


def make_harmless(text: str) -> str:
    """Put the words on one line, with U+FFFD for what commands a terminal or turns the direction of the text."""
    return make_inert(" ".join(text.translate(_BLANK).split()))


def make_inert(text: str) -> str:
    """The same, but blanks and lines stay; a line ends in a line feed alone."""
    plain = _CONTROL.sub(_STAND_IN, text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain if _balanced(plain) else _ISOLATE.sub(_STAND_IN, plain)


def _balanced(text: str) -> bool:
    """True when every isolate that is opened is closed: one that is not would reach into what follows."""
    depth = 0
    for mark in _ISOLATE.findall(text):
        depth += -1 if mark == _CLOSES else 1
        if depth < 0:
            return False
    return depth == 0


def right_to_left(text: str) -> bool:
    """True when the first strong letter is of a script that is written from the right."""
    for letter in text:
        strong = unicodedata.bidirectional(letter)
        if strong in ("R", "AL", "L"):
            return strong != "L"
    return False


def has_left_to_right(text: str) -> bool:
    """True when any letter is of a script that is written from the left."""
    return any(unicodedata.bidirectional(letter) == "L" for letter in text)


def has_right_to_left(text: str) -> bool:
    """True when any letter is of such a script."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
