"""Lines that were broken because the next word did not fit, joined again: a sentence must not end with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_APART = re.compile(r"\s*(?:[>*–—-]\s|[•●▪◦‣]|\d{1,3}[.)]\s|>)")
"""Begins a quotation, or an item of a list: never joined to the line before."""
_HYPHENATED = re.compile(r"[a-z]{2}-$")


def joined(lines: Iterable[str], width: float) -> Iterator[str]:
    """Paragraphs, each one line; empty lines stay, and end a paragraph.

    Args:
        width: characters that a line holds; what the next word would have made longer was broken for want of room.
    """
    said = ""
    last = ""
    for line in lines:
        line = line.strip()
        if said and line and not _APART.match(line) and _full(last, line, width):
            said = f"{said[:-1]}{line}" if _HYPHENATED.search(said) and line[0].islower() else f"{said} {line}"
        else:
            if said:
                yield said
            if not line:
                yield ""
            said = line
        last = line
    if said:
        yield said


def _full(line: str, following: str, width: float) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def mail(text: str) -> str:
    """The text of a mail that was broken into lines of at most 80 characters, as programs do; any other as it is."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    if not 50 <= longest <= 80:
        return text
    return "\n".join(joined(lines, longest))
