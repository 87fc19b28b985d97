"""How many cells of a terminal a text needs."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = re.compile(r"[ -~\u0600-\u060f\u061b-\u064a\u0660-\u066f\u0671-\u06d3«»“”‘’…–—]*")
"""Texts of letters that need a cell each."""


def width(text: str) -> int:
    """Cells that the text needs, about: marks none, wide characters two."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
