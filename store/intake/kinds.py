"""Which reader reads what, by the suffix; a name without one that is known is read by its first bytes, else as text.

A reader is loaded when its kind is met: a run over texts loads none of the libraries that the others need.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from store.intake import metadata, reports, signature, sniff
from store.intake.found import Found, Item, Source
from store.intake.objects import heads, plain_json, records
from store.intake.objects.records import Entry
from store.intake.result import ARRAY_LIMIT, DOCUMENT_LIMIT, REPORT_LIMIT, Notice, Refused, too_large
from store.intake.text import markdown, unwrap
from store.intake.text.decode import Decoded, decode
from timeline_core.model.block import Block

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
WIKI = frozenset({".wiki", ".wikitext", ".mediawiki"})
LINES = frozenset({".jsonl", ".ndjson"})
JSON = frozenset({".json"})
TABLE = frozenset({".csv", ".tsv"})
FEED = frozenset({".rss", ".atom", ".xml"})
MAIL, PDF, WORD, ZIP = (frozenset({suffix}) for suffix in (".eml", ".pdf", ".docx", ".zip"))
DOCUMENTS = {
    ".mhtml": "captured",
    ".mht": "captured",
    ".warc": "captured",
    ".wacz": "captured",
    ".mbox": "mailbox",
    ".epub": "book",
    ".odt": "opendocument",
    ".ods": "opendocument",
    ".xlsx": "sheets",
    ".pptx": "slides",
    ".rtf": "rich_text",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
"""Suffix -> the module of `documents` that reads it."""
LARGE = frozenset({".warc", ".wacz", ".mbox", ".gz"})
KNOWN = frozenset({".txt", *DOCUMENTS}) | MARKDOWN | WIKI | HTML | LINES | JSON | TABLE | FEED | MAIL | PDF | WORD | ZIP
"""Suffixes that are looked for in a folder; a file that is named itself is read whatever it is called."""

_ASSIGNED = re.compile(r"\A\ufeff?\s*(?:window\.)?[\w.]{1,60}\s*=\s*(?=[\[{])", re.ASCII)


def is_report(name: str) -> bool:
    """True for a file that a folder is read for: of a known kind, not hidden, and no README about the others."""
    wanted = PurePosixPath(name).suffix.lower() in KNOWN or name.lower().endswith(".warc.gz")
    return wanted and not name.startswith((".", "README."))


CHATS = frozenset({".txt", ""})
"""Suffixes of chats in plain text."""
_HEAD = 20_000
WHOLE_JSON = 20_000_000
"""Bytes up to which a file of JSON is read as a whole, which also finds what stands behind the list of reports."""

SINGLE = frozenset({".txt", ".mhtml", ".mht", ".epub", ".odt", ".pptx", ".rtf", ".srt", ".vtt"})
SINGLE |= MARKDOWN | WIKI | HTML | PDF | WORD
"""Suffixes of files that are one report each, whose bytes are those of the file."""


def limit(suffix: str) -> int:
    """Bytes that a source of this kind may have."""
    if suffix in JSON | LINES | TABLE | ZIP | LARGE:
        return ARRAY_LIMIT
    return DOCUMENT_LIMIT if suffix in PDF | WORD | MAIL | DOCUMENTS.keys() else REPORT_LIMIT


def read(source: Source) -> Iterator[Item]:
    """The reports of a source.

    Raises:
        Refused: it holds none that can be read; what was found before stays found.
    """
    suffix = _taken_for(source)
    size = limit(suffix)
    if len(source.content) > size:
        raise too_large(len(source.content), size)
    signature.check_old(source.content, source.suffix)
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


def _taken_for(source: Source) -> str:
    """The suffix where it is known; else, and of a text that is a mail or a table, what the first bytes speak for."""
    suffix = source.suffix if source.suffix in KNOWN else sniff.sniffed(source.content)
    if suffix == ".txt" and (spoken := sniff.sniffed(source.content)) in (".mbox", *MAIL):
        return spoken
    return ".tsv" if suffix in ("", ".txt") and sniff.is_table(source.content) else suffix


def _document(source: Source, suffix: str) -> Iterator[Item]:
    """One report, or a container of them."""
    if not source.content:
        raise Refused("is empty", "put the text of a report into it")
    if suffix in MAIL:
        from store.intake.documents import mail

        yield from mail.read(source, read, KNOWN - ZIP)
    elif suffix in PDF:
        from store.intake.documents import pdf

        yield from pdf.read(source)
    elif suffix in WORD:
        from store.intake.documents import word

        yield from word.read(source)
    elif suffix in DOCUMENTS:
        reader = import_module(f"store.intake.documents.{DOCUMENTS[suffix]}")
        yield from reader.read(replace(source, suffix=suffix), read)
    elif suffix in ZIP:
        from store.intake import archive

        yield from archive.read(source, read, is_report)
    else:
        yield from _text(source, suffix)


def _text(source: Source, suffix: str) -> Iterator[Item]:
    declared = source.declared or (_charset(source.content) if suffix in HTML else "")
    decoded = decode(source.content, declared)
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    if suffix not in MARKDOWN and (chat := _chat(source, decoded.text, is_page=suffix in HTML)) is not None:
        yield from chat
        return
    text, fields, blocks = _parts(decoded, suffix)
    if not text.strip():
        raise Refused("holds no text of a report", "put the text of a report into it")
    yield Found(source.path, source.content, text, fields, blocks=blocks)


def _charset(page: bytes) -> str:
    from store.intake.pages import html

    return html.charset(page)


def _chat(source: Source, text: str, *, is_page: bool) -> Iterator[Item] | None:
    from store.intake.chats import chat_files

    return chat_files.of(source, text, is_page=is_page)


def _parts(decoded: Decoded, suffix: str) -> tuple[str, dict[str, str], tuple[Block, ...]]:
    if suffix in MARKDOWN:
        split = markdown.split(decoded.text)
        return split.text, split.fields, ()
    if suffix in HTML:
        from store.intake.pages import article, html, layout, wayback

        source = wayback.original(decoded.text)
        page = html.read(source)
        chosen = article.chosen(source, page)
        text, blocks = layout.laid_out(page, chosen)
        return text, metadata.sound(wayback.fields(page.fields), text), blocks
    if suffix in WIKI or (suffix in CHATS and sniff.is_wiki_markup(decoded.text)):
        from store.intake.documents import wiki

        text, day = wiki.text_and_day(decoded.text)
        return text, metadata.sound({"published": day}, text), ()
    return unwrap.wrapped(decoded.text), {}, ()


def _decoded(source: Source, suffix: str) -> Iterator[Item]:
    """What must be decoded whole before it is taken apart: a table, a feed."""
    decoded = decode(source.content, source.declared or _declared(source.content), limit(suffix))
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    if suffix in TABLE:
        from store.intake.tables import table

        yield from reports.of(source, table.rows(decoded.text, suffix, source.columns), by_address=True)
    elif sniff.is_wiki(decoded.text):
        from store.intake.documents import wiki

        yield from wiki.read(source, read)
    else:
        from store.intake.pages import feed

        yield from feed.entries(source.path, decoded.text)


def _declared(content: bytes) -> str:
    """The encoding that XML names in its first line."""
    found = re.match(rb"""\s*<\?xml[^>]{0,200}encoding=["']([A-Za-z0-9_.:-]{2,40})["']""", content)
    return found[1].decode("ascii") if found else ""


def _json(source: Source) -> Iterator[Item]:
    """An object, a list of objects wherever in it that stands, or objects a line, whatever the file is called."""
    decoded = decode(source.content, limit=ARRAY_LIMIT)
    if decoded.notice:
        yield Notice(source.path, decoded.notice)
    text = scripted(decoded.text)
    try:
        value = plain_json.loads(text)
    except Refused:
        first, _, rest = source.content.lstrip().partition(b"\n")
        if not rest or not is_record(first, source):
            raise
        yield from lines(source, BytesIO(source.content))
        return
    if value == []:
        raise Refused("is an empty list", "put a report into it")
    yield from reports.of(source, _entries(value, source))


def _entries(value: object, source: Source) -> Iterable[tuple[str, Entry]]:
    """What a JSON value holds: itself where it is a report, else the objects of the lists within it."""
    single = records.entry(value, source.columns, source.around)
    if not isinstance(single, Refused):
        return [("", single)]
    from store.intake.objects import nested

    inner = nested.reports(value)
    if inner is None:
        return records.items(value, source.columns) if isinstance(value, list) else [("", single)]
    around = source.around
    return (
        (f"item {number}", records.entry(item, source.columns, {**around, **context}))
        for number, (context, item) in enumerate(inner, 1)
    )


def large_json(source: Source, file: BinaryIO) -> Iterator[Item]:
    """As of a `.json` file, one object of which is in memory at a time."""
    from store.intake.objects import nested

    found = (
        (f"item {number}", records.entry(item, source.columns, {**source.around, **context}))
        for number, (context, item) in enumerate(nested.streamed(file), 1)
    )
    yield from reports.of(source, found)


def is_large(path: str, suffix: str, size: int) -> bool:
    """Whether a file is read without being in memory: much JSON, or a long chat."""
    if suffix in JSON:
        return size > WHOLE_JSON
    if suffix not in CHATS or size <= REPORT_LIMIT:
        return False
    from store.intake.chats import chat_files

    with Path(path).open("rb") as file:
        return chat_files.is_large(file.read(_HEAD))


def large(source: Source, file: BinaryIO) -> Iterator[Item]:
    """What a file holds that `is_large`."""
    from store.intake.chats import chat_files

    yield from large_json(source, file) if source.suffix in JSON else chat_files.large(source, file)


def lines(source: Source, file: BinaryIO, before: int = 0) -> Iterator[Item]:
    """A report a line; one line is in memory at a time. `before` lines of the source stand before the file."""
    yield from reports.of(source, records.lines(file, source.columns, before))


def is_record(line: bytes, source: Source) -> bool:
    """Whether a line is a report in JSON, or the head of an export."""
    if heads.is_head(line):
        return True
    try:
        return not isinstance(records.entry(plain_json.loads(line.decode("utf-8-sig")), source.columns), Refused)
    except (Refused, UnicodeDecodeError):
        return False


def scripted(text: str) -> str:
    """The JSON behind `window.YTD.tweets.part0 =`, as the archive of X has it; any other as it is."""
    return _ASSIGNED.sub("", text, count=1)
