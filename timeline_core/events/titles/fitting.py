"""Fitting: which words a title that is too long does without, worked out on its spans before a word of it is written.

Source:
    Sentence compression by dropping adjuncts of a dependency tree (Dorr, Zajic and Schwartz 2003, Hedge Trimmer).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from timeline_core.events.titles.asides import Rank
from timeline_core.events.titles.length import LONGEST, WIDEST, fits, width
from timeline_core.events.titles.marks import CUT, EDGES, SPACES
from timeline_core.events.titles.parts import Parts
from timeline_core.model.span import Span

_MARKS = 6
"""Cells of commas and brackets that may go with the words that go."""
_BESIDE = Rank.COMMENT
"""What only stands beside a statement: no list has to show it."""


class Fitted(NamedTuple):
    """What goes, and the mark of a title that was torn."""

    without: tuple[Span, ...]
    size: int
    """Cells at most."""
    mark: str = ""


class Room:
    """The words of a title: what they take, and what goes from them anyway."""

    cells = LONGEST
    """How many it may take."""

    def __init__(self, text: str, spans: Sequence[Span], gone: Iterable[Span], whole: str) -> None:
        """`spans`: the words that it is made of; `whole`: what it says with all of them."""
        self._text, self._spans, self._gone = text, spans, tuple(gone)
        self.whole = spans[-1] if spans[0].start > spans[-1].start else spans[0].hull(spans[-1])
        self._besides = 0
        self._besides = width(whole) - self.way(()).size
        """Cells of a subject that is put in, without those of hours and other words that no title tells."""

    def way(self, without: Sequence[Span], mark: str = "") -> Fitted:
        """What goes so, and what is left."""
        left = SPACES.sub(" ", "".join(self._left(without)))
        return Fitted((*without,), self._besides + len(mark) + width(left.strip(EDGES)), mark)

    def cut(self, without: Sequence[Span], places: Iterable[int], mark: str = "") -> Iterator[Fitted]:
        """Up to each of the places where it may be short enough."""
        cuts = (self.way((*without, Span(at, self.whole.end)), mark) for at in places if at < self.whole.end)
        return (one for one in cuts if self.may_hold(one))

    def may_hold(self, way: Fitted) -> bool:
        """It is short enough, or is where a few marks go too."""
        return way.size <= self.cells + _MARKS

    def _left(self, without: Sequence[Span]) -> Iterator[str]:
        for span in self._spans:
            at = span.start
            for one in sorted(chain(self._gone, without)):
                if at < one.end and one.start < span.end:
                    yield self._text[at : max(at, one.start)]
                    at = one.end
            yield self._text[at : max(at, span.end)]


def fitted(room: Room, parts: Parts, render: Callable[[Sequence[Span]], str], must: Span | None = None) -> str:
    """What the best way tells: a whole one, in more cells if need be, else one that is torn; empty where none fits.

    Args:
        render: the title without these words.
        must: words that it has to tell.
    """

    def first(found: Iterable[Fitted]) -> str:
        held = (way for way in found if must is None or not any(one.overlaps(must) for one in way.without))
        return next(_fitting(room, held, render), "")

    told = first(_statements(room, parts)) or first(_spared(room, parts, _BESIDE))
    if told:
        return told
    room.cells = WIDEST
    if fits(whole := render(()), room.cells):
        return whole
    told = first(_statements(room, parts)) or first(_spared(room, parts, max(Rank))) or first(_ends(room, parts))
    return told or next(_fitting(room, _loose(room, parts), render), "")


def _fitting(room: Room, found: Iterable[Fitted], render: Callable[[Sequence[Span]], str]) -> Iterator[str]:
    for way in found:
        told = render(way.without)
        told += way.mark if CUT not in told else ""
        if fits(told, room.cells):
            yield told


def _statements(room: Room, parts: Parts) -> Iterator[Fitted]:
    """Up to a joined statement, which is told by itself."""
    return room.cut((), parts.statements(room.whole))


def _spared(room: Room, parts: Parts, most: Rank) -> Iterator[Fitted]:
    """Without the parts that go most easily, one after another."""
    without: tuple[Span, ...] = ()
    for part in parts.spare(room.whole):
        without = (*without, part.span)
        yield from filter(room.may_hold, [room.way(without)] if part.rank <= most else [])


def _ends(room: Room, parts: Parts) -> Iterator[Fitted]:
    """Up to a break, with the offices of who speaks if that is enough."""
    spare, ends = parts.spare(room.whole), parts.tails(room.whole)
    yield from room.cut(tuple(part.span for part in spare if part.rank <= _BESIDE), ends)
    for one in _without_gaps(room, parts, tuple(part.span for part in spare)):
        yield from filter(room.may_hold, [room.way(one)])
        yield from room.cut(one, ends)


def _loose(room: Room, parts: Parts) -> Iterator[Fitted]:
    """Ways that lose something: what is joined to a noun or what it is of, then, with a mark, any words at all."""
    without = tuple(part.span for part in parts.spare(room.whole))
    for places, mark in ((parts.loose_tails(room.whole), ""), (parts.edges(room.whole), CUT)):
        for one in _without_gaps(room, parts, without):
            yield from room.cut(one, places, mark)
    yield room.way(without, CUT)


def _without_gaps(room: Room, parts: Parts, without: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    return [without, *((*without, gap) for gap in parts.gaps(room.whole))]
