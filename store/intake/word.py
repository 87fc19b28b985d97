"""A Word document: its paragraphs and tables in the order of the page, as accepted (what is struck out is left out)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from store.intake import archive
from store.intake.found import Found, Source
from store.intake.guard import extra, paragraphs, parsing
from store.intake.result import Refused, too_large

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH, _CELL, _ROW = f"{_W}t", f"{_W}p", f"{_W}tc", f"{_W}tr"
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
        roots = [document.element.body, *_notes(document)]
        text = paragraphs("\n".join(line for root in roots for line in _lines(root)))
        fields = {"title": document.core_properties.title or ""}
    if not text.strip():
        raise Refused("is a Word document without text", "read its pictures by OCR first")
    yield Found(source.path, source.content, text, fields)


def _notes(document: Document) -> Iterator[BaseOxmlElement]:
    """Footnotes and endnotes, which stand behind the text; heads and feet of pages are passed over."""
    from docx.oxml.parser import parse_xml

    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            yield parse_xml(part.blob)


def _lines(body: BaseOxmlElement) -> Iterator[str]:
    """Paragraphs in order; the cells of a row stand on one line."""
    words: list[str] = []
    for event, tag, said in _walk(body):
        if event == "text":
            words.append(said)
        elif tag in (_PARAGRAPH, _ROW):
            if line := "".join(words).strip():
                yield line
            words.clear()


def _walk(body: BaseOxmlElement) -> Iterator[tuple[str, str, str]]:
    """Text as it comes, and the ends of paragraphs and rows; without recursion, however deep the document."""
    waiting: list[tuple[str, BaseOxmlElement]] = [("open", body)]
    in_cell = 0
    while waiting:
        event, element = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "close":
            in_cell -= tag == _CELL
            if tag == _CELL or (tag == _PARAGRAPH and in_cell):
                yield "text", tag, " " if tag == _PARAGRAPH else "\t"
            elif tag in (_PARAGRAPH, _ROW):
                yield "end", tag, ""
        elif tag == _TEXT:
            yield "text", tag, element.text or ""
        elif tag in _SPACES:
            yield "text", tag, _SPACES[tag]
        elif tag not in _LEFT_OUT:
            in_cell += tag == _CELL
            waiting.append(("close", element))
            waiting.extend(("open", child) for child in reversed(element))
