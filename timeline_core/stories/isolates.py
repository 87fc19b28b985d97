"""Words of another direction inside a sentence, kept apart by marks of Unicode until a form has its own for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENS, _CLOSES = "\u2068", "\u2069"
_MARKS = re.compile("[\u2066-\u2069]")
_ISOLATED = re.compile(f"{_OPENS}([^\u2066-\u2069]*){_CLOSES}")


def isolate(words: str) -> str:
    """The words between marks; they hold none themselves."""
    return f"{_OPENS}{plain(words)}{_CLOSES}"


def plain(text: str) -> str:
    """The text without marks."""
    return _MARKS.sub("", text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in order, without marks: each piece, and whether it was isolated."""
    for number, piece in enumerate(_ISOLATED.split(text)):
        if piece:
            yield plain(piece), bool(number % 2)
