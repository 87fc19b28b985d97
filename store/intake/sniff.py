"""What a file is by its first bytes, where its name does not say it: as the suffix that it should have."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

from store.intake import known
from store.intake.guard import parsing
from store.intake.result import Refused

_PACKED = b"PK\x03\x04"
_TYPES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/epub+zip": ".epub",
}
"""What the member `mimetype` says."""
_MEMBERS = (
    ("word/", ".docx"),
    ("xl/", ".xlsx"),
    ("ppt/", ".pptx"),
    ("archive/", ".wacz"),
    ("META-INF/container.xml", ".epub"),
)
"""Beginnings of the names of members."""
_LONGEST = 100
_FIRST = (
    (re.compile(rb"\s*window\.YTD\.[\w.]{1,60}\s*=\s*\["), ".json"),
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"\s*\{\\rtf"), ".rtf"),
    (re.compile(rb"WARC/\d"), ".warc"),
    (re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)"), ".vtt"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*1\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> "), ".srt"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html[\s>])", re.IGNORECASE), ".html"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:rss|feed|rdf:RDF|mediawiki|urlset|sitemapindex)[\s>]"
        ),
        ".xml",
    ),
    (re.compile(rb"From \S[^\r\n]{0,300}\d{4}[^\r\n]{0,40}\r?\n[A-Za-z-]{2,40}: "), ".mbox"),
    (re.compile(rb"From: <Saved by [^\n]+\r?\n"), ".mhtml"),
    (
        re.compile(rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[A-Za-z-]{2,30}): [^\n]+\r?\n"),
        ".eml",
    ),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?(?=(?:[^\n]*\n){0,7}From: )"
            rb"(?=(?:[^\n]*\n){0,7}(?:Date|Sent): [^\n]*[A-Za-z]{3}[^\n]*\d{4})"
            rb"(?:(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To): [^\n]*\n){3,8}\r?\n"
        ),
        ".eml",
    ),
)
_MARKUP = (
    re.compile(r"^==+ ?[^=\n]{1,80} ?==+[ \t]*$", re.MULTILINE),
    re.compile(r"\[\[[^\[\]\n]{1,80}\]\]|'''[^'\n]{1,80}'''|<ref[ >]"),
)
"""A heading of a wiki, and one of its links, bold words or notes."""
_WIKI = re.compile(r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?<mediawiki[\s>]")


def sniffed(content: bytes) -> str:
    """The suffix that the first bytes speak for; empty where they do for none."""
    if content.startswith(_PACKED):
        return _packed(content)
    if _is_packed_crawl(content):
        return ".warc"
    return next((suffix for pattern, suffix in _FIRST if pattern.match(content)), "")


def _packed(content: bytes) -> str:
    """Of an archive, by what it holds; a broken one is an archive, and will be told to be broken."""
    with suppress(Refused), parsing("a zip archive", "make it anew"), ZipFile(BytesIO(content)) as archive:
        for info in archive.infolist()[:_LONGEST]:
            if info.filename == "mimetype" and info.file_size < _LONGEST:
                return _TYPES.get(archive.read(info).strip(), ".zip")
        for name in archive.namelist()[:_LONGEST]:
            for begin, suffix in _MEMBERS:
                if name.startswith(begin):
                    return suffix
    return next((suffix for begin, suffix in _MEMBERS[:1] if begin.encode() in content[:20_000]), ".zip")


def _is_packed_crawl(content: bytes) -> bool:
    if not content.startswith(b"\x1f\x8b"):
        return False
    try:
        return zlib.decompressobj(31).decompress(content[:4_096], 64).startswith(b"WARC/")
    except zlib.error:
        return False


def is_wiki(text: str) -> bool:
    """Whether some XML is an export of MediaWiki."""
    return _WIKI.match(text) is not None


def is_table(content: bytes) -> bool:
    """Whether a text is a table as spreadsheets save it: tabs between names of columns, of which we know two."""
    head = content[:2_000]
    codec = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2], "utf-8")
    names = head.decode(codec, "ignore").lstrip("\ufeff").split("\n", 1)[0].split("\t")
    return len(names) > 1 and sum(bool(known.chosen(names, field)) for field in known.FIELDS) > 1


def is_wiki_markup(text: str) -> bool:
    """Whether a text is the source of a page of MediaWiki: its heads and its links are marked as there."""
    return all(pattern.search(text) is not None for pattern in _MARKUP)
