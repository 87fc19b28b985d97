"""How far each head holds: a heading until the next of its level or above, an entry or a post for its own lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from timeline_core.model.block import Block, BlockRole
from timeline_core.model.span import Span
from timeline_core.model.when import Precision, on
from timeline_core.outline.head import Head, HeadKind
from timeline_core.outline.lines import Line

_LEVELS = {HeadKind.DATELINE: 60, HeadKind.MESSAGE: 60, HeadKind.ENTRY: 70, HeadKind.ROW: 80}
"""Of heads that are no headings: below all of those."""
_DAY_LINE = _LEVELS[HeadKind.DATELINE]
"""A break ends what a dateline, a post or a line with a day has set, and no more."""
TOP = 3
"""Lines at the head of a report in one of which its own day stands."""
_DAY = len("2023-02-10")
_WEEK = timedelta(7)
"""What happened in a week is told below it; a session of a council lasts longer, and is of older things."""
_LABELS = frozenset({HeadKind.PUBLISHED, HeadKind.UPDATED})
_DATING = frozenset({HeadKind.HEADING, HeadKind.ENTRY, HeadKind.ROW})


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of a report and the head that holds for it."""

    span: Span
    head: Head
    dates: bool
    """What has no date there is of that day: so in a chronology, not below a dateline."""


@dataclass(slots=True)
class _Open:
    head: Head
    start: int
    level: int
    item: int
    """Blanks before the item that it stands in; -1 where it stands in none."""


def scopes_of(lines: Sequence[Line], heads: Mapping[int, Head], blocks: Sequence[Block]) -> tuple[Scope, ...]:
    """Every stretch for which a head holds, in text order, an outer one before those inside it."""
    posts = [block for block in blocks if block.role is BlockRole.MESSAGE]
    found = [*_Walk(lines, heads, posts).scopes(), *filter(None, map(_post, posts))]
    return tuple(sorted(found, key=lambda scope: (scope.span.start, -scope.span.end)))


def around(scopes: Sequence[Scope], places: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """For each place the numbers of the scopes that it stands in, the innermost last; a head stands in its own.

    Args:
        scopes: as `scopes_of` gives them.
        places: in ascending order.
    """
    inside: list[int] = []
    following = 0
    for at in places:
        while following < len(scopes) and scopes[following].span.start <= at:
            inside.append(following)
            following += 1
        inside = [number for number in inside if at < scopes[number].span.end]
        yield tuple(inside)


def _post(block: Block) -> Scope | None:
    """The scope of a post that its file gives a moment."""
    day = block.stamp.moment[:_DAY] if block.stamp is not None else ""
    try:
        when = on(date.fromisoformat(day))
    except ValueError:
        return None
    at = Span(block.span.start, block.span.start)
    return Scope(block.span, Head(HeadKind.MESSAGE, at, at, when), dates=False)


class _Walk:
    """Goes through the lines once, opening and closing scopes."""

    def __init__(self, lines: Sequence[Line], heads: Mapping[int, Head], posts: Sequence[Block]) -> None:
        self._lines, self._heads = lines, heads
        self._posts = [post.span for post in posts]
        self._open: list[_Open] = []
        kinds = [head.kind for head in heads.values() if head.kind not in _LABELS]
        self._many = sum(kind is not HeadKind.ENTRY for kind in kinds) > 1
        self._lone = len(kinds) == 1 and min(heads) < TOP
        self._runs_on = self._entries_run_on()

    def scopes(self) -> Iterator[Scope]:
        for number, line in enumerate(self._lines):
            head = self._heads.get(number)
            yield from self._past_posts(line.span.start)
            for level in self._closed_by(line, head):
                yield from self._close(level, line.span.start)
            if head is not None and head.kind not in _LABELS:
                item = line.level if line.role is BlockRole.ITEM else -1
                self._open.append(_Open(head, line.span.start, self._level(head), item))
        yield from self._close(0, self._lines[-1].span.end if self._lines else 0)

    def _past_posts(self, at: int) -> Iterator[Scope]:
        """Close what was opened in a post that has ended."""
        while self._posts and self._posts[0].end <= at:
            post = self._posts.pop(0)
            while self._open and self._open[-1].start >= post.start:
                yield from self._close(self._open[-1].level, post.end)

    def _closed_by(self, line: Line, head: Head | None) -> list[int]:
        """The level from which on the line ends what is open; none where it goes on."""
        if head is not None and head.kind not in _LABELS:
            return [self._level(head)]
        if line.role is BlockRole.BREAK:
            return [_DAY_LINE] if self._many else []
        if line.role is BlockRole.HEADING and line.level:
            return [line.level] if self._many or (self._open and self._open[-1].head.kind is HeadKind.HEADING) else []
        placed = line.placed and bool(self._open) and self._open[-1].head.kind is HeadKind.DATELINE
        goes_on = not self._open or (self._goes_on(line, self._open[-1]) and not placed)
        return [] if goes_on else [self._open[-1].level]

    def _goes_on(self, line: Line, last: _Open) -> bool:
        """True for a line that still belongs to the entry above it."""
        if last.head.kind is HeadKind.ROW:
            return False
        if last.head.quoted:
            return line.quoted
        if last.head.record:
            return bool(line.field)
        if last.head.leads:
            return line.role is BlockRole.ITEM
        if last.head.kind is not HeadKind.ENTRY:
            return True
        if last.item >= 0:
            return line.role is BlockRole.ITEM and line.level > last.item
        return self._runs_on or self._lone

    def _close(self, level: int, at: int) -> Iterator[Scope]:
        while self._open and self._open[-1].level >= level:
            last = self._open.pop()
            yield Scope(Span(last.start, max(at, last.start)), last.head, self._dates(last.head))

    def _dates(self, head: Head) -> bool:
        """What has no date below it is of its days; not so below the days of a session, alone on top of its report."""
        days = head.when.days if head.when is not None else None
        stretch = head.when is not None and head.when.precision is Precision.RANGE
        session = (
            self._lone and head.kind is HeadKind.HEADING and stretch and days is not None and days[1] - days[0] >= _WEEK
        )
        return head.kind in _DATING and not session and not self._is_imprint(head)

    def _is_imprint(self, head: Head) -> bool:
        """The one day line, on top of its report: when it was put out, which is no day of what it tells without one.

        So it is where no line begins with an hour, as those of a log of that day do.
        """
        day = head.when is not None and head.when.precision is Precision.DAY
        plain = head.kind is HeadKind.HEADING and head.level >= _DAY_LINE
        return self._lone and day and plain and not any(line.timed for line in self._lines)

    def _level(self, head: Head) -> int:
        return head.level if head.kind is HeadKind.HEADING else _LEVELS[head.kind]

    def _entries_run_on(self) -> bool:
        """True where entries of more than one line are seen: another line stands between two of them."""
        at = [number for number, head in self._heads.items() if head.kind is HeadKind.ENTRY]
        plain = [number for number in at if self._lines[number].role is not BlockRole.ITEM]
        between = (range(first + 1, last) for first, last in pairwise(plain))
        return any(
            number not in self._heads and self._lines[number].role is BlockRole.PARAGRAPH
            for numbers in between
            for number in numbers
        )
