"""`BidiFilter` puts the output of stock widgets into visual order; `Ordered` marks widgets that do so themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from tui.bidi.layout import truncate
from tui.bidi.modes import Mode
from tui.terminal.probe import Choice, without_marks

if TYPE_CHECKING:
    from textual.widget import Widget as _Base
else:
    _Base = object

_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What makes a text more than left to right; a line without any is passed on as it is."""
_FIELD = re.compile("(?:(?!  |[\u2500-\u259f\U0001fb00-\U0001fbff]).)+", re.DOTALL)
"""What is one text: up to two spaces, or to something that borders and bars are drawn with."""
_PLACE = "offset"
"""The key of the meta data with which Textual finds the cells of a selection; it changes inside a text."""


class BidiFilter(LineFilter):
    """Reorders and shapes the text of a finished line, field by field, within the same cells.

    A field ends at two spaces, at a border, or where the style's meta data change (table cells, options). Its
    direction is that of its first strong letter; wrapped text needs an `Ordered` widget instead.
    """

    def __init__(self, mode: Mode = "visual", *, marks: bool = True, base: int | None = None) -> None:
        """`base`: the direction of every field; None leaves it to the first strong letter."""
        super().__init__(enabled=mode != "off" or not marks)
        self._mode: Mode = mode
        self._marks = marks
        self._base = base

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        text = "".join([segment.text for segment in segments])
        if not _RIGHT.search(text):
            return segments
        found = [new for _, part in groupby(segments, _group) for new in self._part(list(part))]
        return list(Strip(found).adjust_cell_length(sum(segment.cell_length for segment in segments)))

    def _part(self, segments: list[Segment]) -> Iterator[Segment]:
        """A part of one meaning, each of its fields in order.

        One that is wider than it was counted (U+200D hides the letter behind it from who counts) takes free cells.
        """
        text = "".join([segment.text for segment in segments])
        done = 0
        for match in _FIELD.finditer(text):
            if not _RIGHT.search(match[0]):
                continue
            start = match.start() + match[0].startswith(" ")
            end = match.end() - match[0].endswith(" ")
            yield from _between(segments, done, start)
            drawn = list(self._field(list(_between(segments, start, end)), far=text[:start].endswith("  ")))
            yield from drawn
            more = sum(segment.cell_length for segment in drawn) - cell_len(text[start:end])
            done = end + min(max(more, 0), len(text[end:]) - len(text[end:].lstrip(" ")))
        yield from _between(segments, done, len(text))

    def _field(self, pieces: Sequence[Segment], *, far: bool) -> Iterator[Segment]:
        """One text; the cells that its letters leave by joining are added at the end from which it is not aligned.

        Args:
            far: free cells lie to the left of it.
        """
        text = "".join([piece.text for piece in pieces])
        styles = [piece.style for piece in pieces]
        ends = list(accumulate(len(piece.text) for piece in pieces))
        spans = [
            (end - len(piece.text), end, number)
            for number, (piece, end) in enumerate(zip(pieces, ends, strict=True), 1)
        ]
        line = truncate(text, 2 * len(text) + 1, self._base, spans, mode=self._mode)
        drawn = [
            Segment(self._sent(run), styles[number - 1 if isinstance(number, int) else 0])
            for run, _, number in line.runs
        ]
        spare = cell_len(text) - line.width
        at_left = far and line.rtl
        free = [Segment(" " * spare, styles[-1 if at_left else 0])] if spare > 0 else []
        yield from [*free, *drawn] if at_left else [*drawn, *free]

    def _sent(self, text: str) -> str:
        return text if self._marks else without_marks(text)


def _group(segment: Segment) -> object:
    """Key by which consecutive segments belong to one text."""
    return True if segment.control else _meaning(segment.style or Style.null())


@lru_cache(1_024)
def _meaning(style: Style) -> str:
    """The meta data of a style but for what changes inside a text."""
    return repr(sorted((key, repr(value)) for key, value in style.meta.items() if key != _PLACE))


def _between(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """What lies between two code points of the joined text; whole segments as they are."""
    at = 0
    for segment in segments:
        low, high = max(start - at, 0), min(end - at, len(segment.text))
        at += len(segment.text)
        if low < high:
            yield segment if high - low == len(segment.text) else Segment(segment.text[low:high], segment.style)


class Ordered(_Base):
    """Mixin for widgets that order their text themselves, and for screens: keeps `BidiFilter` from them.

    The lines of a modal screen come from the screen below and are ordered already.
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [one for one in super().get_line_filters() if not isinstance(one, BidiFilter)]

    @property
    def choice(self) -> Choice:
        """How text is written to the terminal of this app."""
        found = getattr(self.app, "choice", None)
        return found if isinstance(found, Choice) else AS_SENT


AS_SENT = Choice("visual", "the terminal is not known to reorder")
