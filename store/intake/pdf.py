"""A PDF: its text in the order of reading, Arabic turned from the order in which it is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from store.intake import aside, columns, visual
from store.intake.found import Found, Source
from store.intake.guard import extra, paragraphs, parsing
from store.intake.result import REPORT_LIMIT, Refused
from store.intake.unwrap import joined

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font

PAGES = 2_000
_NARROW = 0.85
"""Of the longest line: letters differ in width, so a line may be full with fewer of them."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
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
    answer = cast("dict[str, str]", aside.ask("pdf", source.content, "a PDF document", _SAVE))
    yield Found(source.path, source.content, answer["text"], {"title": answer["title"]})


def extract(content: bytes) -> dict[str, str]:
    """Text and title; in this process, which should be one aside.

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
        text = paragraphs("\n\n".join(_text(page) for page in reader.pages).translate(_LIGATURES))
    if not text.strip():
        raise Refused("holds pictures of pages, no text", "read it by OCR first (ocrmypdf FILE.pdf NEW.pdf)")
    if visual.is_garbled(text):
        raise Refused(
            "is a PDF document whose fonts do not say which letters they draw",
            "read it by OCR first (ocrmypdf --force-ocr FILE.pdf NEW.pdf), or find another copy",
        )
    if len(text.encode("utf-8")) > REPORT_LIMIT:
        raise Refused("holds more than 20 MB of text", "split it into single reports")
    return {"text": text, "title": "" if _is_file_name(title) else title}


def _is_file_name(title: str) -> bool:
    """Programs put the name of the file they print where a title should be."""
    return re.search(r"\.\w{2,5}$|^(?:about:blank|untitled|Microsoft Word - .*)$", title, re.IGNORECASE) is not None


def _text(page: PageObject) -> str:
    """As pypdf reads it; but where there is Arabic, which that mixes up, line by line as it is seen, and turned."""
    said = str(page.extract_text() or "")
    if not re.search(f"[{visual.ARABIC}]", said):
        lines = said.split("\n")
        return "\n".join(joined(lines, _NARROW * max(map(len, lines))))
    lines = _drawn(page, turned=True)
    seen = visual.is_visual(lines)
    if not seen:
        lines = _drawn(page, turned=False)
    lines = visual.logical(lines, visual=seen)
    return "\n".join(joined(lines, _NARROW * max(map(len, lines), default=0)))


def _drawn(page: PageObject, turned: bool) -> list[str]:
    """The lines of a page as they are seen.

    Args:
        turned: signs that stand for several letters (لا) give them backwards, as the rest of the line is.
    """
    given: Callable[[], dict[str, Font]] = page._layout_mode_fonts
    drawn: Any = page

    def fonts() -> dict[str, Font]:
        found = given()
        for font in found.values():
            for sign, letters in font.character_map.items():
                font.character_map[sign] = visual.turned_ligature(letters)
        return found

    drawn._layout_mode_fonts = fonts if turned else given
    try:
        said = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    finally:
        drawn._layout_mode_fonts = given
    return [" ".join(line.split()) for line in columns.apart(str(said).split("\n"))]
