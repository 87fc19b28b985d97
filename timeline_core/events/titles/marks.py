"""Marks that stand in pairs, and marks at the edges of a title: «…», “…”, (…).

Source:
    DESIGN.md section 5: no loose ends.
"""

from __future__ import annotations

import re

from timeline_core.model.span import Span
from timeline_core.text.marks import TATWEEL

PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]", "‘": "’"}
APOSTROPHES = ("'", "’")
EDGES = f" \t>|*،؛,;:.!?؟…—–-/{TATWEEL}"
COMMAS = ("،", ",")
SPACES = re.compile(r"\s+")
CUT = "…"
"""Marks where words of the report were cut off."""
_STRAIGHT = '"'
_CLOSING = re.compile(r"[\s.!؟?،,]*(.)")
"""The mark that may close a quotation, behind the stops before it."""


def balanced(text: str) -> str:
    """The text without quotation marks and brackets that lost their partner."""
    for opening, closing in PAIRS.items():
        if opening in text or closing in text:
            text = _paired(text, opening, closing)
    if text.count('"') % 2 == 0:
        return text
    first = text.index('"')
    closes = first > 0 and not text[first - 1].isspace() and not text[first + 1 : first + 2].isalnum()
    return _without(text, first if closes else text.rindex('"'))


def _paired(text: str, opening: str, closing: str) -> str:
    """The text without those of the two marks that have no partner; an apostrophe needs none."""
    opened: list[int] = []
    torn: list[int] = []
    for at, letter in enumerate(text):
        if letter == opening:
            opened.append(at)
        elif letter == closing and opened:
            opened.pop()
        elif letter == closing and closing not in APOSTROPHES:
            torn.append(at)
    for at in sorted((*opened, *torn), reverse=True):
        text = _without(text, at)
    return text


def _without(text: str, at: int) -> str:
    return SPACES.sub(" ", text[:at] + text[at + 1 :]).strip()


def closed_again(text: str) -> str:
    """Words whose end was cut, with the quotation that was open there closed behind «…»; of one word without marks."""
    for opening, closing in PAIRS.items():
        if closing not in APOSTROPHES and text.count(opening) > text.count(closing):
            text = _closed_at(text, text.rindex(opening), closing)
    return _closed_at(text, text.rindex(_STRAIGHT), _STRAIGHT) if _opens_straight(text) else text


def _closed_at(text: str, opened: int, closing: str) -> str:
    """The words of the mark that stands there are no more what was said: «… في الحقل…»."""
    if " " not in text[opened + 1 :].strip(EDGES):
        return _without(text, opened)
    return f"{text.rstrip(EDGES)}{CUT}{closing}"


def goes_on(text: str, span: Span) -> bool:
    """A quotation that was opened inside is closed behind it, in the same line."""
    line = text[span.end : end if (end := text.find("\n", span.end)) >= 0 else len(text)]
    inside = span.of(text)
    opened = (pair for pair in PAIRS.items() if pair[1] not in APOSTROPHES)
    paired = any(inside.count(first) > inside.count(last) and last in line for first, last in opened)
    return paired or (_STRAIGHT in line and _opens_straight(inside))


def closed(text: str, span: Span) -> int:
    """The end, with the mark right behind it, or behind a full stop, that closes what was opened inside."""
    end = span.end
    for opening, closing in PAIRS.items():
        inside = text[span.start : end]
        behind = _CLOSING.match(text, end)
        if behind is not None and behind[1] == closing and inside.count(opening) > inside.count(closing):
            end = behind.end()
    straight = _CLOSING.match(text, end)
    if straight is not None and straight[1] == _STRAIGHT and _opens_straight(text[span.start : end]):
        end = straight.end()
    return end


def _opens_straight(text: str) -> bool:
    """A straight mark that opens something is the last of its kind."""
    return text.count(_STRAIGHT) % 2 == 1 and text[text.rindex(_STRAIGHT) + 1 :][:1].isalnum()
