"""Paragraphs and sentences of a text, as spans that leave out the white space between them."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from timeline_core.model.span import Span
from timeline_core.text.fold import CONTROLS

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(
    rf"[.!?؟…۔]+[\"'”’»)\]]*(?=[{CONTROLS}]*(?:\s|$))"
    r"|(?<=\s)[.!?؟…۔]+(?=[\u0621-\u064a])"
    r"|(?<=[\u0621-\u064a]{3})[.!؟](?=[\u0621-\u064a]{3})"
)
"""A stop before white space, behind it where it was typed on the wrong side of an Arabic word, or between two words
of Arabic, where no address has one."""
_UNSEEN = re.compile(rf"[\s{CONTROLS}]*")
_LAST_WORD = re.compile(r"([\w.]+)\.$")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines that hold more than white space, in order."""
    return tuple(
        trimmed
        for line in _LINE.finditer(text)
        if (trimmed := trim(text, Span(line.start(), line.end()))).end > trimmed.start
    )


def sentences(text: str, within: Span, abbreviations: Set[str] = frozenset()) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order.

    A full stop does not end a sentence after a single letter («U.S.»), an abbreviation (given in lower case without
    the stop), or before a small letter.
    """
    ends = [
        stop.end()
        for stop in _STOP.finditer(text, within.start, within.end)
        if not _inside(text, stop, within, abbreviations)
    ]
    edges = sorted({within.start, *ends, within.end})
    parts = (trim(text, Span(_seen(text, start, end), end)) for start, end in pairwise(edges))
    return tuple(part for part in parts if len(part))


def _seen(text: str, start: int, end: int) -> int:
    """Where a sentence begins: behind the white space, and behind the marks that followed the stop before it."""
    found = _UNSEEN.match(text, start, end)
    return found.end() if found is not None else start


def _inside(text: str, stop: re.Match[str], within: Span, abbreviations: Set[str]) -> bool:
    if stop[0] != ".":
        return False
    before = _LAST_WORD.search(text, max(within.start, stop.start() - 20), stop.end())
    word = before[1].casefold() if before else ""
    after = text[_seen(text, stop.end(), within.end) : within.end][:1]
    single = len(word.rsplit(".", 1)[-1]) == 1 and word.isalpha() if word else False
    acronym = "." in word and all(len(part) == 1 for part in word.split("."))
    return single or acronym or word in abbreviations or after.islower()


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
