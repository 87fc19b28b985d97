"""A Word document: its paragraphs and tables in the order of the page, as accepted (what is struck out is left out)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from store.intake import archive
from store.intake.found import Found, Source
from store.intake.guard import extra, paragraphs, parsing
from store.intake.pages.layout import of_lines
from store.intake.pages.structure import LONGEST_MERGED, Mark
from store.intake.result import Refused, too_large
from timeline_core.model.block import BlockRole
from timeline_core.text.note_marks import raised

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH, _CELL, _ROW, _TABLE = f"{_W}t", f"{_W}p", f"{_W}tc", f"{_W}tr", f"{_W}tbl"
_HEADING = re.compile(r"Heading ([1-9])|Title()")
_SPACES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = frozenset(
    [f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_LARGEST = 50_000_000
"""Bytes of its XML, unpacked; 20 times as much memory is needed."""
_BROKEN = "open it in a word processor and save it anew, or save its text as .txt"


def read(source: Source) -> Iterator[Found]:
    """The one report of a document; its author and the day it was made are no publisher and no published date.

    Raises:
        Refused: it is no such document, a bomb, or without text.
    """
    with extra("docx", "a Word document"):
        import docx
    with parsing("a Word document", _BROKEN):
        with archive.opened(source.content) as packed:
            for info in packed.infolist():
                archive.checked(info)
            size = sum(info.file_size for info in packed.infolist() if info.filename.endswith((".xml", ".rels")))
            if size > _LARGEST:
                raise too_large(size, _LARGEST, "the text of a Word document")
        document = docx.Document(BytesIO(source.content))
        styles = {style.style_id: style.name or "" for style in document.styles}
        _repeat_merged(document.element.body)
        said = [*_lines(document.element.body, styles)]
        said += ((line, Mark(BlockRole.NOTE)) for root in _notes(document) for line, _ in _lines(root, styles))
        text, blocks = of_lines(said)
        fields = {"title": document.core_properties.title or ""}
    if not text.strip():
        raise Refused("is a Word document without text", "read its pictures by OCR first")
    yield Found(source.path, source.content, text, fields, blocks=blocks)


def _repeat_merged(body: BaseOxmlElement) -> None:
    """Put the words of a cell that covers several rows into each of them."""
    for table in body.iter(_TABLE):
        above: dict[int, BaseOxmlElement] = {}
        for row in table.iterchildren(_ROW):
            column = 0
            for cell in row.iterchildren(_CELL):
                merge, span = cell.find(f"{_W}tcPr/{_W}vMerge"), cell.find(f"{_W}tcPr/{_W}gridSpan")
                if merge is None:
                    above.pop(column, None)
                elif merge.get(f"{_W}val") == "restart":
                    above[column] = cell
                elif column in above and sum(len(said) for said in above[column].itertext()) <= LONGEST_MERGED:
                    for empty in cell.findall(_PARAGRAPH):
                        cell.remove(empty)
                    cell.extend(deepcopy(line) for line in above[column].findall(_PARAGRAPH))
                wide = "1" if span is None else span.get(f"{_W}val", "1")
                column += int(wide) if wide.isdecimal() else 1


def _notes(document: Document) -> Iterator[BaseOxmlElement]:
    """Footnotes and endnotes, which stand behind the text; heads and feet of pages are passed over."""
    from docx.oxml.parser import parse_xml

    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            yield parse_xml(part.blob)


def _lines(body: BaseOxmlElement, styles: Mapping[str, str]) -> Iterator[tuple[str, Mark]]:
    """Paragraphs in order, each with what it is for the document; the cells of a row stand on one line."""
    words: list[str] = []
    ends: list[int] = []
    for event, element, said in _walk(body):
        if event == "text":
            words.append(said)
            if said == "\t" and element.tag == _CELL:
                ends.append(sum(map(len, words)))
        elif event == "end":
            whole = "".join(words)
            if line := paragraphs(whole):
                left = len(whole) - len(whole.lstrip())
                yield line, _row(line, left, ends) if element.tag == _ROW else _mark(element, styles)
            words.clear()
            ends.clear()


def _row(line: str, left: int, ends: Sequence[int]) -> Mark:
    """The cells of a row, by where they ended before the blanks around it were taken off."""
    edges = [0, *(min(max(end - left, 0), len(line)) for end in ends)]
    cells = []
    for first, end in pairwise(edges):
        said = line[first:end]
        start = first + len(said) - len(said.lstrip())
        cells.append((start, max(start, first + len(said.rstrip()))))
    return Mark(BlockRole.ROW, 0, tuple(cells))


def _mark(paragraph: BaseOxmlElement, styles: Mapping[str, str]) -> Mark:
    """What the style of a paragraph makes of it."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else styles.get(style.get(f"{_W}val", ""), "")
    if heading := _HEADING.fullmatch(name):
        return Mark(BlockRole.HEADING, int(heading[1] or 1))
    if name == "Caption":
        return Mark(BlockRole.CAPTION)
    level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    if level is not None or paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith("List"):
        said = "0" if level is None else level.get(f"{_W}val", "0")
        return Mark(BlockRole.ITEM, int(said) if said.isdecimal() else 0)
    return Mark(BlockRole.PARAGRAPH)


def _is_raised(text: BaseOxmlElement) -> bool:
    """True for the figure of a note, which somebody made small and high by hand."""
    run = text.getparent()
    high = run.find(f"{_W}rPr/{_W}vertAlign") if run is not None else None
    return high is not None and high.get(f"{_W}val") == "superscript"


def _walk(body: BaseOxmlElement) -> Iterator[tuple[str, BaseOxmlElement, str]]:
    """Text as it comes, and the ends of paragraphs and rows; without recursion, however deep the document."""
    waiting: list[tuple[str, BaseOxmlElement]] = [("open", body)]
    in_cell = 0
    while waiting:
        event, element = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "close":
            in_cell -= tag == _CELL
            if tag == _CELL or (tag == _PARAGRAPH and in_cell):
                yield "text", element, " " if tag == _PARAGRAPH else "\t"
            elif tag in (_PARAGRAPH, _ROW):
                yield "end", element, ""
        elif tag == _TEXT:
            said = element.text or ""
            yield "text", element, raised(said) if said.strip().isdecimal() and _is_raised(element) else said
        elif tag in _SPACES:
            yield "text", element, _SPACES[tag]
        elif tag not in _LEFT_OUT:
            in_cell += tag == _CELL
            waiting.append(("close", element))
            waiting.extend(("open", child) for child in reversed(element))
