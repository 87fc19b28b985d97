"""From where, and by whom, something is told: the place of a dateline or a heading and the speaker, until the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline_core.model.block import BlockRole
from timeline_core.model.span import Span
from timeline_core.outline.head import HeadKind
from timeline_core.outline.lines import Line
from timeline_core.outline.outline import Outline
from timeline_core.text.marks import COMMAS, DASHES, STOPS

_LONGEST = 6
"""Words of a heading that is a place."""
_BESIDE = 2
"""Words of it that belong to no name: «محافظة», "Eastern countryside of"."""
_BESIDE_NAMES = f"*_#:/ {DASHES}{COMMAS}"
"""Marks between the names of a heading."""
_BEFORE = 4
"""Names that may begin before a stretch and reach into it."""
_PLAIN = 65
"""Level of such a heading that no file marks: below those of days."""
_ENDS = frozenset({HeadKind.DATELINE, HeadKind.HEADING})


@dataclass(frozen=True, slots=True)
class Voice:
    """A place or a speaker, and how far it holds."""

    span: Span
    words: Span
    """Where it is named."""
    heading: bool = False
    """True for a place that what stands below is about; a dateline only says where it was written."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Of one report; each in text order, none within another of its kind."""

    places: tuple[Voice, ...] = ()
    speakers: tuple[Voice, ...] = ()

    def place_at(self, at: int) -> Voice | None:
        """What tells the place there."""
        return _holding(self.places, at)

    def speaker_at(self, at: int) -> Voice | None:
        """Who speaks there."""
        return _holding(self.speakers, at)


def _holding(some: Sequence[Voice], at: int) -> Voice | None:
    number = bisect_right(some, at, key=lambda one: one.span.start) - 1
    return some[number] if number >= 0 and at < some[number].span.end else None


def voices(text: str, outline: Outline, places: Sequence[Span]) -> Voices:
    """The places and the speakers that hold in a report.

    Args:
        places: where the text names one, in text order.
    """
    end = outline.lines[-1].span.end if outline.lines else 0
    return Voices(tuple(_places(text, outline, places, end)), tuple(_speakers(outline, places, end)))


def _speakers(outline: Outline, places: Sequence[Span], end: int) -> Iterator[Voice]:
    """A speaker holds until the next, or until a heading or a dateline; who wrote an entry or a post, for that."""
    posts = [Voice(scope.span, scope.head.author) for scope in outline.scopes if scope.head.author]
    open_: tuple[int, Span] | None = None
    found: list[Voice] = []
    for number, line in enumerate(outline.lines):
        speaker = line.speaker if line.speaker is not None and not _is_place(line.speaker, places) else None
        if open_ is not None and (line.speaker is not None or _parts(outline, number, line)):
            found.append(Voice(Span(open_[0], line.span.start), open_[1]))
            open_ = None
        if speaker is not None:
            open_ = (line.span.start, speaker)
    if open_ is not None:
        found.append(Voice(Span(open_[0], end), open_[1]))
    yield from _apart(_in_order([*found, *posts]))


def _parts(outline: Outline, number: int, line: Line) -> bool:
    head = outline.heads.get(number)
    return line.role in (BlockRole.HEADING, BlockRole.BREAK, BlockRole.NOTE) or (
        head is not None and head.kind in _ENDS
    )


def _places(text: str, outline: Outline, places: Sequence[Span], end: int) -> Iterator[Voice]:
    """The place of a heading holds until the next heading of its level, of a dateline until the next dateline."""
    datelines = _datelines(outline, places)
    found: list[Voice] = []
    open_: list[tuple[int, int, Span]] = []
    for number, line in enumerate(outline.lines):
        named = line.speaker if line.speaker is not None and _is_place(line.speaker, places) else None
        named = named or _place_of(text, outline, number, places)
        level = _level(outline, number, named)
        while open_ and level <= open_[-1][1]:
            start, _, words = open_.pop()
            found.append(Voice(Span(start, line.span.start), words, heading=True))
        if named is not None:
            open_.append((line.span.start, level, named))
    found += [Voice(Span(start, end), words, heading=True) for start, _, words in reversed(open_)]
    yield from _apart(_in_order([*found, *datelines]))


def _datelines(outline: Outline, places: Sequence[Span]) -> Iterator[Voice]:
    """The places of datelines: those that a text follows on their line, and names that are known; and of records."""
    numbers = {head.span.start: number for number, head in outline.heads.items()}
    for scope in outline.scopes:
        place, number = scope.head.place, numbers.get(scope.head.span.start)
        if place is None or number is None:
            continue
        known = any(place.overlaps(one) for one in _near(places, place))
        record = scope.head.record
        if known or record or (outline.parts[number] and outline.lines[number].role is not BlockRole.HEADING):
            yield Voice(scope.span, place, heading=record)


def _level(outline: Outline, number: int, named: Span | None) -> int:
    """The level from which on a line ends the places above it; above all levels where it ends none."""
    line, head = outline.lines[number], outline.heads.get(number)
    if line.role is BlockRole.HEADING and line.level:
        return line.level
    if line.role is BlockRole.BREAK or (head is not None and head.kind in _ENDS):
        return _PLAIN - 5
    return _PLAIN if named is not None else _PLAIN + 1


def _place_of(text: str, outline: Outline, number: int, places: Sequence[Span]) -> Span | None:
    """The place that a heading names, and names nothing else."""
    line = outline.lines[number]
    if line.cells or line.field or number in outline.heads or line.role not in (BlockRole.HEADING, BlockRole.PARAGRAPH):
        return None
    said = line.body.of(text).strip("*_# ")
    plain = line.role is BlockRole.PARAGRAPH
    if len(said.split()) > _LONGEST or said[-1:] in f"{STOPS}{COMMAS}" or (plain and number == 0 and said[-1:] != ":"):
        return None
    inside = [
        place for place in _near(places, line.body) if line.body.start <= place.start <= place.end <= line.body.end
    ]
    if not inside:
        return None
    rest = sum(len(part.split()) for part in _between(text, line.body, inside))
    return line.body if rest <= (0 if plain else _BESIDE) else None


def _between(text: str, body: Span, inside: Sequence[Span]) -> Iterator[str]:
    at = body.start
    for place in inside:
        yield text[at : max(at, place.start)].strip(_BESIDE_NAMES)
        at = max(at, place.end)
    yield text[at : body.end].strip(_BESIDE_NAMES)


def _is_place(words: Span, places: Sequence[Span]) -> bool:
    return any(place.start <= words.start and words.end <= place.end for place in _near(places, words))


def _near(places: Sequence[Span], at: Span) -> Sequence[Span]:
    """Those of the places that begin within a stretch, or a little before it."""
    low = bisect_left(places, at.start, key=lambda one: one.start)
    return places[max(0, low - _BEFORE) : bisect_left(places, at.end, low, key=lambda one: one.start)]


def _apart(some: Sequence[Voice]) -> Iterator[Voice]:
    """Each as far as none holds within it.

    Args:
        some: in text order, an outer one before those inside it.
    """
    waiting, inside = [*reversed(some)], list[Voice]()
    for start, end in pairwise(sorted({edge for one in some for edge in (one.span.start, one.span.end)})):
        while waiting and waiting[-1].span.start <= start:
            inside.append(waiting.pop())
        inside = [one for one in inside if one.span.end > start]
        if inside:
            yield replace(inside[-1], span=Span(start, end))


def _in_order(some: Sequence[Voice]) -> list[Voice]:
    return sorted(some, key=lambda one: (one.span.start, -one.span.end))
