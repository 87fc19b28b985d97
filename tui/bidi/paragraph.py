"""A paragraph ready to be wrapped: levels, clusters and shaped glyphs, none of which depends on a width or a style."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from tui.bidi.brackets import MIRRORS
from tui.bidi.classes import CLASSES
from tui.bidi.kinds import CIRCLE, EMOJI_HINT, EMOJI_SEQUENCE, KINDS, REPLACEMENT
from tui.bidi.levels import base_of, resolve_classes, visual_order
from tui.bidi.shape import Shaped, Shaper
from tui.bidi.wrap import Breaks, Cut, breaks_of, wrap

_WIDTHS_KEPT = 4
_LONGEST_KEPT = 4_096
_OVERRIDES = str.maketrans("12345", "00000")
_SIMPLE = re.compile("[1s]*")
_CLUSTER = re.compile("[12epqsStc][0vj]*|[fob]|[0vj]+")
_MARKED_SPACE = re.compile("[st]j*[v0]")
"""Neither white space at the end of a line nor a place to break it."""
_MIRRORED = re.compile("[" + re.escape("".join(MIRRORS)) + "]")
_UNSEEN_TAIL = "sStbf"
_SHOWN = {"c": REPLACEMENT, "t": " ", "f": "", "o": "", "b": ""}

SHAPER = Shaper()
"""The words that every paragraph of the program shares."""


class Row(NamedTuple):
    """A line of a paragraph as drawn, before styles."""

    start: int
    """Offset in the paragraph of the first code point."""
    end: int
    """Offset after the last, hanging white space included."""
    first: int
    """First cluster."""
    last: int
    """Cluster after the last that is drawn."""
    clusters: list[int]
    """Those that take cells, left to right."""
    glyphs: list[str]
    """What is drawn for each of them."""
    text: str
    width: int


class Paragraph:
    """One paragraph of text and the lines it gives at a width.

    Args:
        text: without line breaks; one that stands there all the same is drawn as a space.
        base: 0 left to right, 1 right to left, None by the first strong letter.
        fallback: base of a text without strong letters.
        shaped: False keeps letters in nominal form, for a terminal that joins them itself.

    Embeddings and overrides (U+202A to U+202E) have no effect: reports come from anywhere, and these can make a line
    read other than it is written. Isolates and marks work as the standard says.
    """

    __slots__ = ("_breaks", "_rows", "base", "cells", "glyphs", "kinds", "levels", "single", "starts", "text")

    def __init__(self, text: str, base: int | None = None, *, fallback: int = 0, shaped: bool = True) -> None:
        classes = text.translate(CLASSES).translate(_OVERRIDES).replace("B", "W")
        self.text = text
        self.base = base_of(classes, fallback) if base is None else base
        levels = resolve_classes(text, classes, self.base)
        forms = SHAPER.shape(text) if shaped else Shaped(list(text), [])
        self._gather(forms, _kinds(text, forms.absorbed), levels)
        self._mirror()
        self._breaks: Breaks | None = None
        self._rows: dict[int, list[Row]] = {}

    def _gather(self, forms: Shaped, kinds: str, levels: list[int]) -> None:
        """Join code points to clusters: a base and all that is drawn on it."""
        size = len(kinds)
        simple = _SIMPLE.fullmatch(kinds)
        self.starts: Sequence[int] = range(size + 1)
        self.cells: Sequence[int] = self.starts
        self.kinds, self.levels, self.glyphs, self.single = kinds, levels, forms.glyphs, True
        if simple:
            return
        starts = [match.start() for match in _CLUSTER.finditer(kinds)]
        self.levels = [levels[start] for start in starts]
        self.kinds = "".join([kinds[start] for start in starts])
        if _MARKED_SPACE.search(kinds):
            self.kinds = "".join(["1" if _MARKED_SPACE.match(kinds, start) else kinds[start] for start in starts])
        starts.append(size)
        self.starts = starts
        self.glyphs = forms.glyphs
        widths = self._draw(kinds)
        self.single = widths.count(1) == len(widths)
        self.cells = range(len(starts)) if self.single else [0, *accumulate(widths)]

    def _draw(self, kinds: str) -> list[int]:
        """Choose the glyph of each cluster; gives their widths in cells."""
        starts, loose = self.starts, self.glyphs
        glyphs: list[str] = []
        widths: list[int] = []
        for place, kind in enumerate(self.kinds):
            start, end = starts[place], starts[place + 1]
            if kind in "1s" and end == start + 1:
                glyphs.append(loose[start])
                widths.append(1)
                continue
            glyph = _glyph(kind, kinds[start:end], loose[start:end])
            glyphs.append(glyph)
            widths.append(cell_len(glyph))
        self.glyphs = glyphs
        return widths

    def _mirror(self) -> None:
        """Mirror brackets that run from right to left: `(` is drawn `)` (UAX #9, rule L4)."""
        identity = isinstance(self.starts, range)
        for match in _MIRRORED.finditer(self.text):
            place = match.start() if identity else self.cluster_at(match.start())
            if self.levels[place] & 1:
                glyph = self.glyphs[place]
                self.glyphs[place] = MIRRORS.get(glyph[:1], glyph[:1]) + glyph[1:]

    def cluster_at(self, offset: int) -> int:
        """Number of the cluster that the code point at `offset` belongs to."""
        return bisect_right(self.starts, offset) - 1

    def rows(self, width: int) -> list[Row]:
        """The lines at a width in cells; kept for the last few widths asked."""
        found = self._rows.get(width)
        if found is None:
            if len(self._rows) >= _WIDTHS_KEPT:
                self._rows.clear()
            found = self._rows[width] = [self._row(cut) for cut in self._cuts(width)]
        return found

    def _cuts(self, width: int) -> list[Cut]:
        size = len(self.kinds)
        if self.cells[-1] <= width:
            return [Cut(0, size, size)]
        if self._breaks is None:
            self._breaks = breaks_of(self.kinds, self.cells)
        return wrap(self._breaks, self.cells, width)

    def _row(self, cut: Cut) -> Row:
        start, end, after = cut
        levels = self.levels[start:end]
        seen = len(self.kinds[start:end].rstrip(_UNSEEN_TAIL))
        if seen < len(levels):
            levels[seen:] = [self.base] * (len(levels) - seen)
        order = [start + place for place in visual_order(levels)] if start else visual_order(levels)
        if not self.single:
            cells = self.cells
            order = [place for place in order if cells[place + 1] > cells[place]]
        glyphs = [self.glyphs[place] for place in order]
        width = self.cells[end] - self.cells[start]
        return Row(self.starts[start], self.starts[after], start, end, order, glyphs, "".join(glyphs), width)

    def map_of(self, row: Row, origin: int) -> list[int]:
        """Offset of the cluster under each cell, `origin` added."""
        starts = self.starts
        if self.single:
            return [starts[place] + origin for place in row.clusters]
        cells = self.cells
        return [starts[place] + origin for place in row.clusters for _ in range(cells[place], cells[place + 1])]

    def prefix(self, cells: int) -> int:
        """Offset of the longest beginning, in whole clusters, that takes at most so many cells."""
        return self.starts[min(bisect_right(self.cells, cells) - 1, len(self.kinds))]

    def clusters_in(self, start: int, end: int) -> tuple[int, int]:
        """Clusters (first, after the last) that the code points from `start` up to `end` touch."""
        return self.cluster_at(start), bisect_left(self.starts, end)


def _kinds(text: str, absorbed: list[int]) -> str:
    """One kind per code point; what is drawn as one with its neighbour is marked as belonging to it."""
    kinds = text.translate(KINDS)
    joined = [match.span() for match in EMOJI_SEQUENCE.finditer(text)] if EMOJI_HINT.search(text) else []
    if not absorbed and not joined:
        return kinds
    letters = list(kinds)
    for place in absorbed:
        letters[place] = "0"
    for start, end in joined:
        letters[start] = "e"
        letters[start + 1 : end] = "0" * (end - start - 1)
    return "".join(letters)


def _glyph(kind: str, kinds: str, loose: list[str]) -> str:
    """The glyph of a cluster of several code points: a letter with its vowel signs, an alef drawn in its lam («لا»)."""
    if kind in _SHOWN:
        loose[0] = _SHOWN[kind]
    shown = "".join(["" if one == "j" else part for one, part in zip(kinds, loose, strict=True)])
    if kind not in "0vj":
        return shown
    return CIRCLE + shown if "0" in kinds else ""


@lru_cache(maxsize=512)
def _kept(text: str, base: int | None, fallback: int, shaped: bool) -> Paragraph:
    return Paragraph(text, base, fallback=fallback, shaped=shaped)


def paragraph(text: str, base: int | None = None, fallback: int = 0, shaped: bool = True) -> Paragraph:
    """A paragraph, one made before if it is at hand: the last 512 of usual length are kept, some 70 bytes a letter."""
    if len(text) > _LONGEST_KEPT:
        return Paragraph(text, base, fallback=fallback, shaped=shaped)
    return _kept(text, base, fallback, shaped)
