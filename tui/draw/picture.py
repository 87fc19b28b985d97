"""Prepares the SVG of the screen so that browsers do not reorder its Arabic, which is in visual order."""

from __future__ import annotations

import re

_STYLE = "<style>\n    text { unicode-bidi: bidi-override; direction: ltr; white-space: pre; }\n"
_FONTS = "Fira Code, DejaVu Sans Mono, monospace"
_CELL = 12.2
"""What Rich takes a cell to be wide."""
_BLANK = "&#160;"
_PIECE = re.compile(
    f'(<text class="[^"]*" x=")([0-9.]+)(" y="[0-9.]+" textLength=")([0-9.]+)("[^>]*>)((?:{_BLANK})*)'
    f"((?:(?!{_BLANK}|<).)(?:(?!</text>).)*?)((?:{_BLANK})*)(</text>)"
)
"""A piece of a line: what stands before where it begins, where, before its length, its length, blanks, text, blanks."""


def picture(svg: str) -> str:
    """The SVG with reordering disabled and all spaces kept.

    Empty cells beside a text are not stretched with it: letters of another font stay in their place.
    """
    drawn = svg.replace("<svg ", '<svg xml:space="preserve" ', 1).replace("<style>", _STYLE, 1)
    return _PIECE.sub(_placed, drawn).replace("Fira Code, monospace", _FONTS)


def _placed(piece: re.Match[str]) -> str:
    left, right = (_CELL * len(piece[group]) / len(_BLANK) for group in (6, 8))
    start, length = float(piece[2]) + left, float(piece[4]) - left - right
    return f"{piece[1]}{start:.5g}{piece[3]}{length:.5g}{piece[5]}{piece[7]}{piece[9]}"
