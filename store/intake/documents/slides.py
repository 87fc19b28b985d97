"""PowerPoint: the words of every slide in their order, its notes behind them, as one report.

Source: ECMA-376, part 1, section 19.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from store.intake.documents import packed
from store.intake.found import Found, Reader, Source
from store.intake.guard import paragraphs
from store.intake.pages.layout import of_lines
from store.intake.pages.structure import Mark
from store.intake.result import Refused
from timeline_core.model.block import BlockRole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHAT, _SAVE = "a PowerPoint document", "open it in a program for slides and save it anew, or save its text as .txt"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_NOTES = re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml")
_TITLES = frozenset(["title", "ctrTitle"])
_FURNITURE = frozenset(["sldNum", "dt", "ftr", "hdr"])
"""Places for the number and the day of the slide, which are of the lecture and not of the news."""


def read(source: Source, _: Reader) -> Iterator[Found]:
    """The one report of a document.

    Raises:
        Refused: it is broken, a bomb, or without text.
    """
    with packed.opened(source.content, _WHAT, _SAVE) as document:
        lines = [*_of(document, _SLIDE, note=False), *_of(document, _NOTES, note=True)]
        text, blocks = of_lines(lines)
    if not text.strip():
        raise Refused(f"is {_WHAT} without text", "read its pictures by OCR first")
    title = next((line for line, mark in lines if mark.role is BlockRole.HEADING), "")
    yield Found(source.path, source.content, text, {"title": title}, blocks=blocks)


def _of(document: ZipFile, pattern: re.Pattern[str], *, note: bool) -> Iterator[tuple[str, Mark]]:
    named = {int(found[1]): found[0] for name in document.namelist() if (found := pattern.fullmatch(name))}
    for number in sorted(named):
        for line, mark in _lines(packed.xml(document.read(named[number]))):
            yield line, Mark(BlockRole.NOTE) if note else mark


def _lines(slide: Element) -> Iterator[tuple[str, Mark]]:
    """Paragraphs of its shapes; rows of its tables."""
    if not any(packed.tag(one) in ("sp", "tr") for one in slide.iter()):
        lines = paragraphs(" ".join(one.text or "" for one in slide.iter() if packed.tag(one) == "t")).split("\n")
        yield from ((line, Mark(BlockRole.PARAGRAPH)) for line in lines if line)
    for shape in slide.iter():
        if packed.tag(shape) == "sp":
            kind = next((packed.attribute(one, "type") for one in shape.iter() if packed.tag(one) == "ph"), "")
            if kind not in _FURNITURE:
                for line in _paragraphs(shape):
                    yield line, Mark(BlockRole.HEADING, 1) if kind in _TITLES else Mark(BlockRole.PARAGRAPH)
        elif packed.tag(shape) == "tr":
            yield from _row(shape)


def _paragraphs(shape: Element) -> Iterator[str]:
    for paragraph in shape.iter():
        if packed.tag(paragraph) == "p" and (line := paragraphs(_words(paragraph))):
            yield line


def _words(paragraph: Element) -> str:
    runs = (one for one in paragraph.iter() if packed.tag(one) in ("t", "br"))
    return "".join("\n" if packed.tag(one) == "br" else one.text or "" for one in runs)


def _row(row: Element) -> Iterator[tuple[str, Mark]]:
    line, cells = "", []
    for cell in (one for one in row if packed.tag(one) == "tc"):
        said = " ".join(" ".join(_paragraphs(cell)).split())
        cells.append((len(line), len(line) + len(said)))
        line += f"{said}\t"
    if line.strip():
        line = line.rstrip()
        yield line, Mark(BlockRole.ROW, 0, tuple(cell for cell in cells if cell[1] <= len(line)))
