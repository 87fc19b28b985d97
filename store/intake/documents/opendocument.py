"""OpenDocument: a text (`.odt`) as one report, a table (`.ods`) as rows.

Source: OASIS OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from store.intake.documents import packed, sheets
from store.intake.found import Found, Item, Reader, Source
from store.intake.guard import paragraphs
from store.intake.pages.layout import of_lines
from store.intake.pages.structure import LONGEST_MERGED, Mark
from store.intake.result import Refused
from timeline_core.model.block import BlockRole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT, _TABLE = "an OpenDocument text", "an OpenDocument table"
_SAVE = "open it in LibreOffice and save it anew, or save its text as .txt"
_LEFT_OUT = frozenset(
    ["tracked-changes", "annotation", "note-citation", "forms", "sequence-decls", "ruby-text", "title"]
)
_WORDS = frozenset(["p", "h", "span", "a", "s", "meta", "ruby-base", "ruby"])
_SPACES = {"tab": "\t", "line-break": "\n"}
_MOST = 1_000
"""Times that a cell or row may be repeated; the rest of the sheet is empty cells."""


def read(source: Source, _: Reader) -> Iterator[Item]:
    """The report of a text, or those of a table.

    Raises:
        Refused: it is broken, a bomb, or without text.
    """
    if source.suffix == ".ods":
        yield from sheets.reports(source, tables(source))
        return
    with packed.opened(source.content, _TEXT, _SAVE) as document:
        content = packed.xml(document.read("content.xml"))
        _repeat_merged(content)
        title = _title(document.read("meta.xml")) if "meta.xml" in document.namelist() else ""
        text, blocks = of_lines(_lines(content))
    if not text.strip():
        raise Refused("is an OpenDocument text without words", "read its pictures by OCR first")
    yield Found(source.path, source.content, text, {"title": title}, blocks=blocks)


def tables(source: Source) -> list[list[list[str]]]:
    """The cells of every sheet, as they are shown.

    Raises:
        Refused: it is broken, or a bomb.
    """
    with packed.opened(source.content, _TABLE, _SAVE) as document:
        content = packed.xml(document.read("content.xml"))
        _repeat_merged(content)
        return [list(_rows(one)) for one in content.iter() if packed.tag(one) == "table"]


def _repeat_merged(root: Element) -> None:
    """Put the words of a cell that covers several rows into each of them."""
    for table in root.iter():
        if packed.tag(table) != "table":
            continue
        above: dict[int, tuple[int, Element]] = {}
        for row in (one for one in table.iter() if packed.tag(one) == "table-row"):
            column = 0
            for cell in row:
                left, covering = above.get(column, (0, cell))
                if packed.tag(cell) == "table-cell":
                    above[column] = (_repeated(cell, "number-rows-spanned") - 1, cell)
                elif packed.tag(cell) == "covered-table-cell" and left:
                    above[column] = (left - 1, covering)
                    _repeat(covering, cell)
                column += _repeated(cell, "number-columns-repeated")


def _repeat(covering: Element, cell: Element) -> None:
    if sum(len(str(said)) for said in covering.itertext()) > LONGEST_MERGED:
        return
    cell.tag = covering.tag
    for name, value in covering.attrib.items():
        if not str(name).endswith("-spanned"):
            cell.set(name, value)
    cell[:] = [deepcopy(line) for line in covering]


def _title(content: bytes) -> str:
    root = packed.xml(content)
    return next((element.text or "" for element in root.iter() if packed.tag(element) == "title"), "")


def _lines(root: Element) -> Iterator[tuple[str, Mark]]:
    """Paragraphs in order; the notes, which stand where they are called, come behind all others."""
    notes: list[str] = []
    yield from _Reading(notes).lines(root)
    for note in notes:
        yield note, Mark(BlockRole.NOTE)


class _Reading:
    """Goes through the elements of a text, and gives its lines."""

    def __init__(self, notes: list[str]) -> None:
        self._words: list[str] = []
        self._cells: list[tuple[int, int]] = []
        self._lists = self._rows = 0
        self._notes = notes
        self._set_aside: list[str] | None = None

    def lines(self, root: Element) -> Iterator[tuple[str, Mark]]:
        """Each line with what it is for the document."""
        for event, element in packed.walk(root, _LEFT_OUT):
            name = packed.tag(element)
            if event == "tail":
                self._words.append((element.tail or "") if _holds_words(element.getparent()) else "")
            elif event == "begin":
                self._begin(name, element)
            else:
                yield from self._end(name, element)

    def _begin(self, name: str, element: Element) -> None:
        self._lists += name == "list"
        self._rows += name == "table-row"
        if name == "note":
            self._set_aside, self._words = self._words, []
        elif name in ("h", "p") and not self._rows and self._set_aside is None:
            self._words.clear()
        elif name == "table-cell" and self._rows == 1:
            self._cells.append((self._length(), 0))
        said = " " * min(int(packed.attribute(element, "c") or 1), 100) if name == "s" else _SPACES.get(name, "")
        self._words.append(said + (element.text or "" if name in _WORDS else ""))

    def _end(self, name: str, element: Element) -> Iterator[tuple[str, Mark]]:
        self._lists -= name == "list"
        if name == "note":
            self._notes.append(" ".join("".join(self._words).split()))
            self._words, self._set_aside = self._set_aside or [], None
        elif name == "table-cell" and self._rows == 1 and self._cells:
            self._cells[-1] = (self._cells[-1][0], self._length())
            self._words = ["".join(self._words).rstrip() + "\t"]
        elif name == "table-row":
            self._rows -= 1
            if not self._rows:
                yield from self._row()
        elif name in ("p", "h"):
            yield from self._paragraph(name, element)

    def _paragraph(self, name: str, element: Element) -> Iterator[tuple[str, Mark]]:
        if self._rows or self._set_aside is not None:
            self._words.append(" ")
            return
        line = paragraphs("".join(self._words))
        self._words.clear()
        if line and name == "h":
            level = packed.attribute(element, "outline-level")
            yield line, Mark(BlockRole.HEADING, int(level) if level.isdecimal() else 1)
        elif line:
            yield line, Mark(BlockRole.ITEM, self._lists) if self._lists else Mark(BlockRole.PARAGRAPH)

    def _row(self) -> Iterator[tuple[str, Mark]]:
        whole = "".join(self._words).replace("\n", " ")
        cells = tuple((start, max(start, min(end, len(whole)))) for start, end in self._cells)
        cells = tuple((start, start + len(whole[start:end].rstrip())) for start, end in cells)
        self._words.clear()
        self._cells.clear()
        if whole.strip():
            yield (
                whole.rstrip(),
                Mark(BlockRole.ROW, 0, tuple(cell for cell in cells if cell[1] <= len(whole.rstrip()))),
            )

    def _length(self) -> int:
        return sum(map(len, self._words))


def _holds_words(parent: Element | None) -> bool:
    """Whether what stands between the elements inside it is words, and not the indent of the file."""
    return parent is not None and packed.tag(parent) in _WORDS


def _rows(table: Element) -> Iterator[list[str]]:
    """The cells of each row as they are shown, a day as ISO 8601."""
    for row in table.iter():
        if packed.tag(row) == "table-row":
            cells = [said for cell in row for said in _cell(cell)]
            while cells and not cells[-1]:
                cells.pop()
            for _ in range(_repeated(row, "number-rows-repeated") if cells else 1):
                yield cells


def _cell(cell: Element) -> list[str]:
    if packed.tag(cell) not in ("table-cell", "covered-table-cell"):
        return []
    day = packed.attribute(cell, "date-value")
    said = [" ".join("".join(one.itertext()).split()) for one in cell if packed.tag(one) == "p"]
    return [day or "\n".join(said)] * _repeated(cell, "number-columns-repeated")


def _repeated(element: Element, name: str) -> int:
    times = packed.attribute(element, name)
    return min(int(times), _MOST) if times.isdecimal() else 1
