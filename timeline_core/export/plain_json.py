"""JSON as it is written everywhere: UTF-8, readable in every script, and harmless to a terminal that shows it."""

from __future__ import annotations

import json
import re

_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Controls of terminals, and what ends a line or turns text round; the standard library escapes those below U+0020."""


def dumps(value: object, indent: int | None = None) -> str:
    """The value; what is not seen stands as its escape, so that reading it back gives every letter."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))
