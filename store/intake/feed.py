"""RSS and Atom: every entry is a report, with the title, address and day that the feed gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from store.intake import html
from store.intake.found import Found
from store.intake.guard import parsing
from store.intake.metadata import sound
from store.intake.result import Refused

_BROKEN = "check that the address or file is a feed; a page is saved as .html"
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
    if not is_feed(text):
        raise Refused("is XML, but no feed (RSS or Atom)", _BROKEN)
    with parsing("a feed", _BROKEN):
        parsed = _parsed(text)
    any_entry = False
    for number, entry in enumerate(parsed["entries"], 1):
        if found := _found(path, parsed["feed"], entry, f"entry {number}"):
            any_entry = True
            yield found
    if not any_entry:
        raise Refused("is a feed without entries", "look whether its address is right")


def _parsed(text: str) -> dict[str, Any]:
    """Given as bytes, so that it is never taken for an address or a file; always as UTF-8, which it is now."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    content = BytesIO(_undeclared(text).encode("utf-8", "replace"))
    parsed = feedparser.parse(content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    return {"feed": parsed.feed, "entries": parsed.entries}


def _undeclared(text: str) -> str:
    """Without the line that names the encoding which the bytes once had."""
    if text.lstrip().startswith("<?xml"):
        return text.partition("?>")[2]
    return text


def _found(path: str, feed: Mapping[str, Any], entry: Mapping[str, Any], place: str) -> Found | None:
    """None for an entry that says nothing."""
    text = _text(entry)
    title = html.read(str(entry.get("title") or "")).text
    text = text or title
    if not text:
        return None
    source = entry.get("source") or {}
    fields = {
        "title": title,
        "publisher": str(source.get("title") or feed.get("title") or ""),
        "published": str(entry.get("published") or ""),
        "lang": str(feed.get("language") or ""),
        "url": str(entry.get("link") or ""),
    }
    return Found(path, text.encode("utf-8", "replace"), text, sound(fields, text), place)


def _text(entry: Mapping[str, Any]) -> str:
    """The longest that the entry says; a summary repeats the beginning of its content."""
    said = [str(content.get("value") or "") for content in entry.get("content") or ()]
    said.append(str(entry.get("summary") or ""))
    return max((html.read(one).text for one in said), key=len)
