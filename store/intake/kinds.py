"""Which reader reads what, by the suffix; a name without one that is known is read by its first bytes, else as text.

A reader is loaded when its kind is met: a run over texts loads none of the libraries that the others need.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO

from store.intake import heads, html, markdown, metadata, records
from store.intake.decode import Decoded, decode
from store.intake.found import Found, Item, Source
from store.intake.records import Record
from store.intake.result import ARRAY_LIMIT, DOCUMENT_LIMIT, REPORT_LIMIT, Failure, Notice, Refused, too_large
from timeline_core.model.block import Block

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
TABLE = frozenset({".csv", ".tsv"})
FEED = frozenset({".rss", ".atom", ".xml"})
MAIL, PDF, WORD, ZIP = (frozenset({suffix}) for suffix in (".eml", ".pdf", ".docx", ".zip"))
KNOWN = frozenset({".txt"}) | MARKDOWN | HTML | LINES | JSON | TABLE | FEED | MAIL | PDF | WORD | ZIP
"""Suffixes that are looked for in a folder; a file that is named itself is read whatever it is called."""

_FIRST = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04(?s:.{0,20000})word/"), ".docx"),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html[\s>])", re.IGNORECASE), ".html"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:rss|feed|rdf:RDF)[\s>]"), ".xml"),
    (
        re.compile(rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[A-Za-z-]{2,30}): [^\n]+\r?\n"),
        ".eml",
    ),
)


def is_report(name: str) -> bool:
    """True for a file that a folder is read for: of a known kind, not hidden, and no README about the others."""
    return PurePosixPath(name).suffix.lower() in KNOWN and not name.startswith((".", "README."))


SINGLE = frozenset({".txt"}) | MARKDOWN | HTML | PDF | WORD
"""Suffixes of files that are one report each, whose bytes are those of the file."""


def limit(suffix: str) -> int:
    """Bytes that a source of this kind may have."""
    if suffix in JSON | LINES | TABLE | ZIP:
        return ARRAY_LIMIT
    return DOCUMENT_LIMIT if suffix in PDF | WORD | MAIL else REPORT_LIMIT


def sniffed(content: bytes) -> str:
    """The suffix that the first bytes speak for; empty where they do for none."""
    return next((suffix for pattern, suffix in _FIRST if pattern.match(content)), "")


def read(source: Source) -> Iterator[Item]:
    """The reports of a source.

    Raises:
        Refused: it holds none that can be read; what was found before stays found.
    """
    suffix = source.suffix if source.suffix in KNOWN else sniffed(source.content)
    size = limit(suffix)
    if len(source.content) > size:
        raise too_large(len(source.content), size)
    if suffix in JSON:
        yield from _json(source)
    elif suffix in LINES:
        if heads.is_head(source.content):
            yield Notice(source.path, "is an export; its decisions are taken only from a file of its own")
        yield from lines(source, BytesIO(source.content))
    elif suffix in TABLE | FEED:
        yield from _decoded(source, suffix)
    else:
        yield from _document(source, suffix)


def _document(source: Source, suffix: str) -> Iterator[Item]:
    """One report, or a container of them."""
    if not source.content:
        raise Refused("is empty", "put the text of a report into it")
    if suffix in MAIL:
        from store.intake import mail

        yield from mail.read(source, read, KNOWN - ZIP)
    elif suffix in PDF:
        from store.intake import pdf

        yield from pdf.read(source)
    elif suffix in WORD:
        from store.intake import word

        yield from word.read(source)
    elif suffix in ZIP:
        from store.intake import archive

        yield from archive.read(source, read, is_report)
    else:
        yield from _text(source, suffix)


def _text(source: Source, suffix: str) -> Iterator[Found | Notice]:
    declared = source.declared or (html.charset(source.content) if suffix in HTML else "")
    decoded = decode(source.content, declared)
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    text, fields, blocks = _parts(decoded, suffix)
    if not text.strip():
        raise Refused("holds no text of a report", "put the text of a report into it")
    yield Found(source.path, source.content, text, fields, blocks=blocks)


def _parts(decoded: Decoded, suffix: str) -> tuple[str, dict[str, str], tuple[Block, ...]]:
    if suffix in MARKDOWN:
        split = markdown.split(decoded.text)
        return split.text, split.fields, ()
    if suffix in HTML:
        from store.intake import article, layout

        page = html.read(decoded.text)
        chosen = article.chosen(decoded.text, page)
        text, blocks = layout.laid_out(page, chosen)
        return text, metadata.sound(page.fields, text), blocks
    return decoded.text, {}, ()


def _decoded(source: Source, suffix: str) -> Iterator[Item]:
    """What must be decoded whole before it is taken apart: a table, a feed."""
    decoded = decode(source.content, source.declared or _declared(source.content), limit(suffix))
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    if suffix in TABLE:
        from store.intake import table

        yield from of_records(source.path, table.rows(decoded.text, suffix, source.columns))
    else:
        from store.intake import feed

        yield from feed.entries(source.path, decoded.text)


def _declared(content: bytes) -> str:
    """The encoding that XML names in its first line."""
    found = re.match(rb"""\s*<\?xml[^>]{0,200}encoding=["']([A-Za-z0-9_.:-]{2,40})["']""", content)
    return found[1].decode("ascii") if found else ""


def _json(source: Source) -> Iterator[Found | Failure | Notice]:
    """An object, a list of objects, or objects a line, whatever the file is called."""
    decoded = decode(source.content, limit=ARRAY_LIMIT)
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    try:
        value = records.loads(decoded.text)
    except Refused:
        first, _, rest = source.content.lstrip().partition(b"\n")
        if not rest or not is_record(first, source):
            raise
        yield from lines(source, BytesIO(source.content))
        return
    if value == []:
        raise Refused("is an empty list", "put a report into it")
    single = [("", records.record(value, source.columns))]
    found = records.items(value, source.columns) if isinstance(value, list) else single
    yield from of_records(source.path, found)


def lines(source: Source, file: BinaryIO, before: int = 0) -> Iterator[Found | Failure | Notice]:
    """A report a line; one line is in memory at a time. `before` lines of the source stand before the file."""
    yield from of_records(source.path, records.lines(file, source.columns, before))


def of_records(path: str, found: Iterable[tuple[str, Record | Refused]]) -> Iterator[Found | Failure | Notice]:
    """Reports that are nothing but their text and fields."""
    told = any_record = False
    for place, record in found:
        any_record = True
        if isinstance(record, Refused):
            yield failure(path, record, place)
            continue
        if record.notice and not told:
            told = True
            yield Notice(path, f"{place}: {record.notice}")
        content = record.text.encode("utf-8")
        if len(content) > REPORT_LIMIT:
            yield failure(path, too_large(len(content)), place)
        else:
            yield Found(path, content, record.text, record.fields, place, record.blocks)
    if not any_record:
        raise Refused("is empty", "put a report into it")


def is_record(line: bytes, source: Source) -> bool:
    """Whether a line is a report in JSON, or the head of an export."""
    if heads.is_head(line):
        return True
    try:
        return isinstance(records.record(records.loads(line.decode("utf-8-sig")), source.columns), Record)
    except (Refused, UnicodeDecodeError):
        return False


def failure(path: str, refusal: Refused, place: str = "") -> Failure:
    """The refusal as it is told, with its place in the file."""
    return Failure(path, f"{place} {refusal.reason}" if place else refusal.reason, refusal.remedy, place)
