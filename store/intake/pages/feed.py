"""RSS and Atom: every entry is a report, with the title, address and day that the feed gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, cast

from store.intake import aside
from store.intake.found import Found
from store.intake.guard import parsing
from store.intake.metadata import sound
from store.intake.pages import html
from store.intake.result import Refused

_BROKEN = "check that the address or file is a feed; a page is saved as .html"
_SITEMAP = re.compile(r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_MARKS = ("<rss", "<feed", "<rdf:RDF", "<atom:feed")


def is_feed(text: str) -> bool:
    """Whether a text begins like one."""
    head = text[:2_000]
    return any(mark in head for mark in _MARKS)


def entries(path: str, text: str) -> Iterator[Found]:
    """Each entry, in the order of the feed. The bytes of an entry are those of its text.

    Raises:
        Refused: it is no feed, has no entry, or defines entities, which may be bombs.
    """
    if "<!ENTITY" in text:
        raise Refused("defines entities, which feeds have no need of", "save the entries as .html or .txt")
    if _SITEMAP.match(text):
        raise Refused("is a sitemap: addresses of pages, and no report", "name the addresses of the pages themselves")
    if not is_feed(text):
        raise Refused("is XML, but no feed (RSS or Atom)", _BROKEN)
    content = _undeclared(text).encode("utf-8", "replace")
    found = cast("list[dict[str, str]]", aside.ask("pages.feed", content, "a feed", _BROKEN))
    for number, fields in enumerate(found, 1):
        said = fields.pop("text")
        yield Found(path, said.encode("utf-8"), said, sound(fields, said), f"entry {number}")


def extract(content: bytes) -> list[dict[str, str]]:
    """The fields of every entry and its text, of XML in UTF-8; in this process, which should be one aside.

    Raises:
        Refused: it is none, or has no entry that says anything.
    """
    with parsing("a feed", _BROKEN):
        import feedparser

        # Given as bytes in a stream, which are never taken for an address or the name of a file.
        headers = {"content-type": "application/xml; charset=utf-8"}
        parsed = feedparser.parse(
            BytesIO(content), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
        found = [fields for entry in parsed.entries if (fields := _fields(parsed.feed, entry))]
    if not found:
        raise Refused("is a feed without entries", "look whether its address is right")
    return found


def _undeclared(text: str) -> str:
    """Without the line that names the encoding which the bytes once had."""
    if text.lstrip().startswith("<?xml"):
        return text.partition("?>")[2]
    return text


def _fields(feed: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, str]:
    """Empty for an entry that says nothing."""
    text = _text(entry)
    title = html.read(str(entry.get("title") or "")).text
    text = text or title
    if not text:
        return {}
    source = entry.get("source") or {}
    fields = {
        "text": text,
        "title": title,
        "publisher": str(source.get("title") or feed.get("title") or ""),
        "published": str(entry.get("published") or ""),
        "lang": str(feed.get("language") or ""),
        "url": str(entry.get("link") or ""),
    }
    return {name: value.encode("utf-8", "replace").decode("utf-8") for name, value in fields.items()}


def _text(entry: Mapping[str, Any]) -> str:
    """The longest that the entry says; a summary repeats the beginning of its content."""
    said = [str(content.get("value") or "") for content in entry.get("content") or ()]
    said.append(str(entry.get("summary") or ""))
    return max((html.read(one).text for one in said), key=len)
