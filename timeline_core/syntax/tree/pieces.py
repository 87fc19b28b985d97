"""Pieces: the words and marks of a sentence, its dates as one piece each, glued endings cut off ("he's").

Source:
    Tokens of Universal Dependencies: what is one word of syntax is one piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline_core.model.span import Span
from timeline_core.text.fold import CONTROLS, SIGNS
from timeline_core.text.marks import TATWEEL

DATE, WORD, MARK = "date", "word", "mark"
_PART = rf"\w[\w{SIGNS}]*(?:[{CONTROLS}]+\w[\w{SIGNS}]*)*"
_CLOCK = r"\d+(?::\d+)+"
_THOUSANDS = r"\d{1,3}(?:[,٬]\d{3})+(?!\d)"
"""«1,200» is one number, and no list of two."""
_INITIALS = r"(?:[^\W\d_]\.){2,}(?!\w)"
"""«U.S.» is one word, its last dot too."""
_WORD = rf"{_CLOCK}|{_THOUSANDS}|{_INITIALS}|{_PART}(?:['’.&-]{_PART})*"
_DRAWN = rf"(?<!\w){TATWEEL}(?!\w)"
"""A tatweel that stands alone is written for a dash: «المدينة ـ أكبر مدن الساحل ـ هادئة»."""
_PIECE = re.compile(rf"(?!{_DRAWN})(?P<word>{_WORD})|(?P<mark>{_DRAWN}|[^\w\s{CONTROLS}{SIGNS}]+?)")
_ENDING = re.compile(r"['’]\w+")


_NO_MARKS = frozenset[str]()


class Piece(NamedTuple):
    """One piece of a sentence, with its place in the report."""

    start: int
    end: int
    spelling: str
    sort: str
    marks: frozenset[str] = frozenset()
    """Of a date: what it is."""


class DatePlace(NamedTuple):
    """An expression of the sentence, and what is known of its time: `day`, `near`, `stretch`, `ahead`."""

    span: Span
    marks: frozenset[str]


def pieces(text: str, span: Span, dates: Sequence[DatePlace], endings: re.Pattern[str] | None) -> list[Piece]:
    """The pieces of the sentence in order.

    Args:
        endings: what may be glued to a word and is a word of its own ("'s").
    """
    found: list[Piece] = []
    at = span.start
    for date in sorted(dates):
        if date.span.start < at or date.span.end > span.end:
            continue
        _cut(text, at, date.span.start, endings, found)
        found.append(Piece(date.span.start, date.span.end, date.span.of(text), DATE, date.marks))
        at = _glued(text, date.span.end, endings, found)
    _cut(text, at, span.end, endings, found)
    return found


def _glued(text: str, at: int, endings: re.Pattern[str] | None, found: list[Piece]) -> int:
    """An ending that is glued to a date ("Sunday's") is a piece; where what follows begins."""
    match = _ENDING.match(text, at)
    if match is None or endings is None or endings.fullmatch(match[0]) is None:
        return at
    found.append(Piece(at, match.end(), match[0], WORD))
    return match.end()


def _cut(text: str, start: int, end: int, endings: re.Pattern[str] | None, found: list[Piece]) -> None:
    new = tuple.__new__
    for match in _PIECE.finditer(text, start, end):
        if match.lastgroup == WORD:
            if endings is None:
                found.append(new(Piece, (*match.span(), match[0], WORD, _NO_MARKS)))
            else:
                _word(match, endings, found)
        else:
            found.append(Piece(match.start(), match.end(), match[0], MARK))


def _word(match: re.Match[str], endings: re.Pattern[str], found: list[Piece]) -> None:
    (start, end), word = match.span(), match[0]
    ending = endings.search(word)
    if ending is None or ending.start() == 0:
        found.append(tuple.__new__(Piece, (start, end, word, WORD, _NO_MARKS)))
        return
    cut = start + ending.start()
    found.append(Piece(start, cut, word[: ending.start()], WORD))
    found.append(Piece(cut, end, ending[0], WORD))
