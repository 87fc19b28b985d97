"""A PDF: its text in the order of reading, Arabic turned from the order in which it is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from store.intake import aside, guard
from store.intake.documents import columns, visual
from store.intake.found import Found, Source
from store.intake.guard import extra, parsing
from store.intake.pages.layout import of_lines
from store.intake.pages.structure import Mark
from store.intake.result import REPORT_LIMIT, Refused
from store.intake.tables import grid
from store.intake.text.unwrap import joined
from store.reports import block_codec
from timeline_core.model.block import Block, BlockRole
from timeline_core.text.note_marks import with_raised_marks

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font

PAGES = 2_000
_NARROW = 0.85
"""Of the longest line: letters differ in width, so a line may be full with fewer of them."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2} [A-Z][a-z]{2,}\b")
_FEWEST_DATED = 2
"""Dates that a page has on which a table of happenings may stand."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NO_SIGN, _BLANK = "\uffff", 250
"""Where a font has no blank: a sign that stands in no line, and the width of one in thousandths of the size."""
_SAVE = "print it to a new PDF, or save its text as .txt"


def read(source: Source) -> Iterator[Found]:
    """The one report of a PDF. The day on which the file was made is no published date.

    Raises:
        Refused: it is broken, locked, only pictures, or too much.
    """
    with extra("pdf", "a PDF document"):
        import pypdf  # noqa: F401 asked here, so that no process is begun in vain
    if not source.content.lstrip()[:1024].count(b"%PDF-"):
        raise Refused("is no PDF document, though it is called so", "check what it is")
    answer = cast("dict[str, Any]", aside.ask("documents.pdf", source.content, "a PDF document", _SAVE))
    blocks = block_codec.blocks(answer["blocks"])
    yield Found(source.path, source.content, answer["text"], {"title": answer["title"]}, blocks=blocks)


def extract(content: bytes) -> dict[str, Any]:
    """Text, title and rows of tables; in this process, which should be one aside.

    Raises:
        Refused: as `read`.
    """
    with parsing("a PDF document", _SAVE):
        from pypdf import PdfReader

        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("is a PDF document that is locked", "save it without its password")
        if len(reader.pages) > PAGES:
            raise Refused(f"has {len(reader.pages):,} pages (the limit is {PAGES:,})", "split it")
        title = str((reader.metadata and reader.metadata.title) or "")
        text, blocks = _laid_out(_lines(reader.pages))
    if not text.strip():
        raise Refused("holds pictures of pages, no text", "read it by OCR first (ocrmypdf FILE.pdf NEW.pdf)")
    if visual.is_garbled(text):
        raise Refused(
            "is a PDF document whose fonts do not say which letters they draw",
            "read it by OCR first (ocrmypdf --force-ocr FILE.pdf NEW.pdf), or find another copy",
        )
    if len(text.encode("utf-8")) > REPORT_LIMIT:
        raise Refused("holds more than 20 MB of text", "split it into single reports")
    kept = block_codec.documents(blocks)
    return {"text": text, "title": "" if _is_file_name(title) else title, "blocks": kept}


def _is_file_name(title: str) -> bool:
    """Programs put the name of the file they print where a title should be."""
    return re.search(r"\.\w{2,5}$|^(?:about:blank|untitled|Microsoft Word - .*)$", title, re.IGNORECASE) is not None


Laid = str | tuple[str, ...]
"""A line, or the cells of a row."""


def _lines(pages: Iterable[PageObject]) -> Iterator[Laid]:
    for number, page in enumerate(pages):
        if number:
            yield ""
        yield from _page(page)


def _page(page: PageObject) -> Iterator[Laid]:
    """The text of a page as pypdf reads it; with Arabic, which pypdf mixes up, or tables, line by line as it is
    seen.
    """
    said = str(page.extract_text() or "")
    if re.search(f"[{visual.ARABIC}]", said):
        yield from _arabic(page)
        return
    laid: list[Laid] = [*said.split("\n")]
    if len(_DATED.findall(said)) >= _FEWEST_DATED:
        seen = [*grid.parted(_drawn(page, turned=False))]
        laid = seen if any(isinstance(one, tuple) for one in seen) else laid
    yield from _unwrapped(laid)


def _arabic(page: PageObject) -> Iterator[Laid]:
    lines = _drawn(page, turned=True)
    turned = visual.is_visual(lines)
    if not turned:
        lines = _drawn(page, turned=False)
    laid = [*grid.parted(lines)]
    prose = [one for one in laid if isinstance(one, str)]
    rows = [one for one in laid if isinstance(one, tuple)]
    if not rows:
        yield from _unwrapped(visual.logical(_in_columns(prose), visual=turned))
        return
    turned_rows = (tuple(_of_cell(cell, turned=turned) for cell in row) for row in rows)
    read = iter(visual.logical([" ".join(line.split()) for line in prose], visual=turned))
    yield from _unwrapped(
        [next(turned_rows)[:: -1 if turned else 1] if isinstance(one, tuple) else next(read) for one in laid]
    )


def _of_cell(words: str, *, turned: bool) -> str:
    """The lines of a cell in the order of reading."""
    return " ".join(visual.logical(words.split(grid.NEXT), visual=turned))


def _in_columns(lines: Sequence[str]) -> list[str]:
    return [" ".join(line.split()) for line in columns.apart(lines)]


def _unwrapped(laid: Iterable[Laid]) -> Iterator[Laid]:
    """The lines, those of prose between two rows joined to paragraphs."""
    page = _with_marks([*laid])
    width = _NARROW * max((len(one) if isinstance(one, str) else sum(map(len, one)) for one in page), default=0)
    for is_prose, run in groupby(page, lambda one: isinstance(one, str)):
        lines = [*run]
        if is_prose:
            yield from joined(map(str, lines), width)
        else:
            yield from lines


def _with_marks(page: list[Laid]) -> list[Laid]:
    """The lines, with the marks of the notes at their foot as raised figures; rows stay as they are."""
    lines = with_raised_marks(["" if isinstance(one, tuple) else one for one in page])
    return [one if isinstance(one, tuple) else line for one, line in zip(page, lines, strict=True)]


def _laid_out(laid: Iterable[Laid]) -> tuple[str, tuple[Block, ...]]:
    """The text of the lines, cells parted by tabs, and its rows."""
    said: list[tuple[str, Mark]] = []
    for one in laid:
        cells = (one,) if isinstance(one, str) else one
        cells = tuple(guard.paragraphs(cell.replace(grid.NEXT, " ").translate(_LIGATURES)) for cell in cells)
        starts = [sum(len(cell) + 1 for cell in cells[:number]) for number in range(len(cells))]
        spans = tuple((start, start + len(cell)) for start, cell in zip(starts, cells, strict=True))
        is_row = not isinstance(one, str)
        said.append(
            ("\t".join(cells), Mark(BlockRole.ROW if is_row else BlockRole.PARAGRAPH, 0, spans if is_row else ()))
        )
    while said and not said[-1][0]:
        said.pop()
    begin = next((number for number, (line, _) in enumerate(said) if line), 0)
    return of_lines(_one_empty(said[begin:]))


def _one_empty(said: Iterable[tuple[str, Mark]]) -> Iterator[tuple[str, Mark]]:
    """The lines, never more than one empty line in a row."""
    last = "x"
    for line, mark in said:
        if line or last:
            yield line, mark
        last = line


def _part_words(font: Font) -> None:
    """A font without a blank: the sign in its place is a letter, and as wide as that is no gap between two words."""
    if " " not in font.character_map.values() and font.character_map.get(font.space_char, " ") != " ":
        font.space_char, font.space_width = _NO_SIGN, _BLANK


def _drawn(page: PageObject, turned: bool) -> list[str]:
    """The lines of a page as they are seen, with the blanks between what stands apart.

    Args:
        turned: signs that stand for several letters (لا) give them backwards, as the rest of the line is.
    """
    given: Callable[[], dict[str, Font]] = page._layout_mode_fonts
    drawn: Any = page

    def fonts() -> dict[str, Font]:
        found = given()
        for font in found.values():
            _part_words(font)
            for sign, letters in font.character_map.items() if turned else ():
                font.character_map[sign] = visual.turned_ligature(letters)
        return found

    drawn._layout_mode_fonts = fonts
    try:
        said = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)
    finally:
        drawn._layout_mode_fonts = given
    return str(said).split("\n")
