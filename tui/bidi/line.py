"""A line of text on the screen: what is written, which cell shows which code point, and where a selection lies."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.bidi.modes import Mode
from tui.bidi.paragraph import Paragraph, Row
from tui.bidi.pieces import Piece, pieces

Style = Hashable
Span = tuple[int, int, Style]
"""Offsets from and up to, and the style between; 0 is no style."""
Run = tuple[str, int, Style]
"""Text as written, the cells it takes, its style."""

PLAIN = 0


class Cluster(NamedTuple):
    """What a caret steps over: a base letter, its marks, an alef drawn in its lam."""

    start: int
    """Offset of the first code point in the text that was laid out."""
    end: int
    cell: int
    """Leftmost cell."""
    cells: int


class Line:
    """One line as drawn. Offsets are code points of the whole text, cells are counted from the left of the line.

    Attributes:
        text: as written to the terminal; in mode `visual` as seen from left to right.
        runs: the same in pieces of one style, (text, cells, style); in mode `visual` from left to right.
        map: offset of the cluster under each cell.
        start: offset of the first code point of the line.
        end: offset after the last; white space hanging over the end and the line break are included, so that the lines
            of a text cover it without gap or overlap.
        base: 0 left to right, 1 right to left: a widget pads such a line on its left.
        width: in cells.
    """

    __slots__ = ("_clusters", "_paragraph", "_row", "base", "end", "map", "runs", "start", "text", "width")

    def __init__(
        self,
        paragraph: Paragraph,
        row: Row,
        *,
        origin: int = 0,
        brk: int = 0,
        spans: Sequence[Span] = (),
        mode: Mode = "visual",
    ) -> None:
        self._paragraph = paragraph
        self._row = row
        self._clusters: list[Cluster] | None = None
        self.start = row.start + origin
        self.end = row.end + origin + brk
        self.base = paragraph.base
        self.width = row.width
        self.map = paragraph.map_of(row, origin)
        inside = [span for span in spans if span[0] < self.end and span[1] > self.start and span[0] < span[1]]
        if mode == "visual" and not inside:
            self.text = row.text
            self.runs: list[Run] = [(row.text, row.width, PLAIN)] if row.text else []
            return
        written = pieces(paragraph, row, mode) if mode != "visual" else None
        styles = _styles(paragraph, row, inside, origin)
        self.runs = _runs_drawn(paragraph, row, styles) if written is None else _runs(paragraph, row, styles, written)
        self.text = "".join([run[0] for run in self.runs])

    def __repr__(self) -> str:
        return f"Line({self.text!r}, {self.start}..{self.end}, {self.width} cells)"

    @property
    def rtl(self) -> bool:
        """True when the paragraph runs from right to left."""
        return bool(self.base)

    @property
    def clusters(self) -> list[Cluster]:
        """The clusters of the line that take cells, from left to right."""
        if self._clusters is None:
            starts, cells = self._paragraph.starts, self._paragraph.cells
            origin = self.start - self._row.start
            order = self._row.clusters
            widths = [cells[place + 1] - cells[place] for place in order]
            self._clusters = [
                Cluster(starts[place] + origin, starts[place + 1] + origin, cell, width)
                for place, cell, width in zip(order, accumulate(widths, initial=0), widths, strict=False)
            ]
        return self._clusters

    def cell_of(self, offset: int) -> int | None:
        """Leftmost cell that shows the code point, None when no cell of this line does."""
        for cluster in self.clusters:
            if cluster.start <= offset < cluster.end:
                return cluster.cell
        return None

    def offset_at(self, cell: int) -> int:
        """Offset of what is drawn in a cell; beside the text, that of the line's nearer end."""
        if 0 <= cell < self.width:
            return self.map[cell]
        at_end = (cell < 0) == self.rtl
        return self.end if at_end else self.start

    def cells_of(self, start: int, end: int) -> list[tuple[int, int]]:
        """Stretches (first cell, cells) that show the code points from `start` up to `end`, from left to right."""
        stretches: list[tuple[int, int]] = []
        for cluster in self.clusters:
            if cluster.start >= end or cluster.end <= start:
                continue
            if stretches and sum(stretches[-1]) == cluster.cell:
                stretches[-1] = (stretches[-1][0], stretches[-1][1] + cluster.cells)
            else:
                stretches.append((cluster.cell, cluster.cells))
        return stretches


def _styles(paragraph: Paragraph, row: Row, spans: Sequence[Span], origin: int) -> list[Style]:
    """Style of each cluster of a row, left to right; the last span that touches a cluster gives it."""
    first = row.first
    logical: list[Style] = [PLAIN] * (paragraph.cluster_at(row.end - 1) + 1 - first)
    for start, end, style in spans:
        low, high = paragraph.clusters_in(max(start - origin, row.start), min(end - origin, row.end))
        logical[low - first : high - first] = [style] * (high - low)
    return [logical[place - first] for place in row.clusters]


def _runs_drawn(paragraph: Paragraph, row: Row, styles: list[Style]) -> list[Run]:
    cells = paragraph.cells
    runs: list[Run] = []
    start, size = 0, len(styles)
    while start < size:
        style = styles[start]
        end = start + 1
        while end < size and styles[end] == style:
            end += 1
        width = end - start
        if not paragraph.single:
            width = sum([cells[place + 1] - cells[place] for place in row.clusters[start:end]])
        runs.append(("".join(row.glyphs[start:end]), width, style))
        start = end
    return runs


def _runs(paragraph: Paragraph, row: Row, styles: list[Style], written: list[Piece]) -> list[Run]:
    cells = paragraph.cells
    runs: list[Run] = []
    for text, place in written:
        cluster = row.clusters[place]
        width = cells[cluster + 1] - cells[cluster]
        if runs and runs[-1][2] == styles[place]:
            before = runs[-1]
            runs[-1] = (before[0] + text, before[1] + width, before[2])
        else:
            runs.append((text, width, styles[place]))
    return runs
