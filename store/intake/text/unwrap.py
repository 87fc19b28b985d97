"""Lines that were broken because the next word did not fit, joined again: a sentence must not end with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_APART = re.compile(r"\s*(?:[>*–—-]\s|[•●▪◦‣]|\d{1,3}[.)]\s|[¹²³⁰-⁹]{1,3}\s|>)")
"""Begins a quotation, a note, or an item of a list: never joined to the line before."""
_ENDS = ".!?؟…۔:;؛"
"""Marks behind which a line goes on with nothing."""
_NARROW, _WIDE = 50, 120
"""Characters of the longest line of a text that was broken by a program, at least and at most."""
_FEWEST, _MOSTLY = 2, 0.8
"""Lines without an end, and how many of them are full, where a text was broken by a program."""
_HALF = 0.5
"""Of the lines that go on, how many begin with a small letter at least, in a script that has such."""
_LABEL = 30
"""Characters in which a label before a colon may end."""
_LEADS = frozenset(["في", "على", "من", "إلى", "عن", "مع", "قرب", "بين", "ضمن", "خلال", "أثناء", "لدى", "عند"])
_SHORT, _ENOUGH = 3, 3
"""Words of a line that a preposition leads, at most; and of the line that it goes on with, at least."""
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


def wrapped(text: str) -> str:
    """A text that a program broke into lines, joined; any other as it is: a list, a poem, a text with one line each."""
    lines = [line.strip() for line in text.split("\n")]
    width = max(map(len, lines))
    open_ended = [
        (line, below)
        for line, below in pairwise(lines)
        if line and below and line[-1] not in _ENDS and not _APART.match(below)
    ]
    full = sum(_full(line, below, width) for line, below in open_ended)
    begun = [below for _, below in open_ended if _begins(below)]
    if not _NARROW <= width <= _WIDE or full < max(_FEWEST, _MOSTLY * len(open_ended)) or begun:
        return text
    cased = [below[0] for _, below in open_ended if below[0].lower() != below[0].upper()]
    if sum(map(str.islower, cased)) < _HALF * len(cased):
        return text
    return "\n".join(joined(lines, width))


def _begins(line: str) -> bool:
    """True for what hardly goes on with anything: a figure, or a label before a colon."""
    return not line[0].isalpha() or ":" in line[:_LABEL]


def post(text: str) -> str:
    """The words of a message; a line that only goes on with the one above it joined to that."""
    if "\n" not in text:
        return text
    first, *rest = text.split("\n")
    said = [first]
    for line in rest:
        if _goes_on(said[-1].strip(), line.strip()):
            said[-1] = f"{said[-1].rstrip()} {line.lstrip()}"
        else:
            said.append(line)
    return "\n".join(said)


def _goes_on(above: str, line: str) -> bool:
    """True behind words without an end: for a small letter, and for a few words behind a preposition."""
    words = line.split()
    if not words or len(above.split()) < _ENOUGH or not above[-1].isalpha():
        return False
    return line[0].islower() or (words[0] in _LEADS and 1 < len(words) <= _SHORT)
