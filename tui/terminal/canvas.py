"""`Canvas`: what the terminal shows, cell by cell, so that a key sends only the cells that it changes. Pure.

Textual sends a pane whole where a letter of it changed. Over a slow link a pane of Arabic is some kilobytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from tui.terminal.thrift import NOTHING, Look, change, looks, shorter

_MOVE = re.compile("\x1b\\[([0-9]+);([0-9]+)H")
_HARMLESS = re.compile("(?:\x1b\\[\\?(?:25|100[0-6]|1015|1016|2004|2026)[hl])*")
"""Modes that leave the picture as it is: cursor, mouse, paste, drawing at once."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""Marks that a blank shows: lines and reverse."""
_JOINED = 6
"""Cells: to send so many that are the same is shorter than to tell where the next one is that differs."""

_Cell = tuple[str, Look]
"""A letter and its look."""


class _Piece(NamedTuple):
    """Cells beside one another."""

    row: int
    column: int
    """Both from 1."""
    cells: list[_Cell]


class Canvas:
    """Follows what is sent. What it cannot follow goes out as it is, and it forgets what stood there."""

    def __init__(self) -> None:
        self._rows: dict[int, list[_Cell | None]] = {}

    def forget(self) -> None:
        """All is sent anew: the terminal was resized, cleared, or used by another program."""
        self._rows.clear()

    def differing(self, data: str) -> str:
        """What must be sent so that the terminal shows what `data` draws: begins and ends without a style."""
        if _HARMLESS.fullmatch(data):
            return data
        drawn = _drawn(data)
        if drawn is None:
            self.forget()
            return shorter(data)
        pen = _Pen()
        for piece in drawn:
            self._draw(pen, piece)
        return pen.done(drawn[-1])

    def _draw(self, pen: _Pen, piece: _Piece) -> None:
        row, column, cells = piece
        known = self._rows.setdefault(row, [])
        if not _each_of_one_cell(cells):  # how far other letters reach, terminals do not agree on
            known.clear()
            pen.write(piece)
            pen.lost()
            return
        first, end = column - 1, column - 1 + len(cells)
        known.extend([None] * (end - len(known)))
        before = known[first:end]
        if before == cells:
            return
        for start, stop in _runs(before, cells):
            pen.write(_Piece(row, column + start, cells[start:stop]))
        known[first:end] = cells


class _Pen:
    """Writes at places, and tells of place and look what is not so already."""

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._look = NOTHING
        self._row = self._column = 0

    def write(self, piece: _Piece) -> None:
        self._go(piece)
        for letter, look in piece.cells:
            wanted = _on_blank(self._look, look) if letter == " " else look
            if wanted != self._look:
                self._sent.append(change(self._look, wanted))
                self._look = wanted
            self._sent.append(letter)
        self._column += len(piece.cells)

    def _go(self, place: _Piece) -> None:
        if place.row == self._row and place.column > self._column:
            self._sent.append(f"\x1b[{place.column - self._column}C")
        elif (place.row, place.column) != (self._row, self._column):
            self._sent.append(f"\x1b[{place.row};{place.column}H")
        self._row, self._column = place.row, place.column

    def lost(self) -> None:
        """Where the cursor stands now only the terminal knows."""
        self._row = 0

    def done(self, place: _Piece) -> str:
        """All of it, with the cursor where it is to be left."""
        self._sent.append(change(self._look, NOTHING))
        self._go(place)
        return "".join(self._sent)


def _each_of_one_cell(cells: Sequence[_Cell]) -> bool:
    text = "".join([letter for letter, _ in cells])
    return text.isascii() or all(map(_of_one_cell, set(text)))


@lru_cache(4_096)
def _of_one_cell(letter: str) -> bool:
    return cell_len(letter) == 1


@lru_cache(2_048)
def _on_blank(shown: Look, wanted: Look) -> Look:
    """The look that a blank takes: that of its neighbour where it makes no difference."""
    if _SEEN_ON_BLANKS & (shown.marks | wanted.marks):
        return wanted
    return shown._replace(ground=wanted.ground)


def _runs(before: Sequence[_Cell | None], after: Sequence[_Cell]) -> Iterator[tuple[int, int]]:
    """First and end of each stretch to be sent; few cells that are the same between two stretches go with them."""
    first = end = -1
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if first >= 0 and at - end > _JOINED:
            yield first, end
            first = -1
        first = at if first < 0 else first
        end = at + 1
    if first >= 0:
        yield first, end


def _drawn(data: str) -> list[_Piece] | None:
    """The pieces of a picture; None where it holds more than places, looks and letters.

    The last one is the place where the cursor is left, and has no cells.
    """
    told = looks(data)
    if told is None:
        return None
    pieces: list[_Piece] = []
    for look, text in told:
        before, *rest = _MOVE.split(text)
        if not _written(pieces, look, before):
            return None
        for row, column, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            pieces.append(_Piece(int(row), int(column), []))
            if not _written(pieces, look, after):
                return None
    return pieces if pieces and not pieces[-1].cells else None


def _written(pieces: list[_Piece], look: Look, text: str) -> bool:
    """Whether the letters could be set behind the last place. The end of a line is told before the next place."""
    text = text.rstrip("\r\n")
    if not text:
        return True
    if not pieces or _CONTROL.search(text):
        return False
    blank = (" ", look if _SEEN_ON_BLANKS & look.marks else Look(ground=look.ground))
    pieces[-1].cells.extend([blank if letter == " " else (letter, look) for letter in text])
    return True
