"""What is written to the terminal so that a row comes out as drawn, by what the terminal does to Arabic (`modes`).

A terminal that reorders text by itself is sent words in logical order; one that does not is sent them as drawn.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.bidi.brackets import CLOSES, MIRRORS
from tui.bidi.classes import CLASSES
from tui.bidi.kinds import EMOJI_SEQUENCE, REPLACEMENT
from tui.bidi.levels import resolve, visual_order
from tui.bidi.modes import Mode
from tui.bidi.paragraph import Paragraph, Row

_LRM = "\u200e"
_RIGHT_WORD = re.compile("[RA]+")
_NO_LATIN = re.compile("[^L]+")
_TURNABLE = re.compile("[RAN]")
_NEUTRAL = "OWSBPTCM06789"
_LETTERS_ONLY = re.compile("[RA](?:[^LNE]*[RA])?")
_BRACKETS = frozenset([*CLOSES, *CLOSES.values()])
_UNSENT = re.compile("[\u200d\u202a-\u202e]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Piece(NamedTuple):
    """What is written for one cluster."""

    text: str
    place: int
    """Which cluster of the row, counted from the left as drawn."""


def pieces(paragraph: Paragraph, row: Row, mode: Mode) -> list[Piece]:
    """The clusters of a row in the order they are written; in `visual` that is the order they are drawn in."""
    if mode == "off":
        return _logical(paragraph, row)
    drawn = [Piece(glyph, place) for place, glyph in enumerate(row.glyphs)]
    if mode == "visual":
        return drawn
    classes = "".join([paragraph.text[paragraph.starts[cluster]] for cluster in row.clusters]).translate(CLASSES)
    if mode == "words":
        return _turned(drawn, _RIGHT_WORD, classes)
    tried = _inverse(drawn, classes, row.clusters)
    return tried if _drawn_by_terminal(tried) == drawn else _inverse_marked(drawn, classes)


def _turned(drawn: list[Piece], stretch: re.Pattern[str], classes: str) -> list[Piece]:
    """The row with each matching stretch written from its right end, for a terminal that turns such stretches back."""
    written = drawn.copy()
    for match in stretch.finditer(classes):
        start, end = match.span()
        written[start:end] = drawn[start:end][::-1]
    return written


def _unmirrored(piece: Piece) -> Piece:
    """The bracket as it must be sent, since the terminal mirrors it again: `)` for a drawn `(`."""
    glyph = piece.text
    return piece._replace(text=MIRRORS.get(glyph[:1], glyph[:1]) + glyph[1:])


def _inverse(drawn: list[Piece], classes: str, clusters: list[int]) -> list[Piece]:
    """The row for a terminal that applies UAX #9: stretches without a Latin letter in logical order, nothing added."""
    written = drawn.copy()
    for match in _NO_LATIN.finditer(classes):
        if not _TURNABLE.search(match[0]):
            continue
        start = match.end() - len(match[0].lstrip(_NEUTRAL))
        end = match.start() + len(match[0].rstrip(_NEUTRAL))
        stretch = sorted(drawn[start:end], key=lambda piece: clusters[piece.place])
        written[start:end] = [_unmirrored(piece) for piece in stretch]
    return written


def _inverse_marked(drawn: list[Piece], classes: str) -> list[Piece]:
    """The same, where nothing added is not enough: only Arabic letters are turned, left-to-right marks keep the rest.

    Brackets stay outside too: what looks like a pair on the screen need not be one in the text.
    """
    classes = "".join(["L" if piece.text[0] in _BRACKETS else one for piece, one in zip(drawn, classes, strict=True)])
    written: list[Piece] = []
    done = 0
    for match in _LETTERS_ONLY.finditer(classes):
        start, end = match.span()
        written += drawn[done:start]
        turned = [_unmirrored(piece) for piece in reversed(drawn[start:end])]
        turned[0] = turned[0]._replace(text=_LRM + turned[0].text)
        turned[-1] = turned[-1]._replace(text=turned[-1].text + _LRM)
        written += turned
        done = end
    return written + drawn[done:]


def _drawn_by_terminal(written: list[Piece]) -> list[Piece]:
    """The row as a terminal that applies UAX #9 from left to right would draw it."""
    levels = resolve("".join([piece.text[0] for piece in written]), 0).levels
    return [_unmirrored(written[place]) if levels[place] & 1 else written[place] for place in visual_order(levels)]


def _logical(paragraph: Paragraph, row: Row) -> list[Piece]:
    """The words as they stand in the text, format characters too; what takes no cell goes with what is before."""
    places = {cluster: place for place, cluster in enumerate(row.clusters)}
    written: list[Piece] = []
    ahead = ""
    for cluster in range(row.first, row.last):
        text = _safe(paragraph.text[paragraph.starts[cluster] : paragraph.starts[cluster + 1]])
        if cluster in places:
            written.append(Piece(ahead + text, places[cluster]))
            ahead = ""
        elif written:
            written[-1] = written[-1]._replace(text=written[-1].text + text)
        else:
            ahead += text
    return written


def _safe(text: str) -> str:
    if EMOJI_SEQUENCE.fullmatch(text):
        return text
    return _CONTROL.sub(_stand_in, _UNSENT.sub("", text))


def _stand_in(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n\r" else REPLACEMENT
