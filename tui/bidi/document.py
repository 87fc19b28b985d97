"""Long texts, laid out where they are looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.bidi.layout import direction, paragraphs
from tui.bidi.line import Line, Span
from tui.bidi.modes import Mode
from tui.bidi.paragraph import Paragraph, Row, paragraph

_USUAL = 4_096
"""Code points of a slab: about one page of a terminal."""
_LONGEST = 16_384
"""A paragraph up to here stays whole; a longer one is cut at white space, each piece of the usual size."""
_SLABS_KEPT = 48


class _Slab(NamedTuple):
    """A piece of the text that is laid out as a whole."""

    start: int
    end: int
    head: int
    """Offset where the paragraph begins that the slab begins in."""


class _Place(NamedTuple):
    """A row and where it stands in the text."""

    paragraph: Paragraph
    row: Row
    origin: int
    brk: int


def _last_break(text: str, start: int, end: int) -> int:
    """Offset after the last line break of a stretch, or 0."""
    return _whole(text, max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1)


def _next_break(text: str, start: int, end: int) -> int:
    """Offset after the first line break of a stretch, or 0."""
    return _whole(text, text.find("\n", start, end) + 1 or text.find("\r", start, end) + 1)


def _whole(text: str, found: int) -> int:
    """The offset, behind the line feed where it stands between the two characters of a CRLF."""
    return found + 1 if found and text[found - 1 : found + 1] == "\r\n" else found


def _slab_end(text: str, start: int) -> int:
    if len(text) - start <= _USUAL:
        return len(text)
    usual = start + _USUAL
    end = _last_break(text, start, usual) or _next_break(text, usual, start + _LONGEST)
    if end:
        return end
    return len(text) if len(text) - start <= _LONGEST else (text.rfind(" ", start, usual) + 1 or usual)


def _slabs(text: str) -> list[_Slab]:
    slabs: list[_Slab] = []
    start = head = 0
    while start < len(text) or not slabs:
        if start and text[start - 1] in "\n\r":
            head = start
        end = _slab_end(text, start)
        slabs.append(_Slab(start, end, head))
        start = end
    return slabs


class Document:
    """A text of any length, of which only the stretches that are shown are laid out; heights elsewhere are estimates.

    A widget that scrolls does this, all in cells and lines of one `width`:

    1. `top = document.settle(width, top, rows)` before it paints: what the window touches becomes exact, and the line
       the reader was looking at may have got another number;
    2. `document.lines(width, top, rows, spans)` for the lines, `document.height(width)` for the scroll bar;
    3. `document.line_of(offset, width)` to bring a passage into view.

    After a change of width: keep `lines(...)[0].start` from before, and ask `line_of` for it.

    Args:
        text: offsets everywhere are code points of it.
        base: 0, 1, or None: each paragraph by its first strong letter.
        fallback: base of a paragraph without strong letters.

    Cost:
        Making one: a few milliseconds per million code points. A page, wherever it is: the layout of two or three.
    """

    def __init__(self, text: str, base: int | None = None, *, fallback: int = 0, mode: Mode = "visual") -> None:
        self.text = text
        self._base = base
        self._fallback = fallback
        self._mode: Mode = mode
        self._slabs = _slabs(text)
        self._starts = [slab.start for slab in self._slabs]
        self._width = 0
        self._heights: list[int] = []
        self._exact: list[bool] = []
        self._tops: list[int] = []
        self._laid: OrderedDict[int, list[_Place]] = OrderedDict()

    def height(self, width: int) -> int:
        """Lines in all; exact once every part has been seen at this width."""
        self._at(width)
        return self._tops[-1]

    def lines(self, width: int, first_line: int, count: int, spans: Sequence[Span] = ()) -> list[Line]:
        """Up to `count` lines from number `first_line`, which is counted from 0; fewer at the end of the text."""
        self._at(width)
        found: list[Line] = []
        number, skip = self._find(max(first_line, 0))
        while number < len(self._slabs) and len(found) < count:
            places = self._places(number)
            if skip < len(places):
                slab = self._slabs[number]
                near = [span for span in spans if span[0] < slab.end and span[1] > slab.start]
                found += [self._line(place, near) for place in places[skip : skip + count - len(found)]]
            skip = max(0, skip - len(places))
            number += 1
        return found

    def line_of(self, offset: int, width: int) -> int:
        """Number of the line that holds the code point; the last line for what lies behind the end."""
        self._at(width)
        number = bisect_right(self._starts, min(max(offset, 0), len(self.text))) - 1
        places = self._places(number)
        inside = bisect_right([place.origin + place.row.start for place in places], offset) - 1
        return self._tops[number] + max(inside, 0)

    def settle(self, width: int, first_line: int, count: int) -> int:
        """Lay out what a window of `count` lines touches; gives the number its first line has then.

        What was exact before keeps its place in the window, so that text does not jump while a reader scrolls up into a
        part whose height was an estimate.
        """
        self._at(width)
        first_line = max(first_line, 0)
        while True:
            touched = self._touched(first_line, count)
            loose = [number for number in touched if not self._exact[number]]
            if not loose:
                return first_line
            anchor = next((number for number in touched if self._exact[number]), touched[0])
            before = self._tops[anchor]
            for number in loose:
                self._places(number)
            first_line = max(0, first_line + self._tops[anchor] - before)

    def _touched(self, first_line: int, count: int) -> range:
        first, _ = self._find(first_line)
        last, _ = self._find(first_line + max(count, 1) - 1)
        return range(min(first, len(self._slabs) - 1), min(last + 1, len(self._slabs)))

    def _find(self, line: int) -> tuple[int, int]:
        """The slab that holds a line, and how many of its lines stand before; one past the last where none does."""
        number = bisect_right(self._tops, line) - 1
        return number, line - self._tops[number]

    def _at(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        self._laid.clear()
        self._heights = [self._estimate(slab, max(width, 1)) for slab in self._slabs]
        self._exact = [False] * len(self._slabs)
        self._tops = [0, *accumulate(self._heights)]

    def _estimate(self, slab: _Slab, width: int) -> int:
        """How many lines a stretch will take: a paragraph over one line leaves half a line empty on the average."""
        breaks = self.text.count("\n", slab.start, slab.end)
        return max(breaks, 1, round((slab.end - slab.start) / width + breaks / 2))

    def _places(self, number: int) -> list[_Place]:
        """The rows of a slab; its height is exact from now on."""
        places = self._laid.get(number)
        if places is not None:
            self._laid.move_to_end(number)
            return places
        places = self._laid[number] = self._lay_out(self._slabs[number])
        if len(self._laid) > _SLABS_KEPT:
            self._laid.popitem(last=False)
        self._exact[number] = True
        if self._heights[number] != len(places):
            self._heights[number] = len(places)
            self._tops = [0, *accumulate(self._heights)]
        return places

    def _lay_out(self, slab: _Slab) -> list[_Place]:
        places: list[_Place] = []
        base = self._base
        if base is None and slab.head != slab.start:
            base = direction(self.text[slab.head : slab.head + _LONGEST], self._fallback)
        for offset, body, brk in paragraphs(self.text[slab.start : slab.end]):
            one = paragraph(body, base, self._fallback, self._mode != "off")
            rows = one.rows(self._width)
            places += [_Place(one, row, slab.start + offset, 0) for row in rows]
            places[-1] = places[-1]._replace(brk=brk)
            base = self._base
        return places

    def _line(self, place: _Place, spans: Sequence[Span]) -> Line:
        return Line(place.paragraph, place.row, origin=place.origin, brk=place.brk, spans=spans, mode=self._mode)
