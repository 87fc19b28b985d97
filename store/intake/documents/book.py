"""EPUB: the chapters of a book in the order of reading, as one report.

Source: W3C EPUB 3.3.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from store.intake.documents import packed
from store.intake.found import Found, Reader, Source
from store.intake.metadata import sound
from store.intake.pages import html, layout
from store.intake.result import REPORT_LIMIT, Refused, too_large
from store.intake.text.decode import decode
from timeline_core.model.block import Block
from timeline_core.model.span import Span

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHAT, _SAVE = "an EPUB book", "convert it anew, or save its chapters as .html"
_FIELDS = {"title": "title", "publisher": "publisher", "language": "lang", "date": "published"}


def read(source: Source, _: Reader) -> Iterator[Found]:
    """The one report of a book.

    Raises:
        Refused: it is broken, a bomb, locked, or without text.
    """
    with packed.opened(source.content, _WHAT, _SAVE) as book:
        if "META-INF/encryption.xml" in book.namelist() and b"aes" in book.read("META-INF/encryption.xml").lower():
            raise Refused("is a book that is locked", "name a copy without protection")
        place = _place(packed.xml(book.read("META-INF/container.xml")))
        about = packed.xml(book.read(place))
        text, blocks = _joined(_chapters(book, about, posixpath.dirname(place)))
        fields = dict(_fields(about))
    if not text.strip():
        raise Refused("is an EPUB book without text", "read its pictures by OCR first")
    yield Found(source.path, source.content, text, sound(fields, text), blocks=blocks)


def _place(container: Element) -> str:
    """The path of the file in which the book tells what it is made of."""
    return next(packed.attribute(one, "full-path") for one in container.iter() if packed.tag(one) == "rootfile")


def _fields(about: Element) -> Iterator[tuple[str, str]]:
    """The title, publisher, language… of a book: of several, the first."""
    for element in reversed(list(about.iter())):
        if (name := _FIELDS.get(packed.tag(element))) and (element.text or "").strip():
            yield name, (element.text or "").strip()


def _chapters(book: ZipFile, about: Element, folder: str) -> Iterator[str]:
    """The pages of its chapters, in the order of reading (its spine)."""
    items = {
        packed.attribute(one, "id"): packed.attribute(one, "href") for one in about.iter() if packed.tag(one) == "item"
    }
    for reference in about.iter():
        href = items.get(packed.attribute(reference, "idref"), "") if packed.tag(reference) == "itemref" else ""
        name = posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
        if href and name in book.namelist():
            content = book.read(name)
            if content.strip():
                yield decode(content, html.charset(content)).text


def _joined(chapters: Iterator[str]) -> tuple[str, tuple[Block, ...]]:
    text, blocks = "", []
    for source in chapters:
        page = html.read(source)
        said, inner = layout.laid_out(page, range(len(page.text.split("\n"))))
        if not said.strip():
            continue
        start = len(text) + 1 if text else 0
        text = f"{text}\n{said}" if text else said
        if len(text) > REPORT_LIMIT:
            raise too_large(len(text))
        blocks += [_moved(block, start) for block in inner]
    return text, tuple(blocks)


def _moved(block: Block, by: int) -> Block:
    cells = tuple(replace(cell, span=Span(cell.span.start + by, cell.span.end + by)) for cell in block.cells)
    return replace(block, span=Span(block.span.start + by, block.span.end + by), cells=cells)
