"""How a page is built: its headings, items, captions, rows of tables and posts, told while its lines are gathered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from store.intake.moments import written
from timeline_core.model.block import BlockRole

_HEADING = re.compile(r"h([1-6])")
_CAPTIONS = frozenset({"figcaption", "caption"})
_LISTS = frozenset({"ul", "ol"})
_AGAIN = {"li": _LISTS, "p": frozenset[str](), "tr": frozenset({"table"}), "dt": frozenset({"dl"})}
"""Elements that end where the next of them begins, unless one of these was opened between."""
_LOWEST = 6
_LONGEST_TERM = 60
"""Letters of a term that is a heading of what defines it: the day of a `<dl>`."""
_DEEPEST = 200
"""Elements within one another that are told apart; machines nest more."""
_FEWEST = 2
"""Posts that make a list of them."""
LONGEST_MERGED = 300
"""Letters of a cell that is told in every row it covers: a day, a place, and no story."""
_MOST = 1_000
"""Rows that one cell may cover."""
_WIDEST = 200
"""Columns of a table that are told apart."""
_DIGITS = 6
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HOUR = re.compile(r"\d{1,2}:\d{2}")
_LONGEST_STAMP = 40
"""Letters of a day and an hour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is for its page."""

    role: BlockRole
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    """Of a row, where its cells stand in the line."""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """Lines that are one post, and the moment that it gives."""

    first: int
    end: int
    moment: str


@dataclass(slots=True)
class _Element:
    tag: str
    kind: str
    """Tag and first class: what elements of one list share."""
    parent: _Element | None
    first: int
    end: int = -1
    moments: list[str] = field(default_factory=list)
    stamps: int = 0
    """Lines in it that are nothing but the moment of a post."""

    @property
    def tells(self) -> bool:
        """It holds more than the stamp of what stands beside it."""
        return self.end - self.first > self.stamps


class Structure:
    """Follows the elements of a page. Lines are counted from 0."""

    def __init__(self) -> None:
        self.marks: dict[int, Mark] = {}
        self._open: list[_Element] = []
        self._timed: list[_Element] = []
        self._too_deep = 0

    def opened(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        """An element that stands on lines of its own begins."""
        self._end_the_last(tag, line)
        if len(self._open) >= _DEEPEST:
            self._too_deep += 1
            return
        kind = f"{tag}.{attributes.get('class', '').split(' ')[0]}"
        self._open.append(_Element(tag, kind, self._open[-1] if self._open else None, line))

    def closed(self, tag: str, line: int) -> None:
        """It ends, and what was left open inside it."""
        if self._too_deep:
            self._too_deep -= 1
            return
        if any(element.tag == tag for element in self._open):
            while self._pop(line).tag != tag:
                pass

    def moment(self, said: str) -> None:
        """A `<time>` gives a moment."""
        if not _DAY.match(said):
            return
        for element in self._open:
            if not element.moments:
                self._timed.append(element)
            element.moments.append(said)

    def _stamp(self, said: str) -> None:
        """A line that is nothing but a day and an hour is the moment of what it stands in, above its words or below."""
        day = written(said) if len(said) <= _LONGEST_STAMP and _HOUR.search(said) else None
        if day is None:
            return
        self.moment(day.isoformat())
        for element in self._open:
            element.stamps += 1

    def line(self, number: int, said: str) -> None:
        """A line ends, which is what the innermost element around it makes of it."""
        self._stamp(said)
        for element in reversed(self._open):
            if heading := _HEADING.fullmatch(element.tag):
                self.marks[number] = Mark(BlockRole.HEADING, int(heading[1]))
                return
            if element.tag == "li":
                depth = sum(outer.tag in _LISTS for outer in self._open)
                self.marks[number] = Mark(BlockRole.ITEM, max(depth - 1, 0))
                return
            if element.tag == "dt" and len(said) <= _LONGEST_TERM:
                self.marks[number] = Mark(BlockRole.HEADING, _LOWEST)
                return
            if element.tag in _CAPTIONS:
                self.marks[number] = Mark(BlockRole.CAPTION)
                return

    def posts(self, lines: int) -> tuple[Post, ...]:
        """The posts of a live blog or a list: elements of one kind beside one another, each with one moment."""
        while self._open:
            self._pop(lines)
        siblings: dict[tuple[int, str], list[_Element]] = defaultdict(list)
        for element in self._timed:
            if len(set(element.moments)) == 1 and element.tells:
                siblings[(id(element.parent), element.kind)].append(element)
        found = [element for group in siblings.values() if len(group) >= _FEWEST for element in group]
        posts = sorted((Post(one.first, one.end, one.moments[0]) for one in found), key=lambda post: post.first)
        return tuple(_apart(posts))

    def _end_the_last(self, tag: str, line: int) -> None:
        """End the element of the same name before it, where that is never closed: `<li>one<li>two`."""
        if tag not in _AGAIN:
            return
        for element in reversed(self._open):
            if element.tag in _AGAIN[tag]:
                return
            if element.tag == tag:
                self.closed(tag, line)
                return

    def _pop(self, line: int) -> _Element:
        element = self._open.pop()
        element.end = line
        return element


def _apart(posts: list[Post]) -> Iterator[Post]:
    """Those that lie within no other."""
    end = 0
    for post in posts:
        if post.first >= end:
            yield post
            end = post.end


@dataclass(frozen=True, slots=True)
class Laid:
    """A line of a table."""

    line: str
    linked: bool = False
    """True where it is nothing but links."""
    mark: Mark | None = None


class Merged:
    """The cells of a table that cover more rows than one: each row has the words of those that reach into it."""

    def __init__(self) -> None:
        self._reaching: dict[int, tuple[int, str]] = {}
        """Column -> how many rows below are covered, and the words of the cell."""
        self.wide: set[int] = set()
        """Columns of the last row whose cell covers others too, so that the head of one says not what it holds."""

    def row(self, cells: Sequence[tuple[str, tuple[int, int]]]) -> list[str]:
        """The words of every column of the next row.

        Args:
            cells: of the row itself, each with how many columns and rows it covers.
        """
        found: list[str] = []
        self.wide = set()
        for said, (wide, high) in cells:
            self._reach(found)
            self.wide |= {len(found)} if wide > 1 else set()
            for part in range(min(wide, _WIDEST - len(found))):
                if high > 1 and len(said) <= LONGEST_MERGED:
                    self._reaching[len(found)] = (high - 1, "" if part else said)
                found.append("" if part else said)
        self._reach(found)
        return found

    def _reach(self, found: list[str]) -> None:
        """Put in those that cover the next columns."""
        while (above := self._reaching.pop(len(found), None)) is not None:
            left, said = above
            if left > 1:
                self._reaching[len(found)] = (left - 1, said)
            found.append(said)


def size_of(said: str, all_: int = 1) -> int:
    """A number of rows or columns; 0 means all that are left."""
    number = int(said) if said.isdecimal() and len(said) < _DIGITS else 1
    return min(number, _MOST) if number else all_


class Rows:
    """The rows of the tables of a page: one whose cells are a line each is one line; what lays out a page is none."""

    def __init__(self) -> None:
        self._cells: list[list[Laid]] | None = None
        self._heads = 0
        self._columns: tuple[str, ...] = ()
        self._titled = False
        self._sizes: list[tuple[int, int]] = []
        """Of each cell of the row, how many columns and rows it covers."""
        self._merged = Merged()

    @property
    def open(self) -> bool:
        """True within a cell."""
        return bool(self._cells)

    def take(self, line: str, *, linked: bool) -> None:
        """A line of the cell; `linked`: it is nothing but links."""
        if self._cells:
            self._cells[-1].append(Laid(line, linked))

    def begin(self, tag: str, given: Mapping[str, str]) -> list[Laid]:
        """A table, a row or a cell begins; what the row around it held, where that turns out to be none.

        Args:
            given: attributes of the element.
        """
        left: list[Laid] = []
        if tag == "table":
            left = self._left()
            self._columns, self._titled, self._merged = (), False, Merged()
        elif tag == "tr":
            left = self.end()
            self._cells, self._heads, self._sizes = [], 0, []
        elif self._cells is not None:
            self._cells.append([])
            self._sizes.append((size_of(given.get("colspan", ""), 1), size_of(given.get("rowspan", ""), _MOST)))
            self._heads += tag == "th"
            self._titled = self._titled or tag == "th"
        return left

    def end(self) -> list[Laid]:
        """The lines of the row that ends."""
        if self._cells is None:
            return []
        own = [" ".join(laid.line for laid in cell) for cell in self._cells]
        cells = self._merged.row([*zip(own, self._sizes, strict=True)])
        full = [cell for cell in cells if cell]
        plain = all(len(cell) <= 1 for cell in self._cells)
        if len(full) < _FEWEST or not any(own) or not (plain or self._titled):
            return self._left()
        starts = [sum(len(cell) + 1 for cell in cells[:number]) for number in range(len(cells))]
        spans = tuple((start, start + len(cell)) for start, cell in zip(starts, cells, strict=True))
        heading = self._heads == len(own)
        role = BlockRole.HEADING if heading else BlockRole.ROW
        columns = () if heading or len(self._columns) != len(cells) else self._columns
        columns = tuple("" if at in self._merged.wide else name for at, name in enumerate(columns))
        if heading:
            self._columns = tuple(cells)
        linked = all(laid.linked for cell in self._cells for laid in cell)
        self._cells = None
        return [Laid("\t".join(cells), linked, Mark(role, 0, spans, columns))]

    def _left(self) -> list[Laid]:
        lines = [laid for cell in self._cells or () for laid in cell]
        self._cells = None
        return lines
