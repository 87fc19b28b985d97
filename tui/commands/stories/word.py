"""A story as a Word document: real footnotes, Arabic set from the right, custody of the reports at the end.

python-docx has no footnotes of its own, so their part is written here. The picture of the events is left out, for Word
takes no SVG without a picture of dots beside it, and nothing that we use makes one.

Source:
    ECMA-376, part 1, 17.11 (footnotes), 17.3.2.30 (rtl), 17.3.1.6 (bidi).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from timeline_core.errors import TimelineError
from timeline_core.export.harmless import make_harmless, make_inert, right_to_left
from timeline_core.stories.document import Block, Document, Held
from timeline_core.stories.isolates import isolate, pieces
from timeline_core.stories.notes import Note
from timeline_core.view.teller import Teller
from tui.i18n.speech import say

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT, _CODE = "Arial", "Courier New"
"""Fonts that every machine has, in both scripts."""
_AMBER = "9C5700"
_MARKS = {True: "\u200f", False: "\u200e"}
"""What stands behind isolated words of another direction, for programs that go by letters and not by runs."""
_VOID = re.compile(r"\s+")


class NoWordError(TimelineError):
    """The extra is not installed."""


def export(document: Document, tell: Teller) -> bytes:
    """The bytes of the file.

    Raises:
        NoWordError: python-docx is not there.
    """
    from io import BytesIO

    try:
        import docx
    except ImportError as error:
        raise NoWordError(
            say("Word documents need python-docx: {command}", command="pip install 'waqai[docx]'")
        ) from error
    word = docx.Document()
    _Writing(word, document, tell).write()
    file = BytesIO()
    word.save(file)
    return file.getvalue()


class _Writing:
    """Writes into an empty document."""

    def __init__(self, word: Word, document: Document, tell: Teller) -> None:
        self._word, self._document, self._tell = word, document, tell

    def write(self) -> None:
        """All of it."""
        one, tell = self._document, self._tell
        self._prepare()
        self._paragraph(one.title, "Title")
        for remark in one.remarks:
            self._paragraph(remark, italic=True)
        for block in one.blocks:
            self._block(block)
        if one.custody:
            self._paragraph(tell.said("story_custody"), "Heading 1")
            for held in one.custody:
                self._held(held)
        if one.notes:
            self._put_notes()

    def _prepare(self) -> None:
        """Title, language and font; in a language that is read so, the page from the right."""
        word = self._word
        word.core_properties.title = make_harmless(self._document.title)
        word.core_properties.author = "Waqai"
        word.core_properties.language = self._document.lang
        normal: Any = word.styles["Normal"]
        normal.font.name = _FONT
        for name in ("Title", "Heading 1"):
            fonts = word.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(f"{{{_W}}}{kind}", None)
            fonts.set(f"{{{_W}}}ascii", _FONT)
            fonts.set(f"{{{_W}}}hAnsi", _FONT)
        if self._document.rtl:
            for section in word.sections:
                section._sectPr.append(_made("bidi"))

    def _block(self, block: Block) -> None:
        paragraph = self._paragraph(block.text)
        for number in block.notes:
            run = paragraph.add_run(self._tell.said("list").strip() if number != block.notes[0] else "")
            run.font.superscript = True
            run._r.append(_made("footnoteReference", id=str(number)))
        if block.changed:
            self._paragraph(f"⚠ {block.changed}", italic=True, color=_AMBER, rtl=self._document.rtl)

    def _paragraph(
        self, text: str, style: str = "Normal", *, italic: bool = False, color: str = "", rtl: bool | None = None
    ) -> Paragraph:
        """A paragraph in the direction of its words, or in that which is given."""
        paragraph = self._word.add_paragraph(style=style)
        turned = right_to_left(text) if rtl is None else rtl
        if turned:
            paragraph._p.get_or_add_pPr().append(_made("bidi"))
        for words, right in directed(text, rtl=turned):
            run = paragraph.add_run(words)
            run.font.rtl = right or None
            run.italic = italic or None
            if color:
                from docx.shared import RGBColor

                run.font.color.rgb = RGBColor.from_string(color)
        return paragraph

    def _held(self, held: Held) -> None:
        from docx.shared import Pt

        joint, rtl = self._tell.said("joint"), self._document.rtl
        url = [held.url] if held.url else []
        said = joint.join((*map(isolate, (held.name, *held.facts, *url)), "SHA-256 "))
        paragraph = self._paragraph(said, "List Bullet", rtl=rtl)
        run = paragraph.add_run(held.sha256)
        run.font.name, run.font.size = _CODE, Pt(8)

    def _put_notes(self) -> None:
        """Put the footnotes into a file of their own, to which the document points."""
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        root = _made("footnotes")
        for number, name in ((-1, "separator"), (0, "continuationSeparator")):
            note = _made("footnote", id=str(number), type=name)
            note.append(_nested("p", _nested("r", _made(name))))
            root.append(note)
        for number, one in enumerate(self._document.notes, 1):
            note = _made("footnote", id=str(number))
            note.append(self._note(one))
            root.append(note)
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = self._word.part
        notes = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, part.package)
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)

    def _note(self, note: Note) -> Any:  # noqa: ANN401 - an element of lxml, which has no types
        rtl = self._document.rtl
        looks = [*([_made("bidi")] if rtl else []), _made("spacing", after="60")]
        paragraph = _nested("p", _nested("pPr", *looks))
        raised = _made("sz", val="18"), _made("vertAlign", val="superscript")
        paragraph.append(_nested("r", _nested("rPr", *raised), _made("footnoteRef")))
        for words, right in directed(f" {_said(note, self._tell)}", rtl=rtl):
            text = _made("t")
            text.text = words
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            small = [_made("sz", val="18"), _made("szCs", val="18"), *([_made("rtl")] if right else [])]
            paragraph.append(_nested("r", _nested("rPr", *small), text))
        return paragraph


def _said(note: Note, tell: Teller) -> str:
    """The words of a footnote, those of reports isolated."""
    source = tell.said("list").join(map(isolate, note.source))
    quote = tell.said("quoted", words=isolate(note.quote))
    remarks = (*note.remarks, *([isolate(note.url)] if note.url else []))
    return tell.said("joint").join((f"{source}: {quote}", *remarks))


def directed(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """The text in stretches of one direction, as Word wants them told: the words, and whether they run from the right.

    What has no direction of its own goes with its neighbours, and between two directions with the paragraph; what is
    isolated is a paragraph by itself.
    """
    for words, inner in pieces(_VOID.sub(" ", make_inert(text))):
        own = right_to_left(words) if inner else rtl
        yield from _stretches(f"{words}{_MARKS[own] if own is not rtl else ''}", rtl=own)


def _stretches(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    ways = [_way(letter) for letter in text]
    sides = zip(text, _carried(ways, rtl), reversed([*_carried(reversed(ways), rtl)]), strict=True)
    found = ((letter, one if one is other else rtl) for letter, one, other in sides)
    for right, letters in groupby(found, key=itemgetter(1)):
        yield "".join(letter for letter, _ in letters), right


def _carried(ways: Iterable[bool | None], first: bool) -> Iterator[bool]:
    """Each way, or the one before it."""
    for way in ways:
        first = first if way is None else way
        yield first


def _way(letter: str) -> bool | None:
    """True from the right, False from the left, None of neither."""
    kind = unicodedata.bidirectional(letter)
    return kind != "L" if kind in ("L", "R", "AL") else None


def _made(name: str, **values: str) -> Any:  # noqa: ANN401
    """An element of WordprocessingML."""
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(f"{{{_W}}}{key}", value)
    return made


def _nested(name: str, *parts: Any) -> Any:  # noqa: ANN401
    made = _made(name)
    for part in parts:
        made.append(part)
    return made
